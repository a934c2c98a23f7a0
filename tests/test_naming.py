"""What documents and sections are called in an answer."""

from __future__ import annotations

import pytest

from assistant.naming import section_name, short_name
from corpus.records import Metadata


def test_a_document_is_named_by_kind_and_issuer_without_its_number() -> None:
    known = Metadata("Kế hoạch số 45/KH-UBND", kind="Kế hoạch", number="45/KH-UBND", issuer="UBND xã Tân Bình")
    assert short_name(known) == "Kế hoạch của UBND xã Tân Bình"


def test_a_document_of_unknown_issuer_is_named_by_its_title() -> None:
    assert short_name(Metadata("Về văn hóa đọc", kind="Kế hoạch")) == "Về văn hóa đọc"


@pytest.mark.parametrize(
    ("section", "name"),
    [
        (("II. MỤC TIÊU", "2.1. Chỉ tiêu cụ thể:"), "Chỉ tiêu cụ thể"),
        (("IV- TỔ CHỨC THỰC HIỆN", "4."), "Tổ chức thực hiện"),
        (("Chỉ tiêu năm 2024",), ""),
        ((), ""),
    ],
)
def test_a_section_is_named_without_number_or_figures(section: tuple[str, ...], name: str) -> None:
    assert section_name(section) == name
