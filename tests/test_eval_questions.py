"""The project's own question sets are sound and whole."""

from __future__ import annotations

from collections import Counter

import pytest

from corpus.library import BUNDLED, list_folder, read_document
from eval.names import Category, Style
from eval.questions.add import FOLDER, SPLITS
from eval.records import Question
from eval.session import load_questions


@pytest.fixture(scope="module")
def sets() -> dict[str, tuple[Question, ...]]:
    texts = {source.id: read_document(source).text for source in list_folder(BUNDLED).files}
    return {
        split: load_questions((FOLDER / f"{split}.jsonl").read_bytes(), f"{split}.jsonl", texts) for split in SPLITS
    }


def test_no_question_is_in_both_sets(sets: dict[str, tuple[Question, ...]]) -> None:
    every = [*sets["dev"], *sets["test"]]
    assert len({question.id for question in every}) == len(every)
    assert not [text for text, count in Counter(q.question.casefold() for q in every).items() if count > 1]


@pytest.mark.parametrize("split", SPLITS)
def test_each_set_has_every_category_and_style(sets: dict[str, tuple[Question, ...]], split: str) -> None:
    assert {question.category for question in sets[split]} == set(Category)
    assert {question.style for question in sets[split]} == set(Style)
