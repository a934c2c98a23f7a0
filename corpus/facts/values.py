"""Values in a line: shares, counts, frequencies, levels and deadlines, with what compares them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.facts.records import Comparator, Measure

_N = r"\d+(?:[.,]\d+)*"
_BETWEEN = r"\s*(?:[-–]|đến|tới)\s*"
_BEFORE = re.compile(
    r"(?P<word>ít nhất trên|trên|hơn|vượt|cao hơn|ít nhất|tối thiểu|không dưới|không ít hơn|"
    r"không thấp hơn|dưới|thấp hơn|nhỏ hơn|"
    r"không quá|không vượt quá|không cao hơn|tối đa|nhiều nhất|chậm nhất|cao nhất|xuống còn|còn dưới|từ|"
    r"đạt từ|khoảng|bằng)\s+$",
    re.IGNORECASE,
)
# "từ 15% số thôn trở lên", with the noun between; and "từ 10% xuống còn 5%", where the first figure is the past.
_UPWARDS = re.compile(r"[^,;.()\d]{1,80}?\strở (?P<way>lên|xuống)(?![^\W\d_])")
_BASELINE = re.compile(r"\s*(?:năm \d{4}\s+)?(?:xuống|lên|còn)(?![^\W\d_])")
_AFTER = re.compile(r"\s*(?P<word>trở lên|trở xuống|hoặc cao hơn|hoặc thấp hơn)\b")
_COMPARATORS = {
    "trên": Comparator.MORE,
    "ít nhất trên": Comparator.MORE,
    "hơn": Comparator.MORE,
    "vượt": Comparator.MORE,
    "cao hơn": Comparator.MORE,
    "ít nhất": Comparator.AT_LEAST,
    "tối thiểu": Comparator.AT_LEAST,
    "không dưới": Comparator.AT_LEAST,
    "không ít hơn": Comparator.AT_LEAST,
    "không thấp hơn": Comparator.AT_LEAST,
    "dưới": Comparator.LESS,
    "còn dưới": Comparator.LESS,
    "thấp hơn": Comparator.LESS,
    "nhỏ hơn": Comparator.LESS,
    "không quá": Comparator.AT_MOST,
    "không vượt quá": Comparator.AT_MOST,
    "không cao hơn": Comparator.AT_MOST,
    "tối đa": Comparator.AT_MOST,
    "nhiều nhất": Comparator.AT_MOST,
    "chậm nhất": Comparator.AT_MOST,
}
SHARE = re.compile(
    rf"(?<![\w.,/±])(?<![x×±]\s)(?P<a>{_N})\s*%?(?:{_BETWEEN}(?P<b>{_N}))?\s*(?:%|"
    rf"phần trăm)(?!\s*[x×*]\s*[\d(])"
)
_UNITS = (
    "mô hình|điển hình|đồng chí|tập thể|cá nhân|đảng viên|chi bộ|tổ chức|cơ sở|hộ gia đình|hộ|người|"
    "lượt người|cán bộ|công chức|"
    "viên chức|lớp|cuộc|hội nghị|đợt|buổi|lần|lượt|ngày làm việc|ngày|giờ|tuần|tháng|tuổi|năm|xã|phường|"
    "thôn|khu dân cư|"
    "đơn vị|cơ quan|công trình|dự án|nhiệm vụ|tin|bài|tỷ đồng|triệu đồng|nghìn đồng|đồng|ha|km2|km²|km|"
    "m2|m²|tấn|trường|lớp học|"
    "nhà|căn|giải|sản phẩm|doanh nghiệp|hợp tác xã|phòng|giường|bác sĩ|văn bản|báo cáo viên|"
    "báo cáo(?! viên)|chuyên đề|tổ|nhóm|"
    "câu lạc bộ|đề tài|"
    "phiếu|cấp ủy viên|đoàn viên|hội viên|giảng viên|đại biểu|thành viên|lao động|học sinh|suất|cây|"
    "con|kênh|trang|nền tảng"
)
COUNT = re.compile(
    rf"(?<![\w.,/%-])(?P<a>{_N})(?:{_BETWEEN}(?P<b>{_N}))?\s+(?P<unit>(?:{_UNITS})(?![^\W\d_])(?:,\s(?:{_UNITS})(?![^\W\d_])(?!:))*)(?!\s*\d)(?P<rest>\s*/\s*(?:năm|"
    rf"tháng|"
    r"quý|tuần|người|ngày|xã|đơn vị|lần))?",
    re.IGNORECASE,
)
GRADE = re.compile(
    r"(?P<low>từ\s+)?[\"“]?(?P<level>[Hh]oàn thành(?:\s+(?:tốt|xuất sắc))?\s+nhiệm vụ|"
    r"chỉ tiêu(?:\s+(?:cấp\s+)?trên)?\s+(?:được\s+)?giao|"
    r"trong sạch,? vững mạnh|nông thôn mới(?:\s+(?:nâng cao|kiểu mẫu))?)[\"”]?(?P<up>\s+trở lên)?"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = (
    rf"ngày\s+\d{{1,2}}\s?(?:[/.-]\s?\d{{1,2}}(?:\s?[/.-]\s?{_YEAR})?|"
    rf"tháng\s+\d{{1,2}}(?:\s+năm\s+(?:{_YEAR}|sau))?)"
    r"(?:\s+(?:hằng|hàng)\s+(?:năm|tháng))?"
)
_POINT = (
    rf"(?:{_DAY}|(?:đầu|giữa|cuối|hết|trong)\s+(?:quý\s+[IV1-4]+(?:\s*[/]\s*|\s+năm\s+)?(?:{_YEAR})?|"
    rf"tháng\s+\d{{1,2}}(?:\s*/\s*|\s+năm\s+)?(?:{_YEAR})?|"
    rf"năm\s+{_YEAR})|quý\s+[IV1-4]+(?:\s*/\s*|\s+năm\s+|,\s*năm\s+){_YEAR}|quý\s+[IV]+(?:\s+(?:hằng|"
    rf"hàng)\s+năm)?|"
    rf"tháng\s+\d{{1,2}}(?:\s*/\s*|\s+năm\s+){_YEAR}|tháng\s+\d{{1,2}}\s+(?:hằng|hàng)\s+năm|năm\s+{_YEAR})"
)
DEADLINE = re.compile(
    rf"(?P<word>(?:chậm nhất(?:\s+là)?(?:\s+(?:trước|đến|vào|trong))?|trước|xong trước|đến hết|hết|đến|vào|"
    rf"định kỳ|trong|hoàn thành trong|từ)\s+)?"
    rf"(?P<point>{_POINT})(?![\w/])",
    re.IGNORECASE,
)
NONE_LEFT = re.compile(r"(?P<value>không (?:có|còn|để xảy ra))\s+(?P<what>[^,;.()]{4,120})", re.IGNORECASE)
FREQUENCY = re.compile(
    r"(?P<every>(?:mỗi|1|một|01)\s+(?:năm|quý|tháng|tuần|nhiệm kỳ|khóa)|hằng năm|hàng năm|hằng tháng|"
    r"hàng tháng)[^.;]{0,80}?"
    r"(?P<times>(?:ít nhất\s+)?\d{1,3}\s+(?:lần|buổi|cuộc|đợt|lớp))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Value:
    """A value in a line: `start` to `end` with the words that compare it, `core` the figure or level alone."""

    start: int
    end: int
    core_start: int
    core_end: int
    measure: Measure
    comparator: Comparator
    low: float | None
    high: float | None
    unit: str | None


def compared(line: str, start: int, end: int, ranged: bool) -> tuple[int, int, Comparator, str]:
    """The stretch with its comparing words, how it compares, and the words before it."""
    before = _BEFORE.search(line[max(0, start - 24) : start])
    after = _AFTER.match(line, end)
    word = " ".join(before["word"].lower().split()) if before else ""
    wide_start = start - len(before[0]) if before else start
    wide_end = after.end() if after else end
    if after:
        up = after["word"] in ("trở lên", "hoặc cao hơn")
        return wide_start, wide_end, Comparator.AT_LEAST if up else Comparator.AT_MOST, word
    upwards = _UPWARDS.match(line, end) if word.endswith("từ") and not ranged else None
    if upwards:
        up = upwards["way"] == "lên"
        return wide_start, wide_end, Comparator.AT_LEAST if up else Comparator.AT_MOST, word
    if word in _COMPARATORS:
        return wide_start, wide_end, _COMPARATORS[word], word
    return wide_start, wide_end, Comparator.RANGE if ranged else Comparator.EQUAL, word


def is_baseline(line: str, value: Value) -> bool:
    """Whether a figure is where something stands now ("giảm từ 10% xuống 5%")."""
    return line[value.start : value.core_start].strip().lower() == "từ" and bool(_BASELINE.match(line, value.core_end))


def number(spelling: str) -> float | None:
    """The number that "0,4", "1.200" or "05" stands for: a comma is the decimal sign, a dot groups thousands."""
    plain = spelling.strip()
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        plain = plain.replace(".", "")
    plain = plain.replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def measured(line: str, found: re.Match[str], measure: Measure) -> Value:
    """The value that a match of SHARE or COUNT stands for."""
    core_end = found.end() if measure is Measure.SHARE else found.end("b" if found["b"] else "a")
    start, end, comparator, _ = compared(line, found.start(), found.end(), bool(found["b"]))
    unit = "%" if measure is Measure.SHARE else " ".join(found["unit"].split())
    if measure is Measure.COUNT and found["rest"]:
        unit += found["rest"].replace(" ", "")
    low, high = number(found["a"]), number(found["b"] or found["a"])
    return Value(start, end, found.start(), core_end, measure, comparator, low, high, unit)
