"""Two runs side by side as one page."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.messages import Lang, Message
from eval.compare import Comparison, Pair
from eval.messages import commands as say_run
from eval.messages import compare as say
from eval.messages import terms
from eval.printing import decimal, percent, significance
from eval.report.markup import Markup, el, join
from eval.report.page import document


def comparison_html(comparison: Comparison, lang: Lang = Lang.VI) -> str:
    """The differences with their p-values, then the questions won and lost with both answers."""
    head = say.HEAD.text(lang, before=comparison.before, after=comparison.after, questions=comparison.questions)
    notes = [say.LEFT_OUT.text(lang, count=comparison.left_out)] if comparison.left_out else []
    notes += [] if comparison.same_corpus else [say.OTHER_CORPUS.text(lang)]
    body = join(
        el("header", el("h1", say.TITLE.text(lang)), el("p", head, class_="quiet")),
        el(
            "section",
            el("p", say.WON.text(lang, count=len(comparison.won)), class_="headline good"),
            el("p", say.LOST.text(lang, count=len(comparison.lost)), class_="headline bad"),
            *(el("p", note) for note in notes),
            class_="verdict",
        ),
        el("section", el("div", _table(comparison, lang), class_="wide"), el("p", say.TEST.text(lang), class_="quiet")),
        _pairs(say.LOST, comparison.lost, lang),
        _pairs(say.WON, comparison.won, lang),
    )
    return document(say.TITLE.text(lang), body, lang)


def _table(comparison: Comparison, lang: Lang) -> Markup:
    heads = [say_run.COLUMN_MEASURE, say.BEFORE, say.AFTER, say.CHANGE, say.P_VALUE]
    rows = [
        el(
            "tr",
            el("td", terms.MEASURES[d.measure].text(lang)),
            el("td", percent(d.before, lang)),
            el("td", percent(d.after, lang)),
            el("td", decimal(100 * (d.after - d.before), 1, lang, "+")),
            el("td", decimal(d.p_value, 3, lang)),
            el("td", significance(d).text(lang)),
        )
        for d in comparison.differences
    ]
    return el("table", el("thead", el("tr", *(el("th", head.text(lang)) for head in heads), el("th"))), *rows)


def _pairs(title: Message, pairs: Sequence[Pair], lang: Lang) -> Markup:
    blocks = (
        el(
            "details",
            el("summary", el("span", pair.question.id, class_="badge"), el("span", pair.question.question)),
            el(
                "div",
                el("div", el("h4", say.BEFORE.text(lang)), el("p", pair.before.answer, class_="answer")),
                el("div", el("h4", say.AFTER.text(lang)), el("p", pair.after.answer, class_="answer")),
                class_="body sides",
            ),
            class_="question",
            open="",
        )
        for pair in pairs
    )
    return el("section", el("h2", title.text(lang, count=len(pairs))), *blocks)
