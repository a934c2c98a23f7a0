"""What a judge's sheet says, and what is said of two of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from assistant.messages import Message

SHEET: Final = Message("Chấm {run}", "Marks {run}")
QUESTION: Final = Message("Câu hỏi", "Question")
ANSWER: Final = Message("Trợ lý trả lời", "Answer")
QUOTES: Final = Message("Trích dẫn", "Citations")
MODEL: Final = Message("Câu trả lời mẫu", "Model answer")
MARK: Final = Message("Chấm", "Mark")
REMARK: Final = Message("Nhận xét", "Remark")
MARKS: Final[Mapping[str, Message]] = {
    "right": Message("đúng", "right"),
    "partly": Message("đúng một phần", "partly right"),
    "wrong": Message("sai", "wrong"),
}
UNREADABLE: Final = Message(
    "Không đọc được phiếu chấm {name} ({reason}). Hãy lưu lại ở dạng .xlsx.",
    "Cannot read the sheet {name} ({reason}). Save it again as .xlsx.",
)
NO_MARKS_COLUMN: Final = Message(
    "{name} không phải phiếu chấm: cần hai cột “Mã” và “Chấm”. Hãy dùng tệp do “nghiquyet eval judge” tạo ra.",
    "{name} is no judge's sheet: it needs the columns “Id” and “Mark”. Use the file that “nghiquyet eval judge” made.",
)
UNKNOWN_MARK: Final = Message(
    "{name}, dòng {line}: không có mức chấm “{value}” (được dùng: {known})",
    "{name}, line {line}: there is no mark “{value}” (in use: {known})",
)
NOTHING_IN_COMMON: Final = Message(
    "Hai phiếu không có câu nào được cả hai người chấm. Hãy dùng hai phiếu của cùng một lần chấm.",
    "No answer is marked in both sheets. Use two sheets of the same run.",
)
AGREEMENT: Final = Message(
    "{n} câu được cả hai người chấm; giống nhau {observed}; κ của Cohen = {kappa}",
    "{n} answers marked by both; alike {observed}; Cohen's κ = {kappa}",
)
UNDEFINED: Final = Message("không xác định (mọi câu cùng một mức)", "not defined (one mark throughout)")
DISAGREED: Final = Message("Chấm khác nhau: {ids}", "Marked differently: {ids}")
