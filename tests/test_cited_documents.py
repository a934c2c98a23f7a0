"""Questions about documents that documents cite, and about what a document's own frame tells."""

from __future__ import annotations

import pytest

from assistant.answering.named_numbers import read
from assistant.answering.told import Told, asked_of_a_document, other_dates
from assistant.records import Answer, Query, Status
from assistant.service import Assistant
from index import store
from index.build import bring_up_to_date
from index.encoder import load_encoder

WARD = """PHÒNG TIẾP NHẬN QUẬN LONG THÀNH
Số: 512
ĐẾN Ngày 20-6-2024

ĐẢNG ỦY PHƯỜNG AN HÒA
Số 14-NQ/ĐU

An Hòa, ngày 03 tháng 6 năm 2024

NGHỊ QUYẾT
CỦA BAN CHẤP HÀNH ĐẢNG BỘ PHƯỜNG AN HÒA
về nâng cao chất lượng công tác thư viện cơ sở

I. NHIỆM VỤ

1. Bổ sung sách báo cho thư viện phường theo Kế hoạch số 31-KH/QU của Ban Thường vụ Quận ủy¹.

2. Thực hiện Chỉ thị số 42-CT/TW ngày 25/8/2004 của Ban Bí thư về nâng cao chất lượng toàn diện của hoạt động xuất bản.

3. Triển khai Kết luận số 19-KL/TW ngày 14/10/2021 của Bộ Chính trị về tổng kết việc thực hiện Chỉ thị số 42-CT/TW.

4. Thực hiện Quyết định 329-QĐ/TTg của Thủ tướng Chính phủ về phát triển văn hóa đọc trong cộng đồng.

¹ Kế hoạch số 31-KH/QU ngày 09/01/2023 của Ban Thường vụ Quận ủy về phát triển mạng lưới thư viện.

Nơi nhận:

- Thường trực Quận ủy,
- Các chi bộ trực thuộc,
- Lưu Văn phòng Đảng ủy.

T/M ĐẢNG ỦY
PHÓ BÍ THƯ

Đỗ Thị Mai
"""
COMMUNE = """ĐẢNG ỦY XÃ BÌNH SƠN

KẾ HOẠCH
thực hiện Nghị quyết số 05-NQ/HU ngày 11/7/2023 của Huyện ủy về xây dựng nhà văn hóa thôn

1. Mỗi nhà văn hóa thôn có một tủ sách theo Quyết định số 329-QĐ/TTg ngày 15/3/2017 của Thủ tướng Chính phủ.

2. Ủy ban nhân dân xã báo cáo Đảng ủy trước ngày 20 tháng 12 hằng năm.

3. Thực hiện tốt Luật Thư viện trong các nhà văn hóa thôn.
"""
TITLE = "KẾ HOẠCH\nthực hiện Nghị quyết số 05-NQ/HU ngày 11/7/2023 của Huyện ủy về xây dựng nhà văn hóa thôn"
LETTERHEAD = "Số 14-NQ/ĐU\n\nAn Hòa, ngày 03 tháng 6 năm 2024"
FOOTNOTE = "Kế hoạch số 31-KH/QU ngày 09/01/2023 của Ban Thường vụ Quận ủy về phát triển mạng lưới thư viện"
RUNNING = "Bổ sung sách báo cho thư viện phường theo Kế hoạch số 31-KH/QU của Ban Thường vụ Quận ủy¹"
LATER = "Kết luận số 19-KL/TW ngày 14/10/2021 của Bộ Chính trị về tổng kết việc thực hiện Chỉ thị số 42-CT/TW"
DIRECTIVE = "Chỉ thị số 42-CT/TW ngày 25/8/2004 của Ban Bí thư về nâng cao chất lượng toàn diện của hoạt động xuất bản"
DECISION = "Quyết định 329-QĐ/TTg của Thủ tướng Chính phủ về phát triển văn hóa đọc trong cộng đồng"
DATED = "Mỗi nhà văn hóa thôn có một tủ sách theo Quyết định số 329-QĐ/TTg ngày 15/3/2017 của Thủ tướng Chính phủ"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("cited")
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "phuong.txt").write_text(WARD, encoding="utf-8")
    (corpus / "xa.txt").write_text(COMMUNE, encoding="utf-8")
    encoder = load_encoder(None)
    bring_up_to_date(corpus, folder / "index", encoder, lambda *_: None)
    return Assistant(store.open_index(folder / "index"), encoder)


def quoted(answer: Answer) -> list[str]:
    return [citation.quote for citation in answer.citations]


@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        ("Nghị quyết của phường An Hòa mang số mấy, đề ngày nào?", [LETTERHEAD]),
        ("nghi quyet ve cong tac thu vien ai ky, giu chuc gi", ["T/M ĐẢNG ỦY\nPHÓ BÍ THƯ\n\nĐỗ Thị Mai"]),
        ("Chỉ thị 42 của Ban Bí thư ra ngày nào?", [DIRECTIVE]),
        ("42 là chỉ thị về cái gì vậy?", [DIRECTIVE]),
        ("Quyết định 329 ban hành ngày nào?", [DATED]),
        ("QĐ 329 nói về việc gì?", [DECISION]),
        ("Quyết định 329 có trong những văn bản nào?", [DECISION, DATED]),
        ("Văn bản nào của Bộ Chính trị tổng kết Chỉ thị 42?", [LATER]),
        ("Văn bản nào nhắc đến Luật Thư viện?", ["Thực hiện tốt Luật Thư viện trong các nhà văn hóa thôn"]),
        ("Kế hoạch của xã Bình Sơn làm ra để thực hiện nghị quyết nào?", [TITLE]),
        ("Chỉ thị 42 và Kết luận 19 khác nhau thế nào?", [DIRECTIVE, LATER]),
        ("Bổ sung sách cho thư viện phường thì theo kế hoạch số mấy?", [FOOTNOTE, RUNNING]),
    ],
)
def test_the_place_that_tells_it_is_cited(assistant: Assistant, question: str, quotes: list[str]) -> None:
    assert sorted(quoted(assistant.ask(Query(question)))) == sorted(quotes)


def test_a_stamp_taken_for_number_and_date_is_put_right(assistant: Assistant) -> None:
    answer = assistant.ask(Query("Nghị quyết của phường An Hòa là số 512 ngày 20/6/2024 phải không?"))
    assert answer.answer.startswith("Không phải số 512 và ngày 20/6/2024. Theo ")
    assert quoted(answer) == [LETTERHEAD]


def test_a_right_number_is_not_put_right(assistant: Assistant) -> None:
    answer = assistant.ask(Query("Nghị quyết của phường An Hòa là số 14 ngày 03/6/2024 phải không?"))
    assert answer.answer.startswith("Theo ")
    assert quoted(answer) == [LETTERHEAD]


def test_a_wrong_year_of_a_cited_document_is_put_right(assistant: Assistant) -> None:
    answer = assistant.ask(Query("Chỉ thị 42 ra năm 2010 đúng không?"))
    assert answer.answer.startswith("Không phải năm 2010. Theo ")
    assert quoted(answer) == [DIRECTIVE]


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch của xã Bình Sơn ban hành ngày nào, mang số mấy?",
        "Kế hoạch của xã Bình Sơn ai ký?",
        "Chỉ thị 42 ai ký?",
        "Luật Thư viện ban hành năm nào?",
        "Chỉ thị 77 nói về việc gì?",
    ],
)
def test_what_no_text_tells_is_not_found(assistant: Assistant, question: str) -> None:
    assert assistant.ask(Query(question)).status is Status.NOT_FOUND


def test_the_addressees_of_a_document_are_its_mailing_list(assistant: Assistant) -> None:
    answer = assistant.ask(Query("Nghị quyết của phường An Hòa gửi cho những ai?"))
    assert quoted(answer)[0].startswith("Nơi nhận:")
    assert "Các chi bộ trực thuộc" in quoted(answer)[0]


def test_that_document_is_the_source_that_the_former_question_asked_for(assistant: Assistant) -> None:
    former = "Phường An Hòa bổ sung sách cho thư viện theo kế hoạch số mấy?"
    answer = assistant.ask(Query("Văn bản đó do cơ quan nào ban hành, ngày nào?", history=(former,)))
    assert quoted(answer) == [FOOTNOTE]


def test_that_document_is_the_one_that_the_former_question_was_about(assistant: Assistant) -> None:
    former = "Nghị quyết 14 của Đảng ủy phường An Hòa nói về việc gì?"
    answer = assistant.ask(Query("Văn bản đó ban hành khi nào?", history=(former,)))
    assert quoted(answer) == ["An Hòa, ngày 03 tháng 6 năm 2024"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("QĐ 217 có mấy điều", ["217"]),
        ("213 là quy định về cái gì", ["213"]),
        ("quyết định 217 và 218, chỉ thị 30", ["217", "218", "30"]),
        ("nghi quyet 66.7/2025/NQ-CP", ["66.7/2025/nq/cp"]),
        ("kết luận 01 năm 2021", ["1"]),
        ("Chỉ thị số 28-CT TW", ["28/ct"]),
        ("kế hoạch 5 năm, 19 điều, năm 2021-2025, ngày 10/5/2023", []),
        ("quy định 19 điều đảng viên không được làm", []),
        ("nghị quyết là số 4077 phải không", []),
    ],
)
def test_numbers_of_documents_in_a_question(text: str, numbers: list[str]) -> None:
    assert [f"{number.ordinal}{number.rest}" for number in read(text)] == numbers


@pytest.mark.parametrize(
    ("asking", "told"),
    [
        ("do cap uy nao ban hanh, ngay nao", {Told.ISSUER, Told.DATE}),
        ("là về cái chi, năm nào", {Told.SUBJECT, Told.DATE}),
        ("có mặt trong mấy văn bản, văn bản nào?", {Told.CITED_BY}),
        ("ai ký kết chương trình phối hợp", set()),
        ("ra năm 2018 đúng không", {Told.DATE}),
        ("là số 4077 phải không", {Told.NUMBER}),
    ],
)
def test_what_is_asked_of_a_document(asking: str, told: set[Told]) -> None:
    assert asked_of_a_document(asking, cited=True) == told


def test_only_a_date_to_be_confirmed_can_be_wrong() -> None:
    assert other_dates("ra ngày 10/5/2023 phải không", "2023-05-08") == ["ngày 10/5/2023"]
    assert other_dates("ra ngày 8/5/2023 phải không", "2023-05-08") == []
    assert other_dates("ngày 10/5/2023 ai họp", "2023-05-08") == []
