"""A piece of a document with what was cited and what had to be cited marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from corpus.records import Span
from eval.report.markup import Markup, el, join

AROUND: Final = 140
"""Characters shown before and after; about two lines of the page."""


def excerpt(text: str, centre: Span, cited: Sequence[Span], gold: Sequence[Span]) -> Markup:
    """The text around a span, as far as the nearest words; `cited` and `gold` are marked, also where they overlap."""
    start = _word_start(text, centre.start - AROUND)
    end = _word_end(text, centre.end + AROUND)
    borders = sorted({start, end, *_inside(cited, start, end), *_inside(gold, start, end)})
    pieces = [_marked(text[a:b], _within(a, cited), _within(a, gold)) for a, b in pairwise(borders)]
    before, after = "… " if start > 0 else "", " …" if end < len(text) else ""
    return join(before, *pieces, after)


def _marked(piece: str, cited: bool, gold: bool) -> Markup:
    if not cited and not gold:
        return join(piece)
    return el("mark", piece, class_=" ".join(name for name, on in (("cited", cited), ("gold", gold)) if on))


def _inside(spans: Sequence[Span], start: int, end: int) -> set[int]:
    return {border for span in spans for border in (span.start, span.end) if start < border < end}


def _within(position: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= position < span.end for span in spans)


def _word_start(text: str, position: int) -> int:
    if position <= 0:
        return 0
    space = text.find(" ", position)
    return position if space < 0 or space - position > AROUND else space + 1


def _word_end(text: str, position: int) -> int:
    if position >= len(text):
        return len(text)
    space = text.rfind(" ", 0, position)
    return position if position - space > AROUND else space
