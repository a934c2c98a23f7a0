"""Passages: where they stand, what they never cross, and what they are found by."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.records import BlockKind, Document, Metadata
from corpus.sections import parse
from index.chunking import LONGEST_PASSAGE, context, passages, searched, sentences_of


def document_of(text: str) -> Document:
    return Document("d", text, "0", Metadata("d"), parse(text))


TWO_SECTIONS = """NGHỊ QUYẾT
về một việc

I. MỤC TIÊU
1. Chỉ tiêu
- Kết nạp 3% đảng viên mới.
- Xây dựng 01 mô hình.

II. TỔ CHỨC THỰC HIỆN
Văn phòng theo dõi việc này.
"""


def test_a_passage_is_the_text_at_its_span(documents: dict[str, Document]) -> None:
    found = [passage for document in documents.values() for passage in passages(document)]
    assert all(p.text == documents[p.doc_id].text[p.start : p.end] for p in found)
    assert {p.doc_id for p in found} == set(documents)


def test_passages_cover_every_block_that_says_something(documents: dict[str, Document]) -> None:
    silent = {BlockKind.HEADING, BlockKind.STAMP, BlockKind.DEBRIS}
    for document in documents.values():
        covered = {offset for p in passages(document) for offset in range(p.start, p.end)}
        for block in document.structure.blocks:
            if block.kind not in silent:
                words = {o for piece in block.pieces for o in range(piece.start, piece.end) if document.text[o].strip()}
                assert words <= covered, block


@pytest.mark.parametrize("text", ["I. KẾT NẠP ĐẢNG VIÊN", "I. MỤC TIÊU\nII. GIẢI PHÁP", "NGHỊ QUYẾT", "Năm 2024."])
def test_a_text_of_headings_alone_can_be_found(text: str) -> None:
    assert [p.text for p in passages(document_of(text))] == text.split("\n")


def test_no_passage_crosses_a_heading(documents: dict[str, Document]) -> None:
    for document in documents.values():
        headings = [b.span for b in document.structure.blocks if b.kind is BlockKind.HEADING]
        for passage in passages(document):
            assert not [h for h in headings if passage.start < h.start and h.end < passage.end], passage


def test_no_passage_is_too_long(documents: dict[str, Document]) -> None:
    assert max(p.end - p.start for d in documents.values() for p in passages(d)) <= LONGEST_PASSAGE


def test_an_item_is_found_by_the_words_of_its_headings() -> None:
    item = next(p for p in passages(document_of(TWO_SECTIONS)) if "3%" in p.text)
    assert [title.split()[0] for title in item.section] == ["I.", "1."]
    assert context(item).splitlines()[:2] == list(item.section)
    assert context(item).splitlines()[-1].endswith("Kết nạp 3% đảng viên mới.")


def test_a_long_paragraph_is_cut_at_sentence_ends() -> None:
    sentence = "Cấp ủy các cấp lãnh đạo, chỉ đạo việc này một cách chặt chẽ. "
    found = passages(document_of(sentence * 40))
    assert len(found) == 3
    assert all(p.text.startswith("Cấp ủy") and p.text.endswith("chặt chẽ.") for p in found)


def test_sentences_stand_inside_their_passages_in_order(documents: dict[str, Document]) -> None:
    for document in documents.values():
        found = passages(document)
        sentences = sentences_of(found)
        assert [s.passage for s in sentences] == sorted(s.passage for s in sentences)
        for s in sentences:
            owner = found[s.passage]
            assert owner.start <= s.start < s.end <= owner.end


def test_an_abbreviation_is_found_by_its_full_name_as_its_document_defines_it() -> None:
    document = document_of("Quỹ Hỗ trợ nông dân (QHTND) do HĐND lập.\n\nHĐND xã giao QHTND thêm vốn.")
    found = passages(document)
    assert searched(document, found) == [
        f"{context(found[0])}\nHội đồng nhân dân",
        f"{context(found[1])}\nHội đồng nhân dân\nQuỹ Hỗ trợ nông dân",
    ]


@given(st.text(st.sampled_from('aăđÀ.;:,-+*#1IV)\n\r\t  "“”¹%/'), max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_text_at_all_gives_passages_that_stand_where_they_say(text: str) -> None:
    found = passages(document_of(text))
    assert all(p.text == text[p.start : p.end] != "" for p in found)


@given(st.text(st.sampled_from("ab .;\n"), min_size=LONGEST_PASSAGE, max_size=4 * LONGEST_PASSAGE))
@settings(max_examples=30, deadline=None)
def test_cutting_a_long_text_loses_no_word(text: str) -> None:
    document = document_of(text)
    covered = "".join(p.text for p in passages(document))
    searched = [b for b in document.structure.blocks if b.kind not in (BlockKind.HEADING, BlockKind.DEBRIS)]
    said = "".join(b.span.of(text) for b in searched)
    assert "".join(covered.split()) == "".join(said.split())
