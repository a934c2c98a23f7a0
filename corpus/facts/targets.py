"""Targets: every share, count, frequency, level or date that a document wants reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.facts.indicators import split_predicate
from corpus.facts.periods import first_when
from corpus.facts.phrases import AIM_LEAD as _LEAD
from corpus.facts.phrases import VERB_LEAD as _VERB_LEAD
from corpus.facts.phrases import describe, leading_body, rename
from corpus.facts.reading import Reading, readings, sentence_bounds
from corpus.facts.records import Comparator, Measure, Target
from corpus.facts.references import numbered
from corpus.facts.values import COUNT, DEADLINE, GRADE, NONE_LEFT, SHARE, Value, is_baseline, measured
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
_AIM = re.compile(
    r"(?<![^\W\d_])(?:ph[ấầ]n đ[ấầ]u|đạt|bảo đảm|đảm bảo|duy trì|công nhận|phân công|bố trí|xây dựng|"
    r"thành lập|mở|tổ chức|thực hiện|"
    r"hoàn thành|kết nạp|giảm|tăng|giữ|chỉ tiêu|mỗi|từng|được|hỗ trợ|vận động|có|gửi|thí điểm|"
    r"phát triển)(?![^\W\d_])",
    re.IGNORECASE,
)
_ASSIGNS = re.compile(
    r"(?<![^\W\d_])(?:ph[ấầ]n đ[ấầ]u|đạt|bảo đảm|đảm bảo|duy trì|công nhận|phân công|bố trí|cử|thành lập|"
    r"mở|kết nạp|mỗi|giao)"
    r"(?![^\W\d_])",
    re.IGNORECASE,
)
# In an article of a regulation a date is a deadline only where something is handed in or finished by it.
_HANDED_IN = re.compile(
    r"(?<![^\W\d_])(?:báo cáo|gửi|nộp|hoàn thành|trình|xong|rà soát|tổng hợp|ban hành|đăng ký|sơ kết|"
    r"tổng kết)(?![^\W\d_])",
    re.IGNORECASE,
)
_STRIVES = re.compile(r"(?i:ph[ấầ]n đ[ấầ]u)")
_PROGRAMME = re.compile(r"(?<![^\W\d_])(?:Đề án|Chương trình|Quy hoạch|Chiến lược|Kế hoạch)(?![^\W\d_])")
_MONEY = re.compile(r"(?:tỷ |triệu |nghìn )?đồng(?! chí)(?![^\W\d_])")
_LEAD_IN = re.compile(r"(?:sau|như sau|bao gồm|gồm)\s*:?\s*$")
_NOT_A_COUNT = re.compile(
    r"(?:[Kk]hoản|[Đđ]iều|[Đđ]iểm|[Mm]ục|[Ss]ố|[Qq]uyết|[Ll]ần thứ|[Tt]hứ|[Qq]uý|[Tt]háng|[Nn]ăm|[Nn]gày|"
    r"[Kk]h[oó][áa]|cấp|[Đđ]ề án|mẫu|[Bb]iểu|"
    r"[Tt]rang|sau|qua|hơn)\s+$"
)
_LOOSE_UNITS = frozenset(["năm", "tháng", "ngày", "giờ", "tuổi", "tuần", "điểm", "đồng", "lần"])
_ACTION = re.compile(
    r"(?<![^\W\d_])(?:hoàn thành|báo cáo|sơ kết|tổng kết|gửi|xây dựng|ban hành|trình|thực hiện|triển khai|"
    r"tổ chức|rà soát|đưa vào|kết thúc|"
    r"phấn đấu|chuẩn bị|nộp|đề xuất|tham mưu|bố trí|xong)(?![^\W\d_])",
    re.IGNORECASE,
)
_CITATION_BEFORE = re.compile(r"(?:/[\w-]+|[Ss]ố\s+\S+),?\s*\(?$|\bký\s*$")
_CLAUSE = re.compile(r";\s+|,\s+(?=trong đó\b|không có\b)|\s+và\s+(?=hội giảng|tổng kết|sơ kết)|:\s+(?=[^\s])")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A stretch of a line with one value."""

    start: int
    end: int
    value: Value


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
        aim = any(_AIM_HEADING.search(title) for title in path)
        ruling = not aim and any(_RULE_HEADING.search(title) or title.startswith("Điều ") for title in path)
        when = _heading_when(path)
        since = _since(document)
        for start, end in sentence_bounds(reading.line.text):
            strives = aim or _STRIVES.search(reading.line.text, start, end)
            rule = ruling or (not strives and _RULE.search(reading.line.text, start, end))
            if not _PAST.search(reading.line.text, start, end):
                found += _sentence(document, reading, (start, end), aim, bool(rule), when, path, since)
    return tuple(found)


def _heading_when(path: tuple[str, ...]) -> str | None:
    for title in reversed(path):
        place = first_when(title, 0, len(title))
        if place:
            return title[place[0] : place[1]]
    return None


def _sentence(
    document: Document,
    reading: Reading,
    bounds: tuple[int, int],
    aim: bool,
    rule: bool,
    heading_when: str | None,
    path: tuple[str, ...],
    since: int,
) -> Iterator[Target]:
    line = reading.line.text
    values = [value for value in _values(line, bounds, aim, rule) if not _is_over(line, value, since)]
    clauses = _clauses(line, bounds, values)
    sentence_when = _leading_when(line, bounds)
    for position, clause in enumerate(clauses):
        if clause.value.measure is Measure.SHARE and len(line[clause.start : clause.end].split()) < _WORDS_NEEDED:
            continue
        yield _target(document, reading, clause, clauses[:position], sentence_when or heading_when, path)


def _since(document: Document) -> int:
    """The year that the document looks forward from; 0 where it does not say."""
    said = document.metadata.date or document.metadata.period or ""
    year = re.search(r"(?:19|20)\d\d", said)
    return int(year[0]) if year and not said.startswith("đến") else 0


def _is_over(line: str, value: Value, since: int) -> bool:
    """Whether a deadline lies before the document, or a figure is only where things stand now."""
    if value.measure is not Measure.DEADLINE:
        return is_baseline(line, value)
    year = re.search(r"(?:19|20)\d\d", line[value.core_start : value.core_end])
    return year is not None and int(year[0]) < since


def _leading_when(line: str, bounds: tuple[int, int]) -> str | None:
    """The time that opens a sentence holds for all its clauses."""
    start, end = bounds
    place = first_when(line, start, min(end, start + 60))
    return line[place[0] : place[1]] if place and place[0] - start < 20 else None


def _values(line: str, bounds: tuple[int, int], aim: bool, rule: bool) -> list[Value]:
    if rule:
        return [due for due in _deadlines(line, bounds) if _HANDED_IN.search(line, bounds[0], bounds[1])]
    start, end = bounds
    shares = [measured(line, found, Measure.SHARE) for found in SHARE.finditer(line, start, end)]
    counts = [value for found in COUNT.finditer(line, start, end) for value in _count(line, found, bounds, aim, shares)]
    values = shares + counts
    if not values:
        values += _deadlines(line, bounds)
    grades = [] if not aim else [*_grades(line, bounds, shares), *_none_left(line, bounds)]
    return sorted(values + grades, key=lambda value: value.core_start)


def _count(line: str, found: re.Match[str], bounds: tuple[int, int], aim: bool, shares: list[Value]) -> Iterator[Value]:
    """A count is a target where it is compared, or in a stretch that aims at something."""
    if _NOT_A_COUNT.search(line[max(0, found.start() - 12) : found.start()]):
        return
    value = measured(line, found, Measure.COUNT)
    sharp = value.comparator is not Comparator.EQUAL
    if _MONEY.match(value.unit or "") and not (aim or _STRIVES.search(line, *bounds)):
        return  # what may be spent or lent, not what is to be reached
    loose = (value.unit or "").split("/")[0].lower() in _LOOSE_UNITS and not found["rest"]
    if shares and (loose or not sharp):
        return
    in_brackets = line.rfind("(", bounds[0], found.start()) > line.rfind(")", bounds[0], found.start())
    zero = found["a"].startswith("0") and found["a"] != "0"
    assigned = bool(_ASSIGNS.search(line, max(bounds[0], found.start() - 40), found.start()))
    wanted = bool(_AIM.search(line, max(bounds[0], found.start() - 60), found.start()))
    if (
        (sharp and (wanted or aim))
        or (aim and (not loose or wanted))
        or (zero and assigned and not loose)
        or (in_brackets and zero and aim)
    ) or (
        found["unit"].lower() == "lần" and re.search(r"(?:mỗi|1|một|01) (?:năm|quý|tháng)", line[bounds[0] : bounds[1]])
    ):
        yield value


def _grades(line: str, bounds: tuple[int, int], shares: list[Value]) -> Iterator[Value]:
    """A level in words is a target of its own where no share is said of it."""
    for found in GRADE.finditer(line, *bounds):
        left = max(line.rfind(";", bounds[0], found.start()), line.rfind(". ", bounds[0], found.start()))
        right = line.find(";", found.end(), bounds[1])
        near = [s for s in shares if left < s.start and (right < 0 or s.start < right)]
        before = line[max(bounds[0], found.start() - 60) : found.start()]
        if near or not re.search(r"(?:đạt|xếp loại|đánh giá|xếp)\b[^.;]*$", before):
            continue
        comparator = Comparator.AT_LEAST if found["up"] else Comparator.EQUAL
        yield Value(
            found.start(),
            found.end(),
            found.start("level"),
            found.end("level"),
            Measure.GRADE,
            comparator,
            None,
            None,
            None,
        )


def _none_left(line: str, bounds: tuple[int, int]) -> Iterator[Value]:
    for found in NONE_LEFT.finditer(line, *bounds):
        if line[bounds[0] : found.start()].strip() and line[: found.start()].rstrip()[-1:] not in ",;:":
            continue  # the predicate of another figure ("50% số xã không có …")
        start, end = found.start("value"), found.end("value")
        yield Value(start, end, start, end, Measure.GRADE, Comparator.EQUAL, 0.0, 0.0, None)


def _deadlines(line: str, bounds: tuple[int, int]) -> Iterator[Value]:
    """A date by which, or at which, something has to be done."""
    told = [(reference.start, reference.subject_end) for reference in numbered(line[: bounds[1]])]
    for found in DEADLINE.finditer(line, *bounds):
        if any(start < found.start() < end for start, end in told) or _in_title(line, found.start(), bounds[0]):
            continue
        word = (found["word"] or "").lower().strip()
        point = found["point"].lower()
        bare_year = point.startswith(("năm ", "trong năm")) and not word
        if _CITATION_BEFORE.search(line[max(bounds[0], found.start() - 40) : found.start()]) or bare_year:
            continue
        if _LEAD_IN.search(line[bounds[0] : bounds[1]]) or line[bounds[0] : bounds[1]].isupper():
            continue
        if word in ("từ", "trong") or (not word and not _due(line, found, bounds)):
            continue
        if re.search(r"[Tt]ừ (?:ngày|tháng|năm)\s[^;.]{0,40}$", line[bounds[0] : found.start()]):
            continue
        if not _ACTION.search(line, bounds[0], bounds[1]) or line[: found.start()].rstrip().endswith(
            ("giai đoạn", "nhiệm kỳ")
        ):
            continue
        by = any(sign in word for sign in ("trước", "đến", "hết", "chậm nhất", "hoàn thành"))
        yield Value(
            found.start(), found.end(), found.start("point"), found.end("point"), Measure.DEADLINE,
            Comparator.AT_MOST if by else Comparator.EQUAL, None, None, None,
        )  # fmt: skip


def _in_title(line: str, position: int, start: int) -> bool:
    """Whether a year stands in the name of a programme: in quotation marks, or after "Đề án …"."""
    before = line[start:position]
    clause = before[before.rfind(";") + 1 :]
    quoted = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return quoted or bool(_PROGRAMME.search(clause) and re.match(r"đến|ĐẾN", line[position:]))


def _due(line: str, found: re.Match[str], bounds: tuple[int, int]) -> bool:
    """Whether a date without "trước" or "đến" is when something is to be done: the act follows it."""
    return found["point"].lower().startswith(("quý", "cuối", "giữa", "tháng")) and bool(
        _ACTION.match(line[found.end() : bounds[1]].lstrip(" ,"))
    )


def _clauses(line: str, bounds: tuple[int, int], values: list[Value]) -> list[_Clause]:
    """One clause around each value: cut at semicolons, and at commas between two values."""
    cuts = [bounds[0], *(found.end() for found in _CLAUSE.finditer(line, *bounds)), bounds[1]]
    clauses: list[_Clause] = []
    for position, value in enumerate(values):
        left = max(cut for cut in cuts if cut <= value.start)
        right = min(cut for cut in cuts if cut >= value.end)
        previous = values[position - 1] if position else None
        following = values[position + 1] if position + 1 < len(values) else None
        if previous and previous.end > left:
            left = _between(line, previous, value, left)
        if following and following.start < right:
            right = _between(line, value, following, left)
        if value.measure is not Measure.DEADLINE:
            left, right = _brackets(line, value, left, right)
        left, right = _complete(line, value, left, right, bounds)
        clauses.append(_Clause(*_trim(line, left, right), value))
    return clauses


def _between(line: str, first: Value, second: Value, left: int) -> int:
    """Where one clause ends and the next begins, between two values."""
    gap = line[first.end : second.start]
    lead = line[left : first.start] if left < first.start else ""
    leads = len(_LEAD.sub("", lead).strip()) > 8
    places = [found.end() for found in re.finditer(r",\s+|\s+và\s+(?=\d|ít nhất|trên)|\(|\)", gap)]
    if not places:
        return first.end
    return first.end + (places[0] if leads else places[-1])


def _brackets(line: str, value: Value, left: int, right: int) -> tuple[int, int]:
    """A clause inside brackets stays inside."""
    opened = line.rfind("(", 0, value.start)
    closed = line.find(")", value.end)
    if opened >= 0 and closed >= 0 and line.find(")", opened, value.start) < 0:
        return max(left, opened + 1), min(right, closed)
    return left, right


def _complete(line: str, value: Value, left: int, right: int, bounds: tuple[int, int]) -> tuple[int, int]:
    """A share whose predicate stands after the semicolon of an enumerated subject reaches that far."""
    if value.measure is Measure.SHARE and right < bounds[1] and line[right - 2 : right - 1] == ";":
        lead = _LEAD.sub("", line[left : value.start]).strip()
        if not lead and not split_predicate(line[value.end : right])[1]:
            stop = line.find(";", right, bounds[1])
            rest_has_value = SHARE.search(line, right, stop if stop >= 0 else bounds[1])
            if not rest_has_value:
                right = stop if stop >= 0 else bounds[1]
    if value.measure is Measure.COUNT and line[value.end : value.end + 2] == ", ":
        right = value.end
    if value.measure in (Measure.SHARE, Measure.COUNT, Measure.DEADLINE):
        left = _own_start(line, value, left)
    return left, right


def _own_start(line: str, value: Value, left: int) -> int:
    """What stands before the last comma belongs to another clause when the value's own clause begins after it."""
    lead = line[left : value.start]
    comma = lead.rfind(", ")
    if comma < 0 or not _LEAD.sub("", lead[:comma]).strip():
        return left
    tail = lead[comma + 2 :]
    bare = _LEAD.sub("", tail).strip()
    opens = value.measure is Measure.SHARE and (not bare or _VERB_LEAD.search(tail))
    acts = value.measure in (Measure.DEADLINE, Measure.COUNT) and _ACTION.match(tail)
    aims = tail.lower().startswith(("phấn đấu", "phần đấu", "phần đầu"))
    return left + comma + 2 if opens or acts or aims else left


def _trim(line: str, left: int, right: int) -> tuple[int, int]:
    while left < right and line[left] in ' ,;:-–+"':
        left += 1
    right = left + len(re.sub(r"[\s,;:.(]+(?:và)?[\s,;:.(]*$", "", line[left:right]))
    return left, right


def _target(
    document: Document,
    reading: Reading,
    clause: _Clause,
    earlier: list[_Clause],
    when: str | None,
    path: tuple[str, ...],
) -> Target:
    line, value = reading.line.text, clause.value
    span = reading.line.span(clause.start, clause.end)
    named = describe(line, clause.start, clause.end, value)
    own_when = _own_when(line, clause)
    inferred = ["when"] if own_when is None and when else []
    subject = named.subject
    if not subject:
        before = [describe(line, c.start, c.end, c.value).subject for c in reversed(earlier)]
        subject = next((name for name in before if name), "") or leading_body(line, clause.start)
        inferred += ["subject"] if subject else []
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


def _own_when(line: str, clause: _Clause) -> str | None:
    if clause.value.measure is Measure.DEADLINE:
        due = line[clause.value.start : clause.value.end].strip()
        return re.sub(r"^(?:vào|định kỳ)\s+", "", due, flags=re.IGNORECASE)
    place = first_when(line, clause.start, clause.end)
    return line[place[0] : place[1]] if place else None
