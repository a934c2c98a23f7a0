"""Short names of documents, as a clerk would say them."""

from __future__ import annotations

import re

from corpus.records import Document, Metadata

_NUMBERING = re.compile(r"^(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.)\-–]*(?:\s+|$)")


def short_name(known: Metadata) -> str:
    """ "Kế hoạch của Huyện ủy Tuy Phước", or the title where kind or issuer is unknown.

    The number is left out: an answer holds no figure that is not in its quotes.
    """
    if known.kind is None or known.issuer is None:
        return known.title
    return f"{known.kind} của {known.issuer}"


def section_name(section: tuple[str, ...]) -> str:
    """The innermost heading that has words, without its number; "" when it has figures of its own."""
    for title in reversed(section):
        name = _NUMBERING.sub("", title).strip()
        if name:
            return "" if any(letter.isdigit() for letter in name) else _sentence_case(name).rstrip(".:;")
    return ""


def _sentence_case(name: str) -> str:
    """Headings in capitals read like shouting in a sentence."""
    return name.capitalize() if name.isupper() else name


def stated_names(document: Document) -> tuple[str, ...]:
    """What an answer may call a document without quoting it: its title, number and issuer."""
    known = document.metadata
    return tuple(name for name in (known.title, known.number, known.issuer, known.kind) if name)
