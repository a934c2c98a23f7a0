"""A run's figures and a set's faults as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TextIO

from rich.console import Console
from rich.table import Table

from assistant.messages import Lang, Message
from eval.compare import Comparison, Difference
from eval.errors import QuestionSetError
from eval.judging import Agreement, Mark
from eval.measures.resampling import Estimate
from eval.messages import commands as say
from eval.messages import compare as say_compare
from eval.messages import faults, terms
from eval.messages import judging as say_judging
from eval.names import Category, Grouping, Measure, Style
from eval.run import Run
from eval.summary import Group, summarise

_FAULTS_SHOWN: Final = 40
"""Faults listed on a terminal; who has more mends these first and runs it again."""

ALPHA: Final = 0.05
"""The level of significance, by convention; a run has some 18 measures, so one in 18 will pass it by chance."""

_TABLE: Final = (
    Measure.RIGHT,
    Measure.ANSWER_KEYS,
    Measure.FIGURES,
    Measure.CITATION_RECALL,
    Measure.CITATION_PRECISION,
    Measure.RECALL_1,
    Measure.RECALL_5,
    Measure.RECALL_10,
    Measure.MRR,
    Measure.UNPROVEN,
)
"""The measures shown for each group, in columns."""


def print_summary(run: Run, lang: Lang, out: TextIO) -> None:
    """Every measure over all questions with its interval, then the main ones by category, style and document."""
    summary = summarise(run.questions, run.scores)
    console = _console(out)
    console.print(say.SUMMARY_HEAD.text(lang, run=run.id, questions=summary.overall.questions))
    overall = Table(box=None, pad_edge=False)
    for head in (say.COLUMN_MEASURE, say.COLUMN_VALUE, say.COLUMN_INTERVAL, say.COLUMN_QUESTIONS):
        overall.add_column(head.text(lang), justify="left" if head is say.COLUMN_MEASURE else "right")
    for measure, message in terms.MEASURES.items():
        if measure in summary.overall.estimates:
            e = summary.overall.estimates[measure]
            overall.add_row(message.text(lang), percent(e.mean, lang), interval(e, lang), str(e.n))
    console.print(overall)
    console.print(_refusals(summary.overall, lang))
    console.print(_times(summary.overall, lang))
    for grouping, groups in summary.groups.items():
        console.print()
        console.print(_groups(grouping, groups, lang))


def print_comparison(comparison: Comparison, lang: Lang, out: TextIO) -> None:
    """The differences with their p-values, then the questions won and lost with both answers."""
    console = _console(out)
    head = say_compare.HEAD.text(lang, before=comparison.before, after=comparison.after, questions=comparison.questions)
    console.print(head)
    if comparison.left_out:
        console.print(say_compare.LEFT_OUT.text(lang, count=comparison.left_out))
    if not comparison.same_corpus:
        console.print(say_compare.OTHER_CORPUS.text(lang))
    table = Table(box=None, pad_edge=False)
    table.add_column(say.COLUMN_MEASURE.text(lang))
    for each in (say_compare.BEFORE, say_compare.AFTER, say_compare.CHANGE, say_compare.P_VALUE):
        table.add_column(each.text(lang), justify="right")
    table.add_column()
    for d in comparison.differences:
        change, p_value = decimal(100 * (d.after - d.before), 1, lang, "+"), decimal(d.p_value, 3, lang)
        means = percent(d.before, lang), percent(d.after, lang)
        table.add_row(terms.MEASURES[d.measure].text(lang), *means, change, p_value, significance(d).text(lang))
    console.print(table)
    console.print(say_compare.TEST.text(lang))
    for message, pairs in ((say_compare.WON, comparison.won), (say_compare.LOST, comparison.lost)):
        console.print()
        console.print(message.text(lang, count=len(pairs)))
        for pair in pairs:
            # Not by rich: an answer is one line however long, so that the list can be searched and cut.
            print(
                say_compare.PAIR.text(
                    lang,
                    id=pair.question.id,
                    question=pair.question.question,
                    before=" ".join(pair.before.answer.split()),
                    after=" ".join(pair.after.answer.split()),
                ),
                file=out,
            )


def print_agreement(found: Agreement, lang: Lang, out: TextIO) -> None:
    """Cohen's κ, the counts of pairs of marks, and the questions on which the judges differ."""
    kappa = say_judging.UNDEFINED.text(lang) if found.kappa is None else decimal(found.kappa, 3, lang)
    observed = percent(found.observed, lang)
    print(say_judging.AGREEMENT.text(lang, n=found.n, observed=observed, kappa=kappa), file=out)
    table = Table("", *(say_judging.MARKS[mark].text(lang) for mark in Mark), box=None, pad_edge=False)
    for ours in Mark:
        table.add_row(say_judging.MARKS[ours].text(lang), *(str(found.table[ours, theirs]) for theirs in Mark))
    _console(out).print(table)
    if found.disagreed:
        print(say_judging.DISAGREED.text(lang, ids=", ".join(found.disagreed)), file=out)


def significance(difference: Difference) -> Message:
    """What the p-value of a difference says in a word."""
    if difference.before == difference.after:
        return say_compare.NO_CHANGE
    return say_compare.SIGNIFICANT if difference.p_value < ALPHA else say_compare.MAYBE_CHANCE


def print_faults(error: QuestionSetError, lang: Lang, err: TextIO) -> None:
    """What is wrong with a question set, one fault a line."""
    print(error.text(lang), file=err)
    for fault in error.faults[:_FAULTS_SHOWN]:
        place = faults.FAULT_LINE.text(lang, line=fault.line, column=fault.column, what=fault.text(lang))
        print("  " + " ".join(place.split()), file=err)
    if len(error.faults) > _FAULTS_SHOWN:
        print(faults.FAULTS_MORE.text(lang, count=len(error.faults) - _FAULTS_SHOWN), file=err)


def percent(value: float | None, lang: Lang) -> str:
    """A share as a percentage with one decimal; "–" where it is not defined."""
    return "–" if value is None else decimal(100 * value, 1, lang) + "%"


def decimal(value: float, places: int, lang: Lang, sign: str = "") -> str:
    """A number as the language writes it: Vietnamese has a decimal comma."""
    written = f"{value:{sign}.{places}f}"
    return written.replace(".", ",") if lang is Lang.VI else written


def interval(estimated: Estimate, lang: Lang) -> str:
    """A 95% interval."""
    return f"{percent(estimated.low, lang)} – {percent(estimated.high, lang)}"


def group_name(grouping: Grouping, name: str, lang: Lang) -> str:
    """A group's name as it is shown."""
    if grouping is Grouping.CATEGORY:
        return terms.CATEGORIES[Category(name)].text(lang)
    return terms.STYLES[Style(name)].text(lang) if grouping is Grouping.STYLE else name


def _groups(grouping: Grouping, groups: Sequence[Group], lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(terms.GROUPINGS[grouping].text(lang))
    for head in (say.COLUMN_QUESTIONS, *(terms.SHORT_MEASURES[m] for m in _TABLE), say.COLUMN_WRONGLY_REFUSED):
        table.add_column(head.text(lang), justify="right")
    for group in groups:
        cells = [_mean(group.estimates.get(measure), lang) for measure in _TABLE]
        refused = percent(group.abstention.wrongly_refused, lang)
        table.add_row(group_name(grouping, group.name, lang), str(group.questions), *cells, refused)
    return table


def _mean(estimated: Estimate | None, lang: Lang) -> str:
    return percent(None if estimated is None else estimated.mean, lang)


def _refusals(group: Group, lang: Lang) -> str:
    figures = group.abstention
    return say.REFUSALS.text(
        lang,
        precision=percent(figures.precision, lang),
        recall=percent(figures.recall, lang),
        wrongly=percent(figures.wrongly_refused, lang),
        refused=figures.refused,
    )


def _times(group: Group, lang: Lang) -> str:
    times = group.latency
    shown = {name: decimal(getattr(times, name), 1, lang) for name in ("p50", "p90", "p95", "p99", "longest")}
    return say.TIMES.text(lang, **shown)


def _console(out: TextIO) -> Console:
    # Wide when it goes to a file or pipe, so that no figure is cut there.
    return Console(file=out, width=None if out.isatty() else 200, highlight=False, markup=False)
