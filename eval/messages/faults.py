"""What can be wrong with a question set."""

from __future__ import annotations

from typing import Final

from assistant.messages import Message

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
    "“{value}” không có trong văn bản nào và cũng không có trong câu trả lời mẫu",
    "“{value}” stands in no document, nor in the model answer",
)
NO_QUESTIONS: Final = Message("tệp không có câu hỏi nào", "the file holds no question")
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
