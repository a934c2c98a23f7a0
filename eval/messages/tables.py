"""The columns of a question set kept as a table."""

from __future__ import annotations

from typing import Final

from assistant.messages import Message

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
