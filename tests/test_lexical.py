"""BM25 over words and word pairs: scores a reader can compute, both spellings, and the way to disk and back."""

from __future__ import annotations

from math import log
from pathlib import Path

import numpy as np
import pytest

from index.lexical import K1, B, Lexical, Spelling, terms_of

TEXTS = ["Kết nạp đảng viên", "Kết nạp đoàn viên mới", "Thu ngân sách"]


def test_terms_are_words_and_neighbouring_pairs() -> None:
    assert terms_of(["nghị", "quyết", "08"]) == ["nghị", "quyết", "8", "nghị quyết", "quyết 8"]
    assert terms_of(["00"]) == ["0"]
    assert terms_of([]) == []


def test_score_is_bm25() -> None:
    lexical = Lexical.build(TEXTS)
    # Terms a text (words and pairs): 4 + 3, 5 + 4, 3 + 2.
    average = (7 + 9 + 5) / 3
    rarity = log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    weight = 1 / (1 + K1 * (1 - B + B * 5 / average))
    scores = lexical.scores("sách", Spelling.ACCENTED)
    assert scores.dtype == np.float32
    assert scores.tolist() == pytest.approx([0.0, 0.0, rarity * weight], rel=1e-5)


def test_a_word_asked_twice_counts_once() -> None:
    lexical = Lexical.build(TEXTS)
    once = lexical.scores_of_terms(["viên"], Spelling.ACCENTED)
    np.testing.assert_array_equal(lexical.scores_of_terms(["viên", "viên"], Spelling.ACCENTED), once)


def test_spellings_are_apart() -> None:
    lexical = Lexical.build(TEXTS)
    assert lexical.scores("doan vien", Spelling.ACCENTED).tolist() == [0, 0, 0]
    bare = lexical.scores("doan vien", Spelling.BARE)
    assert bare.argmax() == 1
    np.testing.assert_array_equal(lexical.scores("ĐOÀN VIÊN", Spelling.BARE), bare)


def test_a_pair_of_neighbours_outweighs_the_words_apart() -> None:
    lexical = Lexical.build(["quyết nghị của xã", "nghị quyết của xã", "ngân sách"])
    assert lexical.scores("nghị quyết", Spelling.ACCENTED).argmax() == 1


@pytest.mark.parametrize("texts", [[], [""], ["...", "%"]])
def test_texts_without_words(texts: list[str]) -> None:
    lexical = Lexical.build(texts)
    for spelling in Spelling:
        assert lexical.scores("nghị quyết", spelling).tolist() == [0.0] * len(texts)


def test_an_empty_text_among_others_scores_nothing() -> None:
    lexical = Lexical.build(["", "ngân sách", ""])
    scores = lexical.scores("ngân sách", Spelling.BARE)
    assert scores[0] == scores[2] == 0.0
    assert scores[1] > 0.0


@pytest.mark.parametrize("query", ["", "???", "xyz"])
def test_a_query_without_known_words(query: str) -> None:
    assert Lexical.build(TEXTS).scores(query, Spelling.BARE).tolist() == [0, 0, 0]


def test_saved_and_loaded_scores_are_the_same(tmp_path: Path) -> None:
    lexical = Lexical.build(TEXTS)
    lexical.save(tmp_path)
    loaded = Lexical.load(tmp_path)
    assert loaded.count == 3
    for spelling in Spelling:
        expected = lexical.scores("kết nạp đảng viên mới", spelling)
        np.testing.assert_array_equal(loaded.scores("kết nạp đảng viên mới", spelling), expected)


def test_the_same_texts_make_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        Lexical.build(TEXTS).save(tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "other" / path.name).read_bytes(), path.name


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    Lexical.build(TEXTS).save(tmp_path)
    next(tmp_path.glob("bare-keys*")).unlink()
    with pytest.raises(OSError, match="bare-keys"):
        Lexical.load(tmp_path)
