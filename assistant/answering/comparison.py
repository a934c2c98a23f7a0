"""The same matter across documents: a table with one row a document, also for one that says nothing of it."""

from __future__ import annotations

from assistant.abstain import holds_quantity, is_enough, wants_quantity
from assistant.answering.duty import with_subject
from assistant.answering.finding import Finding, quote
from assistant.answering.target import indicators, is_silent
from assistant.evidence import Weighed
from assistant.messages import Lang
from assistant.messages import answers as say
from assistant.naming import short_name
from assistant.records import Kind
from assistant.statements import Draft, Evidence, Layout, Statement
from corpus.records import Span

# A document's best sentence belongs in the table when its score comes this near to the best of all documents.
_NEAR_ENOUGH = 0.7
# Rows that can be taken in at a glance; each costs a search of its own.
_MOST_DOCUMENTS = 12


def answer(finding: Finding) -> Draft:
    """A row for each document looked in; empty when none of them says anything."""
    compared = _compared(finding)
    best = {doc_id: _best(finding, doc_id) for doc_id in compared}
    said = [piece for piece in best.values() if piece is not None]
    if not said:
        return Draft(())
    top = max(said, key=lambda piece: piece.score)
    rows = tuple(_row(finding, doc_id, best[doc_id], top) for doc_id in compared)
    heads = (say.HEAD_DOCUMENT.text(Lang.VI), say.HEAD_CONTENT.text(Lang.VI))
    return Draft(rows, Layout.TABLE, "", heads)


def _compared(finding: Finding) -> tuple[str, ...]:
    """All documents looked in, or, where they are too many for a table, those that the best sentences are from."""
    if len(finding.searched) <= _MOST_DOCUMENTS:
        return finding.searched
    return tuple(dict.fromkeys(piece.evidence.doc_id for piece in finding.weighed))[:_MOST_DOCUMENTS]


def _row(finding: Finding, doc_id: str, piece: Weighed | None, top: Weighed) -> Statement:
    document = finding.documents[doc_id]
    name = short_name(document.metadata)
    evidence = _same_indicator(finding, doc_id, top)
    if evidence is None and piece is not None and _belongs(finding, piece, top):
        evidence = piece.evidence
    if evidence is None:
        return Statement(say.NOT_STATED.text(Lang.VI), (), name, absent=True)
    if finding.asked.matter is Kind.DUTY:
        evidence = with_subject(evidence, finding)
    return Statement(f"“{quote(evidence, document)}”", (evidence,), name)


def _belongs(finding: Finding, piece: Weighed, top: Weighed) -> bool:
    """Whether a document's best sentence is about the same as the best of all."""
    of_something_else = finding.asked.matter is Kind.TARGET and is_silent(piece, top)
    return piece.score >= _NEAR_ENOUGH * top.score and not of_something_else


def _best(finding: Finding, doc_id: str) -> Weighed | None:
    """The best sentence of one document, if it is enough of an answer; with a figure where one is asked for."""
    weighed = finding.within(doc_id)
    if finding.asked.matter is Kind.TARGET and wants_quantity(finding.question):
        document = finding.documents[doc_id]
        weighed = [piece for piece in weighed if holds_quantity(quote(piece.evidence, document))]
    return weighed[0] if weighed and is_enough(weighed[0]) else None


def _same_indicator(finding: Finding, doc_id: str, top: Weighed) -> Evidence | None:
    """The target of a document that has the same name as one in the best sentence of all."""
    if finding.asked.matter is not Kind.TARGET or top.evidence.doc_id == doc_id:
        return None
    names = indicators(top)
    for target in finding.facts.targets:
        if target.doc_id == doc_id and names & {target.canonical, *target.canonical_also}:
            return Evidence(doc_id, Span(target.start, target.end))
    return None
