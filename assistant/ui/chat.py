"""Callbacks of the tab where questions are asked; they only call and format, and hold no state of any visitor."""

from __future__ import annotations

import base64
import logging
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr
import msgspec

from assistant.export import answers_docx
from assistant.feedback import Opinion, Verdict
from assistant.messages import Lang
from assistant.messages import page as say
from assistant.records import Answer, Query, Status
from assistant.ui.conversation import Ask, Notebook, Turn, dump, load
from assistant.ui.follow_ups import follow_ups
from assistant.ui.greeting import greeting_html, toolbar_html
from assistant.ui.scope import chosen
from assistant.ui.services import Doubts, Services
from assistant.ui.source import empty_html, passage_html, source_html
from assistant.ui.turns import conversation_html, offered_html

_LOG = logging.getLogger(__name__)
# Turns in one download; a conversation is far shorter, and a request could ask for anything.
_MOST_EXPORTED = 200

Shown = tuple[Any, str, str]
"""The browser's notebook, the toolbar, the conversation."""
Everything = tuple[Any, ...]
"""`Shown`, then the source panel, the question box and the status line."""


@dataclass(frozen=True, slots=True)
class Chat:
    """What happens when something is pressed or sent."""

    services: Services
    ask: Ask
    doubts: Doubts
    lang: Lang

    def show(self, notebook: Notebook) -> Shown:
        """Everything that is drawn from the notebook alone."""
        toolbar = toolbar_html(notebook, self.lang)
        documents = self.services.assistant.documents
        conversation = notebook.current
        if not conversation.turns:
            return dump(notebook), toolbar, greeting_html(documents, self.lang)
        answers = conversation.answers(self.ask)
        elsewhere = self.services.assistant.elsewhere
        return dump(notebook), toolbar, conversation_html(conversation, answers, documents, self.lang, elsewhere)

    def source(self, notebook: Notebook, turn: int, n: int) -> str:
        """The source panel for a citation of an answer."""
        answer = self.ask(notebook.current.query(turn))
        cited = next((each for each in answer.citations if each.n == n), None)
        if cited is None:
            return empty_html(self.lang)
        document = self.services.assistant.documents[cited.doc_id]
        return source_html(answer, n, document, turn, self.lang, self.doubts(document))

    def on_ask(
        self, stored: Any, question: str, doc_ids: Sequence[str], levels: Sequence[str], periods: Sequence[str]
    ) -> Everything:
        """A question was sent."""
        scope = chosen(self.services.assistant.documents, doc_ids, levels, periods)
        if scope is None:
            return (*[gr.skip()] * 5, say.FILTER_EMPTY.text(self.lang))
        return self._answered(load(stored).asked(Turn(question.strip(), scope)))

    def on_pressed_question(
        self, stored: Any, doc_ids: Sequence[str], levels: Sequence[str], periods: Sequence[str], event: gr.EventData
    ) -> Everything:
        """An example or a suggested question was pressed."""
        return self.on_ask(stored, str(event.question), doc_ids, levels, periods)

    def on_verbatim(self, stored: Any, event: gr.EventData) -> Everything:
        """A question is to be searched as it was typed."""
        notebook = load(stored)
        turn = notebook.current.turns[int(event.turn)]
        return self._answered(notebook.amended(int(event.turn), replace(turn, verbatim=True)))

    def _answered(self, notebook: Notebook) -> Everything:
        turn = len(notebook.current.turns) - 1
        try:
            answer = self.ask(notebook.current.query(turn))
            first = answer.citations[0].n if answer.citations else 0
            return (*self.show(notebook), self.source(notebook, turn, first), "", self._status(answer))
        except Exception:
            # The visitor keeps page and question; the operator finds the cause in the log.
            _LOG.exception("no answer to %r", notebook.current.turns[turn].question)
            return (*[gr.skip()] * 5, say.SERVER_ERROR.text(self.lang))

    def on_cite(self, stored: Any, event: gr.EventData) -> str:
        """A citation was pressed."""
        return self.source(load(stored), int(event.turn), int(event.n))

    def on_passage(self, stored: Any, event: gr.EventData) -> str:
        """One of the nearest passages was pressed."""
        turn, rank = int(event.turn), int(event.rank)
        passage = self.ask(load(stored).current.query(turn)).passages[rank]
        return passage_html(passage, self.services.assistant.documents[passage.doc_id], turn, rank, self.lang)

    def on_offer(self, stored: Any) -> str:
        """An answer has been drawn: what could be asked next."""
        conversation = load(stored).current
        if not conversation.turns:
            return ""
        answer = self.ask(conversation.query(len(conversation.turns) - 1))
        documents = self.services.assistant.documents
        return offered_html(follow_ups(conversation, answer, documents, self.ask), self.lang)

    def on_load(self, stored: Any) -> tuple[Any, ...]:
        """The page was opened: the conversation that this browser had last."""
        notebook = load(stored)
        if not (notebook.current.turns or notebook.others):
            # Nothing to add to the page as it came; and whoever was quick to ask must not lose the answer.
            return gr.skip(), gr.skip(), gr.skip()
        return self.show(notebook)

    def on_fresh(self, stored: Any) -> Everything:
        """A new conversation."""
        return self._turned_to(load(stored).fresh())

    def on_open(self, stored: Any, event: gr.EventData) -> Everything:
        """Another conversation."""
        return self._turned_to(load(stored).opened(str(event.id)))

    def on_delete(self, stored: Any) -> Everything:
        """The current conversation is to go."""
        return self._turned_to(load(stored).without_current())

    def _turned_to(self, notebook: Notebook) -> Everything:
        return (*self.show(notebook), empty_html(self.lang), "", "")

    def on_rate(self, stored: Any, event: gr.EventData) -> str:
        """An answer was judged: what to say to that."""
        if self.services.feedback is None:
            return ""
        query = load(stored).current.query(int(event.turn))
        opinion = Opinion(query, self.ask(query), Verdict(str(event.verdict)), str(event.reason))
        try:
            self.services.feedback.add(opinion)
        except (OSError, sqlite3.Error):
            _LOG.exception("feedback not kept")
            return say.NOT_KEPT.text(self.lang)
        return say.THANKS.text(self.lang)

    def docx(self, queries: list[dict[str, Any]]) -> str:
        """The answers to some queries as a Word file, in base64."""
        wanted = msgspec.convert(queries[:_MOST_EXPORTED], list[Query])
        return base64.b64encode(answers_docx([self.ask(query) for query in wanted], self.lang)).decode()

    def _status(self, answer: Answer) -> str:
        if answer.status is Status.NOT_FOUND:
            return say.NOTHING_FOUND.text(self.lang)
        return say.ANSWER_READY.text(self.lang, count=len(answer.citations))
