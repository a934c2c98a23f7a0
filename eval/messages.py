"""Every sentence of the evaluation that a user can see, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from assistant.messages import Message
from eval.names import Category, Failure, Grouping, Measure, Style

# Faults of a question set
FAULT_LINE: Final = Message("dòng {line}, cột {column}: {what}", "line {line}, column {column}: {what}")
NOT_JSON: Final = Message("không phải JSON hợp lệ ({reason})", "not valid JSON ({reason})")
NOT_OBJECT: Final = Message("phải là một đối tượng JSON", "has to be a JSON object")
NOT_UTF8: Final = Message(
    "tệp không phải UTF-8; hãy lưu lại ở dạng UTF-8", "the file is not UTF-8; save it again as UTF-8"
)
WRONG_TYPE: Final = Message("phải là {wanted}", "has to be {wanted}")
TEXT: Final = Message("một chuỗi chữ", "a text")
TEXTS: Final = Message("một danh sách chuỗi chữ", "a list of texts")
GOLD_LIST: Final = Message("một danh sách các mục có doc_id và quote", "a list of entries with doc_id and quote")
MISSING: Final = Message("còn trống", "is empty")
NO_COLUMN: Final = Message("thiếu cột này ở dòng tiêu đề", "this column is missing from the head line")
DUPLICATE_ID: Final = Message("mã “{value}” đã có ở dòng {first}", "id “{value}” is already on line {first}")
UNKNOWN_VALUE: Final = Message(
    "không có giá trị “{value}”; gần nhất là “{nearest}” (được dùng: {known})",
    "there is no “{value}”; the nearest is “{nearest}” (in use: {known})",
)
GOLD_WANTED: Final = Message(
    "cần ít nhất một đoạn trích, hoặc đổi loại thành unanswerable",
    "needs at least one quote, or the category unanswerable",
)
GOLD_UNWANTED: Final = Message(
    "câu hỏi không có lời giải (unanswerable) thì không được có đoạn trích",
    "an unanswerable question must not have a quote",
)
HISTORY_WANTED: Final = Message(
    "câu hỏi tiếp nối (followup) cần câu hỏi trước đó", "a followup needs the questions before it"
)
UNKNOWN_DOCUMENT: Final = Message(
    "không có văn bản “{value}”; gần nhất là “{nearest}” (hiện có: {known})",
    "there is no document “{value}”; the nearest is “{nearest}” (there are: {known})",
)
NOT_VERBATIM: Final = Message(
    "đoạn trích không có nguyên văn trong “{doc_id}”; gần nhất ({similarity}% giống) là: “{nearest}”",
    "the quote does not stand verbatim in “{doc_id}”; the nearest ({similarity}% alike) is: “{nearest}”",
)
NOT_VERBATIM_ELSEWHERE: Final = Message(
    "đoạn trích không có trong “{doc_id}” mà có nguyên văn trong “{elsewhere}”",
    "the quote does not stand in “{doc_id}” but verbatim in “{elsewhere}”",
)
NOT_IN_DOCUMENT: Final = Message(
    "đoạn trích không có trong “{doc_id}” và không có chỗ nào gần giống",
    "the quote does not stand in “{doc_id}”, nor does anything like it",
)
KEY_NOWHERE: Final = Message(
    "“{value}” không có trong đoạn trích, trong văn bản được dẫn hay trong câu trả lời mẫu",
    "“{value}” stands neither in the quotes, nor in the documents named, nor in the model answer",
)
NO_QUESTIONS: Final = Message("tệp không có câu hỏi nào", "the file holds no question")
FILE: Final = Message("(cả tệp)", "(the file)")
UNKNOWN_FORMAT: Final = Message(
    "không đọc được tệp “{name}”: chỉ nhận .jsonl, .csv và .xlsx",
    "cannot read “{name}”: only .jsonl, .csv and .xlsx are taken",
)
FAULTS: Final = Message(
    "Bộ câu hỏi {name} có {count} lỗi. Hãy sửa các chỗ sau rồi chạy lại:",
    "The question set {name} has {count} faults. Mend these places and run it again:",
)
FAULTS_MORE: Final = Message("… và {count} lỗi nữa", "… and {count} more")
UNREADABLE: Final = Message(
    "Không đọc được {path}: {reason}. Hãy kiểm tra đường dẫn và quyền đọc.",
    "Cannot read {path}: {reason}. Check the path and whether you may read it.",
)
BROKEN_SHEET: Final = Message(
    "không mở được bảng tính ({reason}); hãy lưu lại ở dạng .xlsx",
    "the sheet cannot be opened ({reason}); save it again as .xlsx",
)

# Runs
UNWRITABLE: Final = Message(
    "Không ghi được vào {path}: {reason}. Hãy chọn thư mục khác bằng --out.",
    "Cannot write to {path}: {reason}. Choose another folder with --out.",
)
NO_RUN: Final = Message(
    "Không có lần chấm nào ở {path}. Hãy chạy “nghiquyet eval run” rồi dùng thư mục mà lệnh đó in ra.",
    "There is no run at {path}. Run “nghiquyet eval run” and use the folder that it prints.",
)
INCOMPLETE_RUN: Final = Message(
    "Lần chấm ở {path} chưa xong. Hãy chạy lại “nghiquyet eval run” như cũ; phần đã có được dùng tiếp.",
    "The run at {path} is not complete. Repeat its “nghiquyet eval run”; what is there is used.",
)
DAMAGED_RUN: Final = Message(
    "Lần chấm ở {path} bị hỏng ({reason}). Hãy xóa thư mục đó rồi chấm lại.",
    "The run at {path} is damaged ({reason}). Delete the folder and run it again.",
)

# Heads of a question set kept as a table
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

CATEGORIES: Final[Mapping[Category, Message]] = {
    Category.TARGET: Message("Chỉ tiêu", "Target"),
    Category.DUTY: Message("Nhiệm vụ, trách nhiệm", "Duty"),
    Category.SOURCE: Message("Căn cứ, văn bản dẫn", "Source"),
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

# Figures of a run
SUMMARY_HEAD: Final = Message("Lần chấm {run}: {questions} câu hỏi", "Run {run}: {questions} questions")
COLUMN_MEASURE: Final = Message("Thước đo", "Measure")
COLUMN_VALUE: Final = Message("Kết quả", "Value")
COLUMN_INTERVAL: Final = Message("Khoảng 95%", "95% interval")
COLUMN_QUESTIONS: Final = Message("câu", "n")
COLUMN_WRONGLY_REFUSED: Final = Message("từ chối sai", "wrongly refused")
REFUSALS: Final = Message(
    "Từ chối trả lời: {refused} câu; đúng lúc {precision}; nhận ra {recall} số câu không có lời giải; "
    "từ chối sai {wrongly} số câu có lời giải",
    "Refusals: {refused}; precision {precision}; recall {recall}; wrongly refused {wrongly} of the answerable",
)
TIMES: Final = Message(
    "Thời gian trả lời (ms): trung vị {p50}; 90% dưới {p90}; 95% dưới {p95}; 99% dưới {p99}; lâu nhất {longest}",
    "Time to answer (ms): p50 {p50}, p90 {p90}, p95 {p95}, p99 {p99}, longest {longest}",
)
ASKING: Final = Message("Đang hỏi", "Asking")
KEPT: Final = Message(
    "Đã lưu ở {path}. Xem báo cáo: nghiquyet eval report {path}", "Kept in {path}. Report: nghiquyet eval report {path}"
)
ERROR_LINE: Final = Message("Lỗi: {text}", "Error: {text}")
HELP_RUN: Final = Message("hỏi hết một bộ câu hỏi và chấm", "ask every question of a set and measure the answers")
HELP_QUESTIONS: Final = Message("bộ câu hỏi: .jsonl, .csv hoặc .xlsx", "the question set: .jsonl, .csv or .xlsx")
HELP_OUT_RUNS: Final = Message("thư mục chứa các lần chấm", "the folder of runs")
