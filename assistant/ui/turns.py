"""Questions and answers as HTML. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.messages import Lang, Message
from assistant.messages import page as say
from assistant.records import Answer, Citation, Status
from assistant.ui.markup import button, escape, rich_text, tag
from corpus.records import Document

MOST_EXAMPLES = 6


def conversation_html(answers: Sequence[Answer], documents: Mapping[str, Document], lang: Lang) -> str:
    """A whole conversation, or the greeting while there is none."""
    if not answers:
        return greeting_html(documents, lang)
    return "".join(_turn(answer, position, lang) for position, answer in enumerate(answers))


def greeting_html(documents: Mapping[str, Document], lang: Lang) -> str:
    """What the page says before the first question: what it can answer, with examples to press."""
    kinds = "".join(tag("li", escape(kind.text(lang))) for kind in say.CAN_ANSWER_KINDS)
    asked = "".join(
        tag("li", button(question, class_="example", data_ask=question)) for question in examples(documents, lang)
    )
    return tag(
        "section",
        tag("h2", escape(say.GREETING.text(lang)))
        + tag("p", escape(say.GREETING_HELP.text(lang)), class_="help")
        + tag("p", escape(say.CAN_ANSWER.text(lang)), class_="caption")
        + tag("ul", kinds, class_="kinds")
        + tag("h3", escape(say.EXAMPLES_TITLE.text(lang)), class_="caption")
        + tag("ul", asked, class_="examples"),
        class_="greeting",
    )


def examples(documents: Mapping[str, Document], lang: Lang) -> list[str]:
    """Six questions that these documents can answer."""
    fitting = [question for needed, question in say.EXAMPLES if all(doc_id in documents for doc_id in needed)]
    for document in documents.values():
        sections = document.structure.sections[1:]
        if len(fitting) >= MOST_EXAMPLES or not sections:
            continue
        title = short_title(document)
        fitting.append(say.EXAMPLE_OF_SECTION.text(lang, title=title, section=sections[-1].title))
    return fitting[:MOST_EXAMPLES]


def short_title(document: Document) -> str:
    """A document's name in a few words: what it is and whose."""
    about = document.metadata
    whose = about.locality.split(",")[0] if about.locality else about.issuer
    if about.kind is None or whose is None:
        return about.title
    number = f" {about.number}" if about.number else ""
    return f"{about.kind}{number} – {whose}"


def _turn(answer: Answer, position: int, lang: Lang) -> str:
    asked = tag("span", escape(say.YOU.text(lang)), class_="unseen") + escape(answer.question)
    return tag(
        "article",
        tag("h3", asked, class_="asked") + tag("div", _answer(answer, position, lang), class_="answer"),
        class_="turn",
        data_turn=position,
    )


def _answer(answer: Answer, position: int, lang: Lang) -> str:
    known = {citation.n: citation for citation in answer.citations}

    def cite(n: int) -> str:
        return _cite(known[n], position, lang) if n in known else f"[{n}]"

    parts = [
        tag("p", badges(answer, lang), class_="badges"),
        _understood(answer, lang),
        tag("div", rich_text(answer.answer, cite), class_="said"),
        _sources(answer.citations, position, lang),
        tag("p", _copy(lang), class_="tools"),
    ]
    return "".join(parts)


def badges(answer: Answer, lang: Lang) -> str:
    """The kind of the question, and that nothing was found where nothing was."""
    kind = tag("span", escape(say.KIND_NAMES[answer.kind].text(lang)), class_=f"badge {answer.kind.value}")
    if answer.status is Status.ANSWERED:
        return kind
    return kind + " " + tag("span", escape(say.NOT_FOUND_BADGE.text(lang)), class_="badge missing")


def _understood(answer: Answer, lang: Lang) -> str:
    if answer.resolved_question.strip() == answer.question.strip():
        return ""
    label = tag("span", escape(say.UNDERSTOOD.text(lang)))
    return tag("p", f"{label} {tag('q', escape(answer.resolved_question))}", class_="understood")


def _cite(citation: Citation, position: int, lang: Lang) -> str:
    label = say.SEE_SOURCE.text(lang, n=citation.n, title=citation.title)
    return button(
        str(citation.n), class_="cite", data_turn=position, data_cite=citation.n, aria_label=label, title=label
    )


def _sources(citations: Sequence[Citation], position: int, lang: Lang) -> str:
    if not citations:
        return ""
    items = "".join(tag("li", _source(citation, position, lang)) for citation in citations)
    return tag("h4", escape(say.SOURCES.text(lang)), class_="caption") + tag("ol", items, class_="sources")


def _source(citation: Citation, position: int, lang: Lang) -> str:
    return _cite(citation, position, lang) + tag("span", escape(place(citation, lang)), class_="place")


def place(citation: Citation, lang: Lang) -> str:
    """Where a citation stands: document, section, page."""
    page = () if citation.page is None else (say.PAGE.text(lang, page=citation.page),)
    return " › ".join((citation.title, *citation.section, *page))


def _copy(lang: Lang) -> str:
    return _tool(say.COPY, lang, data_copy=True, data_done=say.COPIED.text(lang))


def _tool(label: Message, lang: Lang, **values: str | int | bool | None) -> str:
    return button(label.text(lang), class_="tool", **values)
