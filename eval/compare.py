"""Two runs side by side: what changed, whether it can be chance, and which questions were won and lost."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.records import Answer
from eval.errors import CompareError
from eval.measures.resampling import paired_p_value
from eval.messages import compare as say
from eval.names import Measure
from eval.records import Question, Score
from eval.run import Run


@dataclass(frozen=True, slots=True)
class Difference:
    """A measure's means over the `n` questions for which both runs define it.

    `p_value` is that of the paired permutation test of `eval.measures.resampling`.
    """

    measure: Measure
    before: float
    after: float
    p_value: float
    n: int


@dataclass(frozen=True, slots=True)
class Pair:
    """One question as both runs answered it."""

    question: Question
    before: Answer
    after: Answer
    scores: tuple[Score, Score]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one run to another; `left_out` counts questions that only one has or that read otherwise."""

    before: str
    after: str
    questions: int
    left_out: int
    differences: tuple[Difference, ...]
    won: tuple[Pair, ...]
    lost: tuple[Pair, ...]
    same_corpus: bool


def compare(before: Run, after: Run) -> Comparison:
    """The comparison over the questions that both runs have, the same by id and by all that was asked and wanted.

    Raises CompareError where there is none.
    """
    pairs = _pairs(before, after)
    if not pairs:
        raise CompareError(say.NOTHING_IN_COMMON, before=before.id, after=after.id)
    compared = (_difference(measure, pairs) for measure in Measure)
    return Comparison(
        before=before.id,
        after=after.id,
        questions=len(pairs),
        left_out=len(before.questions) + len(after.questions) - 2 * len(pairs),
        differences=tuple(difference for difference in compared if difference is not None),
        won=tuple(pair for pair in pairs if pair.scores[1].right and not pair.scores[0].right),
        lost=tuple(pair for pair in pairs if pair.scores[0].right and not pair.scores[1].right),
        same_corpus=before.environment.corpus == after.environment.corpus,
    )


def _pairs(before: Run, after: Run) -> tuple[Pair, ...]:
    earlier = {_asked(q): (a, s) for q, a, s in zip(before.questions, before.answers, before.scores, strict=True)}
    return tuple(
        Pair(question, earlier[_asked(question)][0], answer, (earlier[_asked(question)][1], score))
        for question, answer, score in zip(after.questions, after.answers, after.scores, strict=True)
        if _asked(question) in earlier
    )


def _asked(question: Question) -> tuple[object, ...]:
    return question.id, question.question, question.history, question.gold, question.answer_keys, question.category


def _difference(measure: Measure, pairs: tuple[Pair, ...]) -> Difference | None:
    values = [pair.scores for pair in pairs]
    both = [(b.values[measure], a.values[measure]) for b, a in values if measure in b.values and measure in a.values]
    if not both:
        return None
    before, after = zip(*both, strict=True)
    n = len(both)
    return Difference(measure, sum(before) / n, sum(after) / n, paired_p_value(before, after), n)
