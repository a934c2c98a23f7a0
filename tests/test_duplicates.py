"""Passages that say the same: which do, which only look alike, and how they stand in a ranking."""

from __future__ import annotations

import random
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.folding import words
from index.duplicates import ALIKE, Duplicates, firsts_of
from index.lexical import Lexical, Spelling
from index.records import Hit, Passage
from index.search import Searcher, SearchQuery, Weights

LONG = (
    "Các cấp ủy lãnh đạo, chỉ đạo thực hiện tốt quy chế dân chủ ở cơ sở; mỗi năm tổ chức hai cuộc đối thoại giữa người "
    "đứng đầu với đoàn viên, hội viên và nhân dân trên địa bàn, kịp thời giải quyết kiến nghị chính đáng, đạt 95% trở "
    "lên, xem đó là căn cứ xếp loại tập thể và cá nhân cuối năm; phát huy vai trò của người có uy tín trong cộng đồng."
)


def passage(doc_id: str, text: str, *section: str, start: int = 0) -> Passage:
    return Passage(doc_id, start, start + len(text), section, text)


def firsts(*texts: str) -> list[int]:
    return firsts_of([passage(f"d{number}", text) for number, text in enumerate(texts)]).tolist()


@pytest.mark.parametrize(
    "same",
    [
        LONG.upper(),
        LONG.replace("chỉ đạo thực hiện", "chỉ\nđạo  thực hiện").replace(";", "."),
        LONG.replace("ủy", "uỷ"),
        f"- {LONG}",
        LONG.replace("hội viên và nhân dân", "hội viên, nhân dân"),
    ],
)
def test_case_blanks_signs_tone_places_and_a_word_make_no_difference(same: str) -> None:
    assert firsts(LONG, "Trạm y tế xã mở cửa cả tuần.", same) == [0, 1, 0]


@pytest.mark.parametrize(
    "other",
    [
        LONG.replace("95%", "96%"),
        LONG.replace("95%", "9,5%"),
        LONG.replace("kịp thời giải quyết", "không kịp thời giải quyết"),
        LONG.replace("lãnh đạo, chỉ đạo thực hiện tốt quy chế dân chủ ở cơ sở", "chăm lo đời sống đoàn viên"),
        "",
        "Ủy ban",
    ],
)
def test_another_figure_a_denial_or_other_words_do(other: str) -> None:
    assert firsts(LONG, other) == [0, 1]


def test_passages_without_words_are_not_taken_for_each_other() -> None:
    assert firsts("---", "***", "") == [0, 1, 2]


def test_a_short_item_says_the_same_only_under_the_same_heading() -> None:
    item = "Tham mưu cho Ban Thường vụ."
    found = [
        passage("a", item, "1. Ban Tổ chức"),
        passage("b", item, "2. Ban Tuyên giáo"),
        passage("c", item, "III. GIAO VIỆC", "4- BAN TỔ CHỨC"),
    ]
    assert firsts_of(found).tolist() == [0, 1, 0]


@given(st.integers(0, 2**32), st.integers(30, 90), st.integers(0, 12))
@settings(max_examples=60, deadline=None)
def test_nine_tenths_of_the_runs_of_three_words_decide(seed: int, length: int, changed: int) -> None:
    choose = random.Random(seed)
    syllables = [f"{a}{b}{c}" for a in "bcdghklmn" for b in "aeiou" for c in "mnt"]
    one = [choose.choice(syllables) for _ in range(length)]
    other = list(one)
    for place in choose.sample(range(length), changed):
        other[place] = choose.choice(syllables)
    runs = [{tuple(said[at : at + 3]) for at in range(length - 2)} for said in (words(" ".join(one)), other)]
    share = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
    # The signature finds all but 1 in 5,000 of the pairs at the border, and every pair far above it.
    if share < ALIKE or share > 0.95:
        assert firsts(" ".join(one), " ".join(other)) == [0, 0 if share >= ALIKE else 1]


def test_time_grows_with_the_text_alone() -> None:
    choose = random.Random(1)
    vocabulary = words(LONG)
    different = [" ".join(choose.choices(vocabulary, k=60)) for _ in range(1600)]

    def seconds(texts: list[str]) -> float:
        found = [passage(f"d{number}", text) for number, text in enumerate(texts)]
        begin = time.process_time()
        firsts_of(found)
        return time.process_time() - begin

    seconds(different[:50])
    assert seconds(different) < 12 * max(seconds(different[:400]), 0.02)
    assert seconds([LONG] * 1600) < 12 * max(seconds([LONG] * 400), 0.02)


def group() -> tuple[list[Passage], Duplicates]:
    """Two that say the same in a and b, once more in a; two by themselves."""
    found = [passage("a", LONG), passage("a", LONG, start=900), passage("b", LONG), passage("b", "Một.", start=900)]
    found.append(passage("c", "Hai."))
    return found, Duplicates(found, firsts_of(found))


def test_the_others_are_those_of_other_documents() -> None:
    found, duplicates = group()
    assert duplicates.elsewhere("a", 0) == [found[2]]
    assert duplicates.elsewhere("b", 0) == found[:2]
    assert duplicates.elsewhere("c", 0) == duplicates.elsewhere("a", 7) == []


def test_what_repeats_another_document_goes_behind_and_keeps_its_order() -> None:
    found, duplicates = group()
    hits = [Hit(found[i], 1.0 - i / 10) for i in range(5)]
    assert [hit.passage for hit in duplicates.behind(hits)] == [found[i] for i in (0, 1, 3, 4, 2)]
    assert [hit.passage for hit in duplicates.behind(hits[2:] + hits[:2])] == [found[i] for i in (2, 3, 4, 0, 1)]
    assert duplicates.behind([]) == []


@pytest.mark.parametrize("limit", [1, 2, 3, 10, 60])
def test_copies_do_not_crowd_out_what_is_different(limit: int) -> None:
    copies = [passage(f"copy{number:02}", "Kết nạp đảng viên mới hằng năm.") for number in range(50)]
    others = [passage("x", "Kết nạp đoàn viên."), passage("y", "Đảng viên học tập.")]
    found = [*copies, *others]
    lexical = Lexical.build([each.text for each in found])
    words_alone = Weights(dense=0, accented=1, bare=0, office=0, favour=0)
    searcher = Searcher(found, lexical, weights=words_alone, duplicates=Duplicates(found, firsts_of(found)))
    hits = searcher.search(SearchQuery("kết nạp đảng viên", "kết nạp đảng viên"), limit)
    distinct = [copies[0], *sorted(others, key=lambda each: -lexical_score(lexical, found, each))]
    assert [hit.passage for hit in hits] == [*distinct, *copies[1:]][:limit]


def lexical_score(lexical: Lexical, found: list[Passage], wanted: Passage) -> float:

    return float(lexical.scores("kết nạp đảng viên", Spelling.ACCENTED)[found.index(wanted)])


def test_firsts_are_small_and_point_back() -> None:
    found, _ = group()
    positions = firsts_of(found)
    assert positions.dtype == np.int32
    assert positions.tolist() == [0, 0, 0, 3, 4]
    assert firsts_of([]).shape == (0,)
