"""Whether the citations point at the gold.

Adapted from ALCE (Gao, Yen, Yu, Chen, "Enabling Large Language Models to Generate Text with Citations", EMNLP 2023,
section 3): there, recall asks of every statement whether its citations entail it, and precision of every citation
whether it helps. Here both the citations and the gold are verbatim spans, so overlap takes the place of entailment,
and recall is taken over what had to be said (the gold entries) in place of what was said. A gold entry that is a
whole document is covered by any citation in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.records import Citation
from corpus.records import Span
from eval.measures.gold import Located, shared

OVERLAP = 0.5
"""Half of a quote's characters (recall), half of the shorter of two spans (precision)."""


def citation_recall(citations: Sequence[Citation], gold: Sequence[Located]) -> float:
    """The share of gold entries with a place at least half of whose characters the cited spans, together, cover."""
    if not gold:
        raise ValueError("citation recall is not defined without gold")
    return sum(_covered(citations, entry) for entry in gold) / len(gold)


def citation_precision(citations: Sequence[Citation], gold: Sequence[Located]) -> float:
    """The share of citations that share at least half of the shorter of the two spans with a gold place.

    0 for an answer without citations, as in ALCE.
    """
    if not citations:
        return 0.0
    return sum(any(_fits(citation, entry) for entry in gold) for citation in citations) / len(citations)


def _covered(citations: Sequence[Citation], gold: Located) -> bool:
    if gold.whole:
        return any(citation.doc_id == gold.doc_id for citation in citations)
    return any(_union(citations, gold.doc_id, place) >= OVERLAP * (place.end - place.start) for place in gold.spans)


def _union(citations: Sequence[Citation], doc_id: str, place: Span) -> int:
    """How many characters of `place` lie in at least one citation."""
    reached, total = place.start, 0
    for start, end in sorted((c.start, c.end) for c in citations if c.doc_id == doc_id):
        start, end = max(start, reached), min(end, place.end)
        if end > start:
            total += end - start
            reached = end
    return total


def _fits(citation: Citation, gold: Located) -> bool:
    if citation.doc_id != gold.doc_id:
        return False
    if gold.whole:
        return True
    span = Span(citation.start, citation.end)
    return any(
        shared(span, place) >= OVERLAP * min(span.end - span.start, place.end - place.start) > 0 for place in gold.spans
    )
