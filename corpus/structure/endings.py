"""Whether a stretch of text is complete, or goes on in the next line or after the page break."""

from __future__ import annotations

import re

# Words that cannot end a sentence: what they introduce is still to come.
_DANGLING = re.compile(
    r"(?:^|\s)(?:"
    r"của|và|hoặc|với|về|cho|để|do|bởi|tại|từ|đến|trong|trên|dưới|theo|bằng|là|thì|mà|các|những|mỗi|"
    r"một|số|vào|như|cùng|gồm|nhằm|qua|hay|không|chưa|đã|đang|sẽ|cần|phải|được|bị|trước|sau|giữa|khi|"
    r"nếu|tuy|nhưng|hiện|việc|sự|ngày|tháng|năm|khóa|khoá|khoản|điểm|điều"
    r")$"
)
# First syllables of the names of bodies, posts and documents ("Ban | Thường vụ", "Sở | Y tế"): alone, half a name.
_NAME_OPENERS = re.compile(
    r"(?:^|\s)(?:"
    r"Ban|Bộ|Sở|Ủy|Uỷ|Hội|Đoàn|Đảng|Mặt|Tỉnh|Huyện|Thành|Chính|Nghị|Quyết|Chỉ|Kế|Thủ|Thường|Chủ|Phó|"
    r"Trung|Tổng|Cục|Vụ|Công|Liên|Văn|Trường|Viện|Quốc|Nhà|Nhân|Hồ|Chí|Cựu|Nông|Phụ|Báo|Đề|Luật|Thông|"
    r"Kết|Quy|Hướng|Chương|Phòng|Ngân|Kho|Tòa|Toà|Khối|Xã|Phường|Điều|Bí|Giám|Trưởng"
    r")$"
)
# Bodies named without saying whose: a capital letter after the break is the rest of the name.
_OPEN_BODY = re.compile(
    r"(?:Thường vụ|Thường trực|Chấp hành|Ủy ban|Uỷ ban|Hội đồng|Mặt trận|Chỉ đạo|Văn phòng|đồng chí)$"
)
_BODY_REST = re.compile(r"(?:Tỉnh|Huyện|Thành|Đảng|Xã|Trung|Nhân|nhân|Quận|Tổ|Khối|Đoàn|Hội|Kiểm|Mặt)\b")
_LONGEST_WORD = 12  # no syllable of Vietnamese, with the blank before it, is longer
_CLOSERS = "”\"'’*_)]»¹²³⁴⁵⁶⁷⁸⁹⁰ \t"
_FINAL = ".;:!?…"


def finished(stretch: str) -> bool:
    """Whether the stretch ends in punctuation that closes a sentence or list item."""
    return stretch.rstrip(_CLOSERS)[-1:] in _FINAL


def dangles(stretch: str) -> bool:
    """Whether the last word says that more must come ("của", a comma, "Nghị định số", "Ban")."""
    stretch = stretch.rstrip("*_ \t")
    if stretch[-1:] in (",", "=", "(", "/", "&") or stretch.endswith((" -", " –")):
        return True
    ending = stretch[-_LONGEST_WORD:]
    return bool(_DANGLING.search(ending) or _NAME_OPENERS.search(ending))


def torn(first: str, second: str) -> bool:
    """Whether `second` goes on with the sentence that `first` leaves open; neither has blanks around it."""
    if finished(first):
        return False
    head = second.lstrip('*_“"( ')[:1]
    if second.lstrip("*_ ")[:1] in (",", ";", ".", ")", "”", "%"):
        return True
    if head.islower():
        return True
    if dangles(first):
        return True
    return bool(_OPEN_BODY.search(first) and _BODY_REST.match(second))
