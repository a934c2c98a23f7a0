"""Proof: nothing is shown that does not stand in its source."""

from __future__ import annotations

import pytest

from assistant.cite import proven
from assistant.statements import Draft, Evidence, Layout, Statement
from corpus.records import Document, Metadata, Span
from corpus.sections import parse

TEXT = """NGHỊ QUYẾT
về một việc

I. MỤC TIÊU
Kết nạp từ 3% đảng viên mới trở lên theo 217-QĐ/TW.
Uỷ ban trồng 500 cây.
"""
DOCUMENTS = {"d": Document("d", TEXT, "0", Metadata("Nghị quyết về một việc"), parse(TEXT))}


def evidence(quote: str) -> Evidence:
    """The stretch of the document where a quote stands."""
    start = TEXT.index(quote)
    return Evidence("d", Span(start, start + len(quote)))


TARGET = evidence("Kết nạp từ 3% đảng viên mới trở lên theo 217-QĐ/TW.")


def kept(text: str, *pieces: Evidence, question: str = "") -> bool:
    draft, dropped = proven(Draft((Statement(text, pieces),)), DOCUMENTS, question)
    assert len(draft.statements) + dropped == 1
    return dropped == 0


@pytest.mark.parametrize(
    "said",
    [
        "“Kết nạp từ 3% đảng viên mới trở lên theo 217-QĐ/TW.”",
        "“đảng viên mới trở lên”",
        "“KẾT NẠP từ 3%”",
    ],
)
def test_what_stands_in_the_evidence_is_kept(said: str) -> None:
    assert kept(said, TARGET)


@pytest.mark.parametrize(
    "said",
    [
        "“Kết nạp từ 4% đảng viên mới trở lên”",
        "“Kết nạp dưới 3% đảng viên mới”",
        "“Uỷ ban trồng 500 cây.”",
        "Kết nạp từ 5% đảng viên mới.",
        "Kết nạp từ 3% đảng viên mới theo 218-QĐ/TW.",
    ],
)
def test_what_does_not_stand_in_the_evidence_is_dropped(said: str) -> None:
    assert not kept(said, TARGET)


def test_old_and_new_tone_marks_are_the_same_words() -> None:
    assert kept("“Ủy ban trồng 500 cây.”", evidence("Uỷ ban trồng 500 cây."))


def test_a_statement_without_evidence_is_dropped() -> None:
    assert not kept("Kết nạp đảng viên.")


@pytest.mark.parametrize(
    "piece",
    [
        Evidence("nope", Span(0, 5)),
        Evidence("d", Span(0, len(TEXT) + 1)),
        Evidence("d", Span(5, 5)),
        Evidence("d", Span(-3, 5)),
    ],
    ids=["no-such-document", "past-the-end", "empty", "before-the-start"],
)
def test_evidence_that_stands_nowhere_proves_nothing(piece: Evidence) -> None:
    assert not kept("“NGHỊ QUYẾT”", piece)


def test_the_rest_of_a_draft_is_kept_as_it_was() -> None:
    good, bad = Statement("“từ 3% đảng viên mới”", (TARGET,)), Statement("“từ 30% đảng viên mới”", (TARGET,))
    draft, dropped = proven(Draft((bad, good), Layout.LIST, "Nêu:"), DOCUMENTS, "")
    assert (draft.statements, draft.layout, draft.lead, dropped) == ((good,), Layout.LIST, "Nêu:", 1)
