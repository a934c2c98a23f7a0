"""References by name alone: plenum and congress resolutions, laws, the Party's statutes, the constitution."""

from __future__ import annotations

import re

from corpus.facts.references import ISSUER, Reference, context_before, subject_after
from corpus.structure.lines import UPPER

_ORDINALS = {
    "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15,
}  # fmt: skip
_TERM = r"[Kk]h(?:óa|oá)\s+[IVXLC]+"
_PLENUM = re.compile(
    r"(?:Các\s+|các\s+)?Nghị quyết\s+(?:của\s+)?(?:Hội nghị\s+)?(?:lần thứ\s+(?P<word>\w+(?:\s(?:một|hai|"
    r"ba|bốn|lăm))?)\s+"
    r"(?:của\s+)?(?:Ban Chấp hành\s+)?Trung ương(?:\s+Đảng)?|"
    r"(?:Ban Chấp hành\s+)?Trung ương(?:\s+Đảng)?(?:\s+lần thứ)?\s+(?P<number>\d{1,2}))"
    rf",?\s*\(?(?P<terms>{_TERM}(?:\s*(?:,|và)\s*(?:{_TERM}|[IVXLC]+\b))*)\)?"
)
_UNIT = (
    r"(?:[Tt]ỉnh|[Hh]uyện|[Tt]hành phố|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Qq]uận|[Tt]hị xã|"
    r"Khối(?: các cơ quan(?: và doanh nghiệp)?(?: tỉnh)?)?|khối)"
)
_PLACE = rf"(?:\s+[{UPPER}]\w*){{0,4}}"
_RANK = r"(?:\s+(?:lần\s+)?thứ\s+(?:[IVXLC]+|\d{1,2})|\s+[IVXLC]+\b|,?\s*\(?[Kk]h(?:óa|oá)\s+[IVXLC]+\)?)"
_YEARS = r"(?:,?\s*\(?nhiệm kỳ\s+\d{4}\s*[-–]\s*\d{4}\)?)"
_CONGRESS = re.compile(
    rf"Nghị quyết\s+(?:của\s+)?Đại hội(?:\s+đại biểu)?(?:\s+toàn quốc)?"
    rf"(?:\s+(?:của\s+)?Đảng(?!\s+bộ))?(?:\s+toàn quốc)?"
    rf"(?P<body>(?:\s+(?:của\s+)?Đảng bộ(?:\s+{_UNIT}{_PLACE})?)?)(?P<rank>{_RANK})?"
    rf"(?P<body2>(?:\s+(?:của\s+)?Đảng bộ(?:\s+{_UNIT}{_PLACE})?|\s+của\s+Đảng)?)(?P<years>{_YEARS})?"
)
_LAW = re.compile(
    rf"(?<![^\W\d_])(?P<kind>Bộ luật|Luật|Pháp lệnh)\s+(?P<title>(?:[{UPPER}]|thực hiện|phòng|bảo|đất|"
    rf"sửa đổi)[^\s,;.:()“”]*"
    r"(?:(?:\s+|,\s+(?=chống|sử dụng|kiểm soát|bổ sung|an toàn|giám sát|khen thưởng|chữa cháy|tố cáo|kiểm dịch)|"
    r"\s+và\s+(?!(?:Điều|Luật|Bộ luật|Nghị|Hiến|Quy|Thông|Pháp|Chỉ|Kết|các)\s)(?=[^\W\d_]+\s))"
    r"(?!(?:được|có|về|và|để|tại|năm|(?<!một )số|khi|thì|đối với|theo|nhằm|trên|gắn|ngày|đã|cho|từ|"
    r"quy định|do|này|của Quốc hội|các|"
    r"phải|trong|hiện hành)(?![^\W\d_]))[^\s,;.:()“”]+){1,14})"
)
_NOT_LAW = re.compile(r"(?:Luật\s+(?:Việt Nam|sư|pháp|này|gia|định|khoa))\b", re.IGNORECASE)
_STATUTE = re.compile(
    rf"(?<![^\W\d_])(?:Điều lệ\s+(?:Đảng(?:\s+Cộng sản Việt Nam)?|Mặt trận Tổ quốc Việt Nam|"
    rf"Công đoàn(?:\s+Việt Nam)?|"
    rf"Đoàn(?:\s+[{UPPER}]\w*|\s+niên|\s+sản){{0,7}}|Hội(?:\s+[{UPPER}]\w*|\s+(?:dân|nữ|binh|chiến)){{1,6}})|"
    r"Hiến pháp(?:\s+(?:năm\s+)?\d{4})?|Cương lĩnh(?:\s+chính trị)?(?:\s+xây dựng đất nước)?)(?![^\W\d_])"
)
_BY_ISSUER = re.compile(
    rf"(?<![^\W\d_])(?P<kind>Nghị quyết|Kết luận|Chỉ thị|Quy định|Quyết định|Kế hoạch|Đề án|"
    rf"Chương trình hành động|Hướng dẫn|"
    rf"Nghị định|Thông tư)\s+của\s+(?P<issuer>{ISSUER})(?P<term>\s*\(?{_TERM}\)?)?(?=\s+(?:về|ban hành|"
    rf"quy định)\b)"
)
_TITLED = re.compile(
    r"(?:thực hiện|theo|căn cứ|tại|quán triệt|thực hiện (?:tốt|nghiêm|nghiêm túc|hiệu quả|có hiệu quả))\s+"
    rf"(?P<name>(?P<kind>Kế hoạch|Đề án|Chương trình|Chiến lược|Quy chế)\s+(?=[^{UPPER}\d“\"])(?!này|của|"
    rf"số|hành động|đã|công tác|"
    r"và|tổ chức|kiểm tra)[^\s,;.:()“”]+(?:\s+[^\s,;.:()“”]+){2,24})"
)
_PLURAL = re.compile(r"(?:các|những|mọi|một số|từng)\s+$", re.IGNORECASE)
_OWN = re.compile(r"\s+này\b")


def named(line: str, taken: list[Reference]) -> list[Reference]:
    """The references of a line by name, those inside or around a numbered one left out."""
    found: list[Reference] = []
    occupied = [(reference.start, reference.end) for reference in taken]
    for finder in (_plenums, _congresses, _laws, _statutes, _by_issuer, _titled):
        for reference in finder(line):
            inside = any(reference.start < end and start < reference.end for start, end in occupied)
            shared = any((start, end) == (reference.start, reference.end) for start, end in occupied[len(taken) :])
            if (not inside or shared) and not _OWN.match(line, reference.end):
                found.append(reference)
                occupied.append((reference.start, reference.end))
    return found


def _make(line: str, start: int, end: int, kind: str, name: str, issuer: str | None) -> Reference:
    untitled = kind in ("Hiến pháp", "Điều lệ", "Cương lĩnh")
    subject, told = (None, end) if untitled else subject_after(line, end)
    return Reference(
        start, end, kind, None, line[start:end], name, issuer, None, subject, context_before(line, start), told
    )


def _plenums(line: str) -> list[Reference]:
    made = []
    for found in _PLENUM.finditer(line):
        rank = int(found["number"]) if found["number"] else _ORDINALS.get(found["word"].lower())
        if rank is None and found["word"].isdigit():
            rank = int(found["word"])
        if rank is None:
            continue
        start = line.index("Nghị quyết", found.start())
        for term in dict.fromkeys(re.findall(r"[IVXLC]+\b", found["terms"])):
            name = f"Nghị quyết Trung ương {rank} khóa {term}"
            issuer = f"Ban Chấp hành Trung ương khóa {term}"
            made.append(_make(line, start, found.end(), "Nghị quyết", name, issuer))
    return made


def _congresses(line: str) -> list[Reference]:
    made = []
    for found in _CONGRESS.finditer(line):
        rank = re.search(r"[IVXLC]+\b|\d{1,2}", found["rank"] or "")
        body = " ".join((found["body"] or found["body2"] or "").replace("của", "").split())
        if rank is None or (not body and "Đảng" not in found[0] and "toàn quốc" not in found[0]):
            continue
        who = "Đảng toàn quốc" if body in ("", "Đảng") else body
        name = f"Nghị quyết Đại hội {who} lần thứ {rank[0]}"
        made.append(_make(line, found.start(), found.end(), "Nghị quyết", name, name.removeprefix("Nghị quyết ")))
    return made


def _laws(line: str) -> list[Reference]:
    made = []
    for found in _LAW.finditer(line):
        if _NOT_LAW.match(found[0]) or _PLURAL.search(line[max(0, found.start() - 12) : found.start()]):
            continue
        title = " ".join(found["title"].split())
        end = found.start() + len(found[0].rstrip())
        made.append(_make(line, found.start(), end, found["kind"], f"{found['kind']} {title}", None))
    return made


def _statutes(line: str) -> list[Reference]:
    made = []
    for found in _STATUTE.finditer(line):
        kind = "Điều lệ" if found[0].startswith("Điều lệ") else " ".join(found[0].split()[:2])
        name = re.sub(r"^(Điều lệ Đảng) Cộng sản Việt Nam$", r"\1", " ".join(found[0].split()))
        name = re.sub(r"^Hiến pháp.*", "Hiến pháp", name)
        made.append(_make(line, found.start(), found.end(), kind, name, None))
    return made


def _by_issuer(line: str) -> list[Reference]:
    made = []
    for found in _BY_ISSUER.finditer(line):
        if _PLURAL.search(line[max(0, found.start() - 12) : found.start()]):
            continue
        issuer = " ".join((found["issuer"] + (found["term"] or "")).split())
        subject = subject_after(line, found.end())[0]
        if subject:
            name = f"{found['kind']} của {issuer} về {subject}"
            made.append(_make(line, found.start(), found.end(), found["kind"], name, issuer))
    return made


_TITLE_STOP = re.compile(
    r"\s+(?:đã|được|đảm bảo|bảo đảm|nhằm|để|gắn với|theo đúng|một cách|phù hợp|trên cơ sở|chưa|còn|"
    r"của cấp trên)\b.*$"
)


def _titled(line: str) -> list[Reference]:
    made = []
    for found in _TITLED.finditer(line):
        name = _TITLE_STOP.sub("", " ".join(found["name"].split()))
        end = found.start("name") + len(name)
        if (
            _PLURAL.search(line[max(0, found.start("name") - 12) : found.start("name")])
            or len(name.split()) < 4
            or " từng " in name
        ):
            continue
        made.append(_make(line, found.start("name"), end, found["kind"], name, None))
    return made
