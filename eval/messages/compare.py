"""What is said of two runs compared."""

from __future__ import annotations

from typing import Final

from assistant.messages import Message

NOTHING_IN_COMMON: Final = Message(
    "Hai lần chấm {before} và {after} không có câu hỏi chung. Hãy so sánh hai lần chấm cùng một bộ câu hỏi.",
    "The runs {before} and {after} have no question in common. Compare two runs of the same question set.",
)
HEAD: Final = Message(
    "So sánh {before} → {after} trên {questions} câu hỏi chung", "{before} → {after} over {questions} questions"
)
LEFT_OUT: Final = Message(
    "{count} câu chỉ có ở một lần chấm hoặc đã được sửa, không tính",
    "{count} questions that only one run has, or that were changed, are left out",
)
OTHER_CORPUS: Final = Message(
    "Lưu ý: hai lần chấm dùng kho văn bản khác nhau", "Note: the two runs were made on different documents"
)
BEFORE: Final = Message("Trước", "Before")
AFTER: Final = Message("Sau", "After")
CHANGE: Final = Message("Thay đổi", "Change")
P_VALUE: Final = Message("p", "p")
SIGNIFICANT: Final = Message("chắc chắn", "significant")
MAYBE_CHANCE: Final = Message("có thể do ngẫu nhiên", "may be chance")
NO_CHANGE: Final = Message("không đổi", "no change")
TEST: Final = Message(
    "p: kiểm định hoán vị theo cặp, hai phía, 10.000 lần đổi dấu; “chắc chắn” khi p < 0,05",
    "p: paired two-sided permutation test, 10,000 sign flips; “significant” where p < .05",
)
WON: Final = Message("Được thêm {count} câu", "Won {count}")
LOST: Final = Message("Mất {count} câu", "Lost {count}")
PAIR: Final = Message(
    "  {id}  {question}\n    trước: {before}\n    sau:   {after}",
    "  {id}  {question}\n    before: {before}\n    after:  {after}",
)
TITLE: Final = Message("So sánh hai lần chấm", "Two runs compared")
