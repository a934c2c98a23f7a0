"""Questions asked of the real index of the five documents, answers as the user gets them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.__main__ import Program
from assistant.messages import Lang
from assistant.records import Answer, Kind, Query, Status
from assistant.service import Assistant
from assistant.settings import Settings

TARGET = "Tuy Phước đề ra tỷ lệ đảng viên không hoàn thành nhiệm vụ dưới bao nhiêu phần trăm?"
MEMBERS = "Huyện Tuy Phước phấn đấu kết nạp bao nhiêu đảng viên mới?"
WHOLE = "Liệt kê các chỉ tiêu của Nghị quyết xã Hà Tam"
CITING = "Những văn bản nào viện dẫn Quyết định 217?"
SILENT_ROW = "So sánh tỷ lệ hồ sơ giải quyết đúng hạn ở Nghĩa Hưng và Hà Tam"
PREMISE = "Vì sao Tuy Phước có chỉ tiêu kết nạp đảng viên mới 10%?"
DUTIES = "Liệt kê các nhiệm vụ của Ban Tuyên giáo Huyện ủy Tuy Phước"
NUMBER = "Nghị quyết của Đảng ủy Khối các cơ quan tỉnh Quảng Bình số bao nhiêu?"
SIGNER = "Ai ký kế hoạch của Huyện ủy Tuy Phước?"
ANSWERED = (TARGET, MEMBERS, WHOLE, CITING, SILENT_ROW, PREMISE, DUTIES, NUMBER, SIGNER)


@pytest.fixture(scope="module")
def assistant(built_home: Path) -> Assistant:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NGHIQUYET_HOME", str(built_home))
        patch.delenv("NGHIQUYET_MODEL", raising=False)
        return Program(Settings.read(None, None), Lang.VI).assistant


@pytest.fixture(scope="module")
def answers(assistant: Assistant) -> dict[str, Answer]:
    return {question: assistant.ask(Query(question)) for question in ANSWERED}


def quotes(answer: Answer) -> list[str]:
    return [citation.quote for citation in answer.citations]


def test_a_target_is_its_sentence(answers: dict[str, Answer]) -> None:
    answer = answers[TARGET]
    assert answer.kind is Kind.TARGET
    assert quotes(answer) == [
        "Hằng năm, tỷ lệ đảng viên hoàn thành tốt nhiệm vụ từ 90% trở lên, "
        "đảng viên không hoàn thành nhiệm vụ dưới 0,4%."
    ]


def test_a_target_that_other_documents_have_too_is_not_denied(answers: dict[str, Answer]) -> None:
    assert [(c.doc_id, "đạt 4% trở lên" in c.quote) for c in answers[MEMBERS].citations] == [("kh-tuy-phuoc", True)]


def test_all_targets_of_a_document(answers: dict[str, Answer]) -> None:
    assert [quote[:40] for quote in quotes(answers[WHOLE])] == [
        "Hàng năm, Mặt trận Tổ quốc Việt Nam và c",
        "Tỷ lệ phát triển hội viên, đoàn viên của",
        "Tỷ lệ tập hợp, thu hút đoàn viên, hội vi",
        "Tỷ lệ đoàn viên, hội viên tham gia các c",
    ]


def test_the_duties_of_a_body_are_its_own(answers: dict[str, Answer]) -> None:
    said = quotes(answers[DUTIES])
    assert len(said) == 4
    assert all("Ban Tuyên giáo Huyện ủy" in quote for quote in said)


def test_every_document_that_cites_a_source_with_its_date(answers: dict[str, Answer]) -> None:
    cited = answers[CITING].citations
    dated = {c.doc_id for c in cited if "12/12/2013" in c.quote}
    assert dated == {"kh-tuy-phuoc", "nq-khoi-quang-binh", "nq-nghia-hung"}
    # The footnote has the date, the running text says what the decision is cited for.
    assert [c.quote[-60:] for c in cited if "12/12/2013" not in c.quote] == [
        "QĐ/TW và Quyết định số 218-QĐ/TW của Bộ Chính trị (khóa XI)⁷"
    ]


def test_a_comparison_has_a_row_for_a_document_that_is_silent(answers: dict[str, Answer]) -> None:
    head, _, ha_tam, nghia_hung = answers[SILENT_ROW].answer.splitlines()
    assert head == "| Văn bản | Nội dung |"
    assert [cell.strip() for cell in ha_tam.split("|")[1:3]] == [
        "Nghị quyết của Ban Chấp hành Đảng bộ xã Hà Tam",
        "không nêu",
    ]
    assert "100% hồ sơ giải quyết đúng và trước hạn.” [1]" in nghia_hung


def test_a_figure_wrongly_taken_for_granted_is_denied_and_put_right(answers: dict[str, Answer]) -> None:
    assert answers[PREMISE].answer.startswith("Không thấy nêu 10%; theo Kế hoạch của Huyện ủy Tuy Phước")
    assert "đạt 4% trở lên" in answers[PREMISE].answer


def test_a_documents_own_number_and_signer(answers: dict[str, Answer]) -> None:
    assert quotes(answers[NUMBER]) == ["Số 08 - NQ/ĐUK"]
    assert [quote.split()[-3:] for quote in quotes(answers[SIGNER])] == [["Nguyễn", "Đình", "Thuận"]]


def test_every_quote_stands_there_and_every_line_and_figure_is_proven(
    answers: dict[str, Answer], assistant: Assistant
) -> None:
    for question, answer in answers.items():
        assert answer.status is Status.ANSWERED, question
        for c in answer.citations:
            assert assistant.documents[c.doc_id].text[c.start : c.end] == c.quote
        for line in answer.answer.splitlines():
            states = line.startswith(("Theo", "Không", "- ", "| ")) and "không nêu" not in line
            assert not states or line == "| Văn bản | Nội dung |" or "| ---" in line or re.search(r"\[\d+\]", line)
        held = set(re.findall(r"\d+", " ".join((*quotes(answer), question))))
        said = re.sub(r"\[\d+\]", "", answer.answer)
        assert set(re.findall(r"\d+", said)) <= held, question


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Nghị quyết của xã Hà Tam do ai ký?", "Nội dung gần nhất ở"),
        ("Nghị quyết của xã Hà Tam ban hành ngày nào?", "Nội dung gần nhất ở"),
        ("Kế hoạch của Huyện ủy Tuy Phước số mấy?", "Nội dung gần nhất ở"),
        ("Chỉ tiêu kết nạp đảng viên ở xã Phú Mỹ là bao nhiêu?", "huyện Tuy Phước, tỉnh Đồng Tháp, xã Hà Tam"),
        ("Năm 2035 kết nạp bao nhiêu đảng viên?", "không nói đến năm 2035"),
        ("Điều 5 Quyết định 217 quy định gì?", "không có trong kho"),
        ("Quyết định số 999-QĐ/TW nói về gì?", "Nội dung gần nhất ở"),
        ("alo", "Tôi trả lời câu hỏi về các văn bản"),
        ("🙂🙂", "Câu hỏi chưa có chữ nào"),
    ],
)
def test_what_the_documents_do_not_tell_is_not_answered(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(Query(question))
    assert answer.status is Status.NOT_FOUND
    assert said in answer.answer


def test_the_same_question_has_the_same_answer_in_every_thread(
    answers: dict[str, Answer], assistant: Assistant
) -> None:
    asked = [ANSWERED[n % len(ANSWERED)] for n in range(20)]
    with ThreadPoolExecutor(20) as pool:
        again = list(pool.map(lambda question: assistant.ask(Query(question)), asked))
    assert [replace(a, elapsed_ms=0.0) for a in again] == [replace(answers[q], elapsed_ms=0.0) for q in asked]


def test_two_processes_give_the_same_bytes(tmp_path: Path) -> None:
    """Python orders sets of strings differently in each process, and sums of floats depend on their order."""
    questions = ("tuy phuoc voi nghia hung ben nao ket nap nhieu dang vien hon", "Hà Tam còn yếu chỗ nào?")
    batch = tmp_path / "in.jsonl"
    batch.write_text("".join(json.dumps({"id": q[:3], "question": q}) + "\n" for q in questions), encoding="utf-8")
    answers = []
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.jsonl"
        command = [sys.executable, "-m", "assistant", "ask", "--batch", str(batch), "--out", str(out)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "NGHIQUYET_HOME": str(tmp_path / "home")}
        subprocess.run(command, check=True, env=environment, capture_output=True, timeout=120)
        lines = map(json.loads, out.read_text(encoding="utf-8").splitlines())
        answers.append([{**line, "elapsed_ms": 0} for line in lines])
    assert answers[0] == answers[1]
