"""Short names for documents, made from what is known of them. Pure."""

from __future__ import annotations

from corpus.records import Document


def whose(document: Document) -> str | None:
    """The place or body that a document belongs to, None when neither is known."""
    about = document.metadata
    return about.locality.split(",")[0] if about.locality else about.issuer


def short_title(document: Document) -> str:
    """A document's name in a few words: what it is, its number, and whose."""
    about = document.metadata
    owner = whose(document)
    if about.kind is None or owner is None:
        return about.title
    number = f" {about.number}" if about.number else ""
    return f"{about.kind}{number} – {owner}"
