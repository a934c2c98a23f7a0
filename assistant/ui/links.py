"""Links to a place in a document that can be pasted into a message: `?doc=ID&at=START-END`. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from corpus.records import Document, Span


@dataclass(frozen=True, slots=True)
class Place:
    """A document, and a stretch of it to show."""

    document: Document
    span: Span | None


def link_to(doc_id: str, start: int, end: int | None = None) -> str:
    """The query that leads to a place; without an end, to the block that the offset stands in."""
    return "?" + urlencode({"doc": doc_id, "at": str(start) if end is None else f"{start}-{end}"})


def linked(query: Mapping[str, str], documents: Mapping[str, Document]) -> Place | None:
    """The place that a query asks for; None without a known document, the whole document without a sound `at`."""
    document = documents.get(query.get("doc", ""))
    if document is None:
        return None
    first, _, last = query.get("at", "").partition("-")
    if not (first.isascii() and first.isdigit()) or int(first) >= len(document.text):
        return Place(document, None)
    start = int(first)
    if last.isascii() and last.isdigit() and start < int(last) <= len(document.text):
        return Place(document, Span(start, int(last)))
    block = next((each for each in document.structure.blocks if each.span.start <= start < each.span.end), None)
    return Place(document, None if block is None else block.span)
