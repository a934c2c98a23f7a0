"""The sentences of the passages found, weighed against the question."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.kinds import Asked
from assistant.resolve import Resolved
from assistant.signals import WEIGHTS, Question, Signals, score
from assistant.stated import FactsAt, Stated
from assistant.statements import Evidence
from assistant.terms import Rarity
from corpus.records import BlockKind, Document, Span
from index.dense import Dense, Floats
from index.records import Hit, Passage
from index.store import Contents


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence, its score (higher is better), what that is made of, and the facts it states."""

    evidence: Evidence
    passage: Passage
    score: float
    signals: Signals
    facts: FactsAt


class Evidences:
    """Weighs the sentences of hits; built once for an index."""

    def __init__(
        self,
        contents: Contents,
        documents: dict[str, Document],
        weights: Signals = WEIGHTS,
        usual: Floats | None = None,
    ) -> None:
        """`usual` (n, d): sentences against which it is told how near one is; the index's own when None."""
        self._contents = contents
        self._documents = documents
        self._weights = weights
        self._owners = [sentence.passage for sentence in contents.sentences]
        self._places = {(p.doc_id, p.start): position for position, p in enumerate(contents.passages)}
        self._stated = Stated(contents.facts)
        self._frames = {document.id: _frame_spans(document) for document in documents.values()}
        self.rarity = Rarity(contents.passages)
        self._usual = _spread(contents.sentence_dense) if usual is None else usual

    def weigh(self, hits: Sequence[Hit], question: Resolved, asked: Asked, vector: Floats) -> list[Weighed]:
        """The sentences of the hits, best first, for a resolved question and its vector (d,)."""
        read = Question(question, asked, self.rarity)
        best = max((hit.score for hit in hits), default=1.0) or 1.0
        usual = self._usual @ vector
        mean, deviation = float(usual.mean()), float(usual.std()) or 1.0
        found = []
        for hit in hits:
            positions = self._sentences_of(hit.passage)
            cosines = self._contents.sentence_dense.scores_at(vector, positions)
            for position, cosine in zip(positions, cosines, strict=True):
                nearness = (float(cosine) - mean) / deviation
                found.append(self._weigh(position, hit.passage, hit.score / best, read, nearness))
        return sorted(found, key=lambda weighed: -weighed.score)

    def _sentences_of(self, passage: Passage) -> range:
        position = self._places[passage.doc_id, passage.start]
        return range(bisect_left(self._owners, position), bisect_right(self._owners, position))

    def _weigh(self, position: int, passage: Passage, share: float, read: Question, nearness: float) -> Weighed:
        sentence = self._contents.sentences[position]
        evidence = Evidence(passage.doc_id, Span(sentence.start, sentence.end))
        said = evidence.span.of(self._documents[evidence.doc_id].text)
        facts = self._stated.at(evidence)
        frame = any(span.overlaps(evidence.span) for span in self._frames[evidence.doc_id])
        signals = read.signals(said, passage.section, facts, passage=share, nearness=nearness, frame=frame)
        return Weighed(evidence, passage, score(signals, self._weights), signals, facts)


# Sentences by which it is told how near to a question sentences usually are; evenly spread over all of them.
_USUAL = 1000


def _spread(dense: Dense) -> Floats:
    """The vectors of up to `_USUAL` sentences, (n, d)."""
    return dense.vectors[:: max(1, len(dense) // _USUAL)] if len(dense) else np.zeros((1, dense.dimension), np.float32)


_FRAME = frozenset({BlockKind.TITLE, BlockKind.MAILING_LIST, BlockKind.SIGNATURE})


def _frame_spans(document: Document) -> tuple[Span, ...]:
    """The document's frame: what stands before the first heading, and the kinds of block that state nothing."""
    structure = document.structure
    headed = len(structure.sections) > 1
    return tuple(b.span for b in structure.blocks if b.kind in _FRAME or (headed and b.section == 0))
