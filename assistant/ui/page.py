"""The whole page, put together from its tabs."""

from __future__ import annotations

from functools import lru_cache

import gradio as gr

from assistant.messages import Lang
from assistant.messages import page as say
from assistant.ui.api import build_api
from assistant.ui.chat_tab import build_chat
from assistant.ui.documents_tab import TAB as DOCUMENTS
from assistant.ui.documents_tab import Library, build_documents
from assistant.ui.evaluation_tab import build_evaluation
from assistant.ui.facts_tab import build_facts
from assistant.ui.markup import escape, tag
from assistant.ui.services import Doubts, Services

# Answers that are kept at hand to draw a conversation again; each is a few kilobytes.
_ANSWERS_KEPT = 512


def build_page(services: Services, lang: Lang) -> gr.Blocks:
    """The page over an assistant; the answers come from `services`, the page only shows them."""
    ask = lru_cache(maxsize=_ANSWERS_KEPT)(services.assistant.ask)
    # Found once a document, when it is first shown.
    doubts: Doubts = lru_cache(maxsize=None)(services.doubts or (lambda _: ()))
    count = len(services.assistant.documents)
    with gr.Blocks(title=say.TITLE.text(lang), analytics_enabled=False, fill_width=True) as page:
        gr.HTML(
            tag("h1", escape(say.TITLE.text(lang))) + tag("p", escape(say.TAGLINE.text(lang, count=count))),
            elem_id="masthead",
            js_on_load=None,
            apply_default_css=False,
        )
        library = Library(services.assistant.documents, doubts, lang)
        with gr.Tabs(elem_id="tabs", overflow_behavior="wrap") as tabs:
            with gr.Tab(say.TAB_ASK.text(lang), id="ask", elem_id="tab-ask"):
                build_chat(page, services, ask, doubts, lang)
            # Drawn with the page, not when first opened: a link may lead straight into it.
            with gr.Tab(say.TAB_DOCUMENTS.text(lang), id=DOCUMENTS, elem_id="tab-documents", render_children=True):
                opened = build_documents(page, tabs, library)
            if services.facts is not None:
                with gr.Tab(say.TAB_FACTS.text(lang), id="facts", elem_id="tab-facts"):
                    build_facts(services.facts, library, opened)
            if services.evaluation is not None or services.feedback is not None:
                with gr.Tab(say.TAB_EVALUATION.text(lang), id="evaluation", elem_id="tab-evaluation"):
                    build_evaluation(services.evaluation, services.feedback, lang)
        build_api(services, ask, lang)
    return page
