"""Proof that an answer says only what the documents say. Pure: nothing is shown that did not pass here.

A statement is proven when its evidence lies inside its documents, everything it puts in “…” stands there, every
figure, number in words, document number and name of a body in it stands in its evidence, in the name of the place it
is taken from, or in the question, and no figure is compared otherwise than in its evidence. Matching is exact after
folding (`corpus.folding`), token by whole token: there is no threshold to lower. What a text in somebody else's words
must pass beyond that is `assistant.proof.rewording`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.naming import section_name, stated_names
from assistant.proof.figures import figures, number_runs
from assistant.proof.rewording import text_is_proven
from assistant.proof.tokens import Token, joined, read, words_of
from assistant.statements import Draft, Evidence, Statement, section_at
from corpus.folding import folded
from corpus.records import Document

__all__ = ["proven", "text_is_proven", "unproven_figures"]

_QUOTED = re.compile(r"“(.+?)”", re.DOTALL)
# A name is two or more capitalised words in a row, with the small words that names hold ("Ủy ban Kiểm tra Huyện ủy").
_SMALL = frozenset(folded("ban ủy tra vụ trận dân viên").split())
# Titles and headings come again with every answer.
_read_name = lru_cache(maxsize=1024)(read)
_ROMAN = re.compile(r"[ivxlc]+")


def proven(draft: Draft, documents: dict[str, Document], question: str) -> tuple[Draft, int]:
    """The draft with only the statements that can be proven, and how many could not."""
    kept = tuple(s for s in draft.statements if s.absent or _is_proven(s, documents, question))
    dropped = len(draft.statements) - len(kept)
    return replace(draft, statements=kept), dropped


def _is_proven(statement: Statement, documents: dict[str, Document], question: str) -> bool:
    if not statement.evidence or not all(_stands(piece, documents) for piece in statement.evidence):
        return False
    quotes = [piece.span.of(documents[piece.doc_id].text) for piece in statement.evidence]
    names = [name for piece in statement.evidence for name in _names(piece, documents[piece.doc_id])]
    return _stands_in(f"{statement.label}\n{statement.text}", quotes, (*names, question))


def _stands(piece: Evidence, documents: dict[str, Document]) -> bool:
    document = documents.get(piece.doc_id)
    return document is not None and 0 <= piece.span.start < piece.span.end <= len(document.text)


def _names(piece: Evidence, document: Document) -> tuple[str, ...]:
    """What an answer calls the place of a piece of evidence: the document's names and its section's."""
    section = section_at(document, piece.span.start)
    return (*stated_names(document), *section, section_name(section))


def _stands_in(said: str, quotes: Sequence[str], names: Iterable[str]) -> bool:
    read_quotes = [read(quote) for quote in quotes]
    plain_quotes = [joined(words_of(quote)) for quote in read_quotes]
    if not all(any(joined(words_of(read(part))) in quote for quote in plain_quotes) for part in _QUOTED.findall(said)):
        return False
    own = read(_QUOTED.sub(" | ", said))
    named = [_read_name(name) for name in names]
    return (
        _figures_stand(read(said), [*read_quotes, *named])
        and _compared_alike(own, read_quotes)
        and _names_stand(own, [*plain_quotes, *(joined(words_of(name)) for name in named)])
    )


def _figures_stand(said: Sequence[Token], sources: Sequence[Sequence[Token]]) -> bool:
    known = {token.text for source in sources for token in source if _is_figure(token)}
    in_words = {run for source in sources for run in number_runs(source)}
    return all(token.text in known for token in said if _is_figure(token)) and all(
        run in in_words for run in number_runs(said)
    )


def _is_figure(token: Token) -> bool:
    """A figure, or a Roman one ("khóa XII", "quý IV")."""
    return token.figure or (token.capital and bool(_ROMAN.fullmatch(token.text)))


def _compared_alike(own: Sequence[Token], quotes: Sequence[Sequence[Token]]) -> bool:
    """Whether each figure said outside “…” has a comparator that a quote gives it; those of names have none to keep."""
    known: dict[str, set[str]] = {}
    for quote in quotes:
        for figure in figures(quote):
            known.setdefault(figure.text, set()).add(figure.sign)
    return all(figure.sign in known[figure.text] for figure in figures(own) if figure.text in known)


def _names_stand(own: Sequence[Token], sources: Sequence[str]) -> bool:
    """Whether each name of a body or place outside “…” stands in a source as a run of whole words."""
    position = 0
    while position < len(own):
        end = _name_end(own, position)
        start = position + own[position].opens  # a capital that only opens the sentence is no part of a name
        if end - position > 1 and not any(joined(words_of(own[start:end])) in source for source in sources):
            return False
        position = max(end, position + 1)
    return True


def _name_end(own: Sequence[Token], start: int) -> int:
    """Where the run of capitalised words that starts at a position ends."""
    end = start
    while end < len(own) and own[end].piece == own[start].piece:
        if not own[end].capital and not (end > start and own[end].text in _SMALL):
            break
        end += 1
    return end


def unproven_figures(said: str, sources: Iterable[str]) -> tuple[str, ...]:
    """The figures, dates and document numbers in a text that stand in none of the sources."""
    known = {token.text for source in sources for token in read(source) if token.figure}
    return tuple(token.text for token in read(said) if token.figure and token.text not in known)
