"""Drafts as text: numbers, layout, and where a citation says it stands."""

from __future__ import annotations

from assistant.statements import Draft, Evidence, Layout, Statement, render, section_at
from corpus.records import Document, Metadata, Span
from corpus.sections import parse

TEXT = "NGHỊ QUYẾT\nvề một việc\n\nI. MỤC TIÊU\n1. Chỉ tiêu\nMột hai ba.\n\nII. TỔ CHỨC THỰC HIỆN\nBốn năm sáu.\n"
DOCUMENTS = {"d": Document("d", TEXT, "0", Metadata("Nghị quyết về một việc"), parse(TEXT))}


def evidence(quote: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence("d", Span(start, start + len(quote)))


FIRST, SECOND = evidence("Một hai ba."), evidence("Bốn năm sáu.")


def test_citations_are_numbered_as_they_are_first_needed() -> None:
    draft = Draft((Statement("B.", (SECOND,)), Statement("A.", (FIRST, SECOND))))
    text, citations = render(draft, DOCUMENTS)
    assert text == "B [1].\n\nA [2][1]."
    assert [(c.n, c.quote) for c in citations] == [(1, "Bốn năm sáu."), (2, "Một hai ba.")]


def test_a_citation_is_exactly_what_stands_in_the_document() -> None:
    _, (cited,) = render(Draft((Statement("A", (FIRST,)),)), DOCUMENTS)
    assert TEXT[cited.start : cited.end] == cited.quote == "Một hai ba."
    assert (cited.doc_id, cited.title, cited.page) == ("d", "Nghị quyết về một việc", None)
    assert cited.section == ("I. MỤC TIÊU", "1. Chỉ tiêu")


def test_the_number_stands_before_the_full_stop() -> None:
    for said, shown in (("A.", "A [1]."), ("A", "A [1]."), ("A;", "A [1]."), ("A?", "A [1]?")):
        assert render(Draft((Statement(said, (FIRST,)),)), DOCUMENTS)[0] == shown


def test_a_list_has_its_lead_and_one_line_a_statement() -> None:
    draft = Draft((Statement("A", (FIRST,)), Statement("B", (SECOND,))), Layout.LIST, "Nêu:")
    assert render(draft, DOCUMENTS)[0] == "Nêu:\n\n- A [1].\n- B [2]."


def test_a_table_keeps_its_cells_whatever_stands_in_them() -> None:
    draft = Draft((Statement("x | y\nz", (FIRST,), "nhãn"),), Layout.TABLE, "", ("Văn bản", "Nội dung"))
    assert render(draft, DOCUMENTS)[0].splitlines() == [
        "| Văn bản | Nội dung |",
        "| --- | --- |",
        "| nhãn | x \\| y z [1] |",
    ]


def test_nothing_to_say_is_nothing_said() -> None:
    assert render(Draft(()), DOCUMENTS) == ("", ())


def test_every_offset_of_a_document_has_its_headings() -> None:
    assert section_at(DOCUMENTS["d"], TEXT.index("Bốn")) == ("II. TỔ CHỨC THỰC HIỆN",)
    assert section_at(DOCUMENTS["d"], 0) == ()
    assert section_at(DOCUMENTS["d"], len(TEXT) + 5) == ()
