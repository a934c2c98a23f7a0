"""Documents of the genre that are not the five, and how the names and figures in a question are read."""

from __future__ import annotations

import pytest

from assistant.answering.duty import _named
from assistant.answering.target import _says
from assistant.records import Answer, Query, Status
from assistant.service import Assistant
from index import store
from index.build import bring_up_to_date
from index.encoder import load_encoder

COMMUNE = """ỦY BAN NHÂN DÂN
XÃ TÂN BÌNH
Số: 45/KH-UBND

Tân Bình, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Thu gom rác thải sinh hoạt trên địa bàn xã năm 2024

Điều 1. Mục tiêu
1. Tỷ lệ hộ dân phân loại rác tại nguồn đạt từ 85% trở lên.
2. Thu gom 95% lượng rác thải sinh hoạt phát sinh.

Điều 2. Tổ chức thực hiện
1. Công chức địa chính - môi trường chủ trì hướng dẫn các thôn phân loại rác.
2. Trạm Y tế xã kiểm tra vệ sinh tại các điểm tập kết rác.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Hòa
"""
SCHOOL = """TRƯỜNG TIỂU HỌC HOA MAI
Số: 12/KH-THHM

KẾ HOẠCH
Phát triển văn hóa đọc năm học 2024-2025

Mỗi học sinh đọc ít nhất 10 cuốn sách trong năm học.
Thư viện mở cửa phục vụ học sinh vào giờ ra chơi hằng ngày.
Tổng phụ trách Đội tổ chức ngày hội đọc sách vào tháng 4.
"""
STATION = "Trạm Y tế xã kiểm tra vệ sinh tại các điểm tập kết rác."


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("others")
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "xa.txt").write_text(COMMUNE, encoding="utf-8")
    (corpus / "truong.txt").write_text(SCHOOL, encoding="utf-8")
    encoder = load_encoder(None)
    bring_up_to_date(corpus, folder / "index", encoder, lambda *_: None)
    return Assistant(store.open_index(folder / "index"), encoder)


def said(answer: Answer) -> list[tuple[str, str]]:
    return [(citation.doc_id, citation.quote) for citation in answer.citations]


@pytest.mark.parametrize(
    ("question", "doc_id", "quote"),
    [
        (
            "Xã Tân Bình phấn đấu bao nhiêu phần trăm hộ dân phân loại rác tại nguồn?",
            "xa",
            "Tỷ lệ hộ dân phân loại rác tại nguồn đạt từ 85% trở lên.",
        ),
        ("Ai kiểm tra vệ sinh tại các điểm tập kết rác?", "xa", STATION),
        ("Trạm Y tế xã có nhiệm vụ gì?", "xa", STATION),
        ("Kế hoạch của xã Tân Bình số mấy?", "xa", "Số: 45/KH-UBND"),
        ("Kế hoạch của xã Tân Bình ban hành ngày nào?", "xa", "Tân Bình, ngày 12 tháng 3 năm 2024"),
        (
            "Mỗi học sinh đọc ít nhất bao nhiêu cuốn sách?",
            "truong",
            "Mỗi học sinh đọc ít nhất 10 cuốn sách trong năm học.",
        ),
        (
            "Ai tổ chức ngày hội đọc sách?",
            "truong",
            "Tổng phụ trách Đội tổ chức ngày hội đọc sách vào tháng 4.",
        ),
        (
            "Thư viện mở cửa khi nào?",
            "truong",
            "Thư viện mở cửa phục vụ học sinh vào giờ ra chơi hằng ngày.",
        ),
    ],
)
def test_another_document_answers_as_the_five_do(assistant: Assistant, question: str, doc_id: str, quote: str) -> None:
    assert said(assistant.ask(Query(question))) == [(doc_id, quote)]


def test_what_is_asked_of_the_five_is_not_found_in_others(assistant: Assistant) -> None:
    answer = assistant.ask(Query("Chỉ tiêu kết nạp đảng viên mới là bao nhiêu?"))
    assert (answer.status, answer.citations) == (Status.NOT_FOUND, ())


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("nhiem vu cua ban to chuc huyen uy", {"Ban Tổ chức Huyện ủy"}),
        ("mat tran co nhiem vu gi", {"Mặt trận Tổ quốc Việt Nam xã"}),
        ("ban dan van huyen uy lam gi", {"Huyện ủy"}),
        ("to chuc thuc hien gom nhung ai", set()),
    ],
)
def test_a_body_is_named_by_the_longest_name_that_stands_there(asked: str, named: set[str]) -> None:
    bodies = {"Ban Tổ chức Huyện ủy", "Ban Thường vụ Huyện ủy", "Huyện ủy", "Mặt trận Tổ quốc Việt Nam xã"}
    assert _named(asked, bodies | {"Tổ chức chính trị - xã hội"}) == named


@pytest.mark.parametrize(
    ("text", "figure", "says"),
    [("dưới 0,4%", "4%", False), ("đạt 4 % trở lên", "4%", True), ("đạt 14%", "4%", False)],
)
def test_a_figure_does_not_stand_inside_another(text: str, figure: str, says: bool) -> None:
    assert _says(text, figure) is says
