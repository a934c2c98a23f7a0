"""Abbreviations: what they may stand for, and those that documents define."""

from __future__ import annotations

from corpus.abbreviations import Abbreviations, definitions, known
from corpus.records import Document

SMALL = Abbreviations({"ubkt": ("Ủy ban Kiểm tra",), "qd": ("Quyết định", "Quy định")}, {"ko": ("không",)})


def test_readings_without_regard_to_case_and_marks() -> None:
    assert SMALL.readings("QĐ") == ("Quyết định", "Quy định")
    assert SMALL.readings("Ko") == ("không",)
    assert SMALL.readings("xã") == ()


def test_only_capitals_of_one_reading_are_spelt_out() -> None:
    assert SMALL.spelt_out("UBKT và QĐ, ubkt, UBKT") == ("Ủy ban Kiểm tra",)


def test_a_name_that_the_text_gives_itself_is_not_spelt_out_again() -> None:
    assert SMALL.spelt_out("Uỷ ban kiểm tra (UBKT)") == ()


def test_what_a_document_defines_has_no_other_reading_in_it() -> None:
    assert SMALL.as_defined({"qd": "Quân đội"}).spelt_out("UBKT, QĐ") == ("Ủy ban Kiểm tra", "Quân đội")


def test_a_documents_own_reading_comes_first() -> None:
    assert SMALL.with_definitions({"qd": "Quân đội"}).readings("QĐ") == ("Quân đội", "Quyết định", "Quy định")


def test_the_documents_define_one(documents: dict[str, Document]) -> None:
    assert definitions(documents.values()) == {"ubmttq": "Ủy ban Mặt trận Tổ quốc"}


def test_the_table_ships() -> None:
    assert known().readings("UBKT") == ("Ủy ban Kiểm tra",)
    assert known().readings("bn") == ("bao nhiêu",)
