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
HELP_OUT_RUNS: Final = Message("thư mục chứa các lần chấm", "the folder of runs")
