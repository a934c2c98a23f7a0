"""Which lines are not running text: head, stamps, footnotes, mailing lists, signatures, debris."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.records import BlockKind, Span
from corpus.structure.lines import Line, Rank, read_line

KINDS = (
    "NGHỊ QUYẾT LIÊN TỊCH", "NGHỊ QUYẾT", "CHỈ THỊ", "KẾT LUẬN", "QUY CHẾ", "QUY ĐỊNH", "QUYẾT ĐỊNH",
    "QUY TRÌNH", "KẾ HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "CHƯƠNG TRÌNH", "HƯỚNG DẪN", "THÔNG BÁO",
    "THÔNG TRI", "BÁO CÁO", "TỜ TRÌNH", "ĐỀ ÁN", "PHƯƠNG ÁN", "DỰ ÁN", "LỜI KÊU GỌI", "TUYÊN BỐ",
    "THÔNG CÁO", "NGHỊ ĐỊNH", "THÔNG TƯ LIÊN TỊCH", "THÔNG TƯ", "CÔNG VĂN", "CÔNG ĐIỆN", "BIÊN BẢN",
    "GIẤY MỜI", "PHÁP LỆNH", "LUẬT", "BỘ LUẬT", "HIẾN PHÁP", "LỆNH", "ĐIỀU LỆ", "CHIẾN LƯỢC", "QUY HOẠCH",
)  # fmt: skip
"""The kinds of documents as their first line gives them (Decree 30/2020/NĐ-CP; Guideline 36-HD/VPTW)."""

_KIND_LINE = re.compile(rf"(?:{'|'.join(sorted(KINDS, key=len, reverse=True))})(?![^\W\d_])")
_KIND_STARTS = frozenset(kind.rsplit(None, 1)[0] for kind in KINDS if " " in kind)
_HEAD_LINES = 60  # a letterhead with stamps is shorter; a kind's name further down is content
_TITLE_CHARS = 600  # the longest titles of the genre stay below; a longer line is the preamble
_LETTERHEAD_CHARS = 160  # the longest "V/v …" lines of letters stay below
_DATE_LINE = re.compile(r"(?i:ngày)\s+\d{1,2}\s+(?i:tháng)\s+\d{1,2}\s+(?i:năm)\s+\d{4}[.;]?$")
_PREAMBLE = re.compile(
    r"(?:Căn cứ|Thực hiện|Theo|Xét|Trên cơ sở|Nhằm|Để|Sau|Tại|Trong|Ngày|Triển khai|Qua|Kính gửi|Năm|Những"
    r"|Quán triệt|Phát huy|Tiếp tục)\b"
)
_ABOUT = ("Về ", "V/v", "Của ")
_SENTENCE_ENDS = (".", "!", "?", ";")
_MOTTO = re.compile(r"(?i:cộng h[oò][aà]|ch[ủu] ngh[ĩi]a|độc lập)[\s\w–-]*(?i:xã hội|việt nam|hạnh phúc)|[-*_]+$")
_STAMP_LABEL = re.compile(
    r"(?i:số và ký hiệu hs|lưu hồ sơ(?: số)?|công văn đến|chuy[ểê]n|đến)[ \t]*[:.]"
    r"|ĐẾN\b[ \t]*(?:Ngày|Số|Giờ)?"
)
_STAMP_NUMBER = re.compile(r"Số[ \t]*:[ \t]*\d+[ \t]*(?:\t|$)")
_RULE = re.compile(r"[^\w¹²³⁴⁵⁶⁷⁸⁹⁰%]+$")
_PAGE_NUMBER = re.compile(r"[-–—(]?\s*(?:(?i:trang)\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?\s*[-–—)]?$")
_FOOTNOTE = re.compile(r"([¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\d{1,3}\])[ \t]*(?=[\w\"“(*])")
_MAILING = re.compile(r"(?i:nơi nhận)\b[ \t]*[:.]?")
_FOR_WHOM = re.compile(r"(?:T[./ ]*M\b|TM[./]|K[./]?T[./]|T[./]?L[./]|T[./]?U[./]?Q[./]|Q\.[ \t])")
_POST = re.compile(
    r"(?:(?:PHÓ |QUYỀN |KT\. ?)?(?:BÍ THƯ|CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CHỦ NHIỆM|CHÁNH|"
    r"THỦ TƯỚNG|TỔNG|VIỆN TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|THỐNG ĐỐC|HIỆU TRƯỞNG)|CHÁNH ÁN|CHÁNH VĂN PHÒNG)"
)
_NAME = re.compile(r"(?:[^\W\d_]\w*\s+){1,4}[^\W\d_]\w*$")
_ANY_CLOSING = re.compile(r"\(?(?i:đã ký|đã kí|ký tên|để b/?c|đã duyệt|ký bởi)")


def kind_line(body: str) -> str | None:
    """The kind that a line names in capitals at its head, or None."""
    found = _KIND_LINE.match(body.strip("*# \t"))
    return found[0] if found else None


def kind_of(line: str, following: str) -> str | None:
    """The kind that a line names, or that is broken over it and the following line ("NGHỊ" and "ĐỊNH")."""
    broken = line.strip("*# ") in _KIND_STARTS and following.isupper()
    return kind_line(line) or (kind_line(f"{line} {following}") if broken else None)


def split_stamps(text: str, lines: Sequence[Line]) -> tuple[tuple[Line, ...], frozenset[int]]:
    """The lines, those that a stamp's form fields run into cut in two, and the positions of the stamps."""
    kept: list[Line] = []
    stamps: set[int] = set()
    seen = False
    for group in _paragraphs(lines[:_HEAD_LINES]):
        labels = [_stamp_label(text, line) for line in group]
        if sum(1 for label in labels if label) >= 2:
            seen = True
            stamps.update(range(len(kept), len(kept) + len(group)))
            kept.extend(group)
            continue
        for line, label in zip(group, labels, strict=True):
            if not (seen and label):
                kept.append(line)
                continue
            stamps.add(len(kept))
            kept.extend(_cut(text, line, label))
    return tuple(kept) + tuple(lines[_HEAD_LINES:]), frozenset(stamps)


def _stamp_label(text: str, line: Line) -> str:
    raw = line.span.of(text)
    found = _STAMP_LABEL.match(raw) or _STAMP_NUMBER.match(raw)
    return found[0] if found else ""


def _cut(text: str, line: Line, label: str) -> Iterator[Line]:
    middle = line.span.start + len(label.rstrip())
    yield read_line(text, Span(line.span.start, middle), line.after_blank)
    rest = text[middle : line.span.end]
    if rest.strip():
        yield read_line(text, Span(line.span.end - len(rest.lstrip()), line.span.end), True)


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if line.after_blank and group:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def assign(text: str, lines: Sequence[Line], stamps: frozenset[int]) -> tuple[BlockKind | None, ...]:
    """What each line is; None for running text, whose blocks and headings are found later."""
    zones: list[BlockKind | None] = [None] * len(lines)
    for position in stamps:
        zones[position] = BlockKind.STAMP
    start = _head(text, lines, zones)
    _tail(text, lines, zones, start)
    for position, line in enumerate(lines):
        if zones[position] in (None, BlockKind.TITLE) and _debris(text, lines, position):
            zones[position] = BlockKind.DEBRIS
        elif zones[position] is None and footnote_mark(line.span.of(text)):
            zones[position] = BlockKind.FOOTNOTE
    return tuple(zones)


def footnote_mark(raw: str) -> str:
    """The mark that a footnote's first line starts with, "" where there is none."""
    found = _FOOTNOTE.match(raw)
    return found[1] if found else ""


def _debris(text: str, lines: Sequence[Line], position: int) -> bool:
    line = lines[position]
    raw = line.span.of(text)
    if _RULE.match(raw) or (_MOTTO.fullmatch(raw) and position < _HEAD_LINES):
        return True
    alone = line.after_blank and (position + 1 == len(lines) or lines[position + 1].after_blank)
    return bool(_PAGE_NUMBER.match(raw)) and (alone or not raw[0].isdigit())


def _head(text: str, lines: Sequence[Line], zones: list[BlockKind | None]) -> int:
    """Mark letterhead and title; the position of the first line after them."""
    for position, line in enumerate(lines[:_HEAD_LINES]):
        following = lines[position + 1].body.of(text) if position + 1 < len(lines) else ""
        if zones[position] is None and kind_of(line.body.of(text), following):
            break
        if line.rank.numbers and line.rank <= Rank.NUMBER:
            return _letterhead(text, lines, zones)
    else:
        return _letterhead(text, lines, zones)
    end = position + 1
    while end < len(lines) and end < _HEAD_LINES and (zones[end] or _continues_title(text, lines, end)):
        end += 1
    if _one_sentence(text, lines[position:]):
        # A document of one sentence is that sentence: a title alone would state nothing.
        end = next(at for at in range(position, len(lines) + 1) if at == len(lines) or not _names(text, lines[at]))
    for inside in range(end):
        zones[inside] = zones[inside] or BlockKind.TITLE
    return end


def _one_sentence(text: str, lines: Sequence[Line]) -> bool:
    """Whether the lines end in the only sentence that they hold."""
    ends = [line.body.of(text)[-1:] in _SENTENCE_ENDS for line in lines]
    return ends[-1] and not any(ends[:-1]) and all(line.rank is Rank.PLAIN for line in lines)


def _names(text: str, line: Line) -> bool:
    """Whether a line can be nothing but a part of the document's name."""
    body = line.body.of(text)
    return body.isupper() or body.startswith(_ABOUT)


def _letterhead(text: str, lines: Sequence[Line], zones: list[BlockKind | None]) -> int:
    """Mark the head of a document that names no kind (a letter): what stands above and on the date line.

    A date line with nothing after it is the end of a sentence, and heads no letter.
    """
    for position, line in enumerate(lines[:_HEAD_LINES]):
        raw = line.span.of(text)
        if len(raw) > _LETTERHEAD_CHARS:
            return 0
        following = lines[position + 1].span.of(text) if position + 1 < len(lines) else ""
        broken = raw.rstrip(".").endswith(("ngày", "tháng", "năm")) and _DATE_LINE.search(f"{raw} {following}")
        if _DATE_LINE.search(raw) or broken:
            end = position + (2 if broken else 1)
            if end == len(lines):
                return 0
            for inside in range(end):
                zones[inside] = zones[inside] or BlockKind.TITLE
            return end
    return 0


def _continues_title(text: str, lines: Sequence[Line], position: int) -> bool:
    line = lines[position]
    raw = line.body.of(text)
    if line.rank is not Rank.PLAIN or len(raw) > _TITLE_CHARS:
        return bool(_RULE.match(line.span.of(text)))
    if line.marked_up or raw.isupper() or raw[:1].islower():
        return True
    previous = lines[position - 1]
    if "**" in previous.span.of(text) and line.span.of(text).endswith("**") and not line.after_blank:
        return True
    if raw.startswith(_ABOUT):
        return True
    unbroken = not line.after_blank and not _PREAMBLE.match(raw) and raw[-1:] not in ".:;"
    return unbroken and previous.body.of(text)[-1:] not in ".:;"


def _tail(text: str, lines: Sequence[Line], zones: list[BlockKind | None], start: int) -> None:
    """Mark mailing lists and signatures, wherever they stand: annexes may follow them."""
    position = start
    while position < len(lines):
        raw = lines[position].span.of(text).strip("*_ ")
        if _MAILING.match(raw):
            position = _mailing(text, lines, zones, position)
        elif _signs(raw) and len(raw) < 90:
            position = _signature(text, lines, zones, position)
        else:
            position += 1


def _signs(raw: str) -> bool:
    found = _FOR_WHOM.match(raw)
    return bool(found) and raw.upper() == raw


def _mailing(text: str, lines: Sequence[Line], zones: list[BlockKind | None], position: int) -> int:
    zones[position] = BlockKind.MAILING_LIST
    position += 1
    while position < len(lines):
        line = lines[position]
        raw = line.span.of(text).strip("*_ ")
        if _signs(raw) or _POST.match(raw):
            return _signature(text, lines, zones, position)
        listed = line.rank in (Rank.DASH, Rank.PLUS) or (len(raw) < 90 and not raw.isupper())
        if not listed or line.rank.numbers:
            return position
        zones[position] = BlockKind.MAILING_LIST
        position += 1
    return position


_SIGNATURE_LINES = 8  # capacity, post, "(Đã ký)", name, and the lines they are broken over


def _signature(text: str, lines: Sequence[Line], zones: list[BlockKind | None], position: int) -> int:
    last = min(len(lines), position + _SIGNATURE_LINES)
    while position < last:
        raw = lines[position].span.of(text).strip("*_ ")
        named = bool(_NAME.match(raw)) and raw.istitle()
        if not (_signs(raw) or _ANY_CLOSING.match(raw) or named or (raw.isupper() and not _opens_annex(raw))):
            break
        zones[position] = BlockKind.SIGNATURE
        position += 1
        if named:
            break
    return position if position < last and position > 0 else max(position, 1)


def _opens_annex(raw: str) -> bool:
    return raw.startswith(("PHỤ LỤC", "DANH MỤC", "DANH SÁCH", "BIỂU", "MẪU")) or kind_line(raw) is not None
