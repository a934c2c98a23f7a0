"""Blocks from lines: hard-wrapped lines put together, and paragraphs that a page break tore."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.records import BlockKind, Span
from corpus.structure.endings import dangles, finished, torn
from corpus.structure.lines import Line, Rank
from corpus.structure.zones import footnote_mark

_SHEET_COLUMNS = (50, 130)  # a text wrapped by hand or by pdftotext; longer lines are whole paragraphs
_WRAPPED_SHARE = 0.5  # of the lines without a final stop, how many must reach the right margin
_LONG_TITLE = 400  # a longer stretch without a full stop is no heading


@dataclass(slots=True)
class Draft:
    """A block in the making; `kind` is None for running text until the tree is known."""

    kind: BlockKind | None
    lines: list[Line]
    breaks: set[int] = field(default_factory=set)

    @property
    def head(self) -> Line:
        """The first line, with the marker."""
        return self.lines[0]

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The stretches of the text that the block consists of."""
        spans: list[Span] = []
        for position, line in enumerate(self.lines):
            if spans and position not in self.breaks:
                spans[-1] = Span(spans[-1].start, line.span.end)
            else:
                spans.append(line.span)
        return tuple(spans)

    def add(self, line: Line, apart: bool) -> None:
        """Take in a further line; `apart` when a page break or another block stands before it."""
        if apart:
            self.breaks.add(len(self.lines))
        self.lines.append(line)


def wrap_column(text: str, lines: Sequence[Line]) -> int | None:
    """The column at which lines were broken by hand, or None when each line is a paragraph."""
    open_lines = sorted(len(line.span.of(text)) for line in lines if not finished(line.span.of(text)))
    if len(open_lines) < 10:
        return None
    margin = open_lines[int(len(open_lines) * 0.9)]
    reached = sum(1 for width in open_lines if width >= margin * 0.8)
    low, high = _SHEET_COLUMNS
    return margin if low <= margin <= high and reached >= len(open_lines) * _WRAPPED_SHARE else None


def assemble(text: str, lines: Sequence[Line], zones: Sequence[BlockKind | None]) -> list[Draft]:
    """The blocks of a document in reading order; `zones[i]` says what `lines[i]` is."""
    maker = _Assembler(text, lines, zones, wrap_column(text, lines))
    for position in range(len(lines)):
        maker.take(position)
    return maker.drafts


class _Assembler:
    """One pass over the lines, remembering the paragraph and the footnote that are still open."""

    def __init__(self, text: str, lines: Sequence[Line], zones: Sequence[BlockKind | None], column: int | None) -> None:
        self.drafts: list[Draft] = []
        self._text = text
        self._lines = lines
        self._zones = zones
        self._column = column
        self._body: Draft | None = None
        self._note: Draft | None = None
        self._owner: Draft | None = None  # the block that took the line before

    def take(self, position: int) -> None:
        line, zone = self._lines[position], self._zones[position]
        if zone is BlockKind.FOOTNOTE:
            self._note = self._open(zone, line)
        elif zone is not None:
            self._take_zone(line, zone)
        else:
            self._take_body(position, line)

    def _open(self, kind: BlockKind | None, line: Line) -> Draft:
        draft = Draft(kind, [line])
        self.drafts.append(draft)
        self._owner = draft
        return draft

    def _take_zone(self, line: Line, zone: BlockKind) -> None:
        if zone is not BlockKind.DEBRIS:
            self._body = self._note = None
        last = self._owner
        apart = line.after_blank and zone in (BlockKind.TITLE, BlockKind.STAMP)
        if last is not None and last.kind is zone and not apart:
            last.add(line, line.after_blank)
        else:
            self._open(zone, line)

    def _take_body(self, position: int, line: Line) -> None:
        last = self._owner
        if self._body is not None and self._joins(self._body, line, last is not self._body):
            self._body.add(line, line.after_blank or last is not self._body)
            self._owner = self._body
        elif self._note is not None and last is self._note and self._joins_note(position, line):
            self._note.add(line, line.after_blank)
        else:
            self._body = self._open(None, line)
            self._note = None

    def _joins(self, draft: Draft, line: Line, interrupted: bool) -> bool:
        """Whether a line goes on with the paragraph that stands open."""
        before, raw = draft.lines[-1].span.of(self._text), line.span.of(self._text)
        if line.rank is Rank.DASH and not line.after_blank:
            return not finished(before) and line.body.of(self._text)[:1].islower() and draft.head.rank is not Rank.DASH
        if line.rank is not Rank.PLAIN and not (line.rank.numbers and before.endswith((" số", " khoản", " Điều"))):
            return False
        if draft.head.rank.numbers and not draft.head.body.of(self._text) and len(draft.lines) == 1:
            return len(raw) <= _LONG_TITLE
        if line.after_blank or interrupted:
            return not self._complete_heading(draft) and torn(before, raw)
        if before.count("**") % 2 == 1 and raw.count("**") % 2 == 1:
            return True
        if line.marked_up or self._complete_heading(draft):
            return False
        return torn(before, raw) or self._wrapped(before, raw) or _same_capitals(before, raw, draft)

    def _complete_heading(self, draft: Draft) -> bool:
        """A line set as a heading in markdown is whole, unless its last word asks for more."""
        raw = draft.lines[-1].span.of(self._text)
        return draft.lines[-1].marked_up and raw.count("**") % 2 == 0 and not dangles(raw)

    def _wrapped(self, before: str, raw: str) -> bool:
        """Whether the line before was broken because the next word did not fit."""
        if self._column is None:
            return False
        return len(before) + 1 + len(raw.split(None, 1)[0]) > self._column * 0.95

    def _joins_note(self, position: int, line: Line) -> bool:
        """Whether a line belongs to the footnote above it."""
        assert self._note is not None
        before, raw = self._note.lines[-1].span.of(self._text), line.span.of(self._text)
        if line.rank is not Rank.PLAIN:
            return False
        if not line.after_blank:
            return torn(before, raw) or self._wrapped(before, raw)
        if torn(before, raw):
            return True
        following = position + 1
        if following >= len(self._lines) or self._zones[following] is not BlockKind.FOOTNOTE:
            return False
        mark = footnote_mark(self._note.head.span.of(self._text))
        next_mark = footnote_mark(self._lines[following].span.of(self._text))
        return footnote_number(next_mark) == footnote_number(mark) + 1


def footnote_number(mark: str) -> int:
    """The number that a footnote mark ("¹²", "[3]") stands for; 0 for none."""
    digits = "".join(str("⁰¹²³⁴⁵⁶⁷⁸⁹".index(sign)) if sign in "⁰¹²³⁴⁵⁶⁷⁸⁹" else sign for sign in mark)
    return int(digits.strip("[]") or 0)


def _same_capitals(before: str, raw: str, draft: Draft) -> bool:
    """A heading in capitals that goes on in capitals on the next line."""
    long = sum(len(line.body.of(before)) for line in draft.lines) > _LONG_TITLE
    return draft.head.rank.numbers and before.upper() == before and raw.upper() == raw and raw.isupper() and not long
