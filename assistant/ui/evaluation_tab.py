"""The tab for whoever looks after the program: measuring question sets, and what users thought of answers."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.feedback import Feedback, Opinion, Verdict
from assistant.messages import Lang
from assistant.messages import page as say
from assistant.ui.chat_tab import QUICK, panel
from assistant.ui.markup import escape, tag
from assistant.ui.services import Evaluation, Refused, Report

_MOST_OPINIONS = 200
# One run at a time: it keeps both cores busy.
_RUNNING: dict[str, Any] = {"concurrency_limit": 1, "api_visibility": "private"}


def build_evaluation(evaluation: Evaluation | None, feedback: Feedback | None, lang: Lang) -> None:
    """Lay out the tab; each half appears where its part is there."""
    if evaluation is not None:
        _build_measuring(evaluation, lang)
    if feedback is not None:
        gr.HTML(tag("h2", escape(say.OPINIONS.text(lang))), apply_default_css=False, js_on_load=None)
        again = gr.Button(say.REFRESH.text(lang), size="sm", elem_id="refresh-opinions")
        opinions = panel(opinions_html(feedback.all(), lang), "opinions")
        again.click(lambda: opinions_html(feedback.all(), lang), None, [opinions], **QUICK)


def _build_measuring(evaluation: Evaluation, lang: Lang) -> None:
    gr.HTML(tag("p", escape(say.EVALUATION_HELP.text(lang))), elem_id="evaluation-help", js_on_load=None)
    with gr.Row():
        file = gr.File(label=say.QUESTION_SET.text(lang), file_types=[".jsonl", ".csv", ".xlsx"], height=140)
        with gr.Column():
            template = gr.DownloadButton(
                say.TEMPLATE.text(lang), value=_saved("bo-cau-hoi-mau.xlsx", evaluation.template())
            )
            start = gr.Button(say.START_RUN.text(lang), variant="primary")
            earlier = gr.Dropdown(list(evaluation.runs()), value=None, label=say.EARLIER_RUN.text(lang))
            compare = gr.Button(say.COMPARE_RUNS.text(lang))
    result = panel("", "evaluation-report")
    latest = gr.State("")
    download = gr.DownloadButton(say.DOWNLOAD_REPORT.text(lang), visible=False)
    del template

    def on_run(path: str | None, progress: Any = gr.Progress()) -> tuple[Any, ...]:  # noqa: B008
        if path is None:
            return _refused(say.NO_FILE.text(lang)), gr.skip(), gr.skip(), gr.skip()
        told = _told(progress, lang)
        report = evaluation.run(Path(path).read_bytes(), Path(path).name, told)
        if isinstance(report, Refused):
            return _refused(report.text), gr.skip(), gr.skip(), gr.skip()
        return *_shown(report, lang), report.run, gr.Dropdown(choices=list(evaluation.runs()))

    def on_compare(before: str | None, after: str) -> tuple[Any, Any]:
        if not before or not after:
            return _refused(say.NOTHING_TO_COMPARE.text(lang)), gr.skip()
        report = evaluation.compare(before, after)
        return (_refused(report.text), gr.skip()) if isinstance(report, Refused) else _shown(report, lang)

    start.click(on_run, [file], [result, download, latest, earlier], **_RUNNING)
    compare.click(on_compare, [earlier, latest], [result, download], **_RUNNING)


def _told(progress: Any, lang: Lang) -> Callable[[int, int], None]:
    def told(done: int, count: int) -> None:
        progress((done, count), desc=say.RUNNING.text(lang), unit=say.QUESTIONS_UNIT.text(lang))

    return told


def _shown(report: Report, lang: Lang) -> tuple[str, Any]:
    # A page of its own in a frame without an origin: its scripts reach nothing of ours.
    frame = tag("iframe", srcdoc=report.html, sandbox="allow-scripts", title=say.REPORT.text(lang), class_="report")
    if report.xlsx is None:
        return frame, gr.DownloadButton(visible=False)
    return frame, gr.DownloadButton(value=_saved(f"{report.run}.xlsx", report.xlsx), visible=True)


def _refused(text: str) -> str:
    return tag("div", "".join(tag("p", escape(line)) for line in text.split("\n")), class_="refused", role="alert")


def _saved(name: str, data: bytes) -> str:
    """A file that Gradio may hand out: it copies it into its cache, from the system's temporary folder."""
    path = Path(tempfile.mkdtemp(prefix="nghiquyet-")) / name
    path.write_bytes(data)
    return str(path)


def opinions_html(opinions: Sequence[Opinion], lang: Lang) -> str:
    """What users thought of answers, newest first."""
    if not opinions:
        return tag("p", escape(say.NO_OPINIONS.text(lang)), class_="help")
    heads = (say.COLUMN_TIME, say.COLUMN_QUESTION, say.COLUMN_VERDICT, say.COLUMN_REASON)
    head = "".join(tag("th", escape(each.text(lang)), scope="col") for each in heads)
    rows = "".join(_row(each, lang) for each in reversed(opinions[-_MOST_OPINIONS:]))
    table = tag("table", tag("thead", tag("tr", head)) + tag("tbody", rows))
    return tag("div", table, class_="table", tabindex=0, role="region", aria_label=say.OPINIONS.text(lang))


def _row(opinion: Opinion, lang: Lang) -> str:
    verdict = (say.GOOD if opinion.verdict is Verdict.GOOD else say.BAD).text(lang)
    cells = (opinion.at.replace("T", " ")[:16], opinion.query.question, verdict, opinion.reason)
    return tag("tr", "".join(tag("td", escape(cell)) for cell in cells))
