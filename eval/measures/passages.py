"""How well the passages that were found fit the gold.

A passage is relevant to a gold entry when it is of the entry's document and covers at least half of the characters
of one of the places at which the quote stands (so a passage that contains the quote is relevant).
To a gold entry that is a whole document, every passage of the document is relevant.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.records import RankedPassage
from corpus.records import Span
from eval.measures.gold import Located, shared

COVER = 0.5
"""The share of a quote's characters that a passage must hold. Half, so that a quote which a chunk border cuts
in two still counts for one of the two chunks."""


def covers(passage: RankedPassage, gold: Located) -> bool:
    """Whether the passage is relevant to the gold entry."""
    if passage.doc_id != gold.doc_id:
        return False
    if gold.whole:
        return True
    span = Span(passage.start, passage.end)
    return any(shared(span, place) >= COVER * (place.end - place.start) for place in gold.spans)


def recall_at(k: int, passages: Sequence[RankedPassage], gold: Sequence[Located]) -> float:
    """The share of gold entries to which at least one of the first `k` passages is relevant.

    This is nugget recall, not document recall: two passages over the same quote count once.
    """
    if not gold:
        raise ValueError("recall is not defined without gold")
    found = sum(any(covers(passage, entry) for passage in passages[:k]) for entry in gold)
    return found / len(gold)


def first_relevant(passages: Sequence[RankedPassage], gold: Sequence[Located]) -> int | None:
    """The rank, from 1, of the first passage that is relevant to any gold entry; None where there is none."""
    for rank, passage in enumerate(passages, start=1):
        if any(covers(passage, entry) for entry in gold):
            return rank
    return None
