"""The assistant: a question in, a proven answer out."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import numpy as np

from assistant import cite
from assistant.answering.finding import Finding, place
from assistant.compose import compose
from assistant.errors import WriterFailed
from assistant.evidence import Evidences, Weighed
from assistant.framing import without_frame
from assistant.kinds import Asked, asked
from assistant.messages import Lang
from assistant.messages import answers as say
from assistant.ranking import by_sentences, cited_first
from assistant.records import Answer, Kind, Query, RankedPassage, Status
from assistant.resolve import Resolved, Resolver
from assistant.stated import by_place
from assistant.statements import Evidence, render
from assistant.writer import Writer
from corpus import thesaurus
from corpus.abbreviations import definitions, known
from corpus.errors import DocumentUnknown
from corpus.folding import words
from corpus.records import Document, Span
from index import query_adapter
from index.dense import Floats
from index.duplicates import Duplicates
from index.encoder import Encoder, Role
from index.language.model import LanguageModel
from index.language.restore import Restorer
from index.records import Hit
from index.reranker import Reranker, reranked
from index.scope import Scope, Scoper
from index.search import Searcher, SearchQuery
from index.sentence_scores import BestSentences
from index.store import Contents, Index

# Characters; the longest question of the question sets has 300.
LONGEST_QUESTION = 2000
_RANKED = 10
# Passages that an answer rests on go first when they are so few; a long list would push others out.
_RESTED_ON = 3
# Passages looked at in each document of a comparison.
_RANKED_ALONE = 5


class Assistant:
    """Answers questions over an open index; safe to share between threads."""

    def __init__(
        self,
        index: Index,
        encoder: Encoder,
        writer: Writer | None = None,
        reranker: Reranker | None = None,
        *,
        adapted: bool = True,
    ) -> None:
        """Over an index and the encoder it was made with.

        A writer may put proven answers into other words, a reranker the best passages into another order. `adapted`
        is False to learn the map of question vectors that is used otherwise, where there is one for the encoder.
        """
        contents = index.contents
        self.documents: dict[str, Document] = index.documents
        self._encoder = encoder
        self._adapter = query_adapter.load(encoder.spec.digest) if adapted else None
        self._writer = writer
        self._reranker = reranker
        best = BestSentences(contents.sentence_dense, contents.sentences, len(contents.passages))
        self._passages_at = by_place(contents.passages)
        self._duplicates = Duplicates(contents.passages, contents.firsts)
        self._searcher = Searcher(
            contents.passages, contents.lexical, contents.dense, sentences=best, duplicates=self._duplicates
        )
        usual = None if self._adapter is None else self._adapter.usual
        self._evidences = Evidences(contents, self.documents, usual=usual)
        model = LanguageModel(contents.language)
        self._scoper = Scoper(contents.documents, model)
        self._resolver = _resolver(contents, model, self._scoper)
        self._facts = contents.facts

    def ask(self, query: Query) -> Answer:
        """Answer a question; the same question over the same index gives the same answer.

        Raises DocumentUnknown when the query names a document that is not there.
        """
        started = perf_counter()
        for doc_id in query.doc_ids:
            if doc_id not in self.documents:
                raise DocumentUnknown(doc_id, self.documents)
        unusable = _unusable(query.question)
        answer = self._answer(query) if unusable is None else _blank(query, unusable)
        return replace(answer, elapsed_ms=(perf_counter() - started) * 1000)

    def elsewhere(self, passage: RankedPassage) -> list[str]:
        """The ids of the other documents that say the same as a passage of an answer, each once."""
        return list(dict.fromkeys(each.doc_id for each in self._duplicates.elsewhere(passage.doc_id, passage.start)))

    def weighed(self, query: Query) -> list[Weighed]:
        """The sentences weighed for a question, best first, with what speaks for each: to tune and to explain."""
        resolved, wanted = self._understood(query)
        vector = self._vector(resolved)
        hits = self._hits(query, resolved, wanted, vector)
        return self._evidences.weigh(hits, resolved, wanted, vector)

    def _answer(self, query: Query) -> Answer:
        resolved, wanted = self._understood(query)
        vector = self._vector(resolved)
        hits = self._hits(query, resolved, wanted, vector)
        finding = self._finding(query, resolved, wanted, hits, vector)
        draft = compose(finding)
        draft, _ = cite.proven(draft, self.documents, resolved.text)
        best = by_sentences(hits, finding.weighed)
        if draft.answered:
            cited = [piece for statement in draft.statements for piece in statement.evidence][:_RESTED_ON]
            best = cited_first(best, [passage for piece in cited for passage in self._passages_at(piece)])
        shown = self._duplicates.behind(best)
        ranked = tuple(RankedPassage(h.passage.doc_id, h.passage.start, h.passage.end, h.score) for h in shown)
        found = replace(
            _blank(query, self._not_found(wanted, resolved.scope, hits)),
            kind=wanted.kind,
            passages=ranked,
            resolved_question=resolved.text,
        )
        if all(statement.absent for statement in draft.statements):
            return found
        text, citations = render(draft, self.documents)
        if not draft.answered:
            return replace(found, answer=f"{say.NOT_FOUND.text(Lang.VI)} {text}", citations=citations)
        return self._reworded(replace(found, status=Status.ANSWERED, answer=text, citations=citations))

    def asked_vector(self, query: Query) -> tuple[Floats, frozenset[str]]:
        """A question's meaning (d,) and the documents it is about, empty for all: to learn from."""
        resolved, _ = self._understood(query)
        return self._vector(resolved), resolved.scope.narrowed

    def _understood(self, query: Query) -> tuple[Resolved, Asked]:
        resolved = self._resolver.resolve(query)
        wanted = asked(resolved.asking, resolved.original, resolved.scope.named)
        if wanted.kind is Kind.COMPARISON:
            resolved = replace(resolved, topic=without_frame(resolved.topic))
        return resolved, wanted

    def _vector(self, resolved: Resolved) -> Floats:
        """The question's meaning, (d,).

        What a follow-up says itself weighs as much as the whole question that it makes with the former one.
        """
        followed = [resolved.asking] if resolved.asking != resolved.text else []
        total = self._encoder.encode([resolved.topic, *followed], Role.QUERY).sum(axis=0)
        mean: Floats = total / np.linalg.norm(total)
        return mean if self._adapter is None else self._adapter(mean)

    def _hits(self, query: Query, resolved: Resolved, wanted: Asked, vector: Floats) -> list[Hit]:
        allowed, favoured = _allowed(query, resolved, wanted), resolved.scope.favoured
        search = SearchQuery(query.question, resolved.topic, vector, allowed, favoured, resolved.office)
        hits = self._searcher.search(search, _RANKED)
        return hits if self._reranker is None else reranked(self._reranker, resolved.topic, hits)

    def _finding(self, query: Query, resolved: Resolved, wanted: Asked, hits: list[Hit], vector: Floats) -> Finding:
        def within(doc_id: str) -> list[Weighed]:
            alone = SearchQuery(query.question, resolved.topic, vector, frozenset({doc_id}), office=resolved.office)
            return self._evidences.weigh(self._searcher.search(alone, _RANKED_ALONE), resolved, wanted, vector)

        return Finding(
            asked=wanted,
            question=resolved,
            weighed=self._evidences.weigh(hits, resolved, wanted, vector),
            documents=self.documents,
            facts=self._facts,
            doc_ids=_allowed(query, resolved, wanted),
            within=within,
            rarity=self._evidences.rarity,
        )

    def _not_found(self, wanted: Asked, scope: Scope, hits: list[Hit]) -> str:
        """What is said when there is no answer: why, as far as it is known, and where the nearest text stands."""
        if wanted.kind is Kind.OUT_OF_SCOPE:
            return say.WHAT_IT_IS_FOR.text(Lang.VI)
        lines = [say.NOT_FOUND.text(Lang.VI)]
        if scope.unknown_place is not None:
            places = ", ".join(self._scoper.places)
            lines.append(say.PLACE_UNKNOWN.text(Lang.VI, place=scope.unknown_place, places=places))
        elif scope.unknown_issuer is not None:
            lines.append(say.ISSUER_UNKNOWN.text(Lang.VI, issuer=scope.unknown_issuer))
        elif scope.unknown_term is not None:
            lines.append(say.TERM_UNKNOWN.text(Lang.VI, term=scope.unknown_term))
        elif scope.unknown_year is not None:
            lines.append(say.YEAR_UNKNOWN.text(Lang.VI, year=scope.unknown_year))
        elif hits:
            passage = hits[0].passage
            nearest = place(Evidence(passage.doc_id, Span(passage.start, passage.end)), self.documents[passage.doc_id])
            lines.append(say.NEAREST.text(Lang.VI, place=nearest))
        return " ".join(lines)

    def _reworded(self, answer: Answer) -> Answer:
        """The answer in the writer's words if there is a writer and its words pass the proof."""
        if self._writer is None:
            return answer
        try:
            text = self._writer.rewrite(answer.question, answer.answer, answer.citations)
        except WriterFailed as failure:
            return replace(answer, notice=say.WRITER_NOT_USED.text(Lang.VI, reason=failure.reason))
        if not cite.text_is_proven(text, answer.citations, answer.question):
            reason = say.WRITER_UNPROVEN.text(Lang.VI)
            return replace(answer, notice=say.WRITER_NOT_USED.text(Lang.VI, reason=reason))
        return replace(answer, answer=text)


def _allowed(query: Query, resolved: Resolved, wanted: Asked) -> frozenset[str]:
    """The documents to look in, empty for all: the user's choice stands above what the question seems to say."""
    narrowed = resolved.scope.narrowed
    with_others = wanted.kind is Kind.COMPARISON and len(narrowed) == 1
    return frozenset(query.doc_ids) or (frozenset() if with_others else narrowed)


def _resolver(contents: Contents, model: LanguageModel, scoper: Scoper) -> Resolver:
    abbreviations = known().with_definitions(definitions(contents.documents))
    return Resolver(Restorer(model, abbreviations), scoper, thesaurus.load())


def _unusable(question: str) -> str | None:
    if not question.strip():
        return say.QUESTION_EMPTY.text(Lang.VI)
    if len(question) > LONGEST_QUESTION:
        return say.QUESTION_TOO_LONG.text(Lang.VI, length=len(question), limit=LONGEST_QUESTION)
    return None if words(question) else say.QUESTION_WITHOUT_WORDS.text(Lang.VI)


def _blank(query: Query, text: str) -> Answer:
    """An answer that finds nothing."""
    return Answer(
        query.id, query.question, Status.NOT_FOUND, Kind.OUT_OF_SCOPE, text, (), (), query.question, elapsed_ms=0.0
    )
