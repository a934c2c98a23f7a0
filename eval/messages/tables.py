"""The columns of a question set kept as a table, and the template's examples and guide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from assistant.messages import Message
from eval.names import Category, Style

HEAD_ID: Final = Message("Mã", "Id")
HEAD_CATEGORY: Final = Message("Loại câu hỏi", "Category")
HEAD_STYLE: Final = Message("Cách viết", "Style")
HEAD_QUESTION: Final = Message("Câu hỏi", "Question")
HEAD_HISTORY: Final = Message("Câu hỏi trước đó", "History")
HEAD_DOCUMENT: Final = Message("Tài liệu", "Document")
HEAD_QUOTE: Final = Message("Đoạn trích nguyên văn", "Quote")
HEAD_ANSWER: Final = Message("Câu trả lời mẫu", "Answer")
HEAD_KEYS: Final = Message("Từ ngữ bắt buộc", "Answer keys")
HEAD_NOTE: Final = Message("Ghi chú", "Note")

SHEET_QUESTIONS: Final = Message("Bộ câu hỏi", "Questions")
SHEET_GUIDE: Final = Message("Hướng dẫn", "Guide")
GUIDE_COLUMN: Final = Message("Cột", "Column")
GUIDE_MEANING: Final = Message("Cách điền", "How to fill it in")
GUIDE: Final[Mapping[str, Message]] = {
    "id": Message(
        "Tên ngắn của câu hỏi, không trùng nhau. Một dòng để trống cả Mã và Câu hỏi là đoạn trích nữa của câu ở trên.",
        "A short name, no two alike. A row with neither id nor question is one more quote of the question above.",
    ),
    "category": Message("Chọn trong danh sách.", "Choose from the list."),
    "style": Message("Chọn trong danh sách; để trống là Chuẩn mực.", "Choose from the list; empty means formal."),
    "question": Message("Câu hỏi, gõ đúng như người dùng sẽ gõ.", "The question, typed as a user would type it."),
    "history": Message(
        "Chỉ cho câu hỏi tiếp: các câu đã hỏi trước, mỗi câu một dòng trong ô.",
        "For a follow-up only: the questions before it, one a line in the cell.",
    ),
    "doc_id": Message(
        "Mã văn bản có lời giải, xem bằng lệnh “nghiquyet corpus list”. Để trống nếu không có lời giải.",
        "The id of the document with the answer, see “nghiquyet corpus list”. Empty where there is none.",
    ),
    "quote": Message(
        "Chép nguyên văn đoạn có lời giải. Nhiều đoạn trong một văn bản: cách nhau bằng ||.",
        "The piece with the answer, copied verbatim. Several pieces of one document: set apart by ||.",
    ),
    "answer": Message(
        "Câu trả lời đúng, để người đọc báo cáo đối chiếu.", "A right answer, for readers of the report."
    ),
    "answer_keys": Message(
        "Những từ ngữ, con số mà câu trả lời đúng phải có, mỗi mục một dòng hoặc cách nhau bằng dấu chấm phẩy.",
        "The words and figures that a right answer must hold, one a line or set apart by semicolons.",
    ),
    "note": Message("Tùy ý.", "Anything."),
}

EXAMPLE_CATEGORY: Final = Category.TARGET
EXAMPLE_STYLE: Final = Style.FORMAL
EXAMPLE_QUESTION: Final = "Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ hằng năm của huyện Tuy Phước là bao nhiêu?"
EXAMPLE_DOCUMENT: Final = "kh-tuy-phuoc"
EXAMPLE_QUOTE: Final = "tỷ lệ đảng viên hoàn thành tốt nhiệm vụ từ 90% trở lên"
EXAMPLE_ANSWER: Final = "Từ 90% trở lên."
EXAMPLE_KEYS: Final = "90% trở lên"
REFUSED_CATEGORY: Final = Category.UNANSWERABLE
REFUSED_QUESTION: Final = "Lương tối thiểu vùng năm 2026 là bao nhiêu?"
EXAMPLE_NOTE: Final = Message("Ví dụ, hãy xóa dòng này", "An example, delete this row")
