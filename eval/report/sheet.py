"""A run as a workbook."""

from __future__ import annotations

from assistant.messages import Lang
from eval.messages import commands as say_run
from eval.messages import report as say
from eval.messages import tables, terms
from eval.names import Measure
from eval.printing import group_name
from eval.report.verdict import headline, sentences
from eval.run import Run
from eval.summary import Summary, summarise
from eval.workbook import Sheet, workbook


def report_xlsx(run: Run, lang: Lang = Lang.VI) -> bytes:
    """The verdict and all measures, the measures by group, and every question; shares are numbers from 0 to 1."""
    summary = summarise(run.questions, run.scores)
    return workbook([_overall(run, summary, lang), _groups(summary, lang), _questions(run, lang)])


def _overall(run: Run, summary: Summary, lang: Lang) -> Sheet:
    group = summary.overall
    heads = (say_run.COLUMN_MEASURE, say_run.COLUMN_VALUE, say.LOW, say.HIGH, say_run.COLUMN_QUESTIONS)
    rows: list[list[str | float | None]] = [
        [terms.MEASURES[m].text(lang), _share(e.mean), _share(e.low), _share(e.high), e.n]
        for m, e in ((m, group.estimates[m]) for m in terms.MEASURES if m in group.estimates)
    ]
    rows.append([])
    rows += [[sentence] for sentence in (headline(group, lang), *sentences(run, group, lang))]
    return Sheet(say.TITLE.text(lang), [head.text(lang) for head in heads], rows, (60, 12, 12, 12, 10))


def _groups(summary: Summary, lang: Lang) -> Sheet:
    measures = [measure for measure in terms.MEASURES if measure in summary.overall.estimates]
    rows: list[list[str | float | None]] = [
        [
            terms.GROUPINGS[grouping].text(lang),
            group_name(grouping, group.name, lang),
            group.questions,
            *(_share(group.estimates[m].mean) if m in group.estimates else None for m in measures),
        ]
        for grouping, groups in summary.groups.items()
        for group in groups
    ]
    heads = ["", "", say_run.COLUMN_QUESTIONS.text(lang), *(terms.MEASURES[m].text(lang) for m in measures)]
    return Sheet(say.BY_GROUP.text(lang), heads, rows, (16, 26, 8, *(12 for _ in measures)))


def _questions(run: Run, lang: Lang) -> Sheet:
    measures = [measure for measure in Measure if any(measure in score.values for score in run.scores)]
    rows: list[list[str | float | None]] = []
    for question, answer, score in zip(run.questions, run.answers, run.scores, strict=True):
        outcome = terms.FAILURES[score.failure] if score.failure else say.RIGHT
        quotes = "\n".join(f"[{c.n}] {c.doc_id}: {c.quote}" for c in answer.citations)
        gold = "\n".join(f"{entry.doc_id}: {entry.quote or '*'}" for entry in question.gold)
        rows.append([
            question.id, terms.CATEGORIES[question.category].text(lang), terms.STYLES[question.style].text(lang),
            question.question, outcome.text(lang), answer.answer, quotes, gold, question.answer,
            "\n".join(question.answer_keys), round(score.elapsed_ms, 1), *(score.values.get(m) for m in measures),
        ])  # fmt: skip
    heads = [
        *(head.text(lang) for head in (tables.HEAD_ID, tables.HEAD_CATEGORY, tables.HEAD_STYLE, tables.HEAD_QUESTION)),
        *(head.text(lang) for head in (say.OUTCOME, say.ANSWER, say.CITED, say.GOLD, say.MODEL_ANSWER, say.KEYS)),
        "ms",
        *(terms.MEASURES[m].text(lang) for m in measures),
    ]
    widths = (10, 18, 14, 44, 22, 60, 60, 60, 44, 24, 8, *(12 for _ in measures))
    return Sheet(say.QUESTIONS.text(lang), heads, rows, widths)


def _share(value: float) -> float:
    return round(value, 4)
