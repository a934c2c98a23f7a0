"""The heading tree, page breaks, footnotes, stamps, lists and signatures, and that no text breaks the parser."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.facts.reading import read_pieces
from corpus.records import Block, BlockKind, Structure
from corpus.sections import parse
from tests.facts_gold import bundled_documents

OFFICIAL = Path(__file__).parents[2] / "shared" / "bench" / "official_docs.jsonl"

DOCUMENT = """NGHỊ QUYẾT
CỦA BAN CHẤP HÀNH ĐẢNG BỘ XÃ
về đổi mới công tác dân vận

Thực hiện Nghị quyết Đại hội, Ban Chấp hành Đảng bộ xã quyết nghị như sau:

I- TÌNH HÌNH

Công tác dân vận được các cấp ủy quan tâm, chỉ

đạo thường xuyên¹.

¹ Theo Kế hoạch số 07-KH/HU.

II. MỤC TIÊU

2.1. Mục tiêu chung

Nâng cao chất lượng. Đề xuất cho Đảng ủy xã, Ban

Thường vụ Đảng ủy xã.

2.2 Mục tiêu cụ thể

- Về công tác xây dựng Đảng

+ 100% chi bộ họp hằng tháng.

- Chính quyền đạt hoàn thành tốt nhiệm vụ trở lên.

III. TỔ CHỨC THỰC HIỆN

1. Đảng ủy xã lãnh đạo thực hiện.

2. Văn phòng Đảng ủy theo dõi, báo cáo.

Nghị quyết này được phổ biến đến chi bộ.

Nơi nhận:

- Huyện ủy,
- Lưu VP.

**T/M ĐẢNG ỦY
BÍ THƯ**

Nguyễn Văn An"""


def titles(structure: Structure) -> list[str]:
    return [section.title for section in structure.sections[1:]]


def block_texts(text: str, kind: BlockKind) -> list[str]:
    return [in_one_line(text, block) for block in parse(text).blocks if block.kind is kind]


def in_one_line(text: str, block: Block) -> str:
    return " ".join(" ".join(piece.of(text) for piece in block.pieces).split())


def test_headings_of_every_form_make_one_tree() -> None:
    structure = parse(DOCUMENT)
    assert titles(structure) == [
        "I- TÌNH HÌNH",
        "II. MỤC TIÊU",
        "2.1. Mục tiêu chung",
        "2.2 Mục tiêu cụ thể",
        "Về công tác xây dựng Đảng",
        "III. TỔ CHỨC THỰC HIỆN",
        "1.",
        "2.",
    ]
    assert structure.path(5) == ("II. MỤC TIÊU", "2.2 Mục tiêu cụ thể", "Về công tác xây dựng Đảng")


def test_a_paragraph_is_joined_over_a_page_break_with_its_offsets() -> None:
    structure = parse(DOCUMENT)
    torn = [block for block in structure.blocks if len(block.pieces) == 2 and block.kind is BlockKind.PARAGRAPH]
    assert [in_one_line(DOCUMENT, block) for block in torn] == [
        "Công tác dân vận được các cấp ủy quan tâm, chỉ đạo thường xuyên¹.",
        "Nâng cao chất lượng. Đề xuất cho Đảng ủy xã, Ban Thường vụ Đảng ủy xã.",
    ]
    line = read_pieces(DOCUMENT, torn[0].pieces)
    start = line.text.index("chỉ đạo")
    assert line.span(start, start + 7).of(DOCUMENT) == "chỉ\n\nđạo"


def test_a_footnote_is_tied_to_its_mark() -> None:
    (note,) = parse(DOCUMENT).footnotes
    assert (note.mark, note.span.of(DOCUMENT)) == ("¹", "¹ Theo Kế hoạch số 07-KH/HU.")
    assert note.anchor == DOCUMENT.index("¹")


def test_a_footnote_does_not_interrupt_the_sentence_it_stands_in() -> None:
    text = "I. TÌNH HÌNH\n\nTheo Nghị quyết số 25-NQ/TW¹ về những\n\n¹ Ngày 03/6/2013\n\nkiến nghị của Nhân dân.\n"
    assert block_texts(text, BlockKind.PARAGRAPH) == ["Theo Nghị quyết số 25-NQ/TW¹ về những kiến nghị của Nhân dân."]
    assert block_texts(text, BlockKind.FOOTNOTE) == ["¹ Ngày 03/6/2013"]


def test_mailing_list_and_signature_belong_to_the_document() -> None:
    structure = parse(DOCUMENT)
    tail = [block for block in structure.blocks if block.kind in (BlockKind.MAILING_LIST, BlockKind.SIGNATURE)]
    assert [block.section for block in tail] == [0, 0]
    assert block_texts(DOCUMENT, BlockKind.MAILING_LIST) == ["Nơi nhận: - Huyện ủy, - Lưu VP."]
    assert block_texts(DOCUMENT, BlockKind.SIGNATURE) == ["**T/M ĐẢNG ỦY BÍ THƯ** Nguyễn Văn An"]


def test_the_closing_formula_stands_under_the_part_and_not_under_its_last_number() -> None:
    structure = parse(DOCUMENT)
    closing = next(b for b in structure.blocks if b.span.of(DOCUMENT).startswith("Nghị quyết này"))
    assert structure.sections[closing.section].title == "III. TỔ CHỨC THỰC HIỆN"


def test_an_incoming_mail_stamp_is_no_content() -> None:
    text = (
        "**NGHỊ QUYẾT**\n\nVĂN PHÒNG UBND TỈNH\tCỦA\nSố: 4077\tvề\nĐẾN Ngày 10-05-2023\tcao\n\n"
        "về công tác dân vận\n\n-----\n\nChuyển: I. TÌNH HÌNH\n\nCông tác dân vận tốt.\n"
    )
    assert block_texts(text, BlockKind.STAMP) == [
        "VĂN PHÒNG UBND TỈNH CỦA Số: 4077 về ĐẾN Ngày 10-05-2023 cao",
        "Chuyển:",
    ]
    assert block_texts(text, BlockKind.DEBRIS) == ["-----"]
    assert titles(parse(text)) == ["I. TÌNH HÌNH"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## **2.2. Xây dựng đoàn thể**\n\n- Đổi mới nội dung.\n", ["2.2. Xây dựng đoàn thể"]),
        (
            "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Quy chế này quy định việc phối hợp.\n",
            ["Chương I QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "1."],
        ),
        ("**I- KẾT QUẢ THỰC HIỆN CỦA BAN\nCHẤP HÀNH**\n\nĐạt tốt.\n", ["I- KẾT QUẢ THỰC HIỆN CỦA BAN CHẤP HÀNH"]),
        ("a) Nội dung:\n- Một.\n- Hai.\nb) Giải pháp:\n- Ba.\n", ["a) Nội dung", "b) Giải pháp"]),
        ("1. Đảng ủy lãnh đạo.\n2. Chi bộ thực hiện.\n", ["1.", "2."]),
        ("12,5% số hộ nghèo.\n3.500 hộ thoát nghèo.\n", []),
    ],
)  # fmt: skip
def test_numbered_lines_are_headings_or_numbered_paragraphs(text: str, expected: list[str]) -> None:
    assert titles(parse(text)) == expected


def test_lines_wrapped_by_hand_are_put_together() -> None:
    text = "Căn cứ Nghị định số\n63/2010/NĐ-CP của Chính phủ;\nĐiều 2. Sở\nY tế có trách nhiệm thi hành.\n"
    assert [in_one_line(text, block) for block in parse(text).blocks] == [
        "Căn cứ Nghị định số 63/2010/NĐ-CP của Chính phủ;",
        "Điều 2. Sở Y tế có trách nhiệm thi hành.",
    ]


def check_structure(text: str, structure: Structure) -> None:
    """Every character that is not blank in exactly one block; sections nested; footnotes at their marks."""
    owner = bytearray(len(text))
    for block in structure.blocks:
        assert 0 <= block.section < len(structure.sections)
        for piece in block.pieces:
            assert 0 <= piece.start < piece.end <= len(text)
            assert not any(owner[piece.start : piece.end])
            owner[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
    assert all(owner[i] or sign.isspace() for i, sign in enumerate(text))
    for section in structure.sections[1:]:
        assert section.parent is not None
        parent = structure.sections[section.parent]
        assert section.parent < section.position
        assert section.depth == parent.depth + 1
        assert parent.span.contains(section.span)
        assert section.span.contains(section.heading)
        assert "\n" not in section.title
    for note in structure.footnotes:
        assert note.span.of(text).startswith(note.mark)
        assert note.anchor is None or text.startswith(note.mark, note.anchor)


def test_the_bundled_documents_are_whole() -> None:
    for document in bundled_documents():
        check_structure(document.text, document.structure)


_LINE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["I. MỤC TIÊU", "1. Nội dung", "1.1- Việc", "- Một", "+ Hai", "¹ Theo", "[1] Xem", "Nơi nhận:", "T/M ĐẢNG ỦY",
         "**Về việc", "năm 2025**", "#### Mục", "Số: 4077\tvề", "ĐẾN Ngày 10-05-2023", "Điều 1.", "-----", ""]
    ),
)  # fmt: skip


@given(st.lists(_LINE, max_size=25).map("\n".join))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_the_parser(text: str) -> None:
    check_structure(text, parse(text))


@pytest.mark.parametrize(
    ("text", "title", "sentence"),
    [
        ("Kết nạp 5 đảng viên ngày 3 tháng 2 năm 2024.", "", "Kết nạp 5 đảng viên ngày 3 tháng 2 năm 2024."),
        ("KẾT LUẬN: Đảng bộ kết nạp 5 đảng viên.", "", "KẾT LUẬN: Đảng bộ kết nạp 5 đảng viên."),
        ("KẾT LUẬN\nĐảng bộ xã\nkết nạp 5 đảng viên.", "KẾT LUẬN", "Đảng bộ xã kết nạp 5 đảng viên."),
        ("KẾT LUẬN\nVề phát triển Đảng\nKết nạp 5 đảng viên.", "KẾT LUẬN Về phát triển Đảng", "Kết nạp 5 đảng viên."),
    ],
)  # fmt: skip
def test_a_document_of_one_sentence_is_more_than_its_title(text: str, title: str, sentence: str) -> None:
    assert parse(text).sections[0].title == title
    assert block_texts(text, BlockKind.PARAGRAPH) == [sentence]


def test_a_title_alone_stays_a_title() -> None:
    text = "NGHỊ QUYẾT\nVề kết nạp đảng viên"
    assert parse(text).sections[0].title == "NGHỊ QUYẾT Về kết nạp đảng viên"
    assert block_texts(text, BlockKind.PARAGRAPH) == []


def test_parsing_takes_linear_time() -> None:
    part = DOCUMENT.replace("NGHỊ QUYẾT\n", "", 1) + "\n\n"

    def seconds(times: int) -> float:
        begin = time.process_time()
        parse(part * times)
        return time.process_time() - begin

    seconds(20)
    assert seconds(800) < 12 * max(seconds(200), 0.02)


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the 458 official documents are not here")
def test_official_documents_are_whole() -> None:
    for line in OFFICIAL.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        check_structure(text, parse(text))
