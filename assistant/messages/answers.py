"""What answers say around the quotes. Answers are in Vietnamese; the English form serves `--lang en` notices."""

from __future__ import annotations

from assistant.messages import Message

QUESTION_EMPTY = Message(
    "Câu hỏi đang trống. Hãy gõ điều bạn muốn biết, ví dụ: “Chỉ tiêu kết nạp đảng viên mới là bao nhiêu?”",
    "The question is empty. Type what you want to know, for example: “Chỉ tiêu kết nạp đảng viên mới là bao nhiêu?”",
)
QUESTION_WITHOUT_WORDS = Message(
    "Câu hỏi chưa có chữ nào. Hãy gõ điều bạn muốn biết bằng tiếng Việt, có dấu hoặc không dấu đều được.",
    "The question has no words. Type what you want to know in Vietnamese, with or without diacritics.",
)
QUESTION_TOO_LONG = Message(
    "Câu hỏi dài {length} ký tự, nhiều hơn mức {limit} ký tự. Hãy rút gọn còn một hai câu rồi hỏi lại.",
    "The question has {length} characters, more than {limit}. Shorten it to a sentence or two and ask again.",
)
NOT_FOUND = Message("Không tìm thấy câu trả lời trong các văn bản.", "The documents do not answer this.")
NEAREST = Message("Nội dung gần nhất ở {place}.", "The nearest text is in {place}.")
ACCORDING_TO = Message("Theo {place}: “{quote}”", "According to {place}: “{quote}”")
LIST_LEAD = Message("{place} nêu:", "{place} says:")
PLACE = Message("{name} (mục {section})", "{name} (section {section})")
WRITER_NOT_USED = Message(
    "Không dùng được bản viết lại của mô hình ngôn ngữ ({reason}); đây là câu trả lời theo nguyên văn.",
    "The language model's wording could not be used ({reason}); this is the answer in the documents' own words.",
)
WRITER_UNPROVEN = Message("không chứng minh được theo văn bản", "not proven by the text")
NOT_STATED = Message("không nêu", "not stated")
HEAD_DOCUMENT = Message("Văn bản", "Document")
HEAD_CONTENT = Message("Nội dung", "What it says")
TEXT_ABSENT = Message(
    "Toàn văn của văn bản này không có trong kho; {place} chỉ dẫn:", "Its text is not here; {place} only cites it:"
)
DATE_UNSTATED = Message(
    "Không văn bản nào trong kho nêu ngày ban hành của văn bản này; {place} chỉ dẫn: “{quote}”",
    "No document here gives its date; {place} only cites it: “{quote}”",
)
NOT_ITS_OWN = Message(
    "Không phải {figures}. Theo {place}: “{quote}”", "It is not {figures}. According to {place}: “{quote}”"
)
NOT_THIS_FIGURE = Message("Không thấy nêu {figures};", "{figures} is not stated.")
WHAT_IT_IS_FOR = Message(
    "Tôi trả lời câu hỏi về các văn bản trong kho: chỉ tiêu phải đạt, nhiệm vụ của từng cơ quan, văn bản làm căn cứ. "
    "Hãy hỏi, ví dụ: “Chỉ tiêu kết nạp đảng viên mới là bao nhiêu?”",
    "I answer questions about the documents here: targets, duties, sources. Ask, for example: “Chỉ tiêu kết nạp đảng "
    "viên mới là bao nhiêu?”",
)
PLACE_UNKNOWN = Message(
    "Không có văn bản nào về {place}. Các nơi có văn bản: {places}.",
    "No document is about {place}. There are: {places}.",
)
ISSUER_UNKNOWN = Message("Không có văn bản nào của {issuer}.", "No document here is from {issuer}.")
TERM_UNKNOWN = Message("Các văn bản không nói đến {term}.", "The documents do not speak of {term}.")
YEAR_UNKNOWN = Message("Các văn bản không nói đến năm {year}.", "The documents do not speak of {year}.")
