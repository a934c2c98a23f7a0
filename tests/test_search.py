"""Fusion of meaning and words, with vectors a reader can compute by hand."""

from __future__ import annotations

import numpy as np
import pytest

from index.dense import Dense
from index.lexical import Lexical
from index.records import Passage
from index.search import Searcher, SearchQuery, Weights

TEXTS = ("Kết nạp đảng viên mới", "Thu ngân sách", "Kết nạp đoàn viên", "Thu ngân sách")
PASSAGES = tuple(
    Passage(doc_id, position * 100, position * 100 + len(text), (), text)
    for position, (doc_id, text) in enumerate(zip(("a", "a", "b", "b"), TEXTS, strict=True))
)
EAST = np.array([1, 0], dtype=np.float32)
NORTH = np.array([0, 1], dtype=np.float32)
ONLY_WORDS = Weights(dense=0.0, accented=0.5, bare=0.5, office=0.5, favour=0.25)
ONLY_MEANING = Weights(dense=1.0, accented=0.0, bare=0.0, office=0.0, favour=0.25)


def searcher(weights: Weights) -> Searcher:
    # Cosines with EAST: 1, .6, 0 and .6 for passages 0 to 3.
    vectors = np.array([[1, 0], [0.6, 0.8], [0, 1], [0.6, 0.8]], dtype=np.float32)
    return Searcher(PASSAGES, Lexical.build(TEXTS), Dense(vectors), weights=weights)


def found(searcher: Searcher, query: SearchQuery, limit: int = 4) -> list[tuple[int, float]]:
    return [(hit.passage.start // 100, round(hit.score, 4)) for hit in searcher.search(query, limit)]


def test_cosines_are_scaled_to_one_and_nought() -> None:
    hits = found(searcher(ONLY_MEANING), SearchQuery("x", "x", EAST))
    assert hits == [(0, 1.0), (1, 0.6), (3, 0.6), (2, 0.0)]


def test_equal_scores_keep_the_order_of_the_passages_however_few_are_asked_for() -> None:
    for limit in range(1, 5):
        hits = found(searcher(ONLY_MEANING), SearchQuery("x", "x", EAST), limit)
        assert [position for position, _ in hits] == [0, 1, 3, 2][:limit]


def test_words_alone_when_there_is_no_vector() -> None:
    hits = found(searcher(ONLY_WORDS), SearchQuery("kết nạp đoàn viên", "kết nạp đoàn viên"))
    assert hits[0] == (2, 1.0)
    assert hits[1][0] == 0


def test_words_and_meaning_are_added_by_their_weights() -> None:
    weights = Weights(dense=0.4, accented=0.3, bare=0.3, office=0.0, favour=0.0)
    query = SearchQuery("kết nạp đoàn viên", "kết nạp đoàn viên", NORTH)
    # By meaning passage 2 has 1, 1 and 3 have .8, 0 has 0; by words 2 has 1, 0 something, 1 and 3 nothing.
    hits = dict(found(searcher(weights), query))
    assert hits[2] == 1.0
    assert hits[1] == hits[3] == 0.32
    assert 0.0 < hits[0] < 0.6


def test_a_wrong_restoration_does_not_lose_what_the_words_as_typed_find() -> None:
    typed, restored = "doan vien", "đoan vien"
    hits = found(searcher(ONLY_WORDS), SearchQuery(typed, restored))
    assert hits[0][0] == 2


def test_a_question_without_diacritics_is_scored_by_bare_words() -> None:
    hits = found(searcher(ONLY_WORDS), SearchQuery("ngan sach", "ngan sach"))
    assert hits[:2] == [(1, 1.0), (3, 1.0)]


def test_official_words_for_everyday_ones_count() -> None:
    hits = found(searcher(ONLY_WORDS), SearchQuery("tiền xã", "tiền xã", office="ngân sách"))
    assert hits[:2] == [(1, 0.5), (3, 0.5)]


def test_only_allowed_documents_are_found() -> None:
    hits = found(searcher(ONLY_MEANING), SearchQuery("x", "x", EAST, allowed=frozenset("b")))
    assert hits == [(3, 1.0), (2, 0.0)]


def test_scores_are_scaled_among_the_documents_searched() -> None:
    query = SearchQuery("đảng viên mới", "đảng viên mới", allowed=frozenset("b"))
    # Passage 0 would match better, but it is not searched, and so does not press down what is.
    assert found(searcher(ONLY_WORDS), query)[0] == (2, 1.0)


def test_favoured_documents_gain_the_same_amount() -> None:
    hits = found(searcher(ONLY_MEANING), SearchQuery("x", "x", EAST, favoured=frozenset("b")))
    assert hits == [(0, 1.0), (3, 0.85), (1, 0.6), (2, 0.25)]


def test_an_unknown_document_has_no_hits() -> None:
    assert found(searcher(ONLY_MEANING), SearchQuery("x", "x", EAST, allowed=frozenset("z"))) == []


@pytest.mark.parametrize("limit", [0, -1])
def test_no_hits_asked_for(limit: int) -> None:
    assert searcher(ONLY_MEANING).search(SearchQuery("x", "x", EAST), limit) == []


def test_no_passages() -> None:
    assert Searcher((), Lexical.build([])).search(SearchQuery("x", "x"), 5) == []
