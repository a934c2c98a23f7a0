"""Whether refusals can be relied on, as plots."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from assistant.messages import Lang, Message
from eval.messages import report as say
from eval.printing import decimal
from eval.records import Question, Score
from eval.report.markup import Markup, el
from eval.report.plots import Part, stacked
from eval.run import Run

_GROUPS: Final = 5
"""Groups of equal size by score: with 150 questions each holds 30, enough to see a trend."""

_PARTS: Final[tuple[tuple[str, Message], ...]] = (
    ("right", say.PART_RIGHT),
    ("wrong", say.PART_WRONG),
    ("refused", say.PART_REFUSED),
    ("rightly-refused", say.PART_RIGHTLY_REFUSED),
    ("not-refused", say.PART_NOT_REFUSED),
)
"""The outcomes in the order in which a bar is drawn; the name is the style class."""


def outcome_bars(run: Run, lang: Lang) -> Markup:
    """What became of the questions that have an answer, and of those that have none."""
    pairs = tuple(zip(run.questions, run.scores, strict=True))
    rows = [
        (label.text(lang), _parts([pair for pair in pairs if pair[0].answerable is answerable], lang))
        for label, answerable in ((say.HAS_ANSWER, True), (say.HAS_NONE, False))
    ]
    return stacked([row for row in rows if row[1]], say.ABSTENTION.text(lang))


def outcome_key(lang: Lang) -> Markup:
    """Which colour is which outcome."""
    names = (el("span", el("i", class_=kind), label.text(lang)) for kind, label in _PARTS)
    return el("p", *names, class_="key-list")


def score_bars(run: Run, lang: Lang) -> Markup | None:
    """The same by the score of the first passage: a score that can be relied on parts right from wrong.

    None where too few questions have a passage for groups to mean anything.
    """
    scored = sorted(
        ((answer.passages[0].score, question, score)
         for question, answer, score in zip(run.questions, run.answers, run.scores, strict=True) if answer.passages),
        key=lambda entry: entry[0],
    )  # fmt: skip
    if len(scored) < 4 * _GROUPS:
        return None
    rows = []
    for n in range(_GROUPS):
        group = scored[n * len(scored) // _GROUPS : (n + 1) * len(scored) // _GROUPS]
        label = say.SCORE_RANGE.text(lang, low=decimal(group[0][0], 2, lang), high=decimal(group[-1][0], 2, lang))
        rows.append((label, _parts([(question, score) for _, question, score in group], lang)))
    return stacked(rows, say.BY_SCORE.text(lang))


def _parts(pairs: Sequence[tuple[Question, Score]], lang: Lang) -> list[Part]:
    outcomes = [_outcome(question, score) for question, score in pairs]
    return [Part(label.text(lang), kind, outcomes.count(kind)) for kind, label in _PARTS if kind in outcomes]


def _outcome(question: Question, score: Score) -> str:
    if question.answerable:
        return "refused" if score.refused else "right" if score.right else "wrong"
    return "rightly-refused" if score.refused else "not-refused"
