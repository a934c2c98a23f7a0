"""A run as one HTML page that needs nothing else: styles, script and plots stand in it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

from assistant.messages import Lang
from eval.messages import commands as say_run
from eval.messages import report as say
from eval.messages import terms
from eval.names import Failure, Grouping, Measure
from eval.printing import group_name, interval, percent
from eval.report.abstention import outcome_bars, outcome_key, score_bars
from eval.report.details import RIGHT, question_block
from eval.report.markup import Markup, el, join
from eval.report.plots import Bar, bars, histogram
from eval.report.verdict import headline, sentences
from eval.run import Run
from eval.summary import Group, Summary, summarise

_HERE: Final = Path(__file__).parent


def report_html(run: Run, lang: Lang = Lang.VI) -> str:
    """The report of a run: the verdict, then the plots, then every question."""
    summary = summarise(run.questions, run.scores)
    subtitle = say.SUBTITLE.text(lang, questions=len(run.questions), run=run.id)
    body = join(
        el("header", el("h1", say.TITLE.text(lang)), el("p", subtitle, class_="quiet")),
        _verdict(run, summary.overall, lang),
        _plots(run, summary, lang),
        _measures(summary.overall, lang),
        _questions(run, lang),
        _environment(run, lang),
    )
    return document(say.TITLE.text(lang), body, lang)


def document(title: str, body: Markup, lang: Lang) -> str:
    """A whole page around its content."""
    head = el(
        "head",
        Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
        el("title", title),
        el("style", Markup((_HERE / "style.css").read_text(encoding="utf-8"))),
    )
    script = el("script", Markup((_HERE / "filter.js").read_text(encoding="utf-8")))
    return "<!doctype html>\n" + el("html", head, el("body", el("main", body), script), lang=lang.value)


def _verdict(run: Run, group: Group, lang: Lang) -> Markup:
    said = (el("p", sentence) for sentence in sentences(run, group, lang))
    return el("section", el("p", headline(group, lang), class_="headline"), *said, class_="verdict")


def _plots(run: Run, summary: Summary, lang: Lang) -> Markup:
    titles = {
        Grouping.CATEGORY: say.BY_CATEGORY,
        Grouping.STYLE: say.BY_STYLE,
        Grouping.DOCUMENT: say.BY_DOCUMENT,
    }
    drawn = [
        _figure(titles[grouping].text(lang), say.WHISKERS.text(lang), _bars(grouping, groups, lang))
        for grouping, groups in summary.groups.items()
        if groups
    ]
    drawn.insert(
        2,
        _figure(say.ABSTENTION.text(lang), say.ABSTENTION_NOTE.text(lang), outcome_bars(run, lang), outcome_key(lang)),
    )
    scored = score_bars(run, lang)
    if scored:
        drawn.append(_figure(say.BY_SCORE.text(lang), say.BY_SCORE_NOTE.text(lang), scored, outcome_key(lang)))
    drawn.append(_figure(say.LATENCY.text(lang), "", _latency(run, summary.overall, lang)))
    return el("section", *drawn, class_="plots")


def _bars(grouping: Grouping, groups: tuple[Group, ...], lang: Lang) -> Markup:
    rows = [Bar(group_name(grouping, group.name, lang), group.estimates[Measure.RIGHT]) for group in groups]
    return bars(rows, say.WHISKERS.text(lang))


def _latency(run: Run, group: Group, lang: Lang) -> Markup:
    marks = [
        (say.MILLISECONDS.text(lang, name=name.text(lang), value=f"{value:.0f}"), value)
        for name, value in ((say.MEDIAN, group.latency.p50), (say.MOST, group.latency.p95))
    ]
    return histogram([score.elapsed_ms for score in run.scores], say.LATENCY.text(lang), marks)


def _figure(title: str, note: str, *plot: Markup) -> Markup:
    return el("figure", el("h2", title), *plot, el("figcaption", note))


def _measures(group: Group, lang: Lang) -> Markup:
    heads = (say_run.COLUMN_MEASURE, say_run.COLUMN_VALUE, say_run.COLUMN_INTERVAL, say_run.COLUMN_QUESTIONS)
    rows = [
        el("tr", el("td", terms.MEASURES[m].text(lang)), el("td", percent(e.mean, lang)),
           el("td", interval(e, lang)), el("td", str(e.n)))
        for m, e in ((m, group.estimates[m]) for m in terms.MEASURES if m in group.estimates)
    ]  # fmt: skip
    table = el("table", el("thead", el("tr", *(el("th", head.text(lang)) for head in heads))), el("tbody", *rows))
    return el("section", el("h2", say.ALL_MEASURES.text(lang)), el("div", table, class_="wide"))


def _questions(run: Run, lang: Lang) -> Markup:
    legend = el(
        "p",
        say.LEGEND.text(lang) + " ",
        el("mark", say.LEGEND_BOTH.text(lang), class_="cited gold"), " ",
        el("mark", say.LEGEND_CITED.text(lang), class_="cited"), " ",
        el("mark", say.LEGEND_GOLD.text(lang), class_="gold"),
        class_="quiet",
    )  # fmt: skip
    blocks = (question_block(run, position, lang) for position in range(len(run.questions)))
    return el("section", el("h2", say.QUESTIONS.text(lang)), _filter(run, lang), legend, *blocks)


def _filter(run: Run, lang: Lang) -> Markup:
    counts = Counter(score.failure.value if score.failure else RIGHT for score in run.scores)
    wrong = len(run.scores) - counts[RIGHT]
    choices = [("", say.ALL.text(lang), len(run.scores)), ("!", say.ONLY_WRONG.text(lang), wrong)]
    choices.append((RIGHT, say.RIGHT.text(lang), counts[RIGHT]))
    choices += [(f.value, terms.FAILURES[f].text(lang), counts[f.value]) for f in Failure if counts[f.value]]
    options = (el("option", f"{name} ({count})", value=value) for value, name, count in choices)
    hint = say.FILTER_TEXT.text(lang)
    return el(
        "div",
        el("label", say.FILTER.text(lang) + " ", el("select", *options, id="kind")),
        el("input", id="words", type="search", placeholder=hint, aria_label=hint),
        el("span", el("b", str(len(run.scores)), id="count"), " ", say.SHOWN.text(lang), class_="quiet"),
        class_="filter",
    )


def _environment(run: Run, lang: Lang) -> Markup:
    environment = run.environment
    rows = [*environment.system.items(), *environment.versions.items()]
    rows += [(f"{doc_id}", digest[:12]) for doc_id, digest in environment.corpus.items()]
    rows += [("questions", environment.questions[:12]), ("code", environment.code[:12])]
    table = el("table", *(el("tr", el("td", name), el("td", value)) for name, value in rows))
    return el("section", el("details", el("summary", say.ENVIRONMENT.text(lang)), el("div", table, class_="wide")))
