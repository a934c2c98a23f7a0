"""The time of an answer as a ratio to encoding its question alone: `python benchmarks/answer.py [--questions FILE]`.

Both are measured one right after the other for every question, in the process that `nghiquyet ask --batch` would be,
so that whatever else the machine does slows both. The ratio is that of the medians. Of each answer it is also told how
long composing and proving it took.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant import cite, service  # noqa: E402
from assistant.records import Query  # noqa: E402
from assistant.service import Assistant  # noqa: E402
from corpus.library import BUNDLED  # noqa: E402
from index import store  # noqa: E402
from index.build import bring_up_to_date  # noqa: E402
from index.encoder import Encoder, Role, load_encoder  # noqa: E402

QUESTIONS = ROOT / "eval" / "questions" / "dev.jsonl"
Result = TypeVar("Result")
WARM_UP = 10  # questions; the first ones pay for pages of the model that were not read yet


def main() -> None:
    """Print the medians, the ratio, and what the slow answers take."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="lines with `question`, `history`")
    args = parser.parse_args()
    lines = args.questions.read_text(encoding="utf-8").splitlines()
    queries = [_query(json.loads(line)) for line in lines if line.strip()]
    encoder = load_encoder(os.environ.get("NGHIQUYET_MODEL") or None)
    with TemporaryDirectory() as folder:
        started = perf_counter()
        report = bring_up_to_date(BUNDLED, Path(folder), encoder, _silent)
        print(f"first index: {perf_counter() - started:.1f} s, {report.encoded} texts encoded")
        started = perf_counter()
        assistant = Assistant(store.open_index(Path(folder)), encoder)
        print(f"index opened, assistant ready: {perf_counter() - started:.2f} s")
    _report(queries, assistant, encoder)


def _silent(done: int, total: int) -> None:
    """No progress bar: it would be measured too."""


def _query(line: dict[str, object]) -> Query:
    history = line.get("history") or []
    assert isinstance(history, list)
    return Query(str(line["question"]), history=tuple(map(str, history)))


class _Stopwatch:
    """Adds up the time that some functions take, until it is read."""

    def __init__(self) -> None:
        self._spent = 0.0

    def around(self, function: Callable[..., Result]) -> Callable[..., Result]:
        """The function, timed."""

        def timed(*args: object) -> Result:
            started = perf_counter()
            try:
                return function(*args)
            finally:
                self._spent += perf_counter() - started

        return timed

    def read(self) -> float:
        """Seconds since it was last read."""
        spent, self._spent = self._spent, 0.0
        return spent


def _report(queries: list[Query], assistant: Assistant, encoder: Encoder) -> None:
    watch = _Stopwatch()
    service.compose = watch.around(service.compose)
    cite.proven = watch.around(cite.proven)
    for query in queries[:WARM_UP]:
        assistant.ask(query)
    encoding, answering, composing = [], [], []
    watch.read()
    for query in queries:
        started = perf_counter()
        encoder.encode([query.question], Role.QUERY)
        encoded = perf_counter()
        assistant.ask(query)
        answering.append(perf_counter() - encoded)
        encoding.append(encoded - started)
        composing.append(watch.read())
    print(f"questions: {len(queries)}")
    parts = (("encoding the question", encoding), ("composing and proving", composing), ("the whole answer", answering))
    for name, seconds in parts:
        p95 = quantiles(seconds, n=20)[-1]
        print(f"{name}: median {median(seconds) * 1000:.1f} ms, 95th percentile {p95 * 1000:.1f} ms")
    print(f"ratio of the medians: {median(answering) / median(encoding):.2f}")


if __name__ == "__main__":
    main()
