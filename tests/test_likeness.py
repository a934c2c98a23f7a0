"""How alike sentences are, by the rarer words of their nearest clauses."""

from __future__ import annotations

import math

import pytest

from assistant.likeness import likeness
from assistant.terms import Rarity
from index.records import Passage

# "cây" stands in both passages, each other word in one: a word in one of two weighs log 3, one in both log 2.
RARITY = Rarity([Passage("d", 0, 9, (), "cây xanh"), Passage("d", 9, 18, (), "cây khô")])
COMMON, RARE = math.log(2), math.log(3)


def test_the_share_of_words_in_common_counts_the_rarer_ones_more() -> None:
    found = likeness(["cây xanh", "cây khô"], RARITY)
    # Each holds "cây" and a word of its own, and a pair of neighbours that weighs half the mean of its words.
    own = COMMON + RARE + (COMMON + RARE) / 4
    assert found[0, 1] == pytest.approx(COMMON / own)
    assert found[0, 0] == pytest.approx(1)


def test_one_clause_in_common_is_enough() -> None:
    found = likeness(["Đường sá hỏng nặng; cây xanh.", "cây xanh", "họp chợ"], RARITY)
    assert found[0, 1] == pytest.approx(1)
    assert found[0, 2] == found[1, 2] == 0


def test_a_text_without_words_is_like_none() -> None:
    assert likeness(["…", "cây xanh"], RARITY)[0, 1] == 0
