"""Folding: what becomes the same, what stays apart, and the way back to the original."""

from __future__ import annotations

import sys
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.folding import fold, folded, has_diacritics, word_spans, words
from corpus.records import Span

DOCUMENTS = sorted((Path(__file__).parent.parent / "corpus" / "documents").glob("*.txt"))
LETTERS = (
    "aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
    "bcdđghklmnpqrstvxĐẾ \n.,5%-/\u0301\u0323\u0302"
)
VIETNAMESE = st.text(alphabet=LETTERS)
TEXTS = st.one_of(VIETNAMESE, st.text())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy", "uỷ"),
        ("hóa", "hoá"),
        ("khỏe", "khoẻ"),
        ("tóan", "toán"),
        ("cuả", "của"),
        ("qúy", "quý"),
        ("gíup", "giúp"),
        ("nghiã", "nghĩa"),
        ("quỵên", "quyện"),
        (unicodedata.normalize("NFD", "Đường lối"), "đường lối"),
    ],
)
def test_spellings_of_one_word_fold_to_one_form(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ủy", "úy"), ("mua", "mùa"), ("phần", "phấn"), ("dân", "đân"), ("qua", "quả"), ("lý", "lỹ")],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uỷ ban nhân dân", "uỷ ban nhân dân"),
        ("HÒA GIẢI", "hoà giải"),
        ("giữa, giếng, gì", "giữa, giếng, gì"),
        ("quốc gia, quả", "quốc gia, quả"),
        ("khuỷu, ngoáy, xoài", "khuỷu, ngoáy, xoài"),
        ("chịu, cứu, hươu", "chịu, cứu, hươu"),
    ],
)
def test_folded_form(text: str, expected: str) -> None:
    assert folded(text) == expected


def test_without_diacritics() -> None:
    assert folded("Đảng ủy Khối các cơ quan tỉnh Quảng Bình", diacritics=False) == (
        "dang uy khoi cac co quan tinh quang binh"
    )


def test_words_and_numbers() -> None:
    assert words("15-20% theo 217-QĐ/TW, NQ08 đạt 3,5 điểm¹.") == (
        ["15", "20", "theo", "217", "qđ", "tw", "nq", "08", "đạt", "3,5", "điểm"]
    )


def test_words_stand_where_they_were() -> None:
    text = unicodedata.normalize("NFD", "Tỷ lệ: 3%")
    spelt = word_spans(text, diacritics=False)
    assert [word for word, _ in spelt] == ["ty", "le", "3"]
    assert [unicodedata.normalize("NFC", span.of(text)) for _, span in spelt] == ["Tỷ", "lệ", "3"]


def test_a_composed_letter_maps_to_base_and_marks() -> None:
    mapped = fold("a\u0302\u0301b")
    assert mapped.text == "ấb"
    assert mapped.span(0, 1) == Span(0, 3)
    assert mapped.span(1, 2) == Span(3, 4)


def test_has_diacritics() -> None:
    assert has_diacritics("kết nạp")
    assert has_diacritics("doan vien đoàn")
    assert not has_diacritics("KET NAP dang vien 3%")


@given(TEXTS, st.booleans())
def test_the_map_goes_with_the_text(text: str, diacritics: bool) -> None:
    mapped = fold(text, diacritics=diacritics)
    assert mapped.text == folded(text, diacritics=diacritics)
    starts, ends = list(mapped.starts), list(mapped.ends)
    assert len(starts) == len(ends) == len(mapped.text)
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))


@given(VIETNAMESE, st.booleans())
def test_folding_twice_changes_nothing(text: str, diacritics: bool) -> None:
    once = folded(text, diacritics=diacritics)
    assert folded(once, diacritics=diacritics) == once


@given(VIETNAMESE)
def test_every_form_of_unicode_folds_alike(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert folded(unicodedata.normalize("NFD", text)) == folded(composed)


@given(VIETNAMESE)
def test_diacritics_can_be_dropped_later(text: str) -> None:
    assert folded(folded(text), diacritics=False) == folded(text, diacritics=False)


def test_lower_case_never_changes_the_length() -> None:
    for code in range(sys.maxunicode + 1):
        character = unicodedata.normalize("NFC", chr(code)) if not 0xD800 <= code <= 0xDFFF else "x"
        assert len(folded(character)) == len(character), hex(code)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_word_of_the_corpus_is_found_where_it_stands(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for word, span in word_spans(text):
        assert folded(span.of(text)) == word


@pytest.mark.parametrize("piece", ["hoà bình ", "a\u0301", "\u0301", "uyêu", "\u1161"])
def test_time_is_linear(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        start = time.process_time()
        fold(text, diacritics=False)
        return time.process_time() - start

    # Quadratic time would make the ratio 400; noise on a busy machine stays far below 100.
    assert seconds(100_000) < 100 * max(seconds(5_000), 1e-3)
