"""From what side a question looks at a matter, and whether a sentence looks from there too.

"Còn yếu chỗ nào" and "phải làm gì" share every word of their subject; what tells their answers apart is that one finds
fault and the other gives orders. Each aspect is a way of asking, what sentences that answer say, and the headings they
stand under.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.folding import folded, folded_line


@dataclass(frozen=True, slots=True)
class Aspect:
    """How it is asked for, how sentences say it, and how headings announce it; all over folded text."""

    asked: re.Pattern[str]
    said: re.Pattern[str]
    headed: re.Pattern[str]


def _aspect(asked: str, said: str, headed: str) -> Aspect:
    return Aspect(*(re.compile(rf"\b(?:{pattern})\b") for pattern in (asked, said, headed)))


ASPECTS = (
    _aspect(  # shortcomings
        "yếu|kém|hạn chế|dở|chê|bị phê|tồn tại|khuyết điểm|thiếu sót|bất cập|vướng|than phiền|tệ|"
        "(?:còn|làm) chưa (?:tốt|được|xong|hay)|chưa tốt|chưa làm được|đuối|khó khăn gì|mắc (?:bệnh|lỗi)",
        "chưa|hạn chế|yếu|kém|chậm|lúng túng|thiếu|bất cập|khó khăn|còn hình thức|nặng về|tuy nhiên|nể nang",
        "hạn chế|tồn tại|khuyết điểm|yếu kém|khái quát|tình hình|đánh giá",
    ),
    _aspect(  # causes
        "vì sao|tại sao|sao lại|do đâu|vì đâu|nguyên nhân|(?:lý|lí) do|tại cái gì|tại gì|do (?:cái )?gì",
        "nguyên nhân|là do|do|vì|bởi",
        "nguyên nhân",
    ),
    _aspect(  # achievements
        "khen|ưu điểm|thành tích|tiến bộ|kết quả gì|làm (?:được|tốt) (?:gì|những gì|cái gì)|mặt (?:tốt|được)|điểm sáng",
        "đạt được|kết quả|tích cực|tiến bộ|nâng lên|chuyển biến|đóng góp|hiệu quả rõ|từng bước",
        "kết quả|ưu điểm|khái quát|tình hình|đánh giá",
    ),
    _aspect(  # what must not be
        "tránh|cấm|không được|khắc phục|chừa|bỏ (?:thói|tật|kiểu)|bệnh|chống|đừng",
        "tránh|khắc phục|không để|không được|chống|ngăn (?:chặn|ngừa)|bệnh|không chạy theo",
        "khắc phục|phòng|chống",
    ),
    _aspect(  # what comes first
        "ưu tiên|nhắm|chú trọng|để ý|nhắm vào|tập trung vào|trước hết|quan trọng nhất|mấu chốt",
        "ưu tiên|chú trọng|tập trung|quan tâm|trước hết|nhất là|trọng tâm|then chốt|đặc biệt",
        "trọng tâm|đột phá",
    ),
    _aspect(  # purposes
        "để làm gì|mục đích|nhằm (?:gì|mục đích)|để được gì|hướng tới",
        "nhằm|để|mục đích|mục tiêu|góp phần|bảo đảm",
        "mục đích|mục tiêu|yêu cầu",
    ),
    _aspect(  # yardsticks
        "thước đo|tiêu chí|chấm điểm|chấm|đo (?:bằng|xem)|dựa vào (?:đâu|cái gì) (?:để )?(?:chấm|đánh giá|xếp)",
        "tiêu chí|thước đo|đánh giá|xếp loại|căn cứ|làm cơ sở",
        "đánh giá|xếp loại",
    ),
    _aspect(  # members of a group
        "gồm|những ai|gồm những|những hội nào|những đơn vị nào|những xã nào|những nhóm nào|đối tượng nào",
        "gồm|bao gồm|như|là|cho các|đối với",
        "thành phần|đối tượng",
    ),
    _aspect(  # conditions
        "(?:thế|như thế) nào thì (?:được|phải|bị)|điều kiện|trường hợp nào|khi nào thì|cỡ nào thì|"
        "bao nhiêu .* thì (?:được|phải)",
        "khi|nếu|đối với|trường hợp|điều kiện|có từ|trở lên",
        "điều kiện|tiêu chuẩn",
    ),
)
# A heading says from what side its section looks, yet less surely than the sentence itself.
_BY_HEADING = 0.5


def aspects(question: str) -> tuple[Aspect, ...]:
    """The sides from which a question looks at its matter."""
    asked = folded_line(question)
    return tuple(aspect for aspect in ASPECTS if aspect.asked.search(asked))


def shares(wanted: Sequence[Aspect], said: str, section: Sequence[str]) -> float:
    """How far a sentence under its headings looks from the sides wanted, 0 to 1.5; 0 when none is."""
    if not wanted:
        return 0.0
    text, headings = folded(said), folded(" ".join(section))
    found = (bool(a.said.search(text)) + _BY_HEADING * bool(a.headed.search(headings)) for a in wanted)
    return sum(found) / len(wanted)
