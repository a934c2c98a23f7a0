"""From a document's text to its heading tree, blocks and footnotes; pure, in linear time."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from corpus.folding import composed
from corpus.mapped_text import MappedText
from corpus.records import Block, BlockKind, Footnote, Section, Span, Structure
from corpus.structure.blocks import assemble
from corpus.structure.lines import read_lines
from corpus.structure.tree import build
from corpus.structure.zones import assign, split_stamps

_MARK = re.compile(r"(?<!\bm)(?<!\bkm)(?<!\bcm)[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\d{1,3}\]")


def parse(text: str) -> Structure:
    """The structure of a document of this genre.

    Every character that is not blank belongs to exactly one block; a text that follows none of the genre's
    habits comes out as paragraphs of one section. A text with decomposed letters (NFD) is read composed, and the
    spans are those of the text as it is.
    """
    if unicodedata.is_normalized("NFC", text):
        return _parse(text)
    line = composed(text)
    return _back(_parse(line.text), line, len(text))


def _parse(text: str) -> Structure:
    lines, stamps = split_stamps(text, read_lines(text))
    drafts = assemble(text, lines, assign(text, lines, stamps))
    sections, blocks = build(text, drafts)
    return Structure(sections, blocks, _footnotes(text, blocks))


def _footnotes(text: str, blocks: Sequence[Block]) -> tuple[Footnote, ...]:
    """Each footnote with the place of its mark: the last one before it in running text, else the first."""
    places: dict[str, list[int]] = {}
    for block in blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.TITLE):
            for piece in block.pieces:
                for found in _MARK.finditer(text, piece.start, piece.end):
                    places.setdefault(found[0], []).append(found.start())
    notes = []
    for block in blocks:
        if block.kind is BlockKind.FOOTNOTE:
            marks = places.get(block.marker, [])
            following = bisect_left(marks, block.span.start)
            anchor = marks[max(following - 1, 0)] if marks else None
            notes.append(Footnote(block.marker, block.span, anchor))
    return tuple(notes)


def _back(structure: Structure, line: MappedText, length: int) -> Structure:
    """The structure of a composed text with the spans of the text that it was composed from."""

    def span(place: Span) -> Span:
        return line.span(place.start, place.end) if place.start < place.end else Span(0, 0)

    def section(node: Section) -> Section:
        whole = Span(0, length) if node.parent is None else span(node.span)
        return replace(node, heading=span(node.heading), span=whole)

    def note(mark: Footnote) -> Footnote:
        return replace(mark, span=span(mark.span), anchor=None if mark.anchor is None else line.starts[mark.anchor])

    return Structure(
        tuple(section(node) for node in structure.sections),
        tuple(replace(block, pieces=tuple(map(span, block.pieces))) for block in structure.blocks),
        tuple(note(mark) for mark in structure.footnotes),
    )
