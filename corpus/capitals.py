"""Capitals of a letterhead or title set down to ordinary writing."""

from __future__ import annotations

import re
import unicodedata

# Names that keep their capitals wherever they stand; the longer ones first.
_NAMES = (
    "Mặt trận Tổ quốc", "Việt Nam", "Trung ương", "Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành", "Ban Thường vụ",
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Chính phủ", "Thủ tướng", "Quốc hội", "Hồ Chí Minh", "Hà Nội", "Đảng bộ",
    "Đảng ủy", "Khối", "Nghị quyết", "Chỉ thị", "Kết luận", "Tổ quốc", "Đảng", "Tỉnh ủy", "Huyện ủy", "Thành ủy",
)  # fmt: skip
_UNIT = re.compile(r"\b(xã|phường|huyện|quận|thị xã|thành phố|tỉnh) (\w+(?: \w+){0,2})$")
_ROMAN = re.compile(r"\b(khóa|khoá|lần thứ) ([ivx]+)\b")
_CODE = re.compile(r"(?:\d[\w./-]*)?[-/][^\W\d_]{2,}[\w./-]*")


def sentence_case(stretch: str) -> str:
    """Capitals set down, names of the genre kept; what is not all capitals stays as it is."""
    stretch = " ".join(stretch.replace("*", "").split())
    if not stretch.isupper():
        return stretch
    low = unicodedata.normalize("NFC", stretch).lower().replace("uỷ", "ủy")
    for name in _NAMES:
        low = re.sub(rf"\b{name.lower()}\b", name, low)
    low = _ROMAN.sub(lambda found: f"{found[1]} {found[2].upper()}", low)
    low = _CODE.sub(lambda found: found[0].upper().replace("TTG", "TTg"), low)
    low = _UNIT.sub(lambda found: f"{found[1]} {name_case(found[2])}", low)
    return low if low.startswith(("của ", "về ")) else low[:1].upper() + low[1:]


def name_case(name: str) -> str:
    """A name with a capital on every word, unless it is already written in both."""
    return name.title() if name.isupper() or name.islower() else name
