"""The model in index/model, run by ONNX Runtime (the only onnxruntime and tokenizers import)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.errors import ModelDamaged

FOLDER = Path(__file__).resolve().parent / "model"
SUMS = "sha256sums.txt"
GRAPH, WEIGHTS, TOKENIZER = "model.onnx", "model.safetensors", "tokenizer.json"
WINDOW_TOKENS = 512  # the model has no more positions
# A longer text is read in windows side by side, up to this many: about a second's work, and 20 times the length of
# the longest passage we index. What comes after is left out.
MAX_WINDOWS = 16
# Tokens in a batch, padding included: larger ones are no faster on 2 cores (docs/decisions/0002) and cost memory.
BATCH_TOKENS = 512

Vectors = npt.NDArray[np.float32]


class BundledModel:
    """Texts, with their prefix, to vectors; may be called by several threads at once."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Check the files against their sums (`ModelDamaged` names the first that differs) and load them."""
        import onnxruntime
        from tokenizers import Tokenizer

        self.digest = verify(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _threads()
        graph = str(folder / GRAPH)
        self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.enable_truncation(WINDOW_TOKENS)
        self.dimension = int(self._session.get_outputs()[0].shape[-1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """L2-normalised means over the tokens of each text, in all its windows: (n, d) float32."""
        owners: list[int] = []
        windows: list[Sequence[int]] = []
        for owner, encoding in enumerate(self._tokenizer.encode_batch(list(texts))):
            for window in (encoding, *encoding.overflowing[: MAX_WINDOWS - 1]):
                owners.append(owner)
                windows.append(window.ids)
        sums = np.zeros((len(texts), self.dimension), np.float32)
        for batch in _batches([len(ids) for ids in windows]):
            np.add.at(sums, [owners[i] for i in batch], self._run([windows[i] for i in batch]))
        # A mean and a sum differ in length only, and the length becomes 1 anyway.
        vectors: Vectors = sums / np.linalg.norm(sums, axis=1, keepdims=True)
        return vectors

    def _run(self, tokens: Sequence[Sequence[int]]) -> Vectors:
        """Sums of the token vectors of each row, padding left out."""
        lengths = np.array([len(ids) for ids in tokens])
        mask = (np.arange(lengths.max()) < lengths[:, None]).astype(np.int64)
        ids = np.zeros_like(mask)
        ids[mask == 1] = np.concatenate([np.asarray(row) for row in tokens])
        (hidden,) = self._session.run(None, {"input_ids": ids, "attention_mask": mask})
        sums: Vectors = np.einsum("ntd,nt->nd", hidden, mask.astype(np.float32))
        return sums


def verify(folder: Path) -> str:
    """Check every file that is loaded against sha256sums.txt and return the digest of the whole, in hex.

    `ModelDamaged` names the first file that is missing, changed or not listed.
    """
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ModelDamaged(folder / SUMS, "cannot be read") from error
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    digest = hashlib.sha256()
    for name in (GRAPH, TOKENIZER, WEIGHTS):
        try:
            with (folder / name).open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise ModelDamaged(folder / name, "cannot be read") from error
        if found != listed.get(name):
            raise ModelDamaged(folder / name, "is not the file that was shipped")
        digest.update(found.encode())
    return digest.hexdigest()


def _threads() -> int:
    """Threads for one run; 0 lets ONNX Runtime take all physical cores, right unless we may use only some."""
    if not hasattr(os, "sched_getaffinity"):
        return 0
    allowed = len(os.sched_getaffinity(0))
    return 0 if allowed == os.cpu_count() else allowed


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Positions of rows of like length, longest first, so that little is padded and memory peaks early."""
    order = sorted(range(len(lengths)), key=lambda i: -lengths[i])
    batch: list[int] = []
    for i in order:
        if batch and (len(batch) + 1) * lengths[batch[0]] > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch
