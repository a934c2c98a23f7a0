"""The web page: its labels, its help and what it says when something is amiss."""

from __future__ import annotations

from assistant.messages import Message
from assistant.records import Kind
from corpus.records import Level

TITLE = Message("Trợ lý Nghị quyết", "Trợ lý Nghị quyết")
TAGLINE = Message(
    "Hỏi đáp có trích dẫn trên {count} văn bản, chạy ngay trên máy này",
    "Cited answers from {count} documents, on this machine",
)
LOADING = Message("Đang mở trang…", "Opening the page…")

# The tabs
TAB_ASK = Message("Hỏi đáp", "Ask")

# Hỏi đáp
GREETING = Message(
    "Đồng chí muốn biết gì trong các văn bản?",
    "What would you like to know from the documents?",
)
GREETING_HELP = Message(
    "Tôi tìm trong văn bản và trả lời kèm nguồn: bấm số [1] cạnh câu trả lời để xem đúng đoạn gốc. "
    "Gõ có dấu, không dấu hay viết tắt đều được. Văn bản không nói thì tôi trả lời là không tìm thấy.",
    "I search the documents and answer with sources: press [1] beside an answer to see the very passage. "
    "With or without diacritics, abbreviated or not. What the documents do not say, I say I did not find.",
)
CAN_ANSWER = Message("Tôi trả lời được về", "I can answer about")
CAN_ANSWER_KINDS = (
    Message("chỉ tiêu, con số", "targets and figures"),
    Message("ai làm việc gì", "who does what"),
    Message("căn cứ, văn bản viện dẫn", "sources and references"),
    Message("nội dung từng mục", "what a section says"),
    Message("so sánh giữa các văn bản", "comparison of documents"),
)
EXAMPLES_TITLE = Message("Thử một câu hỏi", "Try a question")
# Shown when the document is there; each is about what that document really says.
EXAMPLES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("nq-nghia-hung",), "Xã Nghĩa Hưng đặt chỉ tiêu kết nạp đảng viên mới hằng năm là bao nhiêu?"),
    (("nq-khoi-quang-binh",), "Mỗi đảng bộ cơ sở của Khối Quảng Bình phải công nhận bao nhiêu mô hình “Dân vận khéo”?"),
    (("nq-ha-tam",), "Cơ quan nào theo dõi, đôn đốc việc thực hiện Nghị quyết của xã Hà Tam?"),
    (("kh-tuy-phuoc",), "Kế hoạch của Huyện ủy Tuy Phước thực hiện những chương trình hành động nào?"),
    (("kl-tinh-uy-khoa-xi",), "Kết luận của Tỉnh ủy khóa XI nêu những hạn chế gì?"),
    (("kh-tuy-phuoc", "nq-nghia-hung"), "So sánh chỉ tiêu kết nạp đảng viên mới của Tuy Phước và Nghĩa Hưng"),
)
# For a corpus of the user's own: made from its documents' headings.
EXAMPLE_OF_SECTION = Message("{title} nêu gì về “{section}”?", "What does {title} say about “{section}”?")
QUESTION = Message("Câu hỏi", "Question")
QUESTION_HINT = Message(
    "Ví dụ: chỉ tiêu kết nạp đảng viên mới là bao nhiêu?",
    "For example: chỉ tiêu kết nạp đảng viên mới là bao nhiêu?",
)
ASK = Message("Hỏi", "Ask")
SEARCH_IN = Message("Chỉ tìm trong (để trống: tất cả văn bản)", "Search only in (empty: all documents)")
CONVERSATION = Message("Cuộc trò chuyện", "Conversation")
BUSY = Message("Đang tìm trong văn bản…", "Searching the documents…")
ANSWER_READY = Message("Đã có câu trả lời, {count} nguồn trích dẫn.", "The answer is ready, with {count} sources.")
NOTHING_FOUND = Message("Không tìm thấy câu trả lời trong văn bản.", "The documents do not answer this.")
SERVER_ERROR = Message(
    "Có lỗi khi trả lời câu này. Câu hỏi vẫn còn trong ô bên dưới; đồng chí bấm “Hỏi” để thử lại.",
    "Something went wrong with this answer. The question is still in the box; press “Ask” to try again.",
)
YOU = Message("Câu hỏi của đồng chí", "Your question")
UNDERSTOOD = Message("Đang hiểu là:", "Understood as:")
SOURCES = Message("Nguồn trích dẫn", "Sources")
SEE_SOURCE = Message("Xem nguồn {n}: {title}", "See source {n}: {title}")
COPY = Message("Sao chép", "Copy")
COPIED = Message("Đã chép", "Copied")
PAGE = Message("trang {page}", "page {page}")
KIND_NAMES = {
    Kind.TARGET: Message("Chỉ tiêu", "Target"),
    Kind.DUTY: Message("Nhiệm vụ", "Duty"),
    Kind.SOURCE: Message("Căn cứ, nguồn", "Source"),
    Kind.CONTENT: Message("Nội dung", "Content"),
    Kind.COMPARISON: Message("So sánh", "Comparison"),
    Kind.OUT_OF_SCOPE: Message("Ngoài phạm vi", "Out of scope"),
}
NOT_FOUND_BADGE = Message("Không tìm thấy", "Not found")

# The source viewer
VIEWER = Message("Văn bản nguồn", "Source document")
VIEWER_EMPTY = Message(
    "Bấm một số trích dẫn như [1] trong câu trả lời: văn bản gốc mở ra ở đây, đúng chỗ trích được tô sáng.",
    "Press a citation such as [1] in an answer: the source opens here with the quoted passage highlighted.",
)
VIEWER_PLACE = Message("Nguồn [{n}] · trích từ", "Source [{n}] · from")
BACK_TO_ANSWER = Message("Về câu trả lời", "Back to the answer")
QUOTE_LABEL = Message("Đoạn trích dẫn [{n}]", "Quotation [{n}]")
PAGE_BREAK = Message("⤶ ngắt trang", "⤶ page break")
FOOTNOTE = Message("Chú thích cuối trang", "Footnote")

LEVEL_NAMES = {
    Level.COMMUNE: Message("Cấp xã", "Commune"),
    Level.DISTRICT: Message("Cấp huyện", "District"),
    Level.BLOC: Message("Đảng bộ khối", "Bloc"),
    Level.PROVINCE: Message("Cấp tỉnh", "Province"),
    Level.CENTRAL: Message("Trung ương", "Central"),
}
