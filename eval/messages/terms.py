"""The names of what is asked and measured."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from assistant.messages import Message
from eval.names import Category, Failure, Grouping, Measure, Style

CATEGORIES: Final[Mapping[Category, Message]] = {
    Category.TARGET: Message("Chỉ tiêu", "Target"),
    Category.DUTY: Message("Nhiệm vụ và trách nhiệm", "Duty"),
    Category.SOURCE: Message("Căn cứ và văn bản dẫn", "Source"),
    Category.CONTENT: Message("Nội dung", "Content"),
    Category.CROSS: Message("So sánh văn bản", "Across documents"),
    Category.FOLLOWUP: Message("Hỏi tiếp", "Follow-up"),
    Category.UNANSWERABLE: Message("Không có lời giải", "Unanswerable"),
}
STYLES: Final[Mapping[Style, Message]] = {
    Style.FORMAL: Message("Chuẩn mực", "Formal"),
    Style.CASUAL: Message("Như nói", "Casual"),
    Style.NO_DIACRITICS: Message("Không dấu", "Without diacritics"),
    Style.ABBREV: Message("Viết tắt", "Abbreviated"),
    Style.TYPO: Message("Gõ sai", "With slips"),
    Style.OLD_TONE: Message("Dấu kiểu cũ", "Old tone marks"),
}
MEASURES: Final[Mapping[Measure, Message]] = {
    Measure.RIGHT: Message("Trả lời đúng", "Right answers"),
    Measure.ANSWER_KEYS: Message("Đủ từ ngữ bắt buộc", "Answer keys all said"),
    Measure.KEY_RECALL: Message("Tỷ lệ từ ngữ bắt buộc", "Answer keys said"),
    Measure.FIGURES: Message("Số liệu chính xác", "Figures exact"),
    Measure.UNPROVEN: Message("Có ý chưa chứng minh", "With unproven statement"),
    Measure.CITATION_RECALL: Message("Trích dẫn: độ phủ", "Citation recall"),
    Measure.CITATION_PRECISION: Message("Trích dẫn: độ chuẩn", "Citation precision"),
    Measure.RECALL_1: Message("Độ phủ đoạn @1", "Passage recall@1"),
    Measure.RECALL_5: Message("Độ phủ đoạn @5", "Passage recall@5"),
    Measure.RECALL_10: Message("Độ phủ đoạn @10", "Passage recall@10"),
    Measure.SUCCESS_1: Message("Có đoạn đúng @1", "Success@1"),
    Measure.SUCCESS_5: Message("Có đoạn đúng @5", "Success@5"),
    Measure.SUCCESS_10: Message("Có đoạn đúng @10", "Success@10"),
    Measure.PRECISION_1: Message("Độ chuẩn đoạn @1", "Precision@1"),
    Measure.PRECISION_5: Message("Độ chuẩn đoạn @5", "Precision@5"),
    Measure.PRECISION_10: Message("Độ chuẩn đoạn @10", "Precision@10"),
    Measure.MRR: Message("MRR", "MRR"),
    Measure.NDCG_10: Message("nDCG@10", "nDCG@10"),
}
FAILURES: Final[Mapping[Failure, Message]] = {
    Failure.UNPROVEN: Message("Có ý chưa chứng minh được", "Unproven statement"),
    Failure.NOT_REFUSED: Message("Lẽ ra phải nói không có", "Should have been refused"),
    Failure.REFUSED: Message("Từ chối dù đã tìm thấy", "Refused, though found"),
    Failure.NOT_RETRIEVED: Message("Không tìm thấy đoạn cần", "Not retrieved"),
    Failure.RANKED_LOW: Message("Tìm thấy nhưng xếp quá thấp", "Ranked too low"),
    Failure.WRONG_SPAN: Message("Trích sai chỗ", "Wrong span"),
    Failure.WRONG_FACT: Message("Đúng chỗ nhưng sai nội dung", "Wrong fact"),
    Failure.INCOMPLETE: Message("Trả lời thiếu ý", "Incomplete"),
}
SHORT_MEASURES: Final[Mapping[Measure, Message]] = {
    Measure.RIGHT: Message("đúng", "right"),
    Measure.ANSWER_KEYS: Message("từ ngữ", "keys"),
    Measure.FIGURES: Message("số liệu", "figures"),
    Measure.CITATION_RECALL: Message("trích phủ", "cit. recall"),
    Measure.CITATION_PRECISION: Message("trích chuẩn", "cit. prec."),
    Measure.RECALL_1: Message("đoạn@1", "recall@1"),
    Measure.RECALL_5: Message("đoạn@5", "recall@5"),
    Measure.RECALL_10: Message("đoạn@10", "recall@10"),
    Measure.MRR: Message("MRR", "MRR"),
    Measure.UNPROVEN: Message("chưa c.minh", "unproven"),
}
GROUPINGS: Final[Mapping[Grouping, Message]] = {
    Grouping.CATEGORY: Message("Loại câu hỏi", "Category"),
    Grouping.STYLE: Message("Cách viết", "Style"),
    Grouping.DOCUMENT: Message("Văn bản", "Document"),
}
