"""From a question to ranked passages: meaning and words weighed together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.folding import has_diacritics
from index.duplicates import Duplicates
from index.lexical import Lexical, Spelling
from index.records import Hit, Passage


class Dense(Protocol):
    """Vectors of all passages that can be compared with a query's."""

    def scores(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """The cosine of a query vector (d,) with every passage's, (n,)."""


class SentenceScores(Protocol):
    """Scores passages by the best of their sentences."""

    def of(self, vector: NDArray[np.float32], passages: NDArray[np.intp]) -> NDArray[np.float32]:
        """The best cosine of each of some passages' sentences with a query vector (d,), (len(passages),)."""


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What to search for.

    `original` is the question as typed, `resolved` with diacritics, abbreviations and follow-ups filled in,
    `vector` (d,) the encoded resolved question, None to search by words alone. `allowed` document ids are the
    only ones searched (empty: all); `favoured` ones are ranked higher. `office` is what everyday words of the
    question are called in documents.
    """

    original: str
    resolved: str
    vector: NDArray[np.float32] | None = None
    allowed: frozenset[str] = frozenset()
    favoured: frozenset[str] = frozenset()
    office: str = ""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each score counts after each was scaled to 0..1 over the passages searched."""

    dense: float
    accented: float
    bare: float
    office: float
    favour: float
    sentence: float = 0.0


# Tuned on the development questions: benchmarks/tune.py looks for better ones, benchmarks/ablation.py shows what
# each part brings.
WEIGHTS = Weights(dense=0.45, sentence=0.3, accented=0.13, bare=0.22, office=0.13, favour=0.14)
# Sentences are compared only in this many passages, the best by all other scores: it bounds the time.
_SENTENCES_OF = 300
# Where repeated passages crowd the best, this many times as many are looked at.
_DEEPER = 4


@dataclass(frozen=True, slots=True)
class Searcher:
    """Finds passages; `dense`, `sentences` and `lexical` score them in the order of `passages`.

    With `duplicates` a passage that only repeats a better one of another document comes behind all that do not.
    """

    passages: Sequence[Passage]
    lexical: Lexical
    dense: Dense | None = None
    weights: Weights = WEIGHTS
    sentences: SentenceScores | None = None
    duplicates: Duplicates | None = None

    def search(self, query: SearchQuery, limit: int) -> list[Hit]:
        """The best `limit` passages, best first; ties go to the earlier passage."""
        if not self.passages or limit < 1:
            return []
        inside = self._in_documents(query.allowed) if query.allowed else None
        scores = self._fused(query, inside)
        if query.favoured:
            scores = scores + self.weights.favour * self._in_documents(query.favoured)
        if inside is not None:
            scores = np.where(inside, scores, -np.inf)
        return self._distinct(scores, limit)

    def _distinct(self, scores: NDArray[np.float32], limit: int) -> list[Hit]:
        taken = limit
        while True:
            hits = [Hit(self.passages[i], float(scores[i])) for i in _best(scores, taken) if scores[i] > -np.inf]
            if self.duplicates is None:
                return hits
            if len(hits) < taken or len(hits) - sum(self.duplicates.repeats(hits)) >= limit:
                return self.duplicates.behind(hits)[:limit]
            taken *= _DEEPER

    def _in_documents(self, ids: frozenset[str]) -> NDArray[np.bool_]:
        return np.fromiter((passage.doc_id in ids for passage in self.passages), bool, len(self.passages))

    def _fused(self, query: SearchQuery, inside: NDArray[np.bool_] | None) -> NDArray[np.float32]:
        weights = self.weights
        accented = self.lexical.scores(query.resolved, Spelling.ACCENTED)
        bare = self.lexical.scores(query.resolved, Spelling.BARE)
        if query.original != query.resolved:
            # A wrong restoration must not cost what the words as typed would have found.
            bare = np.maximum(bare, self.lexical.scores(query.original, Spelling.BARE))
        if not has_diacritics(query.resolved):
            accented = bare
        fused = weights.accented * _scaled(accented, inside) + weights.bare * _scaled(bare, inside)
        if query.office:
            fused = fused + weights.office * _scaled(self.lexical.scores(query.office, Spelling.ACCENTED), inside)
        if self.dense is not None and query.vector is not None:
            fused = fused + weights.dense * _scaled(self.dense.scores(query.vector), inside)
        if self.sentences is not None and query.vector is not None:
            fused = fused + weights.sentence * self._by_sentences(self.sentences, query.vector, fused, inside)
        return fused

    def _by_sentences(
        self,
        sentences: SentenceScores,
        vector: NDArray[np.float32],
        fused: NDArray[np.float32],
        inside: NDArray[np.bool_] | None,
    ) -> NDArray[np.float32]:
        """The best sentence's score, scaled over the passages compared; 0 for the others."""
        eligible = fused if inside is None else np.where(inside, fused, -np.inf)
        compared = _best(eligible, _SENTENCES_OF)
        compared = compared[eligible[compared] > -np.inf]
        scores = np.zeros_like(fused)
        scores[compared] = _scaled(sentences.of(vector, compared), None)
        return scores


def _scaled(scores: NDArray[np.float32], inside: NDArray[np.bool_] | None) -> NDArray[np.float32]:
    """Scores from 0 (the worst of the passages searched) to 1 (the best)."""
    among = scores if inside is None else scores[inside]
    if not len(among):
        return np.zeros_like(scores)
    low, high = among.min(), among.max()
    return (scores - low) / (high - low) if high > low else np.zeros_like(scores)


def _best(scores: NDArray[np.float32], limit: int) -> NDArray[np.intp]:
    """Positions of the highest scores, highest first, the earlier one first among equals."""
    if limit < len(scores):
        # Everything that reaches the last score taken, so that ties are cut by position and not by chance.
        bar = np.partition(scores, -limit)[-limit]
        candidates = np.flatnonzero(scores >= bar)
    else:
        candidates = np.arange(len(scores))
    return candidates[np.argsort(-scores[candidates], kind="stable")][:limit]
