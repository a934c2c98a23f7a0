"""What a report says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from assistant.messages import Message
from eval.names import Failure

TITLE: Final = Message("Báo cáo độ chính xác", "Accuracy report")
SUBTITLE: Final = Message(
    "Trợ lý Nghị quyết · {questions} câu hỏi · lần chấm {run}", "Trợ lý Nghị quyết · {questions} questions · run {run}"
)
VERDICT: Final = Message(
    "Trả lời đúng {right} trên {questions} câu ({share}).", "{right} of {questions} questions answered right ({share})."
)
VERDICT_INTERVAL: Final = Message(
    "Với những câu hỏi cùng loại, tỷ lệ đúng thật nằm trong khoảng {low} đến {high} (tin cậy 95%).",
    "On questions of the same kind the true share lies between {low} and {high} (95% confidence).",
)
VERDICT_PROVEN: Final = Message(
    "Mọi ý trong các câu trả lời đều có trích dẫn khớp nguyên văn với văn bản.",
    "Every statement of every answer is proved by a quote that matches its document.",
)
VERDICT_UNPROVEN: Final = Message(
    "{count} câu trả lời có ý chưa chứng minh được bằng trích dẫn: cần xem trước tiên.",
    "{count} answers hold a statement that no quote proves: look at these first.",
)
VERDICT_FIGURES: Final = Message(
    "Số liệu đúng từng chữ số ở {right} trên {all} câu hỏi về số.",
    "The figures are right to the digit in {right} of {all} questions about figures.",
)
VERDICT_REFUSED: Final = Message(
    "Khi văn bản không có lời giải, trợ lý nói rõ là không có ở {right} trên {all} câu; "
    "khi có lời giải, trợ lý từ chối nhầm {wrong} trên {answerable} câu.",
    "Where the documents have no answer, {right} of {all} questions were refused; "
    "where they have one, {wrong} of {answerable} were refused by mistake.",
)
VERDICT_WORST: Final = Message(
    "Lỗi hay gặp nhất: {failure} ({count} câu).", "The most frequent fault: {failure} ({count} questions)."
)
BY_CATEGORY: Final = Message("Tỷ lệ đúng theo loại câu hỏi", "Right answers by category")
BY_STYLE: Final = Message("Tỷ lệ đúng theo cách viết", "Right answers by style")
BY_DOCUMENT: Final = Message("Tỷ lệ đúng theo văn bản", "Right answers by document")
WHISKERS: Final = Message(
    "Vạch ngang: khoảng tin cậy 95%. Trong ngoặc: số câu hỏi.",
    "Whiskers: 95% interval. In brackets: questions.",
)
ABSTENTION: Final = Message("Biết khi nào không trả lời", "Knowing when not to answer")
ABSTENTION_NOTE: Final = Message(
    "Câu có lời giải phải được trả lời; câu không có lời giải phải bị từ chối.",
    "A question with an answer should be answered, one without should be refused.",
)
HAS_ANSWER: Final = Message("Có lời giải", "Answerable")
HAS_NONE: Final = Message("Không có lời giải", "Unanswerable")
PART_RIGHT: Final = Message("trả lời đúng", "answered right")
PART_WRONG: Final = Message("trả lời sai", "answered wrong")
PART_REFUSED: Final = Message("từ chối nhầm", "refused by mistake")
PART_RIGHTLY_REFUSED: Final = Message("từ chối đúng", "rightly refused")
PART_NOT_REFUSED: Final = Message("trả lời dù không có lời giải", "answered without a basis")
BY_SCORE: Final = Message("Theo điểm của đoạn đứng đầu", "By the score of the first passage")
BY_SCORE_NOTE: Final = Message(
    "Các câu được chia thành năm nhóm đều nhau, từ điểm tìm kiếm thấp đến cao.",
    "The questions in five equal groups, from the lowest search score to the highest.",
)
SCORE_RANGE: Final = Message("điểm {low} – {high}", "score {low} – {high}")
LATENCY: Final = Message("Thời gian trả lời", "Time to answer")
MILLISECONDS: Final = Message("{name}: {value} ms", "{name}: {value} ms")
MEDIAN: Final = Message("một nửa số câu", "median")
MOST: Final = Message("95% số câu", "95%")
ALL_MEASURES: Final = Message("Tất cả thước đo", "All measures")
FAULTS: Final = Message("Vì sao sai", "Why answers failed")
QUESTIONS: Final = Message("Từng câu hỏi", "Every question")
FILTER: Final = Message("Lọc", "Filter")
FILTER_TEXT: Final = Message("tìm trong câu hỏi và câu trả lời", "search questions and answers")
ALL: Final = Message("tất cả", "all")
ONLY_WRONG: Final = Message("mọi câu chưa đúng", "all that are not right")
RIGHT: Final = Message("Đúng", "Right")
ASKED_BEFORE: Final = Message("Đã hỏi trước đó", "Asked before")
SEARCHED: Final = Message("Được hiểu là", "Searched as")
ANSWER: Final = Message("Trợ lý trả lời", "Answer")
REFUSAL: Final = Message("Trợ lý từ chối", "Refusal")
MODEL_ANSWER: Final = Message("Câu trả lời mẫu", "Model answer")
KEYS: Final = Message("Từ ngữ bắt buộc", "Answer keys")
GOLD: Final = Message("Chỗ cần trích", "Gold")
CITED: Final = Message("Chỗ đã trích", "Cited")
UNPROVEN_STATEMENT: Final = Message("Ý chưa chứng minh được", "Unproven statement")
RANK: Final = Message(
    "Đoạn cần tìm đứng thứ {rank} trong {all} đoạn tìm được.", "The passage stands {rank} of {all} found."
)
NO_RANK: Final = Message(
    "Đoạn cần tìm không có trong {all} đoạn tìm được.", "The passage is not among the {all} found."
)
LEGEND: Final = Message("Chú thích:", "Legend:")
LEGEND_BOTH: Final = Message("trích đúng chỗ", "cited and gold")
LEGEND_CITED: Final = Message("đã trích, không cần", "cited, not gold")
LEGEND_GOLD: Final = Message("cần trích, chưa trích", "gold, not cited")
ENVIRONMENT: Final = Message("Điều kiện chấm", "How it was measured")
DEFINITIONS: Final = Message("Cách tính", "Definitions")
NOTE: Final = Message("Ghi chú", "Note")
SHOWN: Final = Message("câu đang hiện", "shown")
EXPLANATIONS: Final[Mapping[Failure, Message]] = {
    Failure.UNPROVEN: Message(
        "Câu trả lời có ý không kèm trích dẫn, hoặc có con số không nằm trong đoạn được trích.",
        "The answer holds a statement without a citation, or a figure that its quote does not hold.",
    ),
    Failure.NOT_REFUSED: Message(
        "Văn bản không có lời giải cho câu này, lẽ ra trợ lý phải nói là không tìm thấy.",
        "The documents do not answer this; it should have been refused.",
    ),
    Failure.REFUSED: Message(
        "Đoạn cần tìm đã tìm được nhưng trợ lý không nhận ra đó là lời giải.",
        "The passage was found, but not taken for an answer.",
    ),
    Failure.NOT_RETRIEVED: Message(
        "Bước tìm kiếm không đưa ra đoạn có lời giải.", "The search did not bring up a passage with the answer."
    ),
    Failure.RANKED_LOW: Message(
        "Đoạn có lời giải bị xếp sau năm đoạn khác.", "The passage with the answer stands below five others."
    ),
    Failure.WRONG_SPAN: Message(
        "Đoạn có lời giải đứng trong năm đoạn đầu, nhưng câu trả lời lại trích chỗ khác.",
        "The passage with the answer is among the first five, but another place was cited.",
    ),
    Failure.WRONG_FACT: Message(
        "Trích đúng chỗ, nhưng câu trả lời không có từ ngữ hay số liệu nào cần có.",
        "The right place was cited, but the answer says none of the answer keys.",
    ),
    Failure.INCOMPLETE: Message(
        "Câu trả lời chỉ có một phần những ý cần có.", "The answer gives only a part of what was needed."
    ),
}
LOW: Final = Message("Thấp nhất (95%)", "Low (95%)")
HIGH: Final = Message("Cao nhất (95%)", "High (95%)")
BY_GROUP: Final = Message("Theo nhóm", "By group")
OUTCOME: Final = Message("Kết luận", "Outcome")
