"""What a run's figures say, in sentences."""

from __future__ import annotations

from assistant.messages import Lang
from eval.messages import report as say
from eval.messages import terms
from eval.names import Measure
from eval.printing import percent
from eval.run import Run
from eval.summary import Group


def headline(group: Group, lang: Lang) -> str:
    """How many answers are right."""
    right = group.estimates[Measure.RIGHT]
    count = round(right.mean * right.n)
    return say.VERDICT.text(lang, right=count, questions=right.n, share=percent(right.mean, lang))


def sentences(run: Run, group: Group, lang: Lang) -> tuple[str, ...]:
    """How sure that is, then proof, figures, refusals and the most frequent fault, where each is defined."""
    right = group.estimates[Measure.RIGHT]
    said = [say.VERDICT_INTERVAL.text(lang, low=percent(right.low, lang), high=percent(right.high, lang))]
    if Measure.UNPROVEN in group.estimates:
        loose = round(group.estimates[Measure.UNPROVEN].mean * group.estimates[Measure.UNPROVEN].n)
        said.append(say.VERDICT_UNPROVEN.text(lang, count=loose) if loose else say.VERDICT_PROVEN.text(lang))
    if Measure.FIGURES in group.estimates:
        figures = group.estimates[Measure.FIGURES]
        said.append(say.VERDICT_FIGURES.text(lang, right=round(figures.mean * figures.n), all=figures.n))
    if group.abstention.unanswerable and group.abstention.answerable:
        said.append(_refusals(run, group, lang))
    if group.failures:
        worst = max(group.failures, key=lambda failure: group.failures[failure])
        name = terms.FAILURES[worst].text(lang)
        said.append(say.VERDICT_WORST.text(lang, failure=name, count=group.failures[worst]))
    return tuple(said)


def _refusals(run: Run, group: Group, lang: Lang) -> str:
    wrongly = sum(q.answerable and s.refused for q, s in zip(run.questions, run.scores, strict=True))
    return say.VERDICT_REFUSED.text(
        lang,
        right=group.abstention.refused - wrongly,
        all=group.abstention.unanswerable,
        wrong=wrongly,
        answerable=group.abstention.answerable,
    )
