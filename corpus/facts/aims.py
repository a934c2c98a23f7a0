"""Which figures of a sentence are something that is wanted: rules, conditions and the past are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.facts.records import Comparator, Measure
from corpus.facts.references import Reference
from corpus.facts.values import COUNT, DEADLINE, GRADE, NONE_LEFT, SHARE, Value, is_baseline, measured

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
STRIVES = re.compile(r"(?i:ph[ấầ]n đ[ấầ]u)")
"""What makes a figure an aim wherever it stands."""
_PROGRAMME = re.compile(r"(?<![^\W\d_])(?:Đề án|Chương trình|Quy hoạch|Chiến lược|Kế hoạch)(?![^\W\d_])")
_MONEY = re.compile(r"(?:tỷ |triệu |nghìn )?đồng(?! chí)(?![^\W\d_])")
_LEAD_IN = re.compile(r"(?:sau|như sau|bao gồm|gồm)\s*:?\s*$")
_NOT_A_COUNT = re.compile(
    r"(?:[Kk]hoản|[Đđ]iều|[Đđ]iểm|[Mm]ục|[Ss]ố|[Qq]uyết|[Ll]ần thứ|[Tt]hứ|[Qq]uý|[Tt]háng|[Nn]ăm|[Nn]gày|"
    r"[Kk]h[oó][áa]|cấp|[Đđ]ề án|mẫu|[Bb]iểu|"
    r"[Tt]rang|sau|qua|hơn)\s+$"
)
_LOOSE_UNITS = frozenset(["năm", "tháng", "ngày", "giờ", "tuổi", "tuần", "điểm", "đồng", "lần"])
_OF_A_LIFE = ("năm", "tuổi")
ACTION = re.compile(
    r"(?<![^\W\d_])(?:hoàn thành|báo cáo|sơ kết|tổng kết|gửi|xây dựng|ban hành|trình|thực hiện|triển khai|"
    r"tổ chức|rà soát|đưa vào|kết thúc|"
    r"phấn đấu|chuẩn bị|nộp|đề xuất|tham mưu|bố trí|xong)(?![^\W\d_])",
    re.IGNORECASE,
)
"""What is done by a date."""
_CITATION_BEFORE = re.compile(r"(?:/[\w-]+|[Ss]ố\s+\S+),?\s*\(?$|\bký\s*$")
_PERIOD_BEFORE = re.compile(r"[Tt]ừ (?:ngày|tháng|năm)\s[^;.]{0,40}$|(?:giai đoạn|nhiệm kỳ)\s*$")
_EVERY = re.compile(r"(?:mỗi|1|một|01) (?:năm|quý|tháng)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a line, and what is known of the place where it stands.

    `aim` says that its heading announces aims, `rule` that it lays down a rule; `since` is the year that the
    document looks forward from (0 unknown); `told` are the line's references, whose titles hold years too.
    """

    line: str
    start: int
    end: int
    aim: bool
    rule: bool
    since: int
    told: Sequence[Reference]

    @property
    def bounds(self) -> tuple[int, int]:
        """Start and end in the line."""
        return self.start, self.end


def wanted(sentence: Sentence) -> list[Value]:
    """The values of a sentence that are to be reached, in order."""
    return [value for value in _values(sentence) if not _is_over(sentence, value)]


def _is_over(sentence: Sentence, value: Value) -> bool:
    """Whether a deadline lies before the document, or a figure is only where things stand now."""
    if value.measure is not Measure.DEADLINE:
        return is_baseline(sentence.line, value)
    year = re.search(r"(?:19|20)\d\d", sentence.line[value.core_start : value.core_end])
    return year is not None and int(year[0]) < sentence.since


def _values(sentence: Sentence) -> list[Value]:
    line, aim, (start, end) = sentence.line, sentence.aim, sentence.bounds
    if sentence.rule:
        return [due for due in _deadlines(sentence) if _HANDED_IN.search(line, start, end)]
    shares = [measured(line, found, Measure.SHARE) for found in SHARE.finditer(line, start, end)]
    counts = [value for found in COUNT.finditer(line, start, end) for value in _count(sentence, found, bool(shares))]
    values = shares + counts
    if not values:
        values += _deadlines(sentence)
    grades = [] if not aim else [*_grades(line, (start, end), shares), *_none_left(line, (start, end))]
    return sorted(values + grades, key=lambda value: value.core_start)


def _count(sentence: Sentence, found: re.Match[str], beside_share: bool) -> Iterator[Value]:
    """A count is a target where it is compared, or in a stretch that aims at something."""
    line, aim, (start, end) = sentence.line, sentence.aim, sentence.bounds
    if _NOT_A_COUNT.search(line, max(0, found.start() - 12), found.start()):
        return
    value = measured(line, found, Measure.COUNT)
    sharp = value.comparator is not Comparator.EQUAL
    if _MONEY.match(value.unit or "") and not (aim or STRIVES.search(line, start, end)):
        return  # what may be spent or lent, not what is to be reached
    unit = (value.unit or "").split("/")[0].lower()
    loose = unit in _LOOSE_UNITS and not found["rest"]
    if unit in _OF_A_LIFE and not aim:
        return  # "có từ 02 năm kinh nghiệm": a condition on a person
    if beside_share and (loose or not sharp):
        return
    if _is_wanted(sentence, found, sharp, loose) or _is_frequency(sentence, found):
        yield value


def _is_wanted(sentence: Sentence, found: re.Match[str], sharp: bool, loose: bool) -> bool:
    """Whether the words before a count, its heading, or its writing with a zero say that it is to be reached."""
    line, at = sentence.line, found.start()
    in_brackets = line.rfind("(", sentence.start, at) > line.rfind(")", sentence.start, at)
    with_zero = found["a"].startswith("0") and found["a"] != "0"
    verb = bool(_AIM.search(line, max(sentence.start, at - 60), at))
    if with_zero and not loose and _ASSIGNS.search(line, max(sentence.start, at - 40), at):
        return True
    if not sentence.aim:
        return sharp and verb
    return sharp or not loose or verb or (in_brackets and with_zero)


def _is_frequency(sentence: Sentence, found: re.Match[str]) -> bool:
    every = _EVERY.search(sentence.line, sentence.start, sentence.end)
    return found["unit"].lower() == "lần" and every is not None


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
            found.start(), found.end(), found.start("level"), found.end("level"), Measure.GRADE, comparator,
            None, None, None,
        )  # fmt: skip


def _none_left(line: str, bounds: tuple[int, int]) -> Iterator[Value]:
    for found in NONE_LEFT.finditer(line, *bounds):
        if line[bounds[0] : found.start()].strip() and line[: found.start()].rstrip()[-1:] not in ",;:":
            continue  # the predicate of another figure ("50% số xã không có …")
        start, end = found.start("value"), found.end("value")
        yield Value(start, end, start, end, Measure.GRADE, Comparator.EQUAL, 0.0, 0.0, None)


def _deadlines(sentence: Sentence) -> Iterator[Value]:
    """A date by which, or at which, something has to be done."""
    line, (start, end) = sentence.line, sentence.bounds
    if _LEAD_IN.search(line, start, end) or line[start:end].isupper() or not ACTION.search(line, start, end):
        return
    for found in DEADLINE.finditer(line, start, end):
        word = (found["word"] or "").lower().strip()
        if word in ("từ", "trong") or (not word and not _due(line, found, end)) or _is_mentioned(sentence, found):
            continue
        by = any(sign in word for sign in ("trước", "đến", "hết", "chậm nhất", "hoàn thành"))
        yield Value(
            found.start(), found.end(), found.start("point"), found.end("point"), Measure.DEADLINE,
            Comparator.AT_MOST if by else Comparator.EQUAL, None, None, None,
        )  # fmt: skip


def _is_mentioned(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether a date belongs to a citation, a title or a period, and not to what is to be done."""
    line, at = sentence.line, found.start()
    near = max(sentence.start, at - 40)
    cited = any(reference.start < at < reference.subject_end for reference in sentence.told)
    return (
        cited
        or _in_title(line, at, sentence.start)
        or bool(_CITATION_BEFORE.search(line, near, at))
        or bool(_PERIOD_BEFORE.search(line, near, at))
    )


def _in_title(line: str, position: int, start: int) -> bool:
    """Whether a year stands in the name of a programme: in quotation marks, or after "Đề án …"."""
    before = line[start:position]
    clause = before[before.rfind(";") + 1 :]
    quoted = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return quoted or bool(_PROGRAMME.search(clause) and re.match(r"đến|ĐẾN", line[position:]))


def _due(line: str, found: re.Match[str], end: int) -> bool:
    """Whether a date without "trước" or "đến" is when something is to be done: the act follows it."""
    follows = ACTION.match(line[found.end() : min(end, found.end() + 40)].lstrip(" ,"))
    return found["point"].lower().startswith(("quý", "cuối", "giữa", "tháng")) and bool(follows)
