"""The tab of the typed facts: its components and what each event calls."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from assistant.facts_export import duties_table, sources_table, targets_table, to_xlsx
from assistant.messages import Lang, Message
from assistant.messages import page as say
from assistant.ui.chat_tab import QUICK, panel
from assistant.ui.documents_tab import Library
from assistant.ui.facts import Tables
from assistant.ui.markup import button, escape, tag
from assistant.ui.naming import short_title
from corpus.facts.collection import Facts
from corpus.records import Document


def build_facts(facts: Facts, library: Library, opened: list[Any]) -> None:
    """Lay out the tab; a pressed quote is drawn into `opened`, the components of the documents tab."""
    sections = facts_html(facts, library.documents, library.lang)
    drawn = panel(sections, "facts", "facts.js", server_functions=[_workbook_of(facts, library)])
    drawn.jump(library.on_jump, None, opened, **QUICK)


def facts_html(facts: Facts, documents: Mapping[str, Document], lang: Lang) -> str:
    """All tables, one shown at a time, with their filters."""
    tables = Tables(documents, lang)
    sources = facts.sources(documents.values())
    shown = (
        ("targets", say.TARGETS, tables.targets(facts.targets)),
        ("compared", say.COMPARE_TARGETS, tables.compared(facts.targets)),
        ("duties", say.DUTIES, tables.duties(facts.duties)),
        ("sources", say.SOURCES_TABLE, tables.sources(sources)),
        ("picture", say.CITED_BY, tables.picture(sources)),
    )
    choices = "".join(
        button(label.text(lang), class_="choice", data_show=name, aria_pressed="true" if at == 0 else "false")
        for at, (name, label, _) in enumerate(shown)
    )
    sections = "".join(
        tag("section", html, data_table=name, hidden=at > 0, aria_label=label.text(lang))
        for at, (name, label, html) in enumerate(shown)
    )
    help_text = tag("p", escape(say.FACTS_HELP.text(lang)), class_="help")
    return tag("div", choices, class_="choices") + help_text + _filters(documents, lang) + sections


def _filters(documents: Mapping[str, Document], lang: Lang) -> str:
    options = tag("option", escape(say.EVERY_DOCUMENT.text(lang)), value="")
    options += "".join(tag("option", escape(short_title(each)), value=each.id) for each in documents.values())
    return tag(
        "div",
        _labelled(say.FILTER_TEXT, '<input type="search" data-filter maxlength="200">', lang)
        + _labelled(say.FILTER_DOCUMENT, tag("select", options, data_filter=True), lang)
        + button(
            say.DOWNLOAD_XLSX.text(lang), class_="tool", data_xlsx=True, data_failed=say.DOWNLOAD_FAILED.text(lang)
        ),
        class_="filters",
        data_rows=say.ROWS.text(lang, count="#"),
    )


def _labelled(label: Message, field: str, lang: Lang) -> str:
    return tag("label", escape(label.text(lang)) + field)


def _workbook_of(facts: Facts, library: Library) -> Any:
    def workbook(name: str) -> str:
        """One of the tables as an .xlsx file, in base64."""
        match name:
            case "targets" | "compared":
                table = targets_table(facts.targets)
            case "duties":
                table = duties_table(facts.duties)
            case _:
                table = sources_table(facts.sources(library.documents.values()))
        return base64.b64encode(to_xlsx(table, library.lang)).decode()

    return workbook
