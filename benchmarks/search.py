"""Measures the time from a question to its ranked passages, encoding left out: `python benchmarks/search.py FOLDER`.

FOLDER holds official_docs.jsonl (field text); without it, and where it has too few paragraphs, the words of the bundled
documents are mixed anew. The questions are the development set's, put right, scoped and searched as the program does;
the vectors are random, which costs what real ones cost. One thread. eval/README.md has the figures.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from pathlib import Path
from statistics import median, quantiles

os.environ["OMP_NUM_THREADS"] = "1"
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
import numpy.typing as npt  # noqa: E402

from assistant.records import Query  # noqa: E402
from assistant.resolve import Resolver  # noqa: E402
from corpus import thesaurus  # noqa: E402
from corpus.abbreviations import definitions, known  # noqa: E402
from corpus.library import BUNDLED, list_folder, read_document  # noqa: E402
from index.dense import Dense  # noqa: E402
from index.duplicates import Duplicates, firsts_of  # noqa: E402
from index.language.build import language_of  # noqa: E402
from index.language.model import LanguageModel  # noqa: E402
from index.language.restore import Restorer  # noqa: E402
from index.lexical import Lexical  # noqa: E402
from index.records import Passage, Sentence  # noqa: E402
from index.scope import Scoper  # noqa: E402
from index.search import Searcher, SearchQuery  # noqa: E402
from index.sentence_scores import BestSentences  # noqa: E402

SIZES = (500, 50_000)
DIMENSIONS = 384
SENTENCES_EACH = 3
LONGEST = 1200
SEED = 5


def main() -> None:
    """Print median and 95th percentile for each size, and the memory of an index."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="holds official_docs.jsonl")
    parser.add_argument("--questions", type=Path, default=ROOT / "eval" / "questions" / "dev.jsonl")
    arguments = parser.parse_args()
    lines = arguments.questions.read_text(encoding="utf-8").splitlines()
    queries = [Query(record["question"], history=tuple(record["history"])) for record in map(json.loads, lines)]
    resolver = _resolver()
    _report("question put right and scoped", [_seconds(partial(resolver.resolve, query)) for query in queries])
    for size in SIZES:
        passages = list(islice(_passages(arguments.folder), size))
        _measure_search(passages, queries, resolver)


def _measure_search(passages: Sequence[Passage], queries: Sequence[Query], resolver: Resolver) -> None:
    random_numbers = np.random.default_rng(SEED)
    lexical = Lexical.build([passage.text for passage in passages])
    dense = Dense(_unit_vectors(random_numbers, len(passages)))
    sentences = [Sentence(p, 0, 1) for p in range(len(passages)) for _ in range(SENTENCES_EACH)]
    best = BestSentences(Dense(_unit_vectors(random_numbers, len(sentences))), sentences, len(passages))
    start = time.perf_counter()
    firsts = firsts_of(passages)
    seconds, repeated = time.perf_counter() - start, int((firsts != np.arange(len(passages))).sum())
    print(f"{len(passages)} passages, of which {repeated} repeat another: found in {seconds:.1f} s, once, at the build")
    searcher = Searcher(passages, lexical, dense, sentences=best, duplicates=Duplicates(passages, firsts))
    vector = _unit_vectors(random_numbers, 1)[0]

    def whole(query: Query) -> None:
        resolved = resolver.resolve(query)
        searcher.search(SearchQuery(query.question, resolved.topic, vector, office=resolved.office), 10)

    whole(queries[0])
    _report(
        f"question to ranked passages, {len(passages)} passages", [_seconds(partial(whole, query)) for query in queries]
    )
    thousands = len(passages) / 1000
    words = _size_of_words(lexical) / thousands / 2**20
    vectors = 4 * DIMENSIONS * 1000 / 2**20
    print(
        f"  per 1,000 passages: words {words:.1f} MiB, vectors {vectors:.1f} MiB, sentences' vectors 1.5 MiB each 1,000"
    )


def _resolver() -> Resolver:
    documents = [read_document(file) for file in list_folder(BUNDLED).files]
    restorer = Restorer(
        LanguageModel(language_of(document.text for document in documents)),
        known().with_definitions(definitions(documents)),
    )
    return Resolver(restorer, Scoper(documents), thesaurus.load())


def _passages(folder: Path | None) -> Iterator[Passage]:
    texts = chain([] if folder is None else _paragraphs(folder / "official_docs.jsonl"), _mixed())
    for position, paragraph in enumerate(texts):
        yield Passage(f"d{position // 100}", position, position + len(paragraph), (), paragraph)


def _paragraphs(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for paragraph in json.loads(line)["text"].split("\n"):
                if len(paragraph) > 40:
                    yield paragraph[:LONGEST]


def _mixed() -> Iterator[str]:
    words = [word for file in sorted(BUNDLED.glob("*.txt")) for word in file.read_text(encoding="utf-8").split()]
    choose = random.Random(SEED)
    while True:
        start = choose.randrange(len(words) - 60)
        piece = words[start : start + 60]
        choose.shuffle(piece)
        yield " ".join(piece)


def _unit_vectors(numbers: np.random.Generator, count: int) -> npt.NDArray[np.float32]:
    drawn = numbers.standard_normal((count, DIMENSIONS), dtype=np.float32)
    vectors: npt.NDArray[np.float32] = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    return vectors


def _size_of_words(lexical: Lexical) -> int:
    with tempfile.TemporaryDirectory() as name:
        lexical.save(Path(name))
        return sum(path.stat().st_size for path in Path(name).iterdir())


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _report(what: str, seconds: Sequence[float]) -> None:
    print(
        f"{what}: median {median(seconds) * 1000:.2f} ms, 95th percentile {quantiles(seconds, n=20)[-1] * 1000:.2f} ms"
    )


if __name__ == "__main__":
    main()
