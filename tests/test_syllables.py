"""What can be a Vietnamese syllable."""

from __future__ import annotations

import pytest

from corpus.syllables import is_syllable


@pytest.mark.parametrize("word", "nghiêng Đảng uỷ ủy quý gì giữa khuya chuyển hoà xoong cập nhật e".split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["cap", "càp", "ngx", "w", "", "đd", "viêṇ́", "1", "kết nạp", "street"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)
