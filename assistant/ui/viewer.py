"""A document as a page of HTML, laid out by its structure, with passages highlighted. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.messages import Lang
from assistant.messages import page as say
from assistant.ui.markup import escape, tag
from corpus.records import Block, BlockKind, Document, Span
from corpus.slips import Slip

# Emphasis and heading marks of markdown: layout shows what they meant, so the marks themselves are left out.
_MARKDOWN = re.compile(r"\*{1,3}|^#{1,6}\s+", re.MULTILINE)
_DEEPEST_HEADING = 6
_QUIET = frozenset({BlockKind.STAMP, BlockKind.MAILING_LIST, BlockKind.SIGNATURE, BlockKind.DEBRIS})


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch to highlight; `current` is the one to scroll to, `label` what a screen reader says of it."""

    span: Span
    label: str
    current: bool = False


def document_html(
    document: Document, highlights: Sequence[Highlight], lang: Lang, anchors: str, doubts: Sequence[Slip] = ()
) -> str:
    """The whole document; block ids are `anchors` and the block's offset, the current highlight has `data-current`.

    `doubts` are underlined, with the likely words to see when pointed at.
    """
    labels = {each.span: say.DOUBT.text(lang, likely=each.likely) for each in doubts}
    shown = _Marker(document.text, highlights, labels)
    parts = [_block(document, block, shown, lang, anchors) for block in document.structure.blocks]
    return "".join(parts)


def _block(document: Document, block: Block, shown: _Marker, lang: Lang, anchors: str) -> str:
    page_break = tag("span", escape(say.PAGE_BREAK.text(lang)), class_="page-break")
    content = f" {page_break} ".join(shown.render(piece) for piece in block.pieces)
    anchor = f"{anchors}{block.span.start}"
    if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        depth = document.structure.sections[block.section].depth
        level = min(depth + 2, _DEEPEST_HEADING)
        return tag(f"h{level}", content, id=anchor, class_=block.kind.value)
    if block.kind is BlockKind.FOOTNOTE:
        return tag("div", content, id=anchor, class_="footnote", role="note", aria_label=say.FOOTNOTE.text(lang))
    if block.kind in _QUIET:
        return tag("div", content, id=anchor, class_=f"quiet {block.kind.value}")
    return tag("p", content, id=anchor, class_=block.kind.value)


class _Marker:
    """Renders stretches of one text with the highlights that fall into them."""

    def __init__(self, text: str, highlights: Iterable[Highlight], doubts: Mapping[Span, str]) -> None:
        self._text = text
        self._doubts = doubts
        self._highlights = sorted(highlights, key=lambda highlight: not highlight.current)

    def render(self, piece: Span) -> str:
        """A stretch as HTML; where highlights overlap, the current one wins."""
        touching = [each for each in self._highlights if each.span.overlaps(piece)]
        cuts = {piece.start, piece.end}
        for span in (*(each.span for each in touching), *(each for each in self._doubts if each.overlaps(piece))):
            cuts |= {max(span.start, piece.start), min(span.end, piece.end)}
        ordered = sorted(cuts)
        return "".join(self._segment(Span(start, end), touching) for start, end in pairwise(ordered))

    def _segment(self, span: Span, touching: list[Highlight]) -> str:
        safe = escape(_MARKDOWN.sub("", span.of(self._text)))
        doubt = next((label for each, label in self._doubts.items() if each.contains(span)), None)
        if doubt is not None:
            safe = tag("span", safe, class_="doubt", title=doubt)
        for each in touching:
            if each.span.contains(span):
                return tag("mark", safe, data_current=each.current, title=each.label)
        return safe
