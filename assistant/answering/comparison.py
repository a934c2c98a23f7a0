"""The same matter across documents: a table with one row a document, also for one that says nothing of it."""

from __future__ import annotations

from assistant.answering.basis import Basis, basis
from assistant.answering.clause import answering_clause
from assistant.answering.duty import with_subject
from assistant.answering.finding import Finding, quote
from assistant.answering.rows import chosen
from assistant.evidence import Weighed
from assistant.messages import Lang
from assistant.messages import answers as say
from assistant.naming import short_name
from assistant.statements import Draft, Evidence, Layout, Statement

# Rows that can be taken in at a glance; each costs a search of its own.
_MOST_DOCUMENTS = 12


def answer(finding: Finding) -> Draft:
    """A row for each document looked in; empty when none of them says anything."""
    compared = _compared(finding)
    by = basis(finding.question.asking)
    said = chosen(finding, compared, by)
    if not said:
        return Draft(())
    pieces = {doc_id: _evidence(finding, doc_id, said, by) for doc_id in said}
    rows = tuple(_row(finding, doc_id, pieces.get(doc_id)) for doc_id in compared)
    heads = (say.HEAD_DOCUMENT.text(Lang.VI), say.HEAD_CONTENT.text(Lang.VI))
    return Draft(rows, Layout.TABLE, "", heads)


def _compared(finding: Finding) -> tuple[str, ...]:
    """All documents looked in, or, where they are too many for a table, those that the best sentences are from."""
    if len(finding.searched) <= _MOST_DOCUMENTS:
        return finding.searched
    return tuple(dict.fromkeys(piece.evidence.doc_id for piece in finding.weighed))[:_MOST_DOCUMENTS]


def _evidence(finding: Finding, doc_id: str, said: dict[str, Weighed], by: Basis) -> Evidence:
    """What a row quotes: with whom it is given to where duties are compared, else no more than what answers."""
    piece = said[doc_id].evidence
    if by is Basis.DUTY:
        return with_subject(piece, finding)
    others = [other.evidence for key, other in said.items() if key != doc_id]
    return answering_clause(piece, others, finding)


def _row(finding: Finding, doc_id: str, evidence: Evidence | None) -> Statement:
    document = finding.documents[doc_id]
    name = short_name(document.metadata)
    if evidence is None:
        return Statement(say.NOT_STATED.text(Lang.VI), (), name, absent=True)
    return Statement(f"“{quote(evidence, document)}”", (evidence,), name)
