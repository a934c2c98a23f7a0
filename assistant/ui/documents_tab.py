"""The tab where documents are read: its components and what each event calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from assistant.messages import Lang
from assistant.ui.chat_tab import QUICK, panel
from assistant.ui.documents import Reading, find, list_html, reading_html
from assistant.ui.links import linked
from assistant.ui.services import Doubts
from corpus.records import Document

TAB = "documents"


@dataclass(frozen=True, slots=True)
class Library:
    """What happens when a document is chosen or searched."""

    documents: Mapping[str, Document]
    doubts: Doubts
    lang: Lang

    def show(self, reading: Reading) -> tuple[str, str]:
        """The list and the document that is open."""
        doubtful = replace(reading, doubts=tuple(self.doubts(reading.document)))
        return list_html(self.documents, reading.document.id, self.lang), reading_html(doubtful, self.lang)

    def on_choose(self, event: gr.EventData) -> tuple[str, str]:
        """Another document was chosen."""
        return self.show(Reading(self.documents[str(event.doc)]))

    def on_find(self, event: gr.EventData) -> tuple[str, str]:
        """Words are sought, or the next place of them."""
        document, sought = self.documents[str(event.doc)], str(event.sought).strip()
        return self.show(Reading(document, find(document, sought), int(event.at), sought))

    def on_link(self, request: gr.Request) -> tuple[Any, Any, Any]:
        """The page was opened: with a link to a place, that place is shown."""
        place = linked(dict(request.query_params), self.documents)
        if place is None:
            return gr.skip(), gr.skip(), gr.skip()
        marked = () if place.span is None else (place.span,)
        return gr.Tabs(selected=TAB), *self.show(Reading(place.document, marked))

    def on_jump(self, event: gr.EventData) -> tuple[Any, str, str]:
        """A place was pressed elsewhere on the page."""
        place = linked({"doc": str(event.doc), "at": str(event.at)}, self.documents)
        document = self.documents[str(event.doc)]
        marked = () if place is None or place.span is None else (place.span,)
        return gr.Tabs(selected=TAB), *self.show(Reading(document, marked))


def build_documents(page: gr.Blocks, tabs: gr.Tabs, library: Library) -> list[Any]:
    """Lay out the tab and wire it; gives the components that `Library.on_jump` draws."""
    first = next(iter(library.documents.values()))
    with gr.Row(elem_id="library"):
        with gr.Column(elem_id="shelf", scale=0, min_width=220):
            choices, text = library.show(Reading(first))
            listed = panel(choices, "document-list", "documents.js")
        with gr.Column(elem_id="desk", scale=1):
            reading = panel(text, "reading", "reading.js")
    listed.choose(library.on_choose, None, [listed, reading], **QUICK)
    reading.find(library.on_find, None, [listed, reading], **QUICK)
    page.load(library.on_link, None, [tabs, listed, reading], **QUICK)
    return [tabs, listed, reading]
