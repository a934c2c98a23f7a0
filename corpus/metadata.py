"""Who issued a document, when and under which number, read from its head, its preamble and its signature."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from corpus.capitals import name_case, sentence_case
from corpus.records import BlockKind, Level, Metadata, Structure
from corpus.sections import parse
from corpus.structure.lines import UPPER
from corpus.structure.zones import kind_line, kind_of

_SIGN = rf"[{UPPER}][\w.]*"
_NUMBER = re.compile(
    rf"(?i:số)[ \t]*:?[ \t]*(\d{{1,5}}(?:\.\d)?)[ \t]*((?:/[ \t]*\d{{4}})?[ \t]*[-–/][ \t]*{_SIGN}"
    rf"(?:[ \t]*[-–/][ \t]*{_SIGN})*)"
)
_BARE_NUMBER = re.compile(rf"^(\d{{1,5}})((?:/\d{{4}})?[-–/]{_SIGN}(?:[-–/]{_SIGN})*)$")
_DATE = re.compile(
    r"(?i:ngày)[ \t]*(\d{1,2})[ \t]*(?i:tháng)[ \t]*(\d{1,2})[ \t]*(?i:năm)[ \t]*(\d{4})"
    r"|(?i:ngày)[ \t]+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"
)
_PLACE = re.compile(r"^([^\W\d_][\w .–-]{1,40}?)[ \t]*,[ \t]*(?i:ngày)\b")
_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(rf"({_YEAR})\s*(?:[-–]|đến(?: năm)?)\s*({_YEAR})")
_UNTIL = re.compile(rf"đến\s+(?:hết\s+)?năm\s+({_YEAR})", re.IGNORECASE)
_IN_YEAR = re.compile(rf"năm\s+({_YEAR})", re.IGNORECASE)
_BODY_WORDS = (
    "BAN CHẤP HÀNH|BAN THƯỜNG VỤ|BỘ CHÍNH TRỊ|BAN BÍ THƯ|ĐẢNG [ỦU][YỶ]|HUYỆN [ỦU][YỶ]|TỈNH [ỦU][YỶ]|"
    "THÀNH [ỦU][YỶ]|"
    "[ỦU][YỶ] BAN|HỘI ĐỒNG|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI|BỘ|SỞ|VĂN PHÒNG|BAN|TỔNG|NGÂN HÀNG|CHỦ TỊCH|CỤC|"
    "KIỂM TOÁN|TÒA ÁN|TOÀ ÁN|VIỆN|ĐẢNG BỘ|MẶT TRẬN|ĐOÀN|HỘI"
)
_ISSUER_LINE = re.compile(rf"(?:CỦA\s+)?((?:{_BODY_WORDS})\b[^\d:;]*)$")
_SIGNS_FOR = re.compile(r"T[./]?M[./]?[ \t]+(.+)")
_PREAMBLE_ISSUER = re.compile(
    r"((?:Ban [Cc]hấp hành|Ban [Tt]hường vụ|(?:Huyện|Tỉnh|Thành|Đảng) [ủu][yỷ]|[ỦU][yỷ] ban nhân dân|UBND|"
    r"Hội đồng nhân dân|HĐND)(?:\s+[^\s,.;:]+){0,9}?)"
    r"\s+(?:ban hành|xây dựng|kết luận|quyết nghị|ra nghị quyết|đề ra|quyết định|yêu cầu|thống nhất)\b"
)
_NAME = rf"[{UPPER}]\w*(?:[ -][{UPPER}]\w*){{0,3}}"
_UNIT = re.compile(rf"\b((?i:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh))\s+({_NAME})")
_PARTY_BODY = re.compile(rf"\b((?i:huyện|quận|thị|tỉnh|thành))\s+[ủuỦU][yỷYỶ]\s+({_NAME})")
_PARTY_UNITS = {"thị": "thị xã", "thành": "thành phố"}
_NO_NAMES = frozenset(
    [
        "ủy",
        "uỷ",
        "lần",
        "khóa",
        "khoá",
        "nhiệm",
        "theo",
        "và",
        "về",
        "giai",
        "đến",
        "năm",
        "ban",
        "hđnd",
        "ubnd",
        "mttq",
    ]
)
_SUFFIX_LEVELS = (
    ("ĐUK", Level.BLOC),
    ("TU", Level.PROVINCE),
    ("HU", Level.DISTRICT),
    ("TW", Level.CENTRAL),
    ("-CP", Level.CENTRAL),
    ("TTG", Level.CENTRAL),
)
_LEVELS = (
    (Level.BLOC, re.compile(r"\bkhối\b")),
    (
        Level.COMMUNE,
        re.compile(r"\b(?:đảng bộ|đảng ủy|nhân dân|chấp hành)?\s*(?:xã|phường|thị trấn|đặc khu)\b(?! hội)"),
    ),
    (Level.DISTRICT, re.compile(r"\b(?:huyện|quận|thị xã|thị ủy)\b")),
    (Level.PROVINCE, re.compile(r"\b(?:tỉnh|thành phố|thành ủy|sở)\b")),
    (
        Level.CENTRAL,
        re.compile(r"trung ương|bộ chính trị|ban bí thư|chính phủ|thủ tướng|quốc hội|^bộ |bộ trưởng|ngân hàng nhà"),
    ),
)
_HEAD_CHARS = 3000  # a letterhead with its title ends well before
_FIRST_PARAGRAPHS = 3  # the preamble that names the issuer is among these
_MIN_YEAR = 1945  # the first documents of the state


def read_metadata(text: str, structure: Structure) -> Metadata:
    """What the text itself says of its identity; a field that it does not give is None.

    A stamp, a cited document's number and the mailing list are never read as the document's own.
    """
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        structure = parse(text)
    head = _head_lines(text, structure)
    kind, above, title_lines = _split_head(head)
    issuer, issuer_inferred = _issuer(text, structure, title_lines, above)
    number = _own_number(above)
    locality, place_inferred = _locality(text, structure, issuer, head)
    level = _level(number, issuer, title_lines)
    marks = (
        ("issuer", issuer_inferred),
        ("locality", locality is not None and place_inferred),
        ("level", level is not None),
    )
    return Metadata(
        title=_title(kind, title_lines) or structure.sections[0].title or _first_words(text),
        kind=kind.capitalize() if kind else None,
        number=number,
        date=_own_date(above),
        issuer=issuer,
        locality=locality,
        level=level,
        period=_period(" ".join(title_lines)),
        signer=_signer(text, structure),
        inferred=tuple(name for name, holds in marks if holds),
    )


def iso_date(day: str, month: str, year: str) -> str | None:
    """A calendar date in ISO 8601, or None when there is no such day."""
    try:
        value = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return value.isoformat() if value.year >= _MIN_YEAR else None


def _head_lines(text: str, structure: Structure) -> list[str]:
    lines: list[str] = []
    for block in structure.blocks:
        if block.span.start > _HEAD_CHARS:
            break
        if block.kind is BlockKind.TITLE:
            for piece in block.pieces:
                lines += [line.strip("*#_ \t") for line in piece.of(text).splitlines()]
    return [line for line in lines if line]


def _split_head(head: list[str]) -> tuple[str | None, list[str], list[str]]:
    """The kind, the lines above it (the letterhead), and the lines of the title."""
    for position, line in enumerate(head):
        following = head[position + 1] if position + 1 < len(head) else ""
        kind = kind_of(line, following)
        if kind:
            whole = " ".join([line, *head[position + 1 :]] if kind_line(line) else head[position:])
            rest = whole[len(kind) :].strip(" :*")
            return kind, head[:position], _title_lines(rest, line, head[position + 1 :])
    return None, head, []


def _title_lines(rest: str, line: str, following: list[str]) -> list[str]:
    """The title: its leading capitals in one line, for the issuer, and the rest."""
    own = [part for part in (line[len(line) :], *following) if part]
    capitals = 0
    while capitals < len(own) and own[capitals].isupper():
        capitals += 1
    tail = " ".join(own[capitals:])
    lead = rest[: len(rest) - len(tail)].strip() if tail else rest
    return [part for part in (lead, tail) if part]


def _title(kind: str | None, lines: list[str]) -> str:
    if not lines:
        return ""
    rest = " ".join(sentence_case(line) if line.isupper() else line.replace("*", "") for line in lines)
    rest = " ".join(rest.split())
    if rest.startswith(("Về ", "Của ")):
        rest = rest[0].lower() + rest[1:]
    return f"{kind.capitalize()} {rest}" if kind else rest


def _own_number(letterhead: list[str]) -> str | None:
    for line in (" ".join(letterhead), *letterhead):
        found = _NUMBER.search(line) or _BARE_NUMBER.match(line)
        if found:
            return re.sub(r"\s+", "", found[1] + found[2]).replace("–", "-")
    return None


def _own_date(letterhead: list[str]) -> str | None:
    found = _DATE.search(" ".join(letterhead))
    if not found:
        return None
    return iso_date(found[1] or found[4], found[2] or found[5], found[3] or found[6])


def _issuer(text: str, structure: Structure, title: list[str], letterhead: list[str]) -> tuple[str | None, bool]:
    """The issuing body, and whether it was concluded from the preamble or the signature."""
    for line in title[:2]:
        found = _ISSUER_LINE.match(line)
        if found and line.isupper():
            return sentence_case(found[1]), False
    upper = [line for line in letterhead if line.isupper() and not _NUMBER.search(line)]
    joined = re.split(r"ĐẢNG CỘNG|CỘNG H|-{3,}|\d", " ".join(upper))[0].strip()
    if joined:
        return sentence_case(joined), False
    paragraphs = [block for block in structure.blocks if block.kind is BlockKind.PARAGRAPH]
    for block in paragraphs[:_FIRST_PARAGRAPHS]:
        found = _PREAMBLE_ISSUER.search(" ".join(block.span.of(text).split()))
        if found:
            return found[1], True
    for block in structure.blocks:
        if block.kind is BlockKind.SIGNATURE:
            found = _SIGNS_FOR.match(block.span.of(text).strip("*_ ").splitlines()[0].strip("*_ "))
            return (sentence_case(found[1]), True) if found else (None, False)
    return None, False


def _locality(text: str, structure: Structure, issuer: str | None, head: list[str]) -> tuple[str | None, bool]:
    """The unit that the issuer belongs to, else the place of the date line, else the first one named."""
    party = _PARTY_BODY.search(issuer or "")
    if party:
        unit = party[1].lower()
        return f"{_PARTY_UNITS.get(unit, unit)} {party[2]}", False
    for source in (issuer or "", *head):
        named = _unit(source)
        if named:
            return named, False
    for line in head:
        place = _PLACE.match(line)
        if place:
            return place[1].strip(), False
    opening = (b.span.of(text) for b in structure.blocks[:12] if b.kind is BlockKind.PARAGRAPH)
    return next(((named, True) for named in map(_unit, opening) if named), (None, False))


def _unit(source: str) -> str | None:
    for found in _UNIT.finditer(source):
        if found[2].split()[0].lower() not in _NO_NAMES:
            return f"{found[1].lower()} {name_case(found[2])}"
    return None


def _level(number: str | None, issuer: str | None, title: list[str]) -> Level | None:
    for suffix, level in _SUFFIX_LEVELS:
        if number and number.upper().endswith(suffix):
            return level
    for source in (issuer, " ".join(title[:2])):
        low = (source or "").lower().replace("uỷ", "ủy")
        for level, pattern in _LEVELS:
            if pattern.search(low):
                return level
    return None


def _period(title: str) -> str | None:
    found = _YEARS.search(title)
    if found:
        return f"{found[1]}-{found[2]}"
    found = _UNTIL.search(title)
    if found:
        return f"đến {found[1]}"
    found = _IN_YEAR.search(title)
    return found[1] if found else None


def _signer(text: str, structure: Structure) -> str | None:
    """The name under the first signature that has one."""
    for block in structure.blocks:
        if block.kind is BlockKind.SIGNATURE:
            lines = [line.strip("*_ \t") for line in block.span.of(text).splitlines()]
            names = [line for line in lines if line.istitle() and 2 <= len(line.split()) <= 5]
            if names:
                return " ".join(names[-1].split())
    return None


def _first_words(text: str) -> str:
    return " ".join(text.split()[:12])
