"""The project's own questions: their keys stand in their golds, and most are not in the words of the text."""

from __future__ import annotations

import pytest

from corpus.library import BUNDLED, list_folder, read_document
from corpus.records import Document
from eval.measures.answers import says
from eval.questions.add import FOLDER, SPLITS
from eval.questions.wording import HALF, content_syllables, shared_part
from eval.records import Question
from eval.session import load_questions


@pytest.fixture(scope="module")
def answerable() -> list[Question]:
    texts = {source.id: read_document(source).text for source in list_folder(BUNDLED).files}
    return [
        question
        for split in SPLITS
        for question in load_questions((FOLDER / f"{split}.jsonl").read_bytes(), f"{split}.jsonl", texts)
        if question.gold
    ]


def test_content_syllables_leave_out_what_asks_and_what_names_a_place() -> None:
    assert content_syllables("Ai kiểm tra ở xã Hà Tam?") == {"kiem", "tra", "xa"}
    assert content_syllables("Nghĩa Hưng thì sao?") == frozenset()


def test_a_right_answer_can_be_built_from_the_gold(answerable: list[Question], documents: dict[str, Document]) -> None:
    named = {key: f"{d.metadata.title} {d.metadata.kind} {d.metadata.issuer}" for key, d in documents.items()}
    lacking = [
        (question.id, key)
        for question in answerable
        for key in question.answer_keys
        if not says(key, " ".join(f"{gold.quote} {named[gold.doc_id]}" for gold in question.gold))
    ]
    assert lacking == []


def test_at_least_half_of_the_questions_are_in_other_words_than_the_text(answerable: list[Question]) -> None:
    assert sum(shared_part(question) < HALF for question in answerable) >= len(answerable) / 2
