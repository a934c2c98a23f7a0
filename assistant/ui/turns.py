"""Questions and answers as HTML. Pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import msgspec

from assistant.export import place
from assistant.messages import Lang, Message
from assistant.messages import page as say
from assistant.records import Answer, Citation, Query, RankedPassage, Status
from assistant.ui.conversation import Conversation
from assistant.ui.markup import button, escape, rich_text, tag
from assistant.ui.naming import short_title
from corpus.records import Document, Span

MOST_NEAREST = 3
_EXCERPT = 220  # characters of a nearest passage

Elsewhere = Callable[[RankedPassage], Sequence[str]]
"""The ids of the other documents that say the same as a passage."""


def conversation_html(
    conversation: Conversation,
    answers: Sequence[Answer],
    documents: Mapping[str, Document],
    lang: Lang,
    elsewhere: Elsewhere = lambda _: (),
) -> str:
    """A whole conversation, one answer a turn; `elsewhere` names the other documents that a passage stands in."""
    drawn = _Turns(conversation, documents, lang, elsewhere)
    return "".join(drawn.turn(answer, position) for position, answer in enumerate(answers))


def offered_html(questions: Sequence[str], lang: Lang) -> str:
    """Questions to ask next, to press; nothing when there are none."""
    if not questions:
        return ""
    items = "".join(tag("li", button(question, class_="chip", data_ask=question)) for question in questions)
    caption = tag("span", escape(say.FOLLOW_UPS.text(lang)), class_="caption", id="offered-caption")
    return caption + tag("ul", items, aria_labelledby="offered-caption")


class _Turns:
    """Draws the turns of one conversation."""

    def __init__(
        self, conversation: Conversation, documents: Mapping[str, Document], lang: Lang, elsewhere: Elsewhere
    ) -> None:
        self._conversation = conversation
        self._documents = documents
        self._lang = lang
        self._elsewhere = elsewhere

    def turn(self, answer: Answer, position: int) -> str:
        """One question and its answer; the query rides along for the download."""
        query = self._conversation.query(position)
        asked = tag("span", escape(say.YOU.text(self._lang)), class_="unseen") + escape(answer.question)
        return tag(
            "article",
            tag("h2", asked, class_="asked") + tag("div", self._answer(answer, query, position), class_="answer"),
            class_="turn",
            data_turn=position,
            data_query=json.dumps(msgspec.to_builtins(query), ensure_ascii=False),
        )

    def _answer(self, answer: Answer, query: Query, position: int) -> str:
        known = {citation.n: citation for citation in answer.citations}

        def cite(n: int) -> str:
            return self._cite(known[n], position) if n in known else f"[{n}]"

        return "".join(
            (
                tag("p", badges(answer, self._lang), class_="badges"),
                self._understood(answer, query, position),
                self._scope(query),
                tag("div", rich_text(answer.answer, cite), class_="said"),
                self._sources(answer.citations, position),
                self._nearest(answer, position),
                self._tools(),
            )
        )

    def _understood(self, answer: Answer, query: Query, position: int) -> str:
        if query.verbatim:
            return tag("p", escape(say.VERBATIM_DONE.text(self._lang)), class_="understood")
        if answer.resolved_question.strip() == answer.question.strip():
            return ""
        label = tag("span", escape(say.UNDERSTOOD.text(self._lang)))
        again = button(say.VERBATIM.text(self._lang), class_="link", data_verbatim=position)
        return tag("p", f"{label} {tag('q', escape(answer.resolved_question))} {again}", class_="understood")

    def _scope(self, query: Query) -> str:
        if not query.doc_ids:
            return ""
        names = "; ".join(short_title(self._documents[each]) for each in query.doc_ids if each in self._documents)
        return tag("p", escape(say.SEARCHED_ONLY.text(self._lang, names=names)), class_="understood")

    def _cite(self, citation: Citation, position: int) -> str:
        label = say.SEE_SOURCE.text(self._lang, n=citation.n, title=citation.title)
        return button(
            str(citation.n), class_="cite", data_turn=position, data_cite=citation.n, aria_label=label, title=label
        )

    def _sources(self, citations: Sequence[Citation], position: int) -> str:
        if not citations:
            return ""
        items = "".join(tag("li", self._source(citation, position)) for citation in citations)
        caption = tag("h3", escape(say.SOURCES.text(self._lang)), class_="caption")
        return caption + tag("ol", items, class_="sources")

    def _source(self, citation: Citation, position: int) -> str:
        # The answer names the document in full; here a short name leaves room for the section.
        document = self._documents[citation.doc_id]
        where = tag("span", escape(place(replace(citation, title=short_title(document)), self._lang)), class_="place")
        quote = tag("q", escape(" ".join(citation.quote.split())), class_="print-only")
        return self._cite(citation, position) + tag("span", where + quote)

    def _nearest(self, answer: Answer, position: int) -> str:
        if answer.status is Status.ANSWERED or not answer.passages:
            return ""
        items = []
        for rank, passage in enumerate(answer.passages[:MOST_NEAREST]):
            document = self._documents[passage.doc_id]
            text = " ".join(Span(passage.start, passage.end).of(document.text).split())
            excerpt = text if len(text) <= _EXCERPT else text[:_EXCERPT].rsplit(" ", 1)[0] + "…"
            label = say.OPEN_PASSAGE.text(self._lang)
            opener = button(label, class_="tool", data_turn=position, data_passage=rank)
            head = tag("span", escape(short_title(document)), class_="place")
            items.append(tag("li", tag("span", f"{head}<br>{escape(excerpt)}{self._also(passage)}") + opener))
        caption = tag("h3", escape(say.NEAREST_PASSAGES.text(self._lang)), class_="caption")
        return caption + tag("ul", "".join(items), class_="sources nearest")

    def _also(self, passage: RankedPassage) -> str:
        """The other documents that say the same: the list shows such a passage once."""
        others = ", ".join(short_title(self._documents[doc_id]) for doc_id in self._elsewhere(passage))
        return f"<br>{escape(say.ALSO_IN.text(self._lang, documents=others))}" if others else ""

    def _tools(self) -> str:
        tools = (
            self._tool(say.COPY, data_copy=True, data_done=say.COPIED.text(self._lang)),
            self._tool(say.DOWNLOAD_ANSWER, data_docx="answer", data_failed=say.DOWNLOAD_FAILED.text(self._lang)),
            self._tool(say.GOOD, data_rate="good", aria_pressed="false"),
            self._tool(say.BAD, data_rate="bad", aria_expanded="false"),
        )
        field = tag("input", type="text", class_="reason", maxlength=1000).removesuffix("</input>")
        label = tag("label", escape(say.REASON.text(self._lang)) + field)
        form = tag("form", label + tag("button", escape(say.SEND_REASON.text(self._lang)), class_="tool"), hidden=True)
        return tag("div", "".join(tools), class_="tools") + form

    def _tool(self, label: Message, **values: str | int | bool | None) -> str:
        return button(label.text(self._lang), class_="tool", **values)


def badges(answer: Answer, lang: Lang) -> str:
    """The kind of the question, and that nothing was found where nothing was."""
    kind = tag("span", escape(say.KIND_NAMES[answer.kind].text(lang)), class_=f"badge {answer.kind.value}")
    if answer.status is Status.ANSWERED:
        return kind
    return kind + " " + tag("span", escape(say.NOT_FOUND_BADGE.text(lang)), class_="badge missing")
