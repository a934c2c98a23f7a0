"""What the command line says and its help."""

from __future__ import annotations

from typing import Final

from assistant.messages import Message

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
HELP_SKIP_FAULTY: Final = Message(
    "bỏ qua các câu có lỗi, chấm những câu còn lại", "leave out faulty questions, run the rest"
)
HELP_OUT_RUNS: Final = Message("thư mục chứa các lần chấm", "the folder of runs")
UNWRITABLE_FILE: Final = Message(
    "Không ghi được {path}: {reason}. Hãy chọn chỗ khác.", "Cannot write {path}: {reason}. Choose another place."
)
NOT_EMPTY: Final = Message(
    "Thư mục {path} đã có nội dung. Hãy chọn một thư mục mới.", "The folder {path} is not empty. Choose a new one."
)
NOT_THE_FORMAT: Final = Message(
    "{path}, dòng {line}: không đúng định dạng của bộ dữ liệu này ({reason}).",
    "{path}, line {line}: not in the format of this data set ({reason}).",
)
UNREADABLE_SOURCE: Final = Message(
    "Không đọc được {path}: {reason}. Hãy kiểm tra đường dẫn.", "Cannot read {path}: {reason}. Check the path."
)
UNREADABLE_BASELINE: Final = Message(
    "Không đọc được mốc chất lượng {path}: {reason}. Hãy lấy lại tệp từ kho mã nguồn.",
    "Cannot read the baseline {path}: {reason}. Take the file from the repository again.",
)
BASELINE_OTHER_QUESTIONS: Final = Message(
    "Mốc chất lượng thuộc về một bộ câu hỏi khác. Hãy chấm bộ hiện tại rồi đặt mốc mới bằng “nghiquyet eval baseline”.",
    "The baseline belongs to other questions. Run the present set and set a new one with “nghiquyet eval baseline”.",
)
BASELINE_LOWER: Final = Message(
    "Lần chấm này kém mốc hiện có: {fallen}. Câu bị mất: {lost}. Nếu vẫn muốn hạ mốc, thêm --lower.",
    "This run is below the baseline: {fallen}. Questions lost: {lost}. To lower it all the same, add --lower.",
)
BASELINE_SET: Final = Message(
    "Đã đặt mốc chất lượng từ lần chấm {run}: {path}", "The baseline is now run {run}: {path}"
)
WRITTEN: Final = Message("Đã ghi {path}", "Wrote {path}")
OUT_SUFFIX: Final = Message(
    "Không ghi được “{path}”: chỉ nhận đuôi {known}.", "Cannot write “{path}”: the suffix has to be {known}."
)
IMPORTED: Final = Message(
    "{documents} văn bản và {questions} câu hỏi (bỏ {left_out} câu không có chỗ dựa). Chấm bằng:\n"
    "nghiquyet eval run --questions {out}/questions.jsonl --corpus {out}/corpus",
    "{documents} documents and {questions} questions ({left_out} without gold left out). Measure with:\n"
    "nghiquyet eval run --questions {out}/questions.jsonl --corpus {out}/corpus",
)
HELP_COMPARE: Final = Message("so sánh hai lần chấm", "compare two runs")
HELP_REPORT: Final = Message("báo cáo của một lần chấm (.html hoặc .xlsx)", "the report of a run (.html or .xlsx)")
HELP_TEMPLATE: Final = Message("mẫu bộ câu hỏi để điền (.xlsx hoặc .csv)", "a question set to fill in (.xlsx or .csv)")
HELP_BASELINE: Final = Message("đặt mốc chất lượng từ một lần chấm", "set the quality baseline from a run")
HELP_LOWER: Final = Message("cho phép hạ mốc", "let the baseline fall")
HELP_IMPORT: Final = Message("lấy một bộ dữ liệu công khai vào", "bring in a public data set")
HELP_JUDGE: Final = Message("phiếu để người chấm từng câu trả lời", "a sheet for a person to mark the answers")
HELP_KAPPA: Final = Message("độ thống nhất của hai người chấm", "the agreement of two judges")
HELP_RUN_FOLDER: Final = Message("thư mục của một lần chấm", "the folder of a run")
HELP_OUT_FILE: Final = Message("tệp kết quả", "the file to write")
HELP_SOURCE: Final = Message("thư mục hoặc tệp của bộ dữ liệu", "the folder or file of the data set")
HELP_OUT_FOLDER: Final = Message("thư mục mới để ghi vào", "a new folder to write to")
HELP_SHEET: Final = Message("phiếu chấm .xlsx", "a judge's sheet, .xlsx")
