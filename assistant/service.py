"""The assistant: a question in, a proven answer out."""

from __future__ import annotations

import math
from collections import Counter
from time import perf_counter

from assistant import cite
from assistant.evidence import weigh
from assistant.messages import Lang, Message
from assistant.messages import answers as say
from assistant.records import Answer, Citation, Kind, Query, RankedPassage, Status
from assistant.statements import Draft, Statement, render, section_at
from corpus.errors import DocumentUnknown
from corpus.folding import words
from corpus.records import Document
from index.chunking import context
from index.encoder import Encoder, Role
from index.records import Hit
from index.search import Searcher, SearchQuery
from index.store import Index

# Characters; the longest question of the question sets has 300.
LONGEST_QUESTION = 2000
_RANKED = 10
# Share of the question's word weight that the best sentence and its headings must hold to count as an answer.
_ENOUGH = 0.45


class Assistant:
    """Answers questions over an open index; safe to share between threads."""

    def __init__(self, index: Index, encoder: Encoder) -> None:
        self._index = index
        self._encoder = encoder
        self._searcher = Searcher(index.passages, index.lexical, index.dense)
        self._rarity = _rarity(index)

    @property
    def documents(self) -> dict[str, Document]:
        """The documents that can be asked about, by id."""
        return self._index.documents

    def ask(self, query: Query) -> Answer:
        """Answer a question; the same question over the same index gives the same answer.

        Raises DocumentUnknown when the query names a document that is not there.
        """
        started = perf_counter()
        for doc_id in query.doc_ids:
            if doc_id not in self.documents:
                raise DocumentUnknown(doc_id, self.documents)
        unusable = _unusable(query.question)
        if unusable is not None:
            return _refusal(query, unusable, started)
        hits = self._hits(query)
        draft = self._draft(query.question, hits)
        draft, _ = cite.proven(draft, self.documents, query.question)
        text, citations = render(draft, self.documents)
        status = Status.ANSWERED if citations else Status.NOT_FOUND
        return _answer(query, status, text if citations else self._not_found(hits), citations, hits, started)

    def _hits(self, query: Query) -> list[Hit]:
        vector = self._encoder.encode([query.question], Role.QUERY)[0]
        wanted = SearchQuery(query.question, query.question, vector, allowed=frozenset(query.doc_ids))
        return self._searcher.search(wanted, _RANKED)

    def _draft(self, question: str, hits: list[Hit]) -> Draft:
        weighed = weigh(hits, self.documents, question, self._rarity)
        if not weighed or weighed[0].coverage < _ENOUGH:
            return Draft(())
        piece = weighed[0].evidence
        document = self.documents[piece.doc_id]
        section = section_at(document, piece.span.start)
        within = say.IN_SECTION.text(Lang.VI, section=section[-1]) if section else ""
        quote = " ".join(piece.span.of(document.text).split())
        text = say.ACCORDING_TO.text(Lang.VI, title=document.metadata.title, section=within, quote=quote)
        return Draft((Statement(text, (piece,)),))

    def _not_found(self, hits: list[Hit]) -> str:
        lines = [say.NOT_FOUND.text(Lang.VI)]
        if hits:
            passage = hits[0].passage
            place = ", ".join((*passage.section[-1:], self.documents[passage.doc_id].metadata.title))
            lines.append(say.NEAREST.text(Lang.VI, place=place))
        return " ".join(lines)


def _rarity(index: Index) -> dict[str, float]:
    """Inverse document frequency of each folded bare word over the passages."""
    counts: Counter[str] = Counter()
    for passage in index.passages:
        counts.update(set(words(context(passage), diacritics=False)))
    return {word: math.log(1 + len(index.passages) / count) for word, count in counts.items()}


def _unusable(question: str) -> str | None:
    if not question.strip():
        return _vi(say.QUESTION_EMPTY)
    if len(question) > LONGEST_QUESTION:
        return say.QUESTION_TOO_LONG.text(Lang.VI, length=len(question), limit=LONGEST_QUESTION)
    return None if words(question) else _vi(say.QUESTION_WITHOUT_WORDS)


def _vi(message: Message) -> str:
    return message.text(Lang.VI)


def _refusal(query: Query, text: str, started: float) -> Answer:
    elapsed = (perf_counter() - started) * 1000
    return Answer(
        query.id, query.question, Status.NOT_FOUND, Kind.OUT_OF_SCOPE, text, (), (), query.question, elapsed
    )


def _answer(
    query: Query, status: Status, text: str, citations: tuple[Citation, ...], hits: list[Hit], started: float
) -> Answer:
    ranked = tuple(RankedPassage(h.passage.doc_id, h.passage.start, h.passage.end, h.score) for h in hits)
    elapsed = (perf_counter() - started) * 1000
    return Answer(
        query.id, query.question, status, Kind.CONTENT, text, citations, ranked, query.question, elapsed
    )
