"""What the page says before the first question, and the bar of conversations above it. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.messages import Lang
from assistant.messages import page as say
from assistant.ui.conversation import Conversation, Notebook
from assistant.ui.markup import button, escape, tag
from assistant.ui.naming import short_title
from corpus.records import Document

MOST_EXAMPLES = 6
_LONGEST_NAME = 60  # characters of a conversation's first question in the list


def greeting_html(documents: Mapping[str, Document], lang: Lang) -> str:
    """What the page can answer, with examples to press."""
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
    """Up to six questions about these documents: written ones where they fit, then one of each one's headings."""
    fitting = [question for needed, question in say.EXAMPLES if all(doc_id in documents for doc_id in needed)]
    for document in documents.values():
        if len(fitting) >= MOST_EXAMPLES:
            break
        headed = [section.title for section in document.structure.sections[1:] if any(map(str.isalpha, section.title))]
        if headed:
            fitting.append(say.EXAMPLE_OF_SECTION.text(lang, title=short_title(document), section=headed[-1]))
    return fitting[:MOST_EXAMPLES]


def toolbar_html(notebook: Notebook, lang: Lang) -> str:
    """The conversations of this browser and what can be done with the current one."""
    listed = (notebook.current, *reversed(notebook.others))
    options = "".join(
        tag("option", escape(_name(each, lang)), value=each.id, selected=each is notebook.current) for each in listed
    )
    choice = tag("select", options, aria_label=say.TOOLBAR.text(lang), data_open=True)
    started = bool(notebook.current.turns)
    sure, failed = say.DELETE_SURE.text(lang), say.DOWNLOAD_FAILED.text(lang)
    buttons = (
        button(say.NEW_CONVERSATION.text(lang), class_="tool", data_fresh=True, disabled=not started),
        button(say.DELETE_CONVERSATION.text(lang), class_="tool", data_delete=sure, disabled=not started),
        button(
            say.DOWNLOAD_CONVERSATION.text(lang),
            class_="tool",
            data_docx="all",
            data_failed=failed,
            disabled=not started,
        ),
        button(say.PRINT.text(lang), class_="tool", data_print=True, disabled=not started),
    )
    return choice + "".join(buttons)


def _name(conversation: Conversation, lang: Lang) -> str:
    if not conversation.turns:
        return say.EMPTY_CONVERSATION.text(lang)
    first = " ".join(conversation.turns[0].question.split())
    return first if len(first) <= _LONGEST_NAME else first[:_LONGEST_NAME].rstrip() + "…"
