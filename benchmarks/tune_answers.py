"""Tunes the weights of what speaks for a sentence: `python benchmarks/tune_answers.py [--penalty 0.1]`.

On the development questions alone. Listwise: the softmax over a question's sentences should give its weight to those
that overlap a gold quote (Cao et al., 2007, "Learning to rank"), with a penalty on leaving today's weights. Five-fold
cross-validation says what of the gain is more than chance; the figures are shares of questions whose best one, three
and five sentences hold a right one.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.records import Query  # noqa: E402
from assistant.service import Assistant  # noqa: E402
from assistant.signals import WEIGHTS, Signals  # noqa: E402
from corpus.library import BUNDLED  # noqa: E402
from corpus.records import Span  # noqa: E402
from eval.measures.gold import locate  # noqa: E402
from eval.session import load_questions  # noqa: E402
from index import store  # noqa: E402
from index.build import bring_up_to_date  # noqa: E402
from index.encoder import load_encoder  # noqa: E402

QUESTIONS = ROOT / "eval" / "questions" / "dev.jsonl"
NAMES = tuple(field.name for field in fields(Signals))
FOLDS = 5
# Scores differ by a few tenths; the softmax needs them spread.
SPREAD = 8.0

Floats = NDArray[np.float64]
Case = tuple[Floats, NDArray[np.bool_]]
"""A question's signals, (sentences, signals), and which sentences are right, (sentences,)."""


def main() -> None:
    """Print how the weights do now, and what tuning them would give."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--penalty", type=float, default=0.1, help="on the squared distance from today's weights")
    penalty: float = parser.parse_args().penalty
    cases = _cases()
    now = np.array([getattr(WEIGHTS, name) for name in NAMES])
    folds = []
    for fold in range(FOLDS):
        others = [case for at, case in enumerate(cases) if at % FOLDS != fold]
        folds.append(_found(_fitted(others, now, penalty), cases[fold::FOLDS]))
    best = _fitted(cases, now, penalty)
    print(f"{len(cases)} questions; best 1, 3, 5")
    print("now      ", np.round(_found(now, cases), 3))
    print("tuned    ", np.round(_found(best, cases), 3))
    print("validated", np.round(np.mean(folds, axis=0), 3))
    print({name: round(float(weight), 2) for name, weight in zip(NAMES, best, strict=True)})


def _cases() -> list[Case]:
    encoder = load_encoder()
    with TemporaryDirectory() as folder:
        bring_up_to_date(BUNDLED, Path(folder), encoder, lambda _done, _total: None)
        assistant = Assistant(store.open_index(Path(folder)), encoder)
    texts = {doc_id: document.text for doc_id, document in assistant.documents.items()}
    cases = []
    for question in load_questions(QUESTIONS.read_bytes(), QUESTIONS.name, texts):
        gold = [(entry.doc_id, span) for entry in locate(question.gold, texts) for span in entry.spans]
        weighed = assistant.weighed(Query(question.question, history=question.history)) if gold else []
        right = [any(covers(w.evidence.doc_id, w.evidence.span, *place) for place in gold) for w in weighed]
        if any(right):
            signals = [[getattr(w.signals, name) for name in NAMES] for w in weighed]
            cases.append((np.array(signals, float), np.array(right)))
    return cases


def covers(doc_id: str, span: Span, gold_id: str, gold: Span) -> bool:
    """Whether two stretches share at least half of the shorter."""
    both = min(span.end, gold.end) - max(span.start, gold.start)
    return doc_id == gold_id and 2 * both >= min(span.end - span.start, gold.end - gold.start)


def _fitted(cases: list[Case], start: Floats, penalty: float) -> Floats:
    def loss(weights: Floats) -> float:
        total = 0.0
        for signals, right in cases:
            scores = SPREAD * (signals @ weights)
            odds = np.exp(scores - scores.max())
            total -= float(np.log(odds[right].sum() / odds.sum()))
        return total / len(cases) + penalty * float(((weights - start) ** 2).sum())

    fitted: Floats = minimize(loss, start, method="L-BFGS-B").x
    return fitted


def _found(weights: Floats, cases: list[Case]) -> tuple[float, float, float]:
    ranks = [int(np.argmax(right[np.argsort(-(signals @ weights), kind="stable")])) for signals, right in cases]
    at_1, at_3, at_5 = (float(np.mean([rank < k for rank in ranks])) for k in (1, 3, 5))
    return at_1, at_3, at_5


if __name__ == "__main__":
    main()
