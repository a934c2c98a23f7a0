"""How far the questions are from the words of the text: `python -m eval.questions.wording`

A question whose words stand in the passage is found by any search; one in other words is not. This counts the
questions that share fewer than half of their content syllables with the quotes that answer them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from corpus.folding import words
from corpus.library import BUNDLED, list_folder, read_document
from eval.names import Category
from eval.questions.add import FOLDER, SPLITS
from eval.records import Question
from eval.session import load_questions

HALF: Final = 0.5
"""Below this share of shared content syllables a question counts as worded differently from its quote."""

# Syllables that ask, point or join, without diacritics. None is also the bare form of a frequent content
# syllable of the genre: "dang" (đang, Đảng) and "ban" (bạn, Ban) are therefore content.
_FUNCTION_LINE: Final = (
    "ai gi nao sao bao nhieu may la thi ma co khong ko duoc dc cua o voi va hay cho cac nhung moi nay kia ay "
    "the vay a nhi ha roi cung con lai da se phai bi trong theo ve den ra vao khi luc nhu neu vi j ntn bn vs "
    "ben noi cai viec de do"
)
FUNCTION: Final = frozenset(_FUNCTION_LINE.split())
# They say where to look, not what for; a question that names its place would otherwise count as different for that.
PLACES: Final = ("nghia hung", "ha tam", "tuy phuoc", "quang binh")


def content_syllables(text: str) -> frozenset[str]:
    """The distinct syllables of a text that carry its subject, folded and without diacritics."""
    plain = f" {' '.join(words(text, diacritics=False))} "
    for place in PLACES:
        plain = plain.replace(f" {place} ", " ")
    return frozenset(plain.split()) - FUNCTION


def shared_part(question: Question) -> float:
    """The part of the question's content syllables that its gold quotes hold, 0 to 1; 1 where it has none."""
    asked = content_syllables(question.question)
    if not asked:
        return 1.0
    told = content_syllables(" ".join(gold.quote or "" for gold in question.gold))
    return len(asked & told) / len(asked)


def table(sets: Mapping[str, Iterable[Question]]) -> Iterable[str]:
    """A Markdown table with how many answerable questions of each set, each category and all are worded differently."""
    yield "| | answerable | share fewer than half | part |\n| --- | ---: | ---: | ---: |"
    every: Counter[str] = Counter()
    far: Counter[str] = Counter()
    for split, questions in sets.items():
        for question in questions:
            if question.gold:
                groups = (split, question.category, "all")
                every.update(groups)
                far.update(groups if shared_part(question) < HALF else ())
    for group in (*sets, *Category, "all"):
        if count := every[group]:
            yield f"| {group} | {count} | {far[group]} | {far[group] / count:.2f} |"


def main() -> int:
    """Print the table for the project's own sets."""
    texts = {source.id: read_document(source).text for source in list_folder(BUNDLED).files}
    names = {split: f"{split}.jsonl" for split in SPLITS}
    sets = {split: load_questions((FOLDER / name).read_bytes(), name, texts) for split, name in names.items()}
    print("\n".join(table(sets)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
