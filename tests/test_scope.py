"""Which of the five documents a question is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.library import BUNDLED, list_folder, read_document
from corpus.records import Document, Span
from index.scope import Scope, Scoper


@pytest.fixture(scope="module")
def scoper(documents: dict[str, Document]) -> Scoper:
    return Scoper(list(documents.values()))


@pytest.mark.parametrize(
    ("question", "narrowed"),
    [
        ("xã Nghĩa Hưng có bao nhiêu đảng viên", {"nq-nghia-hung"}),
        ("xa nghia hung", {"nq-nghia-hung"}),
        ("NH và QB", {"nq-nghia-hung", "nq-khoi-quang-binh"}),
        ("Nghị quyết số 08 nói gì", {"nq-khoi-quang-binh"}),
        ("nghi quyet 8", {"nq-khoi-quang-binh"}),
        ("Nghị quyết 80", set()),
        ("so sánh Nghĩa Hưng và kết luận của tỉnh", {"nq-nghia-hung", "kl-tinh-uy-khoa-xi"}),
        ("ket luan tinh uy khoa xi voi ha tam giong gi", {"nq-ha-tam", "kl-tinh-uy-khoa-xi"}),
        ("ở Hà Tam thực hiện kết luận của tỉnh ra sao", {"nq-ha-tam"}),
        ("các huyện ở Bình Định", {"kh-tuy-phuoc"}),
        ("nh", set()),
    ],
)
def test_documents_named(scoper: Scoper, question: str, narrowed: set[str]) -> None:
    assert scoper.read(question).narrowed == narrowed


def test_where_the_place_stands(scoper: Scoper) -> None:
    question = "Chỉ tiêu ở xã Hà Tam là gì"
    assert [span.of(question) for span in scoper.read(question).places] == ["ở xã Hà Tam"]


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("So sánh xã Hà Tam với kết luận của Tỉnh ủy khóa XI", ["xã Hà Tam", "kết luận của Tỉnh ủy khóa XI"]),
        ("giữa Hà Tam và kế hoạch của Huyện ủy Tuy Phước", ["Hà Tam", "kế hoạch của Huyện ủy Tuy Phước"]),
        ("di lam an xa thi nghia hung the nao", ["nghia hung"]),
    ],
)
def test_where_names_stand_side_by_side(scoper: Scoper, question: str, places: list[str]) -> None:
    assert [span.of(question) for span in scoper.read(question).places] == places


def test_a_term_is_a_hint(scoper: Scoper) -> None:
    found = scoper.read("kết luận khoá XI")
    assert (found.narrowed, found.favoured) == (frozenset(), {"kl-tinh-uy-khoa-xi"})


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("ở xã Phước Sơn thì sao", "xã Phước Sơn"),
        ("tỉnh Kiên Giang có gì", "tỉnh Kiên Giang"),
        ("kien giang", "Kiên Giang"),
        ("tp. Quy Nhơn làm gì", "thành phố Quy Nhơn"),
        ("tp hcm làm gì", "thành phố HCM"),
        ("tỉnh hòa bình làm gì", "tỉnh Hòa Bình"),
        ("Quy Nhơn kết nạp mấy đảng viên", "Quy Nhơn"),
        ("Phù Cát đặt chỉ tiêu gì", "Phù Cát"),
        ("Còn Phước Sơn thì sao", "Phước Sơn"),
        ("xã An Toàn làm gì", "xã An Toàn"),
        ("XÃ TÂN PHƯỚC LÀM GÌ", "xã Tân Phước"),
        ("xã Bình Minh Đông làm gì", "xã Bình Minh"),
        ("xã Quờ Quạng làm gì", "xã Quờ Quạng"),
        ("xã an toàn thì làm gì", None),
        ("xã hòa bình thì làm gì", None),
        ("xã ấy được giao gì", None),
        ("xã Hà Tam", None),
        ("các xã Tuy Phước làm gì", None),
        ("thị trấn Tuy Phước làm gì", "thị trấn Tuy Phước"),
        ("đồng chí Nguyễn Thái Bình làm gì", None),
        ("Bí thư Huyện ủy Nguyễn Đình Thuận", None),
        ("học tập tư tưởng Hồ Chí Minh", None),
        ("Huyện Đoàn làm gì", None),
        ("làm đường xã; Đẩy mạnh gì", None),
        ("Quy chế Dân Chủ ở cơ sở", None),
    ],
)
def test_unknown_places(scoper: Scoper, question: str, place: str | None) -> None:
    assert scoper.read(question).unknown_place == place


@pytest.mark.parametrize(
    ("question", "narrowed", "place"),
    [
        ("xã Phước Sơn, huyện Tuy Phước", {"kh-tuy-phuoc"}, "xã Phước Sơn"),
        ("xã Phước Sơn của huyện Tuy Phước", {"kh-tuy-phuoc"}, "xã Phước Sơn"),
        ("huyện Phù Cát, tỉnh Bình Định", {"kh-tuy-phuoc"}, "huyện Phù Cát"),
        ("xã Hà Tam, huyện Đak Pơ, tỉnh Gia Lai", {"nq-ha-tam"}, None),
        ("tỉnh Gia Lai, huyện Đak Pơ, xã Hà Tam", {"nq-ha-tam"}, None),
        ("Nghĩa Hưng (Nam Định) làm gì", {"nq-nghia-hung"}, None),
        ("so sánh xã Hà Tam với xã Phước Sơn", {"nq-ha-tam"}, "xã Phước Sơn"),
    ],
)
def test_the_lowest_unit_of_an_address_is_asked_about(
    scoper: Scoper, question: str, narrowed: set[str], place: str | None
) -> None:
    found = scoper.read(question)
    assert (found.narrowed, found.unknown_place) == (narrowed, place)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("xã Nghĩa Trung có bao nhiêu đảng viên", "Nghĩa Trung"),
        ("xa nghia trung", "Nghĩa Trung"),
        ("thị trấn Liễu Đề, xã Nghĩa Hưng", "Liễu Đề"),
        ("xã Nghĩa Hưng", None),
        ("xã Phước Sơn", None),
    ],
)
def test_a_place_that_only_a_text_names(scoper: Scoper, question: str, name: str | None) -> None:
    assert scoper.read(question).mentioned == name


@pytest.mark.parametrize(
    ("question", "issuer"),
    [
        ("Đảng ủy Khối Doanh nghiệp tỉnh Quảng Bình", "Đảng ủy Khối Doanh nghiệp"),
        ("dang uy khoi doanh nghiep tinh quang binh", "dang uy Khối doanh nghiep"),
        ("Khối Doanh nghiệp tỉnh Quảng Bình", "Khối Doanh nghiệp"),
        ("Đảng ủy Quân sự huyện Tuy Phước", "Đảng ủy Quân sự"),
        ("Nghị quyết của Hội đồng nhân dân xã Nghĩa Hưng", "Nghị quyết của Hội đồng nhân dân"),
        ("Đảng ủy Khối các cơ quan tỉnh Quảng Bình", None),
        ("Đảng ủy Khối cơ quan tỉnh Quảng Bình", None),
        ("Đảng bộ Khối tỉnh Quảng Bình", None),
        ("đảng bộ so với năm trước ở Nghĩa Hưng", None),
        ("Hội đồng nhân dân xã Nghĩa Hưng làm gì", None),
        ("tổ chức đảng trong khối doanh nghiệp ngoài nhà nước", None),
        ("Huyện ủy Tuy Phước giao gì", None),
    ],
)
def test_another_body_of_the_same_place(scoper: Scoper, question: str, issuer: str | None) -> None:
    found = scoper.read(question)
    assert found.unknown_issuer == issuer
    assert issuer is None or found.narrowed == frozenset()


def test_a_committee_of_a_level_that_no_text_speaks_of() -> None:
    question = "Thành ủy giao nhiệm vụ gì"
    assert SCOPER.read(question).unknown_issuer == "Thành ủy"
    assert SCOPER.read("thanh uy") == SCOPER.read("thánh uy")


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("Kết luận của Tỉnh ủy khóa XII", "khóa XII"),
        ("ket luan tinh uy khoa 12", "khoa 12"),
        ("Ban Chấp hành Đảng bộ tỉnh Đồng Tháp khóa IX", "khóa IX"),
        ("Kết luận của Tỉnh ủy khóa XI", None),
        ("Nghị quyết 03-NQ/TU của Tỉnh ủy khoá X", None),
        ("ket luan tinh uy khoa 11", None),
        ("Nghị quyết Trung ương 4 khóa IX", None),
        ("Đảng ủy phường khóa III", None),
        ("Đảng ủy xã khóa III", "khóa III"),
        ("Đảng ủy xã Nghĩa Hưng khóa III", None),
        ("xã Nghĩa Hưng nhiệm kỳ 2020-2025", "2020-2025"),
        ("xã Nghĩa Hưng giai đoạn 2026-2030", None),
        ("nhiệm kỳ 2020-2025", None),
    ],
)
def test_unknown_terms(scoper: Scoper, question: str, term: str | None) -> None:
    assert scoper.read(question).unknown_term == term


def test_a_term_counts_as_typed(scoper: Scoper) -> None:
    assert scoper.read("kết luận tỉnh ủy khóa xi", "ket luan tinh uy khoa xii").unknown_term == "khoa xii"
    assert scoper.read("kết luận tỉnh ủy khóa xii", "ket luan tinh uy khoa xi").unknown_term is None


@pytest.mark.parametrize(
    ("question", "year"),
    [("xã Nghĩa Hưng năm 2019", "2019"), ("Đồng Tháp năm 2035", "2035"), ("xã Nghĩa Hưng năm 2027", None)],
)
def test_unknown_years(scoper: Scoper, question: str, year: str | None) -> None:
    assert scoper.read(question).unknown_year == year


SCOPER = Scoper([read_document(source) for source in list_folder(BUNDLED).files[:1]])


@given(st.text(max_size=60))
def test_spans_are_inside_any_text(text: str) -> None:
    assert all(0 <= span.start < span.end <= len(text) for span in SCOPER.read(text).places)


def test_one_place_with_several_documents_names_one_thing() -> None:
    both = frozenset({"a", "b"})
    assert Scope(narrowed=both, places=(Span(0, 3),)).named == 1
    assert Scope(narrowed=both, places=(Span(0, 3), Span(5, 8))).named == 2
    assert Scope(narrowed=both).named == 2
    assert Scope().named == 0
