"""The same matter across documents: a table with one row a document, also for one that says nothing of it."""

from __future__ import annotations

from assistant.abstain import is_enough
from assistant.answering.finding import Finding, quote
from assistant.evidence import Weighed
from assistant.messages import Lang
from assistant.messages import answers as say
from assistant.naming import short_name
from assistant.statements import Draft, Layout, Statement

# A document's best sentence belongs in the table when its score comes this near to the best of all documents.
_NEAR_ENOUGH = 0.7


def answer(finding: Finding) -> Draft:
    """A row for each document looked in; empty when none of them says anything."""
    best = {doc_id: _best(finding, doc_id) for doc_id in finding.searched}
    top = max((piece.score for piece in best.values() if piece is not None), default=0.0)
    rows = []
    for doc_id, piece in best.items():
        name = short_name(finding.documents[doc_id].metadata)
        if piece is not None and piece.score >= _NEAR_ENOUGH * top:
            said = f"“{quote(piece.evidence, finding.documents[doc_id])}”"
            rows.append(Statement(said, (piece.evidence,), name))
        else:
            rows.append(Statement(say.NOT_STATED.text(Lang.VI), (), name, absent=True))
    if not any(row.evidence for row in rows):
        return Draft(())
    heads = (say.HEAD_DOCUMENT.text(Lang.VI), say.HEAD_CONTENT.text(Lang.VI))
    return Draft(tuple(rows), Layout.TABLE, "", heads)


def _best(finding: Finding, doc_id: str) -> Weighed | None:
    """The best sentence of one document, if it is enough of an answer."""
    weighed = finding.within(doc_id)
    if not weighed or not is_enough(weighed[0]):
        return None
    return weighed[0]
