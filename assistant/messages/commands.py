"""What the command line says: progress, results and errors."""

from __future__ import annotations

from assistant.messages import Message

PROGRAM = Message(
    "Trợ lý Nghị quyết: trả lời có trích dẫn từ các nghị quyết, kế hoạch, kết luận ngay trên máy của bạn.",
    "Trợ lý Nghị quyết: cited answers from resolutions, plans and conclusions, on your own machine.",
)
HELP_LANG = Message("ngôn ngữ của thông báo", "language of messages")
HELP_CORPUS = Message(
    "thư mục văn bản (mặc định: năm văn bản đi kèm)", "folder of documents (default: the five that ship)"
)
HELP_INDEX = Message(
    "thư mục chỉ mục (mặc định: trong thư mục dữ liệu của người dùng)",
    "folder of the index (default: under the user's data directory)",
)
HELP_ASK = Message("hỏi một câu, hoặc nhiều câu với --batch", "ask one question, or many with --batch")
HELP_QUESTION = Message("câu hỏi", "the question")
HELP_HISTORY = Message("câu đã hỏi trước đó (lặp lại được, cũ trước)", "an earlier turn (repeatable, oldest first)")
HELP_DOC = Message("chỉ tìm trong văn bản này (lặp lại được)", "search only this document (repeatable)")
HELP_JSON = Message("in bản ghi JSON", "print the JSON record")
HELP_BATCH = Message("tệp JSONL chứa các câu hỏi", "JSONL file of questions")
HELP_OUT = Message("tệp ghi kết quả", "file to write to")
HELP_VERBATIM = Message("tìm đúng như câu đã gõ", "search exactly as typed")
HELP_CHAT = Message("mở trang hỏi đáp", "open the web chat")
HELP_HOST = Message("địa chỉ lắng nghe", "address to listen on")
HELP_PORT = Message("cổng lắng nghe", "port to listen on")
HELP_MCP = Message("mở thêm máy chủ MCP", "serve MCP as well")
HELP_INDEX_COMMAND = Message("dựng, xem và kiểm tra chỉ mục", "build, inspect and verify the index")
HELP_INDEX_BUILD = Message("dựng hoặc cập nhật chỉ mục", "build the index or bring it up to date")
HELP_INDEX_STATUS = Message("cho biết chỉ mục có gì", "say what is there")
HELP_INDEX_VERIFY = Message("chứng minh chỉ mục nguyên vẹn", "prove the index sound")
HELP_CORPUS_COMMAND = Message("xem và kiểm tra các văn bản", "see and check the documents")
HELP_CORPUS_LIST = Message("liệt kê văn bản", "list the documents")
HELP_CORPUS_SHOW = Message("thông tin và mục lục của một văn bản", "a document's metadata and outline")
HELP_CORPUS_TEXT = Message("in đúng văn bản mà các vị trí đếm trên đó", "print exactly the text that offsets count in")
HELP_CORPUS_CHECK = Message(
    "tìm tệp không đọc được và chỗ nghi lỗi quét", "find unreadable files and suspected OCR slips"
)
HELP_CORPUS_ADD = Message("thêm tệp vào thư mục văn bản", "add files to the corpus folder")
HELP_FILES = Message("các tệp văn bản", "the documents' files")
HELP_CORPUS_REMOVE = Message("bỏ một văn bản khỏi thư mục", "remove a document from the folder")
HELP_ID = Message("mã văn bản", "document id")
HELP_FACTS = Message("chỉ tiêu, nhiệm vụ, văn bản viện dẫn dưới dạng bảng", "targets, duties, sources as tables")
HELP_FACTS_KIND = Message(
    "targets: chỉ tiêu; duties: nhiệm vụ; sources: văn bản viện dẫn", "which facts: targets, duties or sources"
)
HELP_FORMAT = Message("dạng kết quả", "output format")
HELP_FEEDBACK = Message("đánh giá của người dùng trang hỏi đáp", "what users of the web chat thought of answers")
HELP_FEEDBACK_EXPORT = Message("xuất thành bộ câu hỏi", "export as a question set")
HELP_EVAL = Message("đo độ chính xác của câu trả lời", "measure answers")

BUILDING = Message("Đang lập chỉ mục", "Building the index")
BUILT = Message(
    "Chỉ mục đã sẵn sàng: {documents} văn bản, {passages} đoạn ({encoded} đoạn mới). Nơi lưu: {folder}",
    "The index is ready: {documents} documents, {passages} passages ({encoded} new). It is in {folder}",
)
UP_TO_DATE = Message(
    "Chỉ mục đã đúng với thư mục văn bản: {documents} văn bản, {passages} đoạn. Nơi lưu: {folder}",
    "The index is up to date: {documents} documents, {passages} passages. It is in {folder}",
)
FILE_LEFT_OUT = Message(
    "Bỏ qua tệp {path}: {reason}. Các tệp khác vẫn được lập chỉ mục.",
    "Left out {path}: {reason}. The other files are indexed.",
)
STATUS_HEAD = Message(
    "{folder}\nmô hình: {encoder} ({dimension} chiều)\nvăn bản: {documents}, đoạn: {passages}\n{state}",
    "{folder}\nmodel: {encoder} (dimension {dimension})\ndocuments: {documents}, passages: {passages}\n{state}",
)
STATE_CURRENT = Message("đúng với thư mục văn bản hiện tại", "up to date with the corpus folder")
STATE_STALE = Message(
    "đã cũ so với thư mục văn bản; chạy: nghiquyet index build", "out of date; run: nghiquyet index build"
)
SOUND = Message(
    "Chỉ mục nguyên vẹn: {files} tệp đúng mã băm, {passages} đoạn đúng nguyên văn.",
    "The index is sound: {files} files match their digests, {passages} passages stand where they should.",
)
CHECK_FAULT = Message("{path}: {reason}", "{path}: {reason}")
CHECK_CLEAN = Message("Không thấy gì cần xem lại.", "Nothing to look at.")
CHECK_SLIP = Message(
    "{doc_id} [{start}:{end}] “{found}” → nghi là “{likely}”",
    "{doc_id} [{start}:{end}] “{found}” → likely “{likely}”",
)
CHECK_DEBRIS = Message(
    "{doc_id} [{start}:{end}] không hiểu: “{text}”", "{doc_id} [{start}:{end}] not understood: “{text}”"
)
ADDED = Message("Đã thêm {path} với mã {doc_id}.", "Added {path} as {doc_id}.")
REMOVED = Message("Đã bỏ {doc_id}; tệp được giữ lại ở {path}.", "Removed {doc_id}; its file is kept at {path}.")
WRITTEN = Message("Đã ghi {path}", "Wrote {path}")
FEEDBACK_EXPORTED = Message("Đã ghi {count} câu hỏi vào {path}", "Wrote {count} questions to {path}")
CHAT_AT = Message("Trang hỏi đáp: {url}  (Ctrl+C để dừng)", "The web chat: {url}  (Ctrl+C to stop)")
ANSWER_CITATION = Message("[{n}] {title} › {section}", "[{n}] {title} › {section}")
RESOLVED = Message("Đang hiểu là: {question}", "Understood as: {question}")
ERROR_LINE = Message("Lỗi: {text}", "Error: {text}")

NO_QUESTION = Message(
    'Chưa có câu hỏi. Gõ: nghiquyet ask "câu hỏi", hoặc dùng --batch IN.jsonl --out OUT.jsonl.',
    'There is no question. Type: nghiquyet ask "question", or use --batch IN.jsonl --out OUT.jsonl.',
)
BATCH_NEEDS_OUT = Message("--batch cần --out TỆP để ghi kết quả.", "--batch needs --out FILE to write to.")
XLSX_NEEDS_OUT = Message(
    "Tệp xlsx không xem được trên màn hình lệnh. Ghi ra tệp: --format xlsx --out TỆP.xlsx, hoặc dùng --format table.",
    "A terminal cannot show a workbook. Write it to a file: --format xlsx --out FILE.xlsx, or use --format table.",
)
CORPUS_NOT_FOUND = Message(
    "Không có thư mục văn bản {folder}. Kiểm tra lại đường dẫn sau --corpus.",
    "There is no corpus folder {folder}. Check the path after --corpus.",
)
CORPUS_EMPTY = Message(
    "Thư mục {folder} không có văn bản nào đọc được{faults}. Hãy chép tệp .txt (UTF-8) vào đó rồi chạy lại.",
    "{folder} holds no document that can be read{faults}. Put .txt files (UTF-8) there and try again.",
)
CORPUS_NOT_WRITABLE = Message(
    "Không ghi được {path}: {reason}. Kiểm tra quyền với thư mục văn bản, hoặc chọn thư mục khác bằng --corpus.",
    "{path} cannot be written: {reason}. Check the permissions of the corpus folder, or choose another --corpus.",
)
MANIFEST_BROKEN = Message(
    "Không đọc được {path}: {reason}. Sửa hoặc xóa tệp này rồi chạy lại.",
    "{path} cannot be read: {reason}. Mend or remove it and try again.",
)
DOCUMENT_UNREADABLE = Message(
    "Không dùng được {path}: {reason}. Kiểm tra tệp này rồi chạy lại.",
    "{path} cannot be used: {reason}. Check the file and try again.",
)
DOCUMENT_UNKNOWN = Message(
    "Không có văn bản “{doc_id}”. Các mã hiện có: {known}.",
    "There is no document “{doc_id}”. There are: {known}.",
)
INDEX_MISSING = Message(
    "Chưa có chỉ mục ở {folder}. Chạy: nghiquyet index build",
    "There is no index in {folder}. Run: nghiquyet index build",
)
INDEX_DAMAGED = Message(
    "Chỉ mục bị hỏng ({path}: {reason}). Dựng lại bằng: nghiquyet index build",
    "The index is damaged ({path}: {reason}). Build it again with: nghiquyet index build",
)
INDEX_MISMATCH = Message(
    "Chỉ mục ở {folder} do {made_by} tạo, không phải {wanted}. Dựng lại bằng: nghiquyet index build",
    "The index in {folder} was made by {made_by}, not by {wanted}. Build it again with: nghiquyet index build",
)
INDEX_NOT_WRITABLE = Message(
    "Không ghi được vào {folder}: {reason}. Chọn nơi khác bằng --index hoặc biến NGHIQUYET_HOME.",
    "{folder} cannot be written to: {reason}. Choose another place with --index or NGHIQUYET_HOME.",
)
MODEL_NOT_FOUND = Message(
    "Máy này không có mô hình “{name}”: không phải thư mục, cũng chưa được tải về.\n"
    "Sửa biến NGHIQUYET_MODEL, hoặc bỏ biến này để dùng mô hình đi kèm.",
    "There is no model “{name}” on this machine: it is no folder, and was not downloaded.\n"
    "Change NGHIQUYET_MODEL, or unset it to use the model that ships.",
)
MODEL_DAMAGED = Message(
    "Không dùng được mô hình {path}: {reason}.\n"
    "Cài lại chương trình; nếu đặt biến NGHIQUYET_MODEL thì kiểm tra thư mục đó hoặc bỏ biến này.",
    "The model {path} cannot be used: {reason}.\n"
    "Install the program again; if NGHIQUYET_MODEL is set, check that folder or unset it.",
)
RERANKER_UNUSABLE = Message(
    "Không dùng được mô hình xếp hạng lại “{name}”: {reason}.\n"
    "Sửa biến NGHIQUYET_RERANKER, hoặc bỏ biến này để xếp hạng như mặc định.",
    "The reranker “{name}” cannot be used: {reason}.\n"
    "Change NGHIQUYET_RERANKER, or unset it to rank passages as by default.",
)
PORT_IN_USE = Message(
    "Cổng {port} đang có chương trình khác dùng. Chọn cổng khác: nghiquyet chat --port {other}",
    "Port {port} is in use. Choose another: nghiquyet chat --port {other}",
)
ADDRESS_UNUSABLE = Message(
    "Không mở được trang tại {host}, cổng {port}: {reason}. Thử: nghiquyet chat --host 127.0.0.1 --port 7860",
    "The page cannot be served on {host}, port {port}: {reason}. Try: nghiquyet chat --host 127.0.0.1 --port 7860",
)
TOOLS_UNAVAILABLE = Message(
    "--mcp cần gói mcp, máy này chưa có hoặc có bản không hợp. Cài: pip install 'nghiquyet[mcp]', hoặc bỏ --mcp.",
    "--mcp needs the package mcp, missing here or of a wrong release. Install 'nghiquyet[mcp]', or leave --mcp out.",
)
BATCH_UNREADABLE = Message(
    "Không đọc được tệp câu hỏi {path}: {reason}. Kiểm tra đường dẫn sau --batch.",
    "The file of questions {path} cannot be read: {reason}. Check the path after --batch.",
)
OUTPUT_NOT_WRITABLE = Message(
    "Không ghi được {path}: {reason}. Chọn nơi khác bằng --out.",
    "{path} cannot be written: {reason}. Choose another --out.",
)
LINE_UNREADABLE = Message("dòng {line} không đọc được: {reason}", "line {line} cannot be read: {reason}")
LINES_UNREADABLE = Message(
    '{count} dòng không đọc được; xem trường "error" trong {path}.',
    '{count} lines could not be read; see "error" in {path}.',
)
SYSTEM_FAILED = Message(
    "Máy báo lỗi với {path}: {reason}. Kiểm tra quyền và chỗ trống trên đĩa rồi chạy lại.",
    "The system refused {path}: {reason}. Check permissions and free space, then try again.",
)
COLUMNS = (
    Message("mã", "id"),
    Message("loại", "kind"),
    Message("số", "number"),
    Message("ngày", "date"),
    Message("tên", "title"),
)
FIELDS = {
    "title": Message("Tên", "Title"),
    "kind": Message("Loại", "Kind"),
    "number": Message("Số", "Number"),
    "date": Message("Ngày", "Date"),
    "issuer": Message("Cơ quan ban hành", "Issuer"),
    "locality": Message("Địa phương", "Locality"),
    "level": Message("Cấp", "Level"),
    "period": Message("Giai đoạn", "Period"),
    "signer": Message("Người ký", "Signer"),
}
INFERRED = Message("(*) suy ra, không có nguyên văn trong văn bản", "(*) inferred, not stated in the text")
INTERRUPTED = Message("Đã dừng.", "Stopped.")
