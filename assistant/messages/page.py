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
# What Gradio itself shows, by its own keys.
GRADIO_WORDS = {
    "errors.use_via_api": Message("Dành cho lập trình viên: API", "For programmers: API"),
    "errors.use_via_api_or_mcp": Message("Dành cho lập trình viên: API, MCP", "For programmers: API, MCP"),
    "upload_text.click_to_upload": Message("bấm để chọn tệp", "click to choose"),
    "upload_text.drop_file": Message("Thả tệp vào đây", "Drop a file here"),
    "upload_text.paste_clipboard": Message("Dán từ bộ nhớ tạm", "Paste from the clipboard"),
    "common.or": Message("hoặc", "or"),
    "common.error": Message("Lỗi", "Error"),
    "common.loading": Message("Đang tải", "Loading"),
    "common.clear": Message("Bỏ", "Clear"),
    "common.download": Message("Tải về", "Download"),
    "file.uploading": Message("Đang đưa tệp lên…", "Uploading…"),
    "status.queue_position": Message("Đang chờ: {{position}} / {{size}}", "In queue: {{position}} of {{size}}"),
}
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
FILTER = Message("Chọn văn bản để tìm", "Choose where to search")
SEARCH_IN = Message("Chỉ trong văn bản", "Only in documents")
LEVEL_FILTER = Message("Chỉ của cấp", "Only of level")
PERIOD_FILTER = Message("Chỉ của giai đoạn", "Only of period")
FILTER_EMPTY = Message(
    "Không có văn bản nào khớp cả ba điều kiện lọc. Hãy bỏ bớt một điều kiện rồi hỏi lại.",
    "No document matches all the filters. Drop one of them and ask again.",
)
SEARCHED_ONLY = Message("Chỉ tìm trong: {names}", "Searched only in: {names}")
VERBATIM = Message("Tìm đúng như tôi gõ", "Search exactly what I typed")
VERBATIM_DONE = Message("Đã tìm đúng như đồng chí gõ.", "Searched exactly what you typed.")
NEAREST_PASSAGES = Message("Những đoạn gần nhất", "The nearest passages")
ALSO_IN = Message("Cũng có trong: {documents}", "Also in: {documents}")
OPEN_PASSAGE = Message("Xem đoạn này", "See this passage")
FOLLOW_UPS = Message("Hỏi tiếp", "Ask next")
NEW_CONVERSATION = Message("Cuộc mới", "New")
DELETE_CONVERSATION = Message("Xóa cuộc này", "Delete this one")
DELETE_SURE = Message("Xóa cuộc trò chuyện này khỏi trình duyệt?", "Delete this conversation from the browser?")
DOWNLOAD_CONVERSATION = Message("Tải cả cuộc (Word)", "Download all (Word)")
DOWNLOAD_ANSWER = Message("Tải về (Word)", "Download (Word)")
DOWNLOAD_FAILED = Message("Chưa tải được, hãy thử lại.", "The download failed, please try again.")
PRINT = Message("In", "Print")
EMPTY_CONVERSATION = Message("Cuộc mới, chưa có câu hỏi", "New, no question yet")
TOOLBAR = Message("Cuộc trò chuyện trên trình duyệt này", "Conversations of this browser")
GOOD = Message("Đúng, hữu ích", "Right, useful")
BAD = Message("Chưa đúng", "Not right")
REASON = Message("Chưa đúng ở chỗ nào? (không bắt buộc)", "What is wrong? (optional)")
SEND_REASON = Message("Gửi góp ý", "Send")
THANKS = Message("Đã ghi nhận góp ý. Cảm ơn đồng chí.", "Your remark is kept. Thank you.")
NOT_KEPT = Message(
    "Chưa lưu được góp ý: máy chủ không ghi được tệp. Đồng chí báo giúp người quản trị.",
    "The remark was not kept: the server cannot write its file. Please tell the operator.",
)
# Follow-up questions to offer; each is asked first, and offered only if the documents answer it.
FOLLOW_UP_QUESTIONS = {
    Kind.TARGET: ("Còn {other} thì sao?", "Ai chịu trách nhiệm thực hiện ở {name}?", "{name} còn những chỉ tiêu nào?"),
    Kind.DUTY: ("Còn {other} thì sao?", "{name} đặt ra những chỉ tiêu nào?", "{name} căn cứ vào văn bản nào?"),
    Kind.SOURCE: ("Còn {other} thì sao?", "{name} đặt ra những chỉ tiêu nào?", "Ai tổ chức thực hiện ở {name}?"),
    Kind.CONTENT: ("Còn {other} thì sao?", "{name} đặt ra những chỉ tiêu nào?", "Ai tổ chức thực hiện ở {name}?"),
    Kind.COMPARISON: ("Ai chịu trách nhiệm thực hiện ở {name}?", "{name} căn cứ vào văn bản nào?"),
    Kind.OUT_OF_SCOPE: (),
}

# The Word file
EXPORT_TITLE = Message("Trả lời của Trợ lý Nghị quyết", "Answers of Trợ lý Nghị quyết")
EXPORT_NOTE = Message(
    "Câu trả lời được rút từ văn bản; hãy đối chiếu với đoạn gốc trước khi sử dụng.",
    "The answers are drawn from the documents; check them against the quoted passages before use.",
)
BUSY = Message("Đang tìm trong văn bản…", "Searching the documents…")
CONNECTION_LOST = Message(
    "Mất kết nối với máy chủ. Câu hỏi vẫn còn trong ô; khi máy chủ chạy lại, đồng chí bấm “Hỏi” lần nữa.",
    "The server cannot be reached. The question is still in the box; press “Ask” again when it is back.",
)
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
VIEWER_EMPTY = Message(
    "Bấm một số trích dẫn như [1] trong câu trả lời: văn bản gốc mở ra ở đây, đúng chỗ trích được tô sáng.",
    "Press a citation such as [1] in an answer: the source opens here with the quoted passage highlighted.",
)
VIEWER_PLACE = Message("Nguồn [{n}] · trích từ", "Source [{n}] · from")
PASSAGE_PLACE = Message("Đoạn gần nhất · trong", "Nearest passage · in")
PREVIOUS_SOURCE = Message("‹ Nguồn [{n}]", "‹ Source [{n}]")
NEXT_SOURCE = Message("Nguồn [{n}] ›", "Source [{n}] ›")
OPEN_DOCUMENT = Message("Mở toàn văn", "Open the document")
BACK_TO_ANSWER = Message("Về câu trả lời", "Back to the answer")
QUOTE_LABEL = Message("Đoạn trích dẫn [{n}]", "Quotation [{n}]")
PAGE_BREAK = Message("⤶ ngắt trang", "⤶ page break")
DOUBT = Message("Có thể máy đọc nhầm chữ: “{likely}”?", "Perhaps misread by OCR: “{likely}”?")
FOOTNOTE = Message("Chú thích cuối trang", "Footnote")

# Văn bản
TAB_DOCUMENTS = Message("Văn bản", "Documents")
DOCUMENT_LIST = Message("Danh sách văn bản", "List of documents")
ABOUT = Message("thông tin văn bản", "about the document")
OUTLINE = Message("Mục lục", "Outline")
FIND = Message("Tìm trong văn bản này", "Search in this document")
FIND_BUTTON = Message("Tìm", "Find")
FOUND = Message("{at} / {count} chỗ", "{at} of {count}")
FOUND_NONE = Message("Không có chỗ nào", "Nowhere")
PREVIOUS = Message("Chỗ trước", "Previous")
NEXT = Message("Chỗ sau", "Next")
LINK_TO = Message("Chép liên kết tới mục “{section}”", "Copy a link to section “{section}”")
LINKED_PLACE = Message("Chỗ được dẫn tới", "The place linked to")
INFERRED = Message("suy ra, văn bản không ghi", "inferred, not in the text")
FIELDS = {
    "number": Message("Số, ký hiệu", "Number"),
    "date": Message("Ngày ban hành", "Date"),
    "issuer": Message("Cơ quan ban hành", "Issuer"),
    "locality": Message("Địa phương", "Locality"),
    "level": Message("Cấp", "Level"),
    "period": Message("Giai đoạn", "Period"),
    "signer": Message("Người ký", "Signer"),
}
NOT_STATED = Message("không ghi", "not stated")

# Chỉ tiêu · Nhiệm vụ · Nguồn
TAB_FACTS = Message("Chỉ tiêu · Nhiệm vụ · Nguồn", "Targets · Duties · Sources")
TARGETS = Message("Chỉ tiêu", "Targets")
DUTIES = Message("Nhiệm vụ", "Duties")
SOURCES_TABLE = Message("Nguồn viện dẫn", "Cited sources")
COMPARE_TARGETS = Message("So sánh chỉ tiêu", "Compare targets")
CITED_BY = Message("Ai viện dẫn gì", "Who cites what")
FACTS_HELP = Message(
    "Bấm đầu cột để sắp xếp, gõ để lọc, bấm dòng chữ gạch chân để mở đúng chỗ trong văn bản.",
    "Press a column's head to sort, type to filter, press an underlined text to open its place.",
)
FILTER_TEXT = Message("Lọc theo chữ", "Filter by text")
FILTER_DOCUMENT = Message("Văn bản", "Document")
EVERY_DOCUMENT = Message("Tất cả văn bản", "All documents")
ROWS = Message("{count} dòng", "{count} rows")
DOWNLOAD_XLSX = Message("Tải bảng Excel", "Download as Excel")
COLUMN_DOCUMENT = Message("Văn bản", "Document")
COLUMN_INDICATOR = Message("Chỉ tiêu", "Indicator")
COLUMN_SUBJECT = Message("Đối tượng", "Subject")
COLUMN_VALUE = Message("Mức", "Value")
COLUMN_WHEN = Message("Thời hạn", "When")
COLUMN_BODY = Message("Cơ quan, người", "Body")
COLUMN_ROLE = Message("Vai trò", "Role")
COLUMN_TASK = Message("Việc", "Task")
COLUMN_WITH = Message("Phối hợp với", "With")
COLUMN_SOURCE = Message("Văn bản được viện dẫn", "Cited document")
COLUMN_ISSUER = Message("Cơ quan ban hành", "Issuer")
COLUMN_DATE = Message("Ngày", "Date")
COLUMN_MENTIONS = Message("Nơi viện dẫn", "Cited in")
COLUMN_CONFLICTS = Message("Chỗ ghi khác nhau", "Differences")
COMPARATORS = {">=": "từ {} trở lên", "<=": "không quá {}", ">": "trên {}", "<": "dưới {}", "=": "{}", "range": "{}"}
PICTURE_TITLE = Message(
    "Mỗi chấm: văn bản ở cột viện dẫn nguồn ở dòng; số trong chấm là số lần.",
    "Each dot: the column's document cites the row's source; the number says how often.",
)

# Đánh giá
TAB_EVALUATION = Message("Đánh giá", "Evaluation")
EVALUATION_HELP = Message(
    "Tải tệp mẫu về, điền câu hỏi cùng đoạn văn bản đúng, rồi đưa lên đây để đo chất lượng trả lời.",
    "Download the template, fill in questions with the right passages, and upload it here to measure the answers.",
)
QUESTION_SET = Message("Bộ câu hỏi (.xlsx, .csv, .jsonl)", "Question set (.xlsx, .csv, .jsonl)")
TEMPLATE = Message("Tải tệp mẫu", "Download the template")
START_RUN = Message("Chạy đánh giá", "Run")
RUNNING = Message("Đang hỏi", "Asking")
QUESTIONS_UNIT = Message("câu", "questions")
EARLIER_RUN = Message("So với lần chạy", "Compare with run")
COMPARE_RUNS = Message("So sánh với lần vừa chạy", "Compare with the latest run")
NOTHING_TO_COMPARE = Message(
    "Hãy chạy một bộ câu hỏi rồi chọn một lần chạy trước để so sánh.",
    "Run a question set, then choose an earlier run to compare with.",
)
NO_FILE = Message("Chưa có tệp nào. Hãy chọn bộ câu hỏi trước khi chạy.", "No file yet. Choose a question set first.")
DOWNLOAD_REPORT = Message("Tải báo cáo (Excel)", "Download the report (Excel)")
REPORT = Message("Báo cáo đánh giá", "Evaluation report")
OPINIONS = Message("Góp ý của người dùng", "What users said")
NO_OPINIONS = Message("Chưa có góp ý nào.", "Nobody has said anything yet.")
REFRESH = Message("Tải lại góp ý", "Reload")
COLUMN_TIME = Message("Lúc (UTC)", "At (UTC)")
COLUMN_QUESTION = Message("Câu hỏi", "Question")
COLUMN_VERDICT = Message("Đánh giá", "Verdict")
COLUMN_REASON = Message("Lý do", "Reason")

LEVEL_NAMES = {
    Level.COMMUNE: Message("Cấp xã", "Commune"),
    Level.DISTRICT: Message("Cấp huyện", "District"),
    Level.BLOC: Message("Đảng bộ khối", "Bloc"),
    Level.PROVINCE: Message("Cấp tỉnh", "Province"),
    Level.CENTRAL: Message("Trung ương", "Central"),
}
