"""A run's figures and a set's faults as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TextIO

from rich.console import Console
from rich.table import Table

from assistant.messages import Lang
from eval import messages as say
from eval.errors import QuestionSetError
from eval.measures.resampling import Estimate
from eval.names import Category, Grouping, Measure, Style
from eval.run import Run
from eval.summary import Group, summarise

_FAULTS_SHOWN: Final = 40
"""Faults listed on a terminal; who has more mends these first and runs it again."""

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
    for measure, message in say.MEASURES.items():
        if measure in summary.overall.estimates:
            e = summary.overall.estimates[measure]
            overall.add_row(message.text(lang), percent(e.mean), f"{percent(e.low)} – {percent(e.high)}", str(e.n))
    console.print(overall)
    console.print(_refusals(summary.overall, lang))
    console.print(_times(summary.overall, lang))
    for grouping, groups in summary.groups.items():
        console.print()
        console.print(_groups(grouping, groups, lang))


def print_faults(error: QuestionSetError, lang: Lang, err: TextIO) -> None:
    """What is wrong with a question set, one fault a line."""
    print(error.text(lang), file=err)
    for fault in error.faults[:_FAULTS_SHOWN]:
        place = say.FAULT_LINE.text(lang, line=fault.line, column=fault.column, what=fault.text(lang))
        print("  " + " ".join(place.split()), file=err)
    if len(error.faults) > _FAULTS_SHOWN:
        print(say.FAULTS_MORE.text(lang, count=len(error.faults) - _FAULTS_SHOWN), file=err)


def percent(value: float | None) -> str:
    """A share as a percentage with one decimal; "–" where it is not defined."""
    return "–" if value is None else f"{100 * value:.1f}%"


def group_name(grouping: Grouping, name: str, lang: Lang) -> str:
    """A group's name as it is shown."""
    if grouping is Grouping.CATEGORY:
        return say.CATEGORIES[Category(name)].text(lang)
    return say.STYLES[Style(name)].text(lang) if grouping is Grouping.STYLE else name


def _groups(grouping: Grouping, groups: Sequence[Group], lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(say.GROUPINGS[grouping].text(lang))
    for head in (say.COLUMN_QUESTIONS, *(say.SHORT_MEASURES[m] for m in _TABLE), say.COLUMN_WRONGLY_REFUSED):
        table.add_column(head.text(lang), justify="right")
    for group in groups:
        cells = [_mean(group.estimates.get(measure)) for measure in _TABLE]
        refused = percent(group.abstention.wrongly_refused)
        table.add_row(group_name(grouping, group.name, lang), str(group.questions), *cells, refused)
    return table


def _mean(estimated: Estimate | None) -> str:
    return percent(None if estimated is None else estimated.mean)


def _refusals(group: Group, lang: Lang) -> str:
    figures = group.abstention
    return say.REFUSALS.text(
        lang,
        precision=percent(figures.precision),
        recall=percent(figures.recall),
        wrongly=percent(figures.wrongly_refused),
        refused=figures.refused,
    )


def _times(group: Group, lang: Lang) -> str:
    times = group.latency
    shown = {name: f"{getattr(times, name):.1f}" for name in ("p50", "p90", "p95", "p99", "longest")}
    return say.TIMES.text(lang, **shown)


def _console(out: TextIO) -> Console:
    # Wide when it goes to a file or pipe, so that no figure is cut there.
    return Console(file=out, width=None if out.isatty() else 200, highlight=False, markup=False)
