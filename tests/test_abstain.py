"""What counts as a figure, and of which unit."""

from __future__ import annotations

import pytest

from assistant.abstain import asks_how_things_stand
from assistant.quantities import holds_quantity, wants_quantity, years
from assistant.resolve import Resolved
from index.scope import Scoper

SCOPE = Scoper(()).read("")


def resolved(question: str) -> Resolved:
    return Resolved(question, question, question, question, "", SCOPE)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Đạt từ 85% trở lên.", True),
        ("Mỗi năm trồng 200 cây.", True),
        ("Đạt chỉ tiêu giao hằng năm.", False),
        ("Theo Quyết định số 45/QĐ-UBND ngày 12/3/2024.", False),
        ("Nhiệm kỳ 2020 – 2025.", False),
    ],
)
def test_numbers_of_documents_and_dates_are_no_figures(text: str, holds: bool) -> None:
    assert holds_quantity(text) is holds


def test_how_many_is_told_from_what() -> None:
    assert wants_quantity("Trồng bao nhiêu cây?")
    assert not wants_quantity("Trồng cây gì?")
    assert wants_quantity("Trồng mấy cây?")
    assert not wants_quantity("Mấy cây đó trồng ở đâu?")
    assert not wants_quantity("Trồng cây theo quyết định số mấy, ngày mấy?")
    assert not wants_quantity("Trồng cây theo mấy chỉ thị của tỉnh?")


def test_plans_do_not_tell_how_things_stand_or_who_holds_an_office() -> None:
    assert asks_how_things_stand(resolved("Đến nay đã trồng được bao nhiêu cây?"))
    assert asks_how_things_stand(resolved("Chủ tịch xã tên là gì?"))
    assert not asks_how_things_stand(resolved("Phải trồng bao nhiêu cây?"))


def test_years_are_those_a_text_speaks_of() -> None:
    text = "Giai đoạn 2021 - 2023 theo Quyết định 5/2019/QĐ-TTg, đến năm 2030"
    assert years(text) == {"2021", "2022", "2023", "2030"}
    assert years("ban hành ngày 05/6/2018") == frozenset()
