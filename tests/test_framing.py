"""What a comparison is of, without the words that only say that it is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.framing import without_frame


@pytest.mark.parametrize(
    ("topic", "matter"),
    [
        ("So sánh giúp tôi tỷ lệ hộ nghèo giữa và .", "tỷ lệ hộ nghèo và ."),
        ("so sanh ti le ho ngheo", "ti le ho ngheo"),
        ("thời điểm nộp hồ sơ khác nhau thế nào?", "thời điểm nộp hồ sơ ?"),
        ("Mỗi nơi trồng bao nhiêu cây xanh?", "trồng bao nhiêu cây xanh?"),
        ("những văn bản nào nói tới phí vệ sinh", "nói tới phí vệ sinh"),
        ("chăm sóc cây con ở vườn ươm", "chăm sóc cây con ở vườn ươm"),
        ("so sánh", "so sánh"),
    ],
)
def test_the_frame_goes_and_the_matter_stays(topic: str, matter: str) -> None:
    assert without_frame(topic) == matter


@given(st.text(max_size=80))
def test_only_words_of_the_topic_are_left(topic: str) -> None:
    assert set(without_frame(topic).split()) <= set(topic.split()) or without_frame(topic) == topic
