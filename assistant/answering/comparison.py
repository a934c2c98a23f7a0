"""The same matter across documents: a table with one row a document, also for one that says nothing of it."""

from __future__ import annotations

from assistant.abstain import is_enough
from assistant.answering.duty import with_subject
from assistant.answering.finding import Finding, quote
from assistant.answering.rows import Basis, basis, chosen, is_of
from assistant.evidence import Weighed
from assistant.messages import Lang
from assistant.messages import answers as say
from assistant.naming import short_name
from assistant.statements import Draft, Layout, Statement

# A document's sentence belongs in the table when it is worth this share of the best one's: more where the question
# names no document, for then most have nothing to say. Set on the development questions.
_NEAR_ENOUGH = 0.57
_NEAR_ENOUGH_UNNAMED = 0.63
# Rows that can be taken in at a glance; each costs a search of its own.
_MOST_DOCUMENTS = 12


def answer(finding: Finding) -> Draft:
    """A row for each document looked in; empty when none of them says anything."""
    compared = _compared(finding)
    pieces = chosen(finding, compared)
    best = max((value for _, value in pieces.values()), default=0.0)
    said = {doc_id: piece for doc_id, (piece, value) in pieces.items() if _belongs(finding, piece, value, best)}
    if not said:
        return Draft(())
    rows = tuple(_row(finding, doc_id, said.get(doc_id)) for doc_id in compared)
    heads = (say.HEAD_DOCUMENT.text(Lang.VI), say.HEAD_CONTENT.text(Lang.VI))
    return Draft(rows, Layout.TABLE, "", heads)


def _compared(finding: Finding) -> tuple[str, ...]:
    """All documents looked in, or, where they are too many for a table, those that the best sentences are from."""
    if len(finding.searched) <= _MOST_DOCUMENTS:
        return finding.searched
    return tuple(dict.fromkeys(piece.evidence.doc_id for piece in finding.weighed))[:_MOST_DOCUMENTS]


def _belongs(finding: Finding, piece: Weighed, value: float, best: float) -> bool:
    """Whether a sentence says of its document what is compared."""
    by = basis(finding)
    needed = by is not Basis.FIGURE or is_of(finding, piece, by)
    near = _NEAR_ENOUGH if finding.doc_ids else _NEAR_ENOUGH_UNNAMED
    return needed and is_enough(piece) and value >= near * best


def _row(finding: Finding, doc_id: str, piece: Weighed | None) -> Statement:
    document = finding.documents[doc_id]
    name = short_name(document.metadata)
    if piece is None:
        return Statement(say.NOT_STATED.text(Lang.VI), (), name, absent=True)
    evidence = with_subject(piece.evidence, finding) if basis(finding) is Basis.DUTY else piece.evidence
    return Statement(f"“{quote(evidence, document)}”", (evidence,), name)
