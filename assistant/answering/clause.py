"""The clause of a long sentence that a row of a comparison rests on."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.finding import Finding, quote
from assistant.likeness import likeness
from assistant.statements import Evidence
from assistant.terms import terms
from corpus.sentences import clauses

# Characters; a longer sentence holds several statements, and the one that answers is lost in a cell of a table.
_LONGEST = 400
# A clause is quoted alone when the next best is worth no more than this share of it. On the development questions .8
# lost no citation, .9 and 1 did.
_CLEARLY = 0.8


def answering_clause(piece: Evidence, others: Sequence[Evidence], finding: Finding) -> Evidence:
    """The clause that is nearest to the question and to the rows of other documents; a short sentence as it is."""
    document = finding.documents[piece.doc_id]
    if piece.span.end - piece.span.start <= _LONGEST:
        return piece
    parts = [Evidence(piece.doc_id, span) for span in clauses(document.text, piece.span)]
    if len(parts) < 2:
        return piece
    asked = terms(f"{finding.question.topic} {finding.question.office}")
    total = finding.rarity.total(asked) or 1.0
    said = [quote(part, document) for part in parts]
    company = [quote(other, finding.documents[other.doc_id]) for other in others]
    alike = likeness([*said, *company], finding.rarity)[: len(parts), len(parts) :]
    near = alike.max(axis=1) if company else [0.0] * len(parts)
    held = [finding.rarity.total(asked & terms(text)) / total for text in said]
    worth = [share + float(alike) for share, alike in zip(held, near, strict=True)]
    best = max(worth)
    clear = sorted(worth)[-2] <= _CLEARLY * best
    return parts[worth.index(best)] if clear else piece
