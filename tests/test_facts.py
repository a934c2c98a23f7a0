"""Targets, duties and sources: hand-sized cases, the gold files, and that no text breaks the extraction."""

from __future__ import annotations

import json
import time
import unicodedata
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.facts import duties, sources, targets
from corpus.facts.bodies import read_bodies
from corpus.facts.numbers import NUMBER, read_number
from corpus.facts.reading import one_tone_place, read_pieces
from corpus.facts.records import Duty, Mention, Role, Target
from corpus.metadata import read_metadata
from corpus.records import Document, Span
from corpus.sections import parse
from tests import facts_gold

OFFICIAL = Path(__file__).parents[2] / "shared" / "bench" / "official_docs.jsonl"


def document(text: str, doc_id: str = "d") -> Document:
    structure = parse(text)
    return Document(doc_id, text, "", read_metadata(text, structure), structure)


# --- gold files ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bundled() -> tuple[Document, ...]:
    return facts_gold.bundled_documents()


def test_targets_agree_with_the_gold_file(bundled: tuple[Document, ...]) -> None:
    result = facts_gold.targets_agreement(bundled)
    assert result.recall >= 0.97, result.missed
    assert result.precision >= 0.97, result.wrong


def test_duties_agree_with_the_gold_file(bundled: tuple[Document, ...]) -> None:
    result = facts_gold.duties_agreement(bundled)
    assert result.recall >= 0.92, result.missed
    assert result.precision >= 0.92, result.wrong


def test_sources_agree_with_the_gold_file(bundled: tuple[Document, ...]) -> None:
    result = facts_gold.sources_agreement(bundled)
    assert result.recall >= 0.97, result.missed
    assert result.precision >= 0.97, result.wrong


# --- targets -------------------------------------------------------------------------------------------------

AIM = "II. MỤC TIÊU, CHỈ TIÊU\n\n"


def found_targets(sentence: str) -> list[tuple[str, str, tuple[str, ...], str | None, str | None]]:
    return [
        (t.subject or "", t.comparator, t.values, t.unit, t.when) for t in targets.extract(document(AIM + sentence))
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Hằng năm, 100% cán bộ, công chức được tập huấn.",
            [("cán bộ, công chức", "=", ("100%",), "%", "Hằng năm")],
        ),
        (
            "Tỷ lệ hộ nghèo giảm xuống dưới 1,5% đến năm 2030.",
            [("hộ nghèo", "<", ("1,5%",), "%", "đến năm 2030")],
        ),
        (
            "Mỗi năm kết nạp ít nhất 12 đảng viên.",
            [("", ">=", ("12",), "đảng viên", "Mỗi năm")],
        ),
        (
            "Trên 90% chi bộ hoàn thành tốt nhiệm vụ, trong đó có từ 15-20% hoàn thành xuất sắc nhiệm vụ.",
            [("chi bộ", ">", ("90%",), "%", None), ("chi bộ", "range", ("15-20%",), "%", None)],
        ),
        (
            "Văn phòng Đảng ủy báo cáo kết quả trước ngày 15/12/2025.",
            [("Văn phòng Đảng ủy", "<=", ("ngày 15/12/2025",), None, "trước ngày 15/12/2025")],
        ),
        (
            "Đảng bộ xã đạt hoàn thành tốt nhiệm vụ trở lên.",
            [("Đảng bộ xã", ">=", ("hoàn thành tốt nhiệm vụ",), None, None)],
        ),
    ],
)
def test_a_target_says_whose_how_much_and_when(
    sentence: str, expected: list[tuple[str, str, tuple[str, ...], str | None, str | None]]
) -> None:
    assert found_targets(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương.",
        "Năm 2024 đã có 95% chi bộ hoàn thành tốt nhiệm vụ.",
        "Xây dựng chính quyền địa phương 2 cấp giai đoạn 2025 - 2030.",
    ],
)
def test_dates_of_citations_and_figures_of_the_past_are_no_targets(sentence: str) -> None:
    assert found_targets(sentence) == []


def test_a_figure_under_a_heading_of_the_past_is_no_target() -> None:
    text = "I. ĐÁNH GIÁ TÌNH HÌNH\n\nCó 95% chi bộ hoàn thành tốt nhiệm vụ.\n"
    assert targets.extract(document(text)) == ()


def test_the_same_indicator_has_one_name_in_all_documents(bundled: tuple[Document, ...]) -> None:
    names: dict[str, set[str]] = {}
    for target in (target for text in bundled for target in targets.extract(text)):
        for name in (target.canonical, *target.canonical_also):
            names.setdefault(name, set()).add(target.doc_id)
    assert names["tỷ lệ tổ chức đảng hoàn thành tốt nhiệm vụ trở lên"] == {
        "kh-tuy-phuoc",
        "kl-tinh-uy-khoa-xi",
        "nq-nghia-hung",
    }
    assert names["tỷ lệ kết nạp đảng viên mới"] == {"kh-tuy-phuoc", "nq-nghia-hung"}


# --- duties --------------------------------------------------------------------------------------------------

ORGANISING = "IV. TỔ CHỨC THỰC HIỆN\n\n"


def found_duties(text: str) -> list[Duty]:
    return list(duties.extract(document(ORGANISING + text)))


def test_joint_subjects_are_one_duty_each_and_share_their_level() -> None:
    found = found_duties("3. Hội đồng nhân dân, UBND xã cụ thể hoá Nghị quyết, xây dựng kế hoạch thực hiện.")
    assert [duty.body for duty in found] == ["Hội đồng nhân dân xã", "Ủy ban nhân dân xã"]
    assert [duty.body_as_written for duty in found] == ["Hội đồng nhân dân", "UBND xã"]
    assert {duty.role for duty in found} == {Role.PLAN}


def test_a_duty_says_with_whom_to_whom_and_when() -> None:
    (duty,) = found_duties(
        "5. Giao Ban Xây dựng Đảng chủ trì, phối hợp với Văn phòng Đảng ủy theo dõi, định kỳ hằng năm báo cáo "
        "kết quả thực hiện với Ban Thường vụ Đảng ủy xã."
    )
    assert (duty.body, duty.role) == ("Ban Xây dựng Đảng", Role.LEAD)
    assert (duty.with_whom, duty.report_to) == ("Văn phòng Đảng ủy", "Ban Thường vụ Đảng ủy xã")
    assert duty.when == "định kỳ hằng năm"
    assert set(duty.roles) == {Role.LEAD, Role.COOPERATE, Role.FOLLOW, Role.REPORT}


def test_a_sentence_without_a_subject_has_that_of_its_item() -> None:
    found = found_duties("1. UBKT Đảng ủy xã kiểm tra việc thực hiện. Kịp thời báo cáo Đảng ủy xã.")
    assert [(duty.body, duty.inferred) for duty in found] == [
        ("Ủy ban Kiểm tra Đảng ủy xã", ()),
        ("Ủy ban Kiểm tra Đảng ủy xã", ("body",)),
    ]


def test_a_list_under_the_name_of_a_body_is_its_own() -> None:
    found = found_duties("1. Sở Y tế\n\n- Chủ trì xây dựng kế hoạch.\n\n- Báo cáo Ủy ban nhân dân tỉnh.\n")
    assert [(duty.body, duty.inferred) for duty in found] == [("Sở Y tế", ("body",)), ("Sở Y tế", ("body",))]


def test_a_list_after_a_colon_has_the_subject_of_its_sentence() -> None:
    text = "Điều 2. Sở Y tế có trách nhiệm:\na) Chủ trì xây dựng kế hoạch;\nb) Báo cáo Ủy ban nhân dân tỉnh.\n"
    found = duties.extract(document(text))
    assert [(duty.body, duty.role, duty.inferred) for duty in found] == [
        ("Sở Y tế", Role.CARRY_OUT, ()),
        ("Sở Y tế", Role.LEAD, ("body",)),
        ("Sở Y tế", Role.REPORT, ("body",)),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Công tác dân vận của cấp ủy được nâng lên.",
        "Cấp ủy đã tập trung lãnh đạo, chỉ đạo.",
        "Cơ quan thực hiện thủ tục hành chính: Sở Y tế.",
        "Nghị quyết này được phổ biến đến chi bộ.",
    ],
)
def test_statements_labels_and_the_past_are_no_duties(sentence: str) -> None:
    assert found_duties(sentence) == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Các cấp uỷ, tổ chức đảng tổ chức triển khai", ["Cấp ủy", "Tổ chức đảng"]),
        ("Sở Văn hóa, Thể thao và Du lịch chủ trì", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("các cơ quan tham mưu, giúp việc của Huyện ủy có trách nhiệm", ["Cơ quan tham mưu, giúp việc của Huyện ủy"]),
        ("Văn phòng UBND tỉnh theo dõi", ["Văn phòng Ủy ban nhân dân tỉnh"]),
        ("mỗi chi bộ và đảng viên phải", ["Chi bộ"]),
        ("Công tác dân vận", []),
    ],
)
def test_names_of_bodies(line: str, names: list[str]) -> None:
    line = one_tone_place(line)
    assert [body.name for body in read_bodies(line, 0, len(line))[0]] == names


# --- sources -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spelling", "normal"),
    [
        ("217-QĐ/TW", "217-QĐ/TW"),
        ("47-QĐ-TW", "47-QĐ/TW"),
        ("28-CT TW", "28-CT/TW"),
        ("08 - NQ/ĐUK", "08-NQ/ĐUK"),
        ("5/NQ-TW", "05-NQ/TW"),
        ("04/2015/NĐ/CP", "04/2015/NĐ-CP"),
        ("66.7/2025/NQ-CP", "66.7/2025/NQ-CP"),
        ("157/KH-UBND", "157/KH-UBND"),
        ("4014/QĐ-BTC", "4014/QĐ-BTC"),
    ],
)
def test_a_number_has_one_normal_form(spelling: str, normal: str) -> None:
    match = NUMBER.search(f"số {spelling} ngày")
    assert match is not None
    assert read_number(match).normal == normal


def found_mentions(text: str) -> list[Mention]:
    return list(sources.mentions(document(text)))


def test_a_mention_says_what_is_cited_and_how() -> None:
    (mention,) = found_mentions(
        "Căn cứ Nghị định số 04/2015/NĐ-CP, ngày 09/01/2015 của Chính phủ về thực hiện dân chủ;"
    )
    assert mention.quote == "Nghị định số 04/2015/NĐ-CP, ngày 09/01/2015 của Chính phủ"
    assert (mention.kind, mention.issuer, mention.date) == ("Nghị định", "Chính phủ", "2015-01-09")
    assert (mention.subject, mention.context) == ("thực hiện dân chủ", "căn cứ")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Thực hiện Nghị quyết Trung ương 4 (khóa XI, khóa XII).",
            ["Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"],
        ),
        ("theo Luật Phòng, chống tham nhũng và Điều lệ Đảng", ["Luật Phòng, chống tham nhũng", "Điều lệ Đảng"]),
        ("Luật Đất đai số 31/2024/QH15", ["Luật Đất đai"]),
        ("các nghị quyết của Đảng; Nghị quyết này; Luật sư", []),
        ("Nghị quyết Đại hội Đảng các cấp", []),
        (
            "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
            ["Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII"],
        ),
    ],
)
def test_sources_cited_by_name(text: str, names: list[str]) -> None:
    assert [mention.name for mention in found_mentions(text)] == names


def test_variants_are_one_source_and_their_difference_is_reported() -> None:
    one = document("Theo Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ.", "a")
    other = document("Theo Nghị định số 04/2015/NĐ/CP ngày 09/02/2015 của Chính phủ.", "b")
    (source,) = sources.extract((one, other))
    assert source.number == "04/2015/NĐ-CP"
    assert [mention.doc_id for mention in source.mentions] == ["a", "b"]
    assert source.conflicts == ("number: 04/2015/NĐ-CP | 04/2015/NĐ/CP", "date: 2015-01-09 | 2015-02-09")


def test_a_term_that_does_not_go_with_the_date_is_reported() -> None:
    (source,) = sources.extract((document("Nghị quyết số 09-NQ/TW, ngày 08/01/2002 của Bộ Chính trị (khóa XI)"),))
    assert source.conflicts == ("term: khóa XI | 2002-01-08",)


def test_a_cited_document_of_the_corpus_links_to_it() -> None:
    cited = document("Số 08-NQ/ĐUK\nQuảng Bình, ngày 08 tháng 5 năm 2023\nNGHỊ QUYẾT\nvề dân vận\n", "nq-08")
    citing = document("Thực hiện Nghị quyết số 8-NQ/ĐUK của Đảng ủy Khối.", "kh")
    (source,) = sources.extract((cited, citing))
    assert (source.number, source.in_corpus) == ("08-NQ/ĐUK", "nq-08")


def test_a_document_does_not_cite_itself() -> None:
    text = "Số 08-NQ/ĐUK\nHuế, ngày 08 tháng 5 năm 2023\nNGHỊ QUYẾT\nvề dân vận\nNghị quyết số 08-NQ/ĐUK có hiệu lực.\n"
    assert found_mentions(text) == []


def test_local_numbers_of_different_dates_in_different_documents_are_different_sources() -> None:
    one = document("Kế hoạch số 07-KH/HU ngày 15/3/2021 của Huyện ủy", "a")
    other = document("Kế hoạch số 07-KH/HU ngày 02/4/2022 của Huyện ủy", "b")
    assert [source.date for source in sources.extract((one, other))] == ["2021-03-15", "2022-04-02"]


# --- any text ------------------------------------------------------------------------------------------------


def check_places(text: Document) -> list[Target | Duty | Mention]:
    """Every fact stands inside its document and quotes it exactly."""
    facts = [*targets.extract(text), *duties.extract(text), *sources.mentions(text)]
    for fact in facts:
        assert fact.doc_id == text.id
        assert 0 <= fact.start < fact.end <= len(text.text)
        assert fact.quote == text.text[fact.start : fact.end]
    return facts


_PIECE = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["100% cán bộ", "Hằng năm, ", "Đảng ủy xã chủ trì", "; trên 90% ", "(khóa XII)",
         "Nghị quyết số 25-NQ/TW ", "ngày 31/02/2020 ", "trước ngày 15/12", "phối hợp với Sở Y tế", "“về ",
         "”", "*Dân vận*", "1 năm 1 lần", "\n\n",
         "\n- ", "IV. TỔ CHỨC THỰC HIỆN\n", "Luật Đất đai", " và ", ", ", "hoá uỷ", "¹"]
    ),
)  # fmt: skip


@given(st.lists(_PIECE, max_size=25).map("".join))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_the_extraction(text: str) -> None:
    check_places(document(text))


@given(st.text(max_size=120).filter(lambda text: unicodedata.is_normalized("NFC", text)))
@settings(max_examples=200)
def test_reading_maps_every_character_back(text: str) -> None:
    line = read_pieces(text, (Span(0, len(text)),))
    assert len(line.text) == len(line.starts) == len(line.ends)
    for sign, start, end in zip(line.text, line.starts, line.ends, strict=True):
        assert sign == " " or one_tone_place(text)[start:end] == sign or text[start:end] == sign


def test_a_decomposed_text_has_the_same_facts_at_its_own_places(bundled: tuple[Document, ...]) -> None:
    for text in bundled:
        apart = document(unicodedata.normalize("NFD", text.text), text.id)
        facts, others = check_places(document(text.text, text.id)), check_places(apart)
        assert [unicodedata.normalize("NFC", fact.quote) for fact in others] == [fact.quote for fact in facts]
        assert apart.metadata == read_metadata(text.text, parse(text.text))


def test_facts_are_written_and_read_as_json(bundled: tuple[Document, ...]) -> None:
    for text in bundled:
        for fact in check_places(text):
            assert msgspec.json.decode(msgspec.json.encode(fact), type=type(fact)) == fact


def test_extraction_takes_linear_time(bundled: tuple[Document, ...]) -> None:
    text = next(document.text for document in bundled if document.id == "kh-tuy-phuoc")
    long = document(text * 4)
    longer = document(text * 16)

    def seconds(part: Document) -> float:
        begin = time.process_time()
        check_places(part)
        return time.process_time() - begin

    seconds(replace(long, id="warm"))
    assert seconds(longer) < 12 * seconds(long)


def test_a_document_in_one_line_takes_linear_time() -> None:
    sentence = (
        "Ban Thường vụ Đảng ủy xã chủ trì, phối hợp với UBND xã xây dựng kế hoạch, phấn đấu đạt 95% "
        "trước ngày 15/12/2026 theo Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Bộ Chính trị. "
    )

    def seconds(times: int) -> float:
        part = document(sentence * times)
        begin = time.process_time()
        check_places(part)
        return time.process_time() - begin

    seconds(50)
    assert seconds(1600) < 12 * max(seconds(400), 0.05)


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the 458 official documents are not here")
def test_official_documents_break_nothing() -> None:
    for line in OFFICIAL.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        check_places(document(record["text"], record["id"]))
