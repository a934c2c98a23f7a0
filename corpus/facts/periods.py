"""When something is due or recurs, as the text says it."""

from __future__ import annotations

import re

_YEAR = r"(?:19|20)\d\d"
WHEN = re.compile(
    rf"(?:bình quân\s+)?(?:(?:định kỳ,?\s+)?(?:hằng|hàng)\s+(?:năm|quý|tháng|tuần|"
    rf"ngày)(?:\s+và\s+(?:đột xuất|(?:hằng|hàng)\s+\w+))?|"
    rf"định kỳ(?:\s*\(hoặc đột xuất\))?(?:\s+(?:tháng|quý|ngày)\s+[\dIV/]+(?:\s+(?:hằng|hàng)\s+năm)?|"
    rf"\s+\d+\s+(?:tháng|năm|ngày)(?:\s+một lần|/lần|/1 lần)?)?|"
    rf"(?:từ nay\s+)?đến\s+(?:hết\s+|cuối\s+|trước\s+)?(?:năm\s+{_YEAR}|tháng\s+\d+(?:/|\s+năm\s+){_YEAR}|"
    rf"ngày\s+[\d/.-]+|quý\s+[IV\d]+(?:/|\s+năm\s+){_YEAR})|"
    rf"(?:chậm nhất\s+(?:là\s+)?(?:trước\s+|đến\s+|trong\s+)?|trước\s+|trong\s+|vào\s+|hết\s+|cuối\s+|"
    rf"đầu\s+|giữa\s+)*(?:ngày\s+\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]{_YEAR})?|"
    rf"ngày\s+\d{{1,2}}\s+tháng\s+\d{{1,2}}(?:\s+năm\s+{_YEAR})?|"
    rf"quý\s+[IV\d]+(?:\s*/\s*|\s+năm\s+|,\s+năm\s+){_YEAR}|tháng\s+\d{{1,2}}(?:/|\s+năm\s+){_YEAR}|"
    rf"tháng\s+\d{{1,2}}\s+(?:hằng|hàng)\s+năm)|"
    rf"(?:vào\s+)?(?:đầu|giữa|cuối)\s+năm\s+{_YEAR}|trong\s+(?:cả\s+|toàn\s+)?nhiệm kỳ|"
    rf"(?:trong\s+)?giai đoạn\s+{_YEAR}\s*[-–]\s*{_YEAR}|toàn khóa|"
    rf"(?:trong\s+)?năm\s+{_YEAR}|(?:mỗi|1|một|01)\s+(?:năm|quý|tháng|tuần)(?!\s+\d{{4}})|"
    rf"trước khi\s+(?:họp|khai mạc|trình|ban hành|kết thúc)|"
    rf"thường xuyên)(?![^\W\d_])",
    re.IGNORECASE,
)
_VAGUE = ("thường xuyên", "định kỳ")


def first_when(line: str, start: int, end: int, vague: bool = False) -> tuple[int, int] | None:
    """Where the first time or recurrence stands; "thường xuyên" and a bare "định kỳ" only when `vague`."""
    for found in WHEN.finditer(line, start, end):
        if vague or found[0].lower() not in _VAGUE:
            return found.start(), found.end()
    return None
