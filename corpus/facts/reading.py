"""A block as it is read: one line, without markers, markdown marks and footnote marks, tone marks in one place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.folding import composed
from corpus.mapped_text import MappedText
from corpus.records import Block, BlockKind, Document, Span
from corpus.structure.lines import UPPER

_PART = re.compile(r"(?P<blank>\s+)|(?P<mark>[*#]+|(?<!m)[⁰¹²³⁴-⁹]+)|(?P<word>(?:[^\s*#⁰¹²³⁴-⁹]|(?<=m)[²³])+)")
# The same syllable is written "uỷ" and "ủy", "hoá" and "hóa"; here the mark stands on the first vowel.
_OPEN_PAIR = re.compile(r"(?<![qQ])([oOuU])([àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ])(?![^\W\d_])")
_BARE = dict(zip("àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ", "aaaaaeeeeeyyyyyAAAAAEEEEEYYYYY", strict=True))
_TONED = {
    "o": "òóỏõọ",
    "O": "ÒÓỎÕỌ",
    "u": "ùúủũụ",
    "U": "ÙÚỦŨỤ",
}
_TONE_ORDER = "àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ"
_SENTENCE_END = re.compile(rf"[.!?…]+[\"”’)]*\s+(?=[\"“‘(\-+]*\s*[{UPPER}\d])")
_NO_END = re.compile(r"(?:^|[\s(])(?:TP|TX|TT|Q|P|GS|TS|ThS|PGS|tr|v\.v|\d{1,3}|[IVX]{1,4}|[a-zđ]|CN|BS)$")
CONTENT = (BlockKind.PARAGRAPH, BlockKind.ITEM)
"""The blocks that make statements; headings name what is coming, footnotes stand outside the sentence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of a document as it is read, with the way back.

    `line` is the text to match in; `line.span(a, b)` is where `line.text[a:b]` stands in the document.
    """

    line: MappedText
    section: int
    block: Block

    def words(self, text: str, start: int, end: int) -> str:
        """What the document writes at `line.text[start:end]`, with blanks folded and marks left out."""
        if start >= end:
            return ""
        span = self.line.span(start, end)
        raw = " ".join(re.sub(r"[*#⁰¹²³⁴-⁹]+", "", span.of(text)).split())
        # A page break may put another block between the two ends; then what was read is what counts.
        return raw if len(raw) <= end - start + 4 else self.line.text[start:end].strip()


def one_tone_place(line: str) -> str:
    """The line with every tone mark of an open pair of vowels on the first; its length does not change."""
    return _OPEN_PAIR.sub(_move, line)


def _move(found: re.Match[str]) -> str:
    tone = _TONE_ORDER.index(found[2]) % 5
    return _TONED[found[1]][tone] + _BARE[found[2]]


def read_pieces(text: str, pieces: tuple[Span, ...], skip: str = "") -> MappedText:
    """The pieces in one line; `skip` is a marker at their head that is not read."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    waiting = False
    for number, piece in enumerate(pieces):
        begin = piece.start
        if number == 0 and skip:
            spellings = (skip, unicodedata.normalize("NFD", skip))
            at = max(text.find(spelling, piece.start, piece.end) for spelling in spellings)
            begin = at + len(skip) if at >= 0 else begin
        for part in _PART.finditer(text, begin, piece.end):
            if part.lastgroup == "word":
                if waiting and starts:
                    parts.append(" ")
                    starts.append(ends[-1])
                    ends.append(part.start())
                parts.append(part[0])
                starts.extend(range(part.start(), part.end()))
                ends.extend(range(part.start() + 1, part.end() + 1))
                waiting = False
            elif part.lastgroup == "blank":
                waiting = True
        waiting = True
    joined = MappedText("".join(parts), starts, ends)
    if unicodedata.is_normalized("NFC", joined.text):
        return MappedText(one_tone_place(joined.text), starts, ends)
    line = composed(joined.text)
    return MappedText(
        one_tone_place(line.text),
        [starts[position] for position in line.starts],
        [ends[position - 1] for position in line.ends],
    )


def readings(document: Document, kinds: tuple[BlockKind, ...] = CONTENT) -> Iterator[Reading]:
    """The blocks of the given kinds in reading order, empty ones left out."""
    for block in document.structure.blocks:
        if block.kind in kinds:
            marker = "" if block.kind is BlockKind.TITLE else block.marker
            line = read_pieces(document.text, block.pieces, marker)
            if line.text:
                yield Reading(line, block.section, block)


def sentence_bounds(line: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a line, the closing mark included."""
    start = 0
    for found in _SENTENCE_END.finditer(line):
        if line[found.start()] == "." and _NO_END.search(line, max(start, found.start() - 8), found.start()):
            continue
        end = found.start() + len(found[0].rstrip())
        if line[start:end].strip():
            yield start, end
        start = found.end()
    if line[start:].strip():
        yield start, len(line.rstrip())
