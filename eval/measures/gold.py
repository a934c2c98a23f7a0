"""Where the gold stands in the documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.records import Span
from eval.records import Gold


@dataclass(frozen=True, slots=True)
class Located:
    """A gold entry with every place at which its quote stands; any of the places serves.

    With `whole` the entry is the document itself: whatever lies in it is relevant to the entry.
    """

    doc_id: str
    spans: tuple[Span, ...]
    whole: bool = False


def occurrences(quote: str, text: str) -> tuple[Span, ...]:
    """Every place at which `quote` stands verbatim in `text`, overlapping ones too; () for an empty quote."""
    if not quote:
        return ()
    spans: list[Span] = []
    start = text.find(quote)
    while start >= 0:
        spans.append(Span(start, start + len(quote)))
        start = text.find(quote, start + 1)
    return tuple(spans)


def locate(gold: tuple[Gold, ...], texts: Mapping[str, str]) -> tuple[Located, ...]:
    """The gold entries with their places, in order; an entry whose document is missing has no place."""
    return tuple(_locate(entry, texts.get(entry.doc_id, "")) for entry in gold)


def _locate(entry: Gold, text: str) -> Located:
    if entry.quote is None:
        return Located(entry.doc_id, (Span(0, len(text)),), whole=True)
    return Located(entry.doc_id, occurrences(entry.quote, text))


def shared(span: Span, other: Span) -> int:
    """The number of characters that two spans share."""
    return max(0, min(span.end, other.end) - max(span.start, other.start))
