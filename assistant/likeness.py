"""How much sentences are about the same matter, by the words that their nearest clauses have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import fsum

import numpy as np

from assistant.terms import Rarity, terms
from corpus.records import Span
from corpus.sentences import clauses
from index.dense import Floats


def likeness(texts: Sequence[str], rarity: Rarity) -> Floats:
    """How alike each two of some sentences are, (n, n), from 0 to 1.

    Two clauses are as alike as the share of their words, the rarer the heavier, that both hold (Dice); two sentences
    are as alike as their nearest clauses. Their vectors were tried too and chose worse rows of comparisons.
    """
    listed = [_clauses(text) for text in texts]
    held = list(chain(*listed))
    counts = Counter(chain(*held))
    weights = {term: rarity.of(term) for term in counts}
    # Words that stand in one clause only have no part in what two have in common.
    columns = {term: at for at, term in enumerate(sorted(term for term, count in counts.items() if count > 1))}
    holds = np.zeros((len(held), len(columns)), dtype=np.float32)
    for row, clause in enumerate(held):
        holds[row, [columns[term] for term in clause if term in columns]] = 1
    shared = (holds * np.array([weights[term] for term in columns], dtype=np.float32)) @ holds.T
    own = np.array([fsum(weights[term] for term in clause) for clause in held], dtype=np.float32)
    dice = 2 * shared / np.maximum(own[:, None] + own[None, :], 1e-6)
    starts = np.cumsum([0, *map(len, listed)])[:-1]
    nearest: Floats = np.maximum.reduceat(np.maximum.reduceat(dice, starts, axis=0), starts, axis=1)
    np.fill_diagonal(nearest, 1)
    return nearest


def _clauses(text: str) -> list[frozenset[str]]:
    return [terms(clause.of(text)) for clause in clauses(text, Span(0, len(text)))] or [frozenset()]
