"""The sentences of the passages found, weighed against the question."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.statements import Evidence
from corpus.folding import words
from corpus.records import Document, Span
from index.chunking import context
from index.dense import Floats
from index.records import Hit, Passage
from index.store import Contents

# Shares of a sentence's score, tuned on the development questions: the rank of its passage, its own meaning, and
# the question's words it holds.
PASSAGE_SHARE = 0.5
MEANING_SHARE = 0.25
WORDS_SHARE = 0.25
# A heading's words count for the sentences under it, at half: they say what the sentence is about.
HEADING_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence and how well it fits the question.

    `score` orders sentences, higher is better. `cosine` compares its meaning with the question's; `coverage` (0..1)
    is the share of the question's words, the rarer the heavier, that it and its headings hold.
    """

    evidence: Evidence
    passage: Passage
    score: float
    cosine: float
    coverage: float


class Rarity:
    """How much a word tells: its inverse document frequency over the passages, bare of diacritics."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        counts: Counter[str] = Counter()
        for passage in passages:
            counts.update(set(words(context(passage), diacritics=False)))
        self._weights = {word: math.log(1 + len(passages) / count) for word, count in counts.items()}
        self._unseen = math.log(1 + len(passages))

    def of(self, term: str) -> float:
        """The weight of a word, or the mean of a word pair's."""
        pieces = term.split()
        return sum(self._weights.get(piece, self._unseen) for piece in pieces) / len(pieces)

    def total(self, terms: Iterable[str]) -> float:
        """The weight of several terms together."""
        return sum(self.of(term) for term in terms)


class Evidences:
    """Weighs the sentences of hits; built once for an index."""

    def __init__(self, contents: Contents, documents: dict[str, Document]) -> None:
        self._contents = contents
        self._documents = documents
        self._owners = [sentence.passage for sentence in contents.sentences]
        self._places = {(p.doc_id, p.start): position for position, p in enumerate(contents.passages)}
        self.rarity = Rarity(contents.passages)

    def weigh(self, hits: Sequence[Hit], question: str, vector: Floats) -> list[Weighed]:
        """The sentences of the hits, best first, for a question and its vector (d,)."""
        asked = terms(question)
        total = self.rarity.total(asked) or 1.0
        best = max((hit.score for hit in hits), default=1.0) or 1.0
        found = []
        for hit in hits:
            about = terms(" ".join(hit.passage.section))
            positions = self._sentences_of(hit.passage)
            for position, cosine in zip(positions, self._cosines(positions, vector), strict=True):
                span = Span(self._contents.sentences[position].start, self._contents.sentences[position].end)
                said = terms(span.of(self._documents[hit.passage.doc_id].text))
                own = self.rarity.total(asked & said) / total
                lent = self.rarity.total((asked & about) - said) / total
                score = PASSAGE_SHARE * hit.score / best + MEANING_SHARE * _stretched(cosine)
                score += WORDS_SHARE * (own + HEADING_SHARE * lent)
                evidence = Evidence(hit.passage.doc_id, span)
                found.append(Weighed(evidence, hit.passage, score, cosine, own + lent))
        return sorted(found, key=lambda weighed: -weighed.score)

    def _sentences_of(self, passage: Passage) -> range:
        position = self._places[passage.doc_id, passage.start]
        return range(bisect_left(self._owners, position), bisect_right(self._owners, position))

    def _cosines(self, positions: Sequence[int], vector: Floats) -> list[float]:
        return [float(cosine) for cosine in self._contents.sentence_dense.scores_at(vector, positions)]


# Cosines of this model lie between these for nearly all pairs of a question and a sentence.
_LOW_COSINE, _HIGH_COSINE = 0.75, 0.95


def _stretched(cosine: float) -> float:
    return min(1.0, max(0.0, (cosine - _LOW_COSINE) / (_HIGH_COSINE - _LOW_COSINE)))


def terms(text: str) -> frozenset[str]:
    """The bare words of a text and the pairs of neighbours among them."""
    listed = words(text, diacritics=False)
    return frozenset(listed) | {f"{a} {b}" for a, b in pairwise(listed)}
