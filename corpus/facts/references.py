"""References by number: where a text cites "Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị về …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.facts.numbers import KIND_OF_SIGN, LAW_NUMBER, NUMBER, Number, read_number
from corpus.metadata import iso_date
from corpus.structure.lines import UPPER

KINDS = (
    "Nghị quyết liên tịch", "Nghị quyết", "Chỉ thị", "Kết luận", "Quy chế", "Quy định", "Quyết định", "Quy trình",
    "Kế hoạch", "Chương trình hành động", "Chương trình", "Hướng dẫn", "Thông báo kết luận", "Thông báo", "Thông tri",
    "Báo cáo", "Tờ trình", "Đề án", "Phương án", "Nghị định", "Thông tư liên tịch", "Thông tư", "Công văn", "Công điện",
    "Pháp lệnh", "Bộ luật", "Luật", "Hiến pháp", "Lệnh", "Điều lệ", "Chiến lược", "Quy hoạch", "Văn bản hợp nhất",
    "Cương lĩnh",
)  # fmt: skip
_KIND = "|".join(kind[0] + kind[1:] if kind[0] == "L" else f"(?i:{kind[0]}){kind[1:]}" for kind in KINDS)
_KIND_BEFORE = re.compile(rf"(?<![^\W\d_])(?P<kind>{_KIND})(?:\s+số)?\s*:?\s*$")
_TITLED_BEFORE = re.compile(
    r"(?<![^\W\d_])(?P<kind>Bộ luật|Luật|Pháp lệnh|Nghị quyết)\s+(?P<title>[^;.:()“”]{3,110}?)\s+số\s*$"
)
_NUMBER_WORD = re.compile(r"(?<![^\W\d_])[Ss]ố\s*:?\s*$")
_KIND_WORD = re.compile(rf"(?<![^\W\d_])(?:{_KIND})(?![^\W\d_])")
_LOOK_BACK = 140  # characters: a law's title may stand between its kind and its number
_DATE = re.compile(
    r"\s*,?\s*\(?\s*(?:[Kk]ý\s+)?ngày\s+(?:(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})|"
    r"(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4}))\s*\)?"
)
_STOP = (
    "về|v/v|ban hành|quy định|hướng dẫn|thực hiện|sửa đổi|bổ sung|phê duyệt|công bố|triển khai|tại|là|"
    "trong|đã|thì|để|cho|"
    "phải|được|nhằm|có|giúp|thông qua|giao|trên|từ|kèm|đến|năm|ngày|sẽ|tiếp tục|gắn|cụ thể|tổng kết|"
    "sơ kết|quyết định|"
    "số|với|theo|như|một cách|xây dựng|của|gồm|hàng|hằng|đối với|chỉ đạo|chủ trì|phối hợp|chủ động"
)
_ISSUER_WORD = rf"(?!(?:{_STOP}|Quy định|Hướng dẫn|Ban hành|Sửa đổi|Về|Phê duyệt)(?![^\W\d_]))[^\s,;.:()\[\]“”\"‘’]+"
_KNOWN_ISSUER = (
    r"(?:Bộ Chính trị|Ban Bí thư(?:\s+Trung ương(?:\s+Đảng)?)?|"
    r"Ban Chấp hành Trung ương(?:\s+Đảng)?(?:\s+Cộng sản Việt Nam)?|"
    r"Thủ tướng Chính phủ|Chính phủ|(?:Ủy ban Thường vụ\s+)?Quốc hội|(?:Ban Thường vụ\s+)?(?:Tỉnh|Huyện|"
    r"Thành|Quận|Thị) ủy|"
    r"(?:Ban Thường vụ\s+)?Đảng ủy(?:\s+(?:Khối|xã|phường))?)(?=\s*[,;.:()“”\"]|\s+[^A-ZĐ]|"
    r"$)(?!\s+xã\s)(?:\s+[Kk]h(?:óa|oá)\s+[IVXLC]+)?"
)
ISSUER = (
    rf"(?:{_KNOWN_ISSUER}|(?=[{UPPER}])(?!(?:{_KIND})\b){_ISSUER_WORD}(?:\s+(?!và\s+(?:[^{UPPER}]|"
    rf"{_KIND}))(?!(?:{_KIND})\s+số){_ISSUER_WORD}){{0,11}})"
)
"""A body's name after "của": from its capital to the word that says what the document does."""
_ISSUED = re.compile(rf"\s*,?\s*(?:của|do)\s+(?P<issuer>{ISSUER})(?P<term>\s*\(\s*[Kk]h[oó][áa]\s+[IVXLC]+\s*\))?")
_ABOUT = re.compile(
    r"\s*,?\s*(?:(?:về việc|về|[Vv]/v)\b\s*:?\s*|(?=(?:ban hành|quy định|thực hiện|hướng dẫn|sửa đổi|"
    r"phê duyệt|công bố|"
    r"tổng kết|tiếp tục|triển khai)\b)|(?=[“\"]))(?P<quote>[“\"]\s*)?"
)
_SUBJECT_END = re.compile(
    rf"[;.](?=\s|$)|\s+gắn với\b|,\s+(?={_KIND}\b)|[)]|\s+và\s+(?=(?:{_KIND})\s+số)|:\s|,\s+(?=ngày\b)"
)
_ABOUT_AGAIN = re.compile(r"^(?:về việc|về)\s+")
_SUBJECT_CHARS = 420  # longest titles of the genre
_CONTEXT = re.compile(
    r"(căn cứ|thực hiện|theo|quán triệt|triển khai|tại|cụ thể hóa|sơ kết|tổng kết|ban hành|sửa đổi|"
    r"trên cơ sở|bám sát|"
    r"thay thế|bãi bỏ|tuân thủ|chấp hành)(?![^\W\d_])",
    re.IGNORECASE,
)
_CONTEXT_CHARS = 60


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation in a line: its place there, what the line says of the source, and where that ends."""

    start: int
    end: int
    kind: str | None
    number: Number | None
    spelling: str
    name: str | None
    issuer: str | None
    date: str | None
    subject: str | None
    context: str | None
    subject_end: int


def numbered(line: str) -> list[Reference]:
    """The references of a line that give a number."""
    found = [*NUMBER.finditer(line), *LAW_NUMBER.finditer(line)]
    return [_reference(line, match) for match in sorted(found, key=lambda match: match.start())]


def _reference(line: str, match: re.Match[str]) -> Reference:
    number = read_number(match)
    start, kind, title = _kind_before(line, match.start())
    end = match.end()
    date = None
    dated = _DATE.match(line, end)
    if dated:
        day, month, year = (dated[1], dated[2], dated[3]) if dated[1] else (dated[4], dated[5], dated[6])
        date, end = iso_date(day, month, year), dated.end()
    issuer, issuer_end = issuer_after(line, end)
    end = issuer_end if issuer else end
    subject, after = subject_after(line, end)
    if issuer is None and subject:
        issuer = issuer_after(line, after)[0]
    kind = kind or KIND_OF_SIGN.get(number.sign)
    name = f"{kind} {title}" if title else None
    context = context_before(line, start)
    told = max(end, after if subject else end)
    return Reference(start, end, kind, number, match[0], name, issuer, date, title or subject, context, told)


def _kind_before(line: str, start: int) -> tuple[int, str | None, str | None]:
    """Where the reference starts, its kind, and a law's title between kind and number."""
    left = max(0, start - _LOOK_BACK)
    before = line[left:start]
    found = _KIND_BEFORE.search(before[-40:])
    if found:
        kind = found["kind"][:1].upper() + found["kind"][1:]
        return start - len(before[-40:]) + found.start(), kind, None
    starts = [word.start() for word in _KIND_WORD.finditer(before)]
    for position in reversed(starts):
        titled = _TITLED_BEFORE.match(before, position)
        if titled:
            return left + position, titled["kind"], " ".join(titled["title"].split())
    word = _NUMBER_WORD.search(before)
    return (left + word.start() if word else start), None, None


def issuer_after(line: str, position: int) -> tuple[str | None, int]:
    """The body named by "của …" at a position, with its term in brackets, and where it ends."""
    found = _ISSUED.match(line, position)
    if not found:
        return None, position
    issuer = found["issuer"].rstrip(" -–/")
    return issuer + (f" {found['term'].strip()}" if found["term"] else ""), found.end() if found["term"] else (
        found.start("issuer") + len(issuer)
    )


def subject_after(line: str, position: int) -> tuple[str | None, int]:
    """What the document is about when that follows directly, and where it ends."""
    about = _ABOUT.match(line, position)
    if not about:
        return None, position
    start = about.end()
    limit = min(len(line), start + _SUBJECT_CHARS)
    if about["quote"]:
        end = _closing_quote(line, start, limit)
        subject, after = line[start:end], min(end + 1, len(line))
    else:
        after = _subject_end(line, start, limit)
        subject = line[start:after]
    return _tidy(subject), after


def _subject_end(line: str, start: int, limit: int) -> int:
    """The end of a subject without quotation marks; a title quoted inside it closes it."""
    stop = _SUBJECT_END.search(line, start, limit)
    end = stop.start() if stop else limit
    quoted = re.search('[“"]', line[start:end])
    return _closing_quote(line, start + quoted.end(), limit) + 1 if quoted else end


def _tidy(subject: str) -> str | None:
    subject = _ABOUT_AGAIN.sub("", subject.strip(' ,“”"'))
    odd = subject.count("“") != subject.count("”") or subject.count('"') % 2
    return (re.sub('[“”"]', "", subject) if odd else subject) or None


def _closing_quote(line: str, start: int, limit: int) -> int:
    """The closing mark of a quotation, a quotation inside it passed over."""
    depth = 1
    for position in range(start, limit):
        if line[position] == "“":
            depth += 1
        elif line[position] in '”"':
            depth -= 1
            if depth == 0 or line[position] == '"':
                return position
    return limit


def context_before(line: str, start: int) -> str | None:
    """The word that says how a source is cited: the last one shortly before it."""
    words = _CONTEXT.findall(line[max(0, start - _CONTEXT_CHARS) : start])
    return words[-1].lower() if words else None
