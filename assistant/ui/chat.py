"""The tab where questions are asked: its components, and callbacks that only call and format."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.messages import Lang
from assistant.messages import page as say
from assistant.records import Answer, Status
from assistant.ui.conversation import Ask, Notebook, Turn, dump, load
from assistant.ui.services import Services
from assistant.ui.source import empty_html, source_html
from assistant.ui.turns import conversation_html, short_title

_STATIC = Path(__file__).parent / "static"
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chat:
    """Callbacks of the tab; they hold no state of any visitor."""

    services: Services
    ask: Ask
    lang: Lang

    def show(self, notebook: Notebook) -> tuple[Any, str]:
        """The browser's notebook and the conversation on the screen."""
        answers = notebook.current.answers(self.ask)
        return dump(notebook), conversation_html(answers, self.services.assistant.documents, self.lang)

    def source(self, notebook: Notebook, turn: int, n: int) -> str:
        """The source panel for a citation of an answer."""
        answer = self.ask(notebook.current.query(turn))
        cited = next((each for each in answer.citations if each.n == n), None)
        if cited is None:
            return empty_html(self.lang)
        return source_html(answer, n, self.services.assistant.documents[cited.doc_id], turn, self.lang)

    def on_ask(self, stored: Any, question: str, doc_ids: Sequence[str]) -> tuple[Any, ...]:
        """A question was sent: notebook, conversation, source, question box, status."""
        notebook = load(stored).asked(Turn(question.strip(), tuple(doc_ids or ())))
        turn = len(notebook.current.turns) - 1
        try:
            answer = self.ask(notebook.current.query(turn))
        except Exception:
            # The visitor keeps page and question; the operator finds the cause in the log.
            _LOG.exception("no answer to %r", question)
            failed = say.SERVER_ERROR.text(self.lang)
            return gr.skip(), gr.skip(), gr.skip(), gr.skip(), failed
        first = answer.citations[0].n if answer.citations else 0
        return (*self.show(notebook), self.source(notebook, turn, first), "", self._status(answer))

    def on_example(self, stored: Any, doc_ids: Sequence[str], event: gr.EventData) -> tuple[Any, ...]:
        """An example or a suggested question was pressed."""
        return self.on_ask(stored, str(event.question), doc_ids)

    def on_cite(self, stored: Any, event: gr.EventData) -> str:
        """A citation was pressed."""
        return self.source(load(stored), int(event.turn), int(event.n))

    def on_load(self, stored: Any) -> tuple[Any, str]:
        """The page was opened: the conversation that this browser had last."""
        return self.show(load(stored))

    def _status(self, answer: Answer) -> str:
        if answer.status is Status.NOT_FOUND:
            return say.NOTHING_FOUND.text(self.lang)
        return say.ANSWER_READY.text(self.lang, count=len(answer.citations))


def build_chat(page: gr.Blocks, services: Services, ask: Ask, lang: Lang) -> None:
    """Lay out the tab inside an open Blocks and wire it."""
    chat = Chat(services, ask, lang)
    documents = services.assistant.documents
    # The secret only keeps the store from being read at a glance; it must outlive a restart of the server.
    notebook = gr.BrowserState(None, storage_key="nghiquyet-notebook", secret="nghiquyet")
    with gr.Row(elem_id="workspace"):
        with gr.Column(elem_id="talk"):
            conversation = gr.HTML(
                conversation_html((), documents, lang),
                elem_id="conversation",
                js_on_load=_script("conversation.js"),
                apply_default_css=False,
            )
            status = gr.HTML(
                "",
                html_template='<p role="status" aria-live="polite">${value}</p>',
                elem_id="status",
                js_on_load=None,
                apply_default_css=False,
            )
            with gr.Row(elem_id="composer"):
                question = gr.Textbox(
                    label=say.QUESTION.text(lang),
                    placeholder=say.QUESTION_HINT.text(lang),
                    elem_id="question",
                    max_lines=4,
                    scale=8,
                    container=False,
                    autofocus=True,
                )
                send = gr.Button(say.ASK.text(lang), variant="primary", elem_id="send", scale=0, min_width=88)
            chosen = gr.Dropdown(
                [(short_title(document), doc_id) for doc_id, document in documents.items()],
                value=[],
                multiselect=True,
                label=say.SEARCH_IN.text(lang),
                elem_id="documents-filter",
            )
        with gr.Column(elem_id="beside"):
            source = gr.HTML(
                empty_html(lang), elem_id="source", js_on_load=_script("source.js"), apply_default_css=False
            )
    shown = [notebook, conversation]
    everything = [*shown, source, question, status]
    gr.on([send.click, question.submit], chat.on_ask, [notebook, question, chosen], everything, **_QUICK)
    conversation.ask(chat.on_example, [notebook, chosen], everything, **_QUICK)
    conversation.cite(chat.on_cite, [notebook], [source], **_QUICK)
    page.load(chat.on_load, [notebook], shown, **_QUICK)


# Answers take milliseconds: no queue, no progress layer, and no name in the public interface.
_QUICK: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}


def _script(name: str) -> str:
    return (_STATIC / name).read_text(encoding="utf-8")
