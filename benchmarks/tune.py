"""Tunes the weights of the search on the development questions, and on no others: `python benchmarks/tune.py`.

From the weights in force it changes one at a time by a step, keeps what raises the mean reciprocal rank of the first
right passage among ten, and stops when no change does. It prints each gain; nothing is written.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache, partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.ablation import VARIANTS, encoded, ranks, silent  # noqa: E402
from corpus.library import BUNDLED  # noqa: E402
from eval.measures.gold import locate  # noqa: E402
from eval.reading.checks import check  # noqa: E402
from eval.reading.jsonl import read_jsonl  # noqa: E402
from index import query_adapter  # noqa: E402
from index.build import bring_up_to_date  # noqa: E402
from index.encoder import load_encoder  # noqa: E402
from index.search import WEIGHTS, Weights  # noqa: E402
from index.store import open_index  # noqa: E402

DEVELOPMENT = ROOT / "eval" / "questions" / "dev.jsonl"
STEPS = (0.08, 0.04)
# A gain below this is one question moving by a rank or two: noise.
LEAST_GAIN = 0.002


def main() -> None:
    """Print the weights in force, each change that helps, and the weights it ends with."""
    encoder = load_encoder()
    with tempfile.TemporaryDirectory() as folder:
        bring_up_to_date(BUNDLED, Path(folder), encoder, silent)
        contents = open_index(Path(folder)).contents
    texts = {document.id: document.text for document in contents.documents}
    questions, _ = check(read_jsonl(DEVELOPMENT.read_bytes()), texts)
    answerable = [question for question in questions if question.answerable]
    gold = [locate(question.gold, texts) for question in answerable]
    encode = cache(partial(encoded, encoder))
    adapter = query_adapter.load(encoder.spec.digest)

    def mean_reciprocal_rank(weights: Weights) -> float:
        found = ranks(replace(VARIANTS[0], weights=weights), answerable, gold, contents, encode, adapter)
        return sum(1 / rank for rank in found if rank is not None) / len(found)

    climb(WEIGHTS, mean_reciprocal_rank)


def climb(weights: Weights, measure: Callable[[Weights], float]) -> Weights:
    """The weights at which no single step up or down gains any more."""
    best = measure(weights)
    print(f"{best:.4f} {weights}", flush=True)
    for step in STEPS:
        gaining = True
        while gaining:
            gaining = False
            for field in fields(Weights):
                for change in (step, -step):
                    value = round(getattr(weights, field.name) + change, 3)
                    trial = replace(weights, **{field.name: value})
                    reached = measure(trial) if value >= 0 else 0.0
                    if reached > best + LEAST_GAIN:
                        weights, best, gaining = trial, reached, True
                        print(f"{best:.4f} {weights}", flush=True)
    return weights


if __name__ == "__main__":
    main()
