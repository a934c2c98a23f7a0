"""The side from which a question looks, and sentences that look from there too."""

from __future__ import annotations

import pytest

from assistant.aspects import aspects, shares

FAULT = "Việc trồng cây còn chậm, thiếu giống."
ORDER = "Các thôn trồng cây vào tháng Giêng."


@pytest.mark.parametrize(
    ("question", "text", "section", "share"),
    [
        ("Trồng cây còn yếu chỗ nào?", FAULT, (), 1.0),
        ("Trồng cây còn yếu chỗ nào?", ORDER, (), 0.0),
        ("Trồng cây còn yếu chỗ nào?", ORDER, ("II. HẠN CHẾ",), 0.5),
        ("Vì sao trồng cây còn yếu?", "Nguyên nhân là do hạn hán.", (), 0.5),
        ("Trồng cây khi nào?", FAULT, ("II. HẠN CHẾ",), 0.0),
        ("Ưu tiên những hộ nào?", "Chú trọng hộ nghèo.", (), 1.0),
    ],
)
def test_a_sentence_looks_from_the_side_asked_for(
    question: str, text: str, section: tuple[str, ...], share: float
) -> None:
    assert shares(aspects(question), text, section) == share


def test_what_one_kind_of_question_asks_another_does_not() -> None:
    assert len(aspects("Vì sao còn yếu?")) == 2
    assert aspects("Trồng cây khi nào?") == ()
