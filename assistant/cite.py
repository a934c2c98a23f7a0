"""Proof that a draft says only what the documents say. Pure: nothing is shown that did not pass here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.naming import section_name, stated_names
from assistant.statements import Draft, Evidence, Statement, section_at
from corpus.folding import folded
from corpus.records import Document

# Figures with their separators ("3%", "0,4%", "15-20", "14/5/2021"), and document numbers ("217-QĐ/TW").
_FIGURE = re.compile(r"\d[\w.,/%-]*(?<![.,/-])")
_QUOTED = re.compile(r"“(.+?)”", re.DOTALL)


def proven(draft: Draft, documents: dict[str, Document], question: str) -> tuple[Draft, int]:
    """The draft with only the statements that can be proven, and how many could not.

    A statement is proven when its evidence lies inside its documents, everything it puts in “…” stands there, and
    every figure in it stands in its evidence or in the question.
    """
    kept = tuple(s for s in draft.statements if _is_proven(s, documents, question))
    dropped = len(draft.statements) - len(kept)
    return Draft(kept, draft.layout, draft.lead, draft.heads), dropped


def _is_proven(statement: Statement, documents: dict[str, Document], question: str) -> bool:
    if not statement.evidence or not all(_stands(piece, documents) for piece in statement.evidence):
        return False
    quotes = [piece.span.of(documents[piece.doc_id].text) for piece in statement.evidence]
    names = [name for piece in statement.evidence for name in _names(piece, documents[piece.doc_id])]
    said = f"{statement.label} {statement.text}"
    return _quoted_stands(said, quotes) and not unproven_figures(said, (*quotes, *names, question))


def _names(piece: Evidence, document: Document) -> tuple[str, ...]:
    """What an answer calls the place of a piece of evidence: the document's names and the section's numbers."""
    section = section_at(document, piece.span.start)
    return (*stated_names(document), *section, section_name(section))


def _stands(piece: Evidence, documents: dict[str, Document]) -> bool:
    document = documents.get(piece.doc_id)
    return document is not None and 0 <= piece.span.start < piece.span.end <= len(document.text)


def _quoted_stands(said: str, quotes: Iterable[str]) -> bool:
    sources = [_plain(quote) for quote in quotes]
    return all(any(_plain(quoted) in source for source in sources) for quoted in _QUOTED.findall(said))


def unproven_figures(said: str, sources: Iterable[str]) -> tuple[str, ...]:
    """The figures, dates and document numbers in a text that stand in none of the sources."""
    known = {figure for source in sources for figure in _FIGURE.findall(_plain(source))}
    return tuple(figure for figure in _FIGURE.findall(_plain(said)) if figure not in known)


def _plain(text: str) -> str:
    return " ".join(folded(text).split())
