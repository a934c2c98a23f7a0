"""Counts, the bigram model over them, and questions put right."""

from __future__ import annotations

import math
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.abbreviations import definitions, known
from corpus.records import Document
from index.language.build import language_of
from index.language.counts import START, Counts, count
from index.language.mixture import Mixture, mixed
from index.language.model import LanguageModel
from index.language.restore import Restored, Restorer

TINY = count(["dân vận dân", "dân số 5"])  # dân 3, vận 1, số 1, two starts; four pairs, one of them (start, dân) twice
ALONE = mixed([(TINY, 1.0)])
SMALL = Restorer(LanguageModel(ALONE), known())


@pytest.fixture(scope="module")
def restorer(documents: dict[str, Document]) -> Restorer:
    own = known().with_definitions(definitions(documents.values()))
    return Restorer(LanguageModel(language_of(document.text for document in documents.values())), own)


def test_counts_come_back_as_they_were_saved(tmp_path: Path) -> None:
    TINY.save(tmp_path / "counts.npz")
    again = Counts.load(tmp_path / "counts.npz")
    assert again.syllables == (START, "dân", "số", "vận")
    assert (again.single.tolist(), again.double.tolist()) == ([2, 3, 1, 1], [2, 1, 1, 1])
    assert again.pairs.tolist() == TINY.pairs.tolist()


def test_a_mixture_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    ALONE.save(tmp_path / "mixture.npz")
    again = Mixture.load(tmp_path / "mixture.npz")
    assert again.syllables == ALONE.syllables
    for name in ("alone", "left", "shares", "pairs", "following", "seen", "together"):
        assert getattr(again, name).tolist() == getattr(ALONE, name).tolist()


def test_what_is_rare_is_left_out() -> None:
    assert count(["dân vận dân"], least=2).syllables == ("dân",)


def test_punctuation_and_figures_part_neighbours() -> None:
    model = LanguageModel(mixed([(count(["dân, vận 5 số"]), 1.0)]))
    assert (model.seen_together("dân", "vận"), model.seen_together("vận", "số")) == (0, 0)
    assert model.seen_together(START, "vận") == 1


def test_probabilities_by_hand() -> None:
    model = LanguageModel(ALONE)
    # Seven were counted, the two starts among them; after "dân" came two pairs of two kinds: 2 and 2 * 2 to singles.
    assert model.frequency("dân") == pytest.approx(3 / 7)
    assert model.log_probability("vận", "dân") == pytest.approx(math.log((1 + 4 * 1 / 7) / 6), abs=1e-6)
    assert model.log_probability("dân", None) == pytest.approx(math.log((2 + 2 * 3 / 7) / 4), abs=1e-6)
    assert model.log_probability("số", "số") == pytest.approx(math.log(1 / 7), abs=1e-6)
    assert model.binding("dân", "vận") == pytest.approx(math.log(1 * 7 / (3 * 1)))
    assert model.binding("vận", "số") == 0
    assert model.accented == {"dan": ("dân",), "so": ("số",), "van": ("vận",)}


def test_each_kind_of_text_has_its_share_whatever_its_length() -> None:
    model = LanguageModel(mixed([(count(["dân vận"] * 100), 1.0), (count(["dân số"]), 3.0)]))
    assert model.log_probability("số", "dân") > model.log_probability("vận", "dân")
    assert model.seen_together("dân", "vận") == 100


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chi tieu ket nap dang vien", "chỉ tiêu kết nạp đảng viên"),
        ("dan6 vận", "dân vận"),
        ("dangr vieen", "đảng viên"),
        ("thusc đẩy phong trào", "thúc đẩy phong trào"),
        ("ngừoi dân", "người dân"),
        ("đảng viên mơi", "đảng viên mới"),
        ("UBKT có nhiệm vụ gì?", "Ủy ban Kiểm tra có nhiệm vụ gì?"),
        ("tỷ lệ bn %", "tỷ lệ bao nhiêu %"),
        ("ko được làm gì", "không được làm gì"),
        ("chỉ tiêu kết nạp dv", "chỉ tiêu kết nạp đảng viên"),
        ("công tác dv của xã", "công tác dân vận của xã"),
        ("chi\u0309 tie\u0302u ke\u0302\u0301t na\u0323p", "chỉ tiêu kết nạp"),
        ("hn bàn gì", "hn bàn gì"),
        ("đd", "đd"),
        ("217-QĐ/TW", "217-QĐ/TW"),
        ("Quy định số 41 - QĐ/TW", "Quy định số 41 - QĐ/TW"),
        ("Chỉ tiêu kết nạp đảng viên là bao nhiêu?", "Chỉ tiêu kết nạp đảng viên là bao nhiêu?"),
    ],
)
def test_restored(restorer: Restorer, typed: str, meant: str) -> None:
    assert restorer.restore(typed).text == meant


def test_what_was_done_is_told(restorer: Restorer) -> None:
    assert restorer.restore("dan6 vận").corrections == (("dan6", "dân"),)
    assert restorer.restore("ko được").expansions == (("ko", "không"),)
    assert restorer.restore("dan van") == Restored("dân vận", True, (), ())


@given(st.text(max_size=60))
def test_any_text_is_restored_and_always_alike(text: str) -> None:
    assert SMALL.restore(text) == SMALL.restore(text)


@pytest.mark.parametrize("piece", ["x", "dan van ", "1.", "1/", "? ", "b1", "\u0301"])
def test_time_is_linear(piece: str) -> None:
    started = time.process_time()
    SMALL.restore(piece * 5000)
    assert time.process_time() - started < 2  # seconds


@pytest.mark.parametrize(
    "question",
    [
        "Chỉ tiêu của xã Bình Minh là gì?",
        "Huyện Vân Canh và tỉnh Kiên Giang giao nhiệm vụ gì?",
        "Hội đồng nhân dân xã cần soi kỹ mảng nào?",
        "Nghị quyết coi việc gì là mấu chốt nhất?",
    ],
)
def test_names_and_rare_words_of_a_careful_question_stay(restorer: Restorer, question: str) -> None:
    assert restorer.restore(question) == Restored(question, False, (), ())
