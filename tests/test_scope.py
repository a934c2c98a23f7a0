"""Which of the five documents a question is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.library import BUNDLED, list_folder, read_document
from corpus.records import Document
from index.scope import Scoper


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
        ("xã ấy được giao gì", None),
        ("xã Hà Tam", None),
    ],
)
def test_unknown_places(scoper: Scoper, question: str, place: str | None) -> None:
    assert scoper.read(question).unknown_place == place


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
