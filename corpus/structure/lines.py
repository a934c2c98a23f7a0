"""The lines of a document, with the markdown marks and the numbering at their head recognised."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from corpus.records import Span

UPPER = "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆFGHIÌÍỈĨỊJKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVWXYỲÝỶỸỴZ"
"""The capital letters of Vietnamese, for character classes (ranges such as À-Ỹ take in small letters)."""


class Rank(IntEnum):
    """What stands at the head of a line, ordered from the outermost division of a document to the innermost."""

    ANNEX = 1
    PART = 2
    CHAPTER = 3
    SUBCHAPTER = 4
    CAPITAL = 5
    ROMAN = 6
    ARTICLE = 7
    NUMBER = 8
    DECIMAL_2 = 9
    DECIMAL_3 = 10
    DECIMAL_4 = 11
    CLAUSE = 12
    LETTER = 13
    PLAIN = 14
    DASH = 15
    PLUS = 16

    @property
    def numbers(self) -> bool:
        """Whether it gives a number or letter, which a plain line and a bullet do not."""
        return self < Rank.PLAIN


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span without surrounding blanks, and what its head says.

    `body` is the span of what follows the marker, without the markdown marks around it; `marked_up` says that
    the whole line is a markdown heading or set in bold; `after_blank` that a blank line stands before it.
    """

    span: Span
    marker: str
    rank: Rank
    body: Span
    marked_up: bool
    after_blank: bool


_WORD_MARKERS = (
    (Rank.ANNEX, re.compile(r"(?:PHỤ LỤC|Phụ lục)(?:[ \t]+(?:số[ \t]*)?(?:\d{1,3}|[IVX]{1,5})\b[.:]?)?")),
    (Rank.PART, re.compile(r"(?i:phần)[ \t]+(?:[IVX]{1,5}|[A-D]|\d{1,2}|(?i:thứ)[ \t]+\w+)\b[.:\-]?")),
    (Rank.CHAPTER, re.compile(r"(?i:chương)[ \t]+(?:[IVX]{1,6}|\d{1,2})\b[.:\-]?")),
    (Rank.SUBCHAPTER, re.compile(r"(?:Mục|MỤC)[ \t]+(?:[IVX]{1,5}|\d{1,2})\b[.:\-]?")),
    (Rank.ARTICLE, re.compile(r"(?:Điều|ĐIỀU)[ \t]+\d{1,3}[a-zđ]?(?:[.:]|(?=\s*$))")),
    (Rank.CLAUSE, re.compile(r"(?:Khoản|KHOẢN|Điểm|ĐIỂM)[ \t]+(?:\d{1,2}|[a-zđ])(?:[.:)]|(?=\s*$))")),
)
_SIGN_MARKERS = (
    (Rank.ROMAN, re.compile(r"[IVX]{1,6}(?:[.\-)/]|[ \t]*[-–](?=[ \t]))+(?=\s|\*|[^\W\d_])")),
    (Rank.CAPITAL, re.compile(r"[A-HĐKL](?:[.\-)]|[ \t][-–](?=[ \t]))(?=\s)")),
    (Rank.DECIMAL_4, re.compile(r"\d{1,2}(?:\.\d{1,2}){3}(?:[.\-):]|(?=[ \t]+[^\W\d_]))")),
    (Rank.DECIMAL_3, re.compile(r"\d{1,2}(?:\.\d{1,2}){2}(?:[.\-):](?!\d)|(?=[ \t]+[^\W\d_]))")),
    (Rank.DECIMAL_2, re.compile(r"\d{1,2}\.\d{1,2}(?:[.\-):](?=[\s*]|[^\W\d_])|(?=[ \t]+[^\W\d_]))")),
    (Rank.NUMBER, re.compile(r"\d{1,3}(?:[.)](?=[\s*]|[^\W\d_])|[/-](?=\s))[-.]?")),
    (Rank.LETTER, re.compile(r"[a-zđ](?:\.?\d{1,2})?(?:\)|\.(?=\s))")),
    (Rank.PLUS, re.compile(r"\+(?=\s|[^\W\d_])")),
    (Rank.DASH, re.compile(r"(?:[-–—](?![-–—=])|[•●▪◦·]|\*(?=\s))")),
)
_LEADING_MARKS = re.compile(r"(?:#{1,6}[ \t]*)?[*_]{0,3}[ \t]*")
_TRAILING_MARKS = re.compile(r"[*_ \t]+$")
_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")


def _marker(head: str) -> tuple[Rank, str]:
    for rank, pattern in _WORD_MARKERS + _SIGN_MARKERS:
        found = pattern.match(head)
        if found:
            if rank in _UNDOTTED and found[0][-1] not in ".-):" and not _starts_heading(head[found.end() :]):
                continue
            return rank, found[0]
    return Rank.PLAIN, ""


_UNDOTTED = (Rank.DECIMAL_2, Rank.DECIMAL_3, Rank.DECIMAL_4)


def _starts_heading(rest: str) -> bool:
    """A number without a full stop ("3.3 Tổ chức") numbers something only before a capital letter."""
    return rest.lstrip()[:1].isupper()


def read_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that are not blank, in order."""
    lines: list[Line] = []
    for found in _LINE.finditer(text):
        raw = found[0]
        if not raw.strip():
            continue
        start = found.start() + len(raw) - len(raw.lstrip())
        end = found.start() + len(raw.rstrip())
        gap = text[lines[-1].span.end : start] if lines else "\n\n"
        lines.append(read_line(text, Span(start, end), gap.count("\n") > 1 or "\f" in gap))
    return tuple(lines)


def read_line(text: str, span: Span, after_blank: bool) -> Line:
    """One line, with the marker at its head; `span` has no blanks at its ends."""
    raw = span.of(text)
    bullet = raw[:2] in ("* ", "*\t")
    lead = "" if bullet else (_LEADING_MARKS.match(raw) or [""])[0]
    rank, marker = _marker(raw[len(lead) :])
    rest = raw[len(lead) + len(marker) :]
    blank = len(rest) - len(rest.lstrip("*_ \t")) if marker else 0
    tail = _TRAILING_MARKS.search(rest)
    body_end = span.end - (len(tail[0]) if tail else 0)
    body_start = min(span.start + len(lead) + len(marker) + blank, body_end)
    bold = raw.startswith("**") or lead.rstrip().endswith("**") or rest.lstrip().startswith("**")
    whole = bold and (raw.endswith("**") or raw.count("**") == 1)
    return Line(span, marker, rank, Span(body_start, body_end), lead.startswith("#") or whole, after_blank)
