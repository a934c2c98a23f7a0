"""The tab where questions are asked: its components and what each event calls."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gradio as gr

from assistant.messages import Lang
from assistant.messages import page as say
from assistant.ui.chat import Chat
from assistant.ui.conversation import Ask, Notebook
from assistant.ui.greeting import greeting_html, toolbar_html
from assistant.ui.markup import escape, tag
from assistant.ui.naming import short_title
from assistant.ui.services import Doubts, Services
from assistant.ui.source import empty_html

_STATIC = Path(__file__).parent / "static"

# Answers take milliseconds: no queue, no progress layer, and no name in the public interface.
QUICK: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}


def script(name: str) -> str:
    """A script that ships with the page."""
    return (_STATIC / name).read_text(encoding="utf-8")


def panel(value: str, elem_id: str, js: str | None = None, **values: Any) -> gr.HTML:
    """A piece of the page that we draw ourselves; `js` is the name of the script that runs it."""
    loaded = None if js is None else script(js)
    return gr.HTML(value, elem_id=elem_id, js_on_load=loaded, apply_default_css=False, **values)


def build_chat(page: gr.Blocks, services: Services, ask: Ask, doubts: Doubts, lang: Lang) -> None:
    """Lay out the tab inside an open Blocks and wire it."""
    chat = Chat(services, ask, doubts, lang)
    # The secret only keeps the store from being read at a glance; it must outlive a restart of the server.
    notebook = gr.BrowserState(None, storage_key="nghiquyet-notebook", secret="nghiquyet")
    with gr.Row(elem_id="workspace", elem_classes="panels"):
        with gr.Column(elem_id="talk"):
            toolbar = panel(toolbar_html(Notebook(), lang), "toolbar", "toolbar.js")
            greeting = greeting_html(services.assistant.documents, lang)
            conversation = panel(greeting, "conversation", "conversation.js", server_functions=[_docx_of(chat)])
            offered = panel("", "offered", "offered.js")
            status = panel("", "status", "status.js", html_template=_status_line(lang))
            question, send = _composer(lang)
            filters = _filters(services, lang)
        with gr.Column(elem_id="beside"):
            source = panel(empty_html(lang), "source", "source.js")
    shown = [notebook, toolbar, conversation]
    everything = [*shown, source, question, status]
    redrawn = [
        gr.on([send.click, question.submit], chat.on_ask, [notebook, question, *filters], everything, **QUICK),
        conversation.ask(chat.on_pressed_question, [notebook, *filters], everything, **QUICK),
        offered.ask(chat.on_pressed_question, [notebook, *filters], everything, **QUICK),
        conversation.verbatim(chat.on_verbatim, [notebook], everything, **QUICK),
        toolbar.fresh(chat.on_fresh, [notebook], everything, **QUICK),
        toolbar.open(chat.on_open, [notebook], everything, **QUICK),
        toolbar.discard(chat.on_delete, [notebook], everything, **QUICK),
        page.load(chat.on_load, [notebook], shown, **QUICK),
    ]
    for event in redrawn:
        # Afterwards, since each suggestion is asked before it is offered.
        event.then(chat.on_offer, [notebook], [offered], **QUICK)
    conversation.cite(chat.on_cite, [notebook], [source], **QUICK)
    conversation.passage(chat.on_passage, [notebook], [source], **QUICK)
    conversation.rate(chat.on_rate, [notebook], [status], **QUICK)


def _docx_of(chat: Chat) -> Any:
    # Gradio marks the function it is given, which a bound method does not allow.
    def docx(queries: list[dict[str, Any]]) -> str:
        return chat.docx(queries)

    return docx


def _status_line(lang: Lang) -> str:
    busy = tag("p", escape(say.BUSY.text(lang)), class_="busy", role="status", hidden=True)
    lost = tag("p", escape(say.CONNECTION_LOST.text(lang)), class_="lost", hidden=True)
    error = tag("span", escape(say.GRADIO_WORDS["common.error"].text(lang)), class_="error", hidden=True)
    return '<p class="done" role="status" aria-live="polite">${value}</p>' + busy + lost + error


def _composer(lang: Lang) -> tuple[gr.Textbox, gr.Button]:
    with gr.Row(elem_id="composer"):
        question = gr.Textbox(
            label=say.QUESTION.text(lang),
            placeholder=say.QUESTION_HINT.text(lang),
            elem_id="question",
            max_lines=4,
            scale=8,
            container=False,
        )
        send = gr.Button(say.ASK.text(lang), variant="primary", elem_id="send", scale=0, min_width=88)
    return question, send


def _filters(services: Services, lang: Lang) -> list[gr.Dropdown]:
    documents = services.assistant.documents
    levels = {each.metadata.level for each in documents.values() if each.metadata.level}
    periods = {each.metadata.period for each in documents.values() if each.metadata.period}
    choices = (
        (say.SEARCH_IN, "filter-documents", [(short_title(each), doc_id) for doc_id, each in documents.items()]),
        (say.LEVEL_FILTER, "filter-levels", [(say.LEVEL_NAMES[each].text(lang), each.value) for each in levels]),
        (say.PERIOD_FILTER, "filter-periods", sorted((each, each) for each in periods)),
    )
    with gr.Accordion(say.FILTER.text(lang), open=False, elem_id="filters"), gr.Row():
        return [
            gr.Dropdown(options, value=[], multiselect=True, label=label.text(lang), elem_id=name)
            for label, name, options in choices
        ]
