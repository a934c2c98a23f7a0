"""Learns the map of question vectors: `python benchmarks/tune_adapter.py DOCUMENTS.jsonl [--write]`.

On the development questions alone. The softmax over all sentences that a question may be answered from should give its
weight to those that overlap a gold quote (InfoNCE, van den Oord et al., 2018). Two penalties keep the map small: on its
own size, and on how far it moves the sentences of DOCUMENTS.jsonl (official documents, a "text" in each line), so that
formal questions stay where they are. It prints what it brings to search by meaning alone when the questions of one
writer, and those about one document, are held out; with --write it writes index/query_adapter.npz from all of them.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.records import Query  # noqa: E402
from assistant.service import Assistant  # noqa: E402
from benchmarks.tune_answers import covers  # noqa: E402
from corpus.library import BUNDLED  # noqa: E402
from corpus.records import Span  # noqa: E402
from eval.measures.gold import locate  # noqa: E402
from eval.session import load_questions  # noqa: E402
from index import query_adapter, store  # noqa: E402
from index.build import bring_up_to_date  # noqa: E402
from index.encoder import Encoder, Role, load_encoder  # noqa: E402

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

QUESTIONS = ROOT / "eval" / "questions" / "dev.jsonl"
# Chosen by holding out documents, and by ALQAC's questions staying within .02 in search by meaning alone.
SIZE_PENALTY = 0.05
FORMAL_PENALTY = 10.0
STEPS = 80
RATE = 0.001
SHARPNESS = 30.0
# Of the formal sentences every third ships, to tell how near sentences usually are.
USUAL = 3
# Adam (Kingma and Ba, 2015) with the figures of the paper.
_BETAS = (0.9, 0.999)


@dataclass(frozen=True, slots=True)
class Cases:
    """Questions as vectors (n, d), which of the sentences are right and allowed (n, s), who wrote them, and where
    their answers are."""

    questions: Floats
    right: Bools
    allowed: Bools
    writers: list[str]
    documents: list[frozenset[str]]

    def only(self, chosen: Bools) -> Cases:
        """Some of the questions."""
        at = np.flatnonzero(chosen)
        return Cases(
            self.questions[at],
            self.right[at],
            self.allowed[at],
            [self.writers[i] for i in at],
            [self.documents[i] for i in at],
        )


def main() -> None:
    """Print held-out figures, and write the map if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    encoder = load_encoder()
    cases, sentences = gathered(encoder)
    formal = encoder.encode(list(formal_sentences(args.documents)), Role.QUERY)
    print(f"{len(cases.writers)} questions; share with a right sentence first, among five, mean reciprocal rank")
    print("without            ", figures(ranks(cases, sentences, None)))
    for name, groups in (("writer", cases.writers), ("document", [min(d) for d in cases.documents])):
        found = [held_out(cases, sentences, formal, [g == group for g in groups]) for group in sorted(set(groups))]
        print(f"one {name} held out", figures([rank for part in found for rank in part]))
    if args.write:
        usual = encoder.encode(list(formal_sentences(args.documents))[::USUAL], Role.PASSAGE)
        query_adapter.save(learnt(cases, sentences, formal), usual, encoder.spec.digest)
        print(f"written: {query_adapter.FILE}")


def gathered(encoder: Encoder) -> tuple[Cases, Floats]:
    """The development questions that have an answer, and the vectors (s, d) of all sentences."""
    with TemporaryDirectory() as folder:
        bring_up_to_date(BUNDLED, Path(folder), encoder, lambda _done, _total: None)
        index = store.open_index(Path(folder))
    assistant = Assistant(index, encoder, adapted=False)
    contents = index.contents
    texts = {doc_id: document.text for doc_id, document in assistant.documents.items()}
    owners = [contents.passages[sentence.passage].doc_id for sentence in contents.sentences]
    vectors, right, allowed, writers, documents = [], [], [], [], []
    for question in load_questions(QUESTIONS.read_bytes(), QUESTIONS.name, texts):
        gold = [(entry.doc_id, span) for entry in locate(question.gold, texts) for span in entry.spans]
        holds = [
            any(covers(owner, Span(s.start, s.end), *place) for place in gold)
            for s, owner in zip(contents.sentences, owners, strict=True)
        ]
        if not any(holds):
            continue
        vector, narrowed = assistant.asked_vector(Query(question.question, history=question.history))
        vectors.append(vector)
        right.append(holds)
        allowed.append([not narrowed or owner in narrowed for owner in owners])
        writers.append(question.id[0])
        documents.append(frozenset(d for d, _ in gold))
    cases = Cases(np.array(vectors), np.array(right), np.array(allowed), writers, documents)
    return cases, contents.sentence_dense.vectors


def formal_sentences(path: Path) -> Iterator[str]:
    """Sentences of official documents, always the same."""
    chosen = random.Random(5)
    for line in path.read_text(encoding="utf-8").splitlines():
        found = [piece.strip() for piece in re.split(r"[.;\n]", json.loads(line)["text"])]
        fitting = [piece for piece in found if 40 < len(piece) < 180]
        yield from chosen.sample(fitting, min(2, len(fitting)))


def held_out(cases: Cases, sentences: Floats, formal: Floats, out: list[bool]) -> list[int]:
    """The ranks of some questions under a map learnt from those that share neither writer nor document with them."""
    chosen = np.array(out)
    part = cases.only(chosen)
    about = frozenset().union(*part.documents) if len(set(part.writers)) > 1 else frozenset[str]()
    others = np.array([not o and not (d & about) for o, d in zip(out, cases.documents, strict=True)])
    return ranks(part, sentences, learnt(cases.only(others), sentences, formal))


def learnt(cases: Cases, sentences: Floats, formal: Floats) -> Floats:
    """The residual (d, d) that fits the questions best under both penalties."""
    dimension = sentences.shape[1]
    residual = np.zeros((dimension, dimension), np.float32)
    first, second = np.zeros_like(residual), np.zeros_like(residual)
    for step in range(1, STEPS + 1):
        slope = _slope(residual, cases, sentences, formal)
        first = _BETAS[0] * first + (1 - _BETAS[0]) * slope
        second = _BETAS[1] * second + (1 - _BETAS[1]) * slope**2
        mean, spread = first / (1 - _BETAS[0] ** step), second / (1 - _BETAS[1] ** step)
        residual = residual - RATE * mean / (np.sqrt(spread) + 1e-8)
    return residual


def _slope(residual: Floats, cases: Cases, sentences: Floats, formal: Floats) -> Floats:
    """The gradient of the loss and of both penalties, (d, d)."""
    moved = cases.questions + cases.questions @ residual
    lengths = np.linalg.norm(moved, axis=1, keepdims=True)
    units = moved / lengths
    scores = np.where(cases.allowed, SHARPNESS * (units @ sentences.T), -np.inf)
    pull = _softmax(scores) - _softmax(np.where(cases.right, scores, -np.inf))
    by_unit = SHARPNESS * (pull @ sentences) / len(cases.writers)
    by_moved = (by_unit - units * (units * by_unit).sum(axis=1, keepdims=True)) / lengths
    slope: Floats = cases.questions.T @ by_moved + 2 * SIZE_PENALTY * residual
    return slope + 2 * FORMAL_PENALTY / len(formal) * (formal.T @ (formal @ residual))


def _softmax(scores: Floats) -> Floats:
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = odds / odds.sum(axis=1, keepdims=True)
    return shares


def ranks(cases: Cases, sentences: Floats, residual: Floats | None) -> list[int]:
    """The rank of the first right sentence for each question."""
    moved = cases.questions if residual is None else cases.questions + cases.questions @ residual
    scores = np.where(cases.allowed, moved @ sentences.T, -np.inf)
    best = np.where(cases.right, scores, -np.inf).max(axis=1, keepdims=True)
    return [int(rank) for rank in (scores > best).sum(axis=1) + 1]


def figures(found: list[int]) -> str:
    """hit@1, hit@5 and MRR of ranks."""
    listed = np.array(found)
    return f"{(listed == 1).mean():.3f} {(listed <= 5).mean():.3f} {(1 / listed).mean():.3f}"


if __name__ == "__main__":
    main()
