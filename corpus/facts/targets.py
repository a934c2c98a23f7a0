"""Targets: every share, count, frequency, level or date that a document wants reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.aims import STRIVES, Sentence, wanted
from corpus.facts.clauses import Clause, clauses
from corpus.facts.periods import first_when
from corpus.facts.phrases import describe, leading_body, rename
from corpus.facts.reading import Reading, readings, sentence_bounds
from corpus.facts.records import Measure, Target
from corpus.facts.references import numbered
from corpus.records import Document

# Headings under which a document tells what has been, and those under which it says what shall be.
_PAST_HEADING = re.compile(
    r"(?i:tình hình|kết quả|thực trạng|khái quát|hạn chế|nguyên nhân|ưu điểm|đặc điểm|bối cảnh|"
    r"sự cần thiết|đánh giá chung|"
    r"đánh giá)"
)
_AIM_HEADING = re.compile(r"^.{0,50}(?i:mục tiêu|chỉ tiêu).{0,60}$")
_PAST = re.compile(
    r"(?<![^\W\d_])(?:đã|dự kiến|Hiện nay|Sau \d+ năm|trong những năm qua|thời gian qua|năm qua|"
    r"kết quả đạt được|hiện nay|hiện có|tính đến)(?![^\W\d_])"
)
# Rules of payment, of scoring and of classification have figures that nobody aims at.
_RULE = re.compile(
    r"(?<![^\W\d_])(?:được (?:tính|thêm|cộng)|tính là|\d[\d,.]* điểm|hệ số|định mức|mức (?:chi|thu|hỗ trợ|"
    r"học phí|phí|lương|phạt|đóng)|"
    r"vốn điều lệ|tổng chi|chi phí|ngân sách|lãi suất|thuế|được xác định|xác suất|công thức|vốn vay|"
    r"kinh nghiệm|bồi thường|tiêu chí|trường hợp|"
    r"đủ điều kiện|nếu|tỷ lệ điều tiết)(?![^\W\d_])",
    re.IGNORECASE,
)
_RULE_HEADING = re.compile(r"(?i:tiêu chí|điều kiện|đối tượng|bồi thường|tiêu chuẩn|mức chi|phạm vi|giải thích)")
_WORDS_NEEDED = 4  # a share in fewer words is a cell of a table
_PREAMBLE = re.compile(r"(?:Căn cứ|Xét|Theo đề nghị|Thực hiện\b.*như sau:$)")
_LEADING_CHARS = (20, 60)  # a time that opens a sentence starts within the first and ends within the second


def extract(document: Document) -> tuple[Target, ...]:
    """The targets of a document in reading order.

    A figure counts where the text wants something reached: not under a heading that tells of the past, not in a
    sentence of the past, not in the preamble.
    """
    found: list[Target] = []
    for reading in readings(document):
        path = document.structure.path(reading.section)
        if any(_PAST_HEADING.search(title) and not _AIM_HEADING.search(title) for title in path):
            continue
        if _PREAMBLE.match(reading.line.text) or (not path and reading.line.text.endswith(("như sau:", "sau:"))):
            continue
        when = _heading_when(path)
        for sentence in _sentences(document, reading, path):
            found += _targets(document, reading, sentence, when, path)
    return tuple(found)


def _sentences(document: Document, reading: Reading, path: tuple[str, ...]) -> Iterator[Sentence]:
    """The sentences that look forward, with what their headings say of them."""
    line = reading.line.text
    aim = any(_AIM_HEADING.search(title) for title in path)
    ruling = not aim and any(_RULE_HEADING.search(title) or title.startswith("Điều ") for title in path)
    told = numbered(line)
    since = _since(document)
    for start, end in sentence_bounds(line):
        if _PAST.search(line, start, end):
            continue
        strives = aim or STRIVES.search(line, start, end)
        rule = ruling or (not strives and bool(_RULE.search(line, start, end)))
        yield Sentence(line, start, end, aim, rule, since, told)


def _heading_when(path: tuple[str, ...]) -> str | None:
    for title in reversed(path):
        place = first_when(title, 0, len(title))
        if place:
            return title[place[0] : place[1]]
    return None


def _targets(
    document: Document, reading: Reading, sentence: Sentence, heading_when: str | None, path: tuple[str, ...]
) -> Iterator[Target]:
    line = sentence.line
    found = clauses(line, sentence.bounds, wanted(sentence))
    when = _leading_when(line, sentence.bounds) or heading_when
    for position, clause in enumerate(found):
        short = len(line[clause.start : clause.end].split()) < _WORDS_NEEDED
        if not (short and clause.value.measure is Measure.SHARE):
            yield _target(document, reading, clause, found[:position], when, path)


def _since(document: Document) -> int:
    """The year that the document looks forward from; 0 where it does not say."""
    said = document.metadata.date or document.metadata.period or ""
    year = re.search(r"(?:19|20)\d\d", said)
    return int(year[0]) if year and not said.startswith("đến") else 0


def _leading_when(line: str, bounds: tuple[int, int]) -> str | None:
    """The time that opens a sentence holds for all its clauses."""
    start, end = bounds
    place = first_when(line, start, min(end, start + _LEADING_CHARS[1]))
    return line[place[0] : place[1]] if place and place[0] - start < _LEADING_CHARS[0] else None


def _target(
    document: Document,
    reading: Reading,
    clause: Clause,
    earlier: list[Clause],
    when: str | None,
    path: tuple[str, ...],
) -> Target:
    line, value = reading.line.text, clause.value
    span = reading.line.span(clause.start, clause.end)
    named = describe(line, clause.start, clause.end, value)
    own_when = _own_when(line, clause)
    inferred = ["when"] if own_when is None and when else []
    subject = named.subject or _subject_before(line, clause, earlier)
    if subject and not named.subject:
        inferred.append("subject")
        named = rename(named, value, subject)
    return Target(
        doc_id=document.id,
        start=span.start,
        end=span.end,
        quote=span.of(document.text),
        section=path,
        measure=value.measure,
        indicator=named.indicator,
        subject=subject or None,
        comparator=value.comparator,
        values=(reading.words(document.text, value.core_start, value.core_end),),
        low=value.low,
        high=value.high,
        unit=value.unit,
        when=own_when or when,
        canonical=named.canonical[0],
        canonical_also=named.canonical[1:],
        inferred=tuple(inferred),
    )


def _subject_before(line: str, clause: Clause, earlier: list[Clause]) -> str:
    """The subject of the clauses before, else the body that opens the sentence."""
    for other in reversed(earlier):
        subject = describe(line, other.start, other.end, other.value).subject
        if subject:
            return subject
    return leading_body(line, clause.start)


def _own_when(line: str, clause: Clause) -> str | None:
    if clause.value.measure is Measure.DEADLINE:
        due = line[clause.value.start : clause.value.end].strip()
        return re.sub(r"^(?:vào|định kỳ)\s+", "", due, flags=re.IGNORECASE)
    place = first_when(line, clause.start, clause.end)
    return line[place[0] : place[1]] if place else None
