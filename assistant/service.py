"""The assistant: a question in, a proven answer out."""

from __future__ import annotations

from time import perf_counter

from assistant import cite
from assistant.compose import compose
from assistant.evidence import Evidences
from assistant.kinds import asked
from assistant.messages import Lang, Message
from assistant.messages import answers as say
from assistant.records import Answer, Citation, Kind, Query, RankedPassage, Status
from assistant.statements import Draft, render
from corpus.errors import DocumentUnknown
from corpus.folding import words
from corpus.records import Document
from index.dense import Floats
from index.encoder import Encoder, Role
from index.records import Hit
from index.search import Searcher, SearchQuery
from index.store import Index

# Characters; the longest question of the question sets has 300.
LONGEST_QUESTION = 2000
_RANKED = 10
# Share of the question's word weight that the best sentence and its headings must hold to count as an answer.
_ENOUGH = 0.0


class Assistant:
    """Answers questions over an open index; safe to share between threads."""

    def __init__(self, index: Index, encoder: Encoder) -> None:
        self._encoder = encoder
        contents = index.contents
        self.documents: dict[str, Document] = index.documents
        self._searcher = Searcher(contents.passages, contents.lexical, contents.dense)
        self._evidences = Evidences(contents, self.documents)

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
        vector = self._encoder.encode([query.question], Role.QUERY)[0]
        hits = self._hits(query, vector)
        draft = self._draft(query, hits, vector)
        draft, _ = cite.proven(draft, self.documents, query.question)
        text, citations = render(draft, self.documents)
        status = Status.ANSWERED if citations else Status.NOT_FOUND
        return _answer(query, status, text if citations else self._not_found(hits), citations, hits, started)

    def _hits(self, query: Query, vector: Floats) -> list[Hit]:
        wanted = SearchQuery(query.question, query.question, vector, allowed=frozenset(query.doc_ids))
        return self._searcher.search(wanted, _RANKED)

    def _draft(self, query: Query, hits: list[Hit], vector: Floats) -> Draft:
        weighed = self._evidences.weigh(hits, query.question, vector)
        return compose(asked(query.question), weighed, self.documents, several_documents=not query.doc_ids)

    def _not_found(self, hits: list[Hit]) -> str:
        lines = [say.NOT_FOUND.text(Lang.VI)]
        if hits:
            passage = hits[0].passage
            place = ", ".join((*passage.section[-1:], self.documents[passage.doc_id].metadata.title))
            lines.append(say.NEAREST.text(Lang.VI, place=place))
        return " ".join(lines)


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
    return Answer(query.id, query.question, Status.NOT_FOUND, Kind.OUT_OF_SCOPE, text, (), (), query.question, elapsed)


def _answer(
    query: Query, status: Status, text: str, citations: tuple[Citation, ...], hits: list[Hit], started: float
) -> Answer:
    ranked = tuple(RankedPassage(h.passage.doc_id, h.passage.start, h.passage.end, h.score) for h in hits)
    elapsed = (perf_counter() - started) * 1000
    return Answer(query.id, query.question, status, Kind.CONTENT, text, citations, ranked, query.question, elapsed)
