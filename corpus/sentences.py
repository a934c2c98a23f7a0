"""Sentences and clauses of a stretch of text, by rule: fast enough for every question, and always the same."""

from __future__ import annotations

import re

from corpus.records import Span
from corpus.structure.lines import UPPER

# A sentence ends at . ? ! … before white space and a capital, quotation mark, bullet or digit; a clause also at ";".
_OPENS = rf"(?=[\"“”'(*+\-]*[{UPPER}0-9])"
# The group still belongs to the sentence. A blank after a blank starts nothing, or long gaps would cost a square.
_SENTENCE_END = re.compile(rf"(?<=[.?!…])([\"”)*]*)\s+{_OPENS}|(?<!\s)()[^\S\n]*\n[^\S\n]*\n\s*(?=[{UPPER}])")
_CLAUSE_END = re.compile(r"(?<=;)()\s+")
# A full stop after these closes no sentence: "TP. Huế", "đ/c.", "1. …", "II. …", "tr. 5".
_NO_END = re.compile(r"(?<![^\s(*])(?:TP|TX|TT|Q|P|GS|TS|ThS|PGS|tr|v\.v|\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[a-zđ])\.$")
# What stands before the words of a list item or heading and says nothing: bullets, markdown marks, numbering.
_LEADING_MARKS = re.compile(r"(?:[\s*_#+\-–•]|\d{1,2}(?:\.\d{1,2})*[.)]\s|[¹²³⁴⁵⁶⁷⁸⁹]+\s|[a-zđ]\)\s)+")


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of `text[span]` in order, without the blanks and bullets around them."""
    return _split(text, span, _SENTENCE_END)


def clauses(text: str, span: Span) -> tuple[Span, ...]:
    """The clauses of `text[span]` in order: sentences cut at each ";" as well."""
    return tuple(clause for sentence in sentences(text, span) for clause in _split(text, sentence, _CLAUSE_END))


def _split(text: str, span: Span, end: re.Pattern[str]) -> tuple[Span, ...]:
    found = []
    start = span.start
    for match in end.finditer(text, span.start, span.end):
        if _NO_END.search(text, max(start, match.start() - 12), match.start()):
            continue
        found.append(Span(start, match.end(match.lastindex or 0)))
        start = match.end()
    found.append(Span(start, span.end))
    trimmed = (trim(text, piece) for piece in found)
    return tuple(piece for piece in trimmed if piece.start < piece.end)


def trim(text: str, span: Span) -> Span:
    """The span without blanks, bullets and markdown marks around its words."""
    leading = _LEADING_MARKS.match(text, span.start, span.end)
    start = leading.end() if leading else span.start
    end = span.end
    while end > start and (text[end - 1] in "*_" or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)
