"""The page's named endpoints, for programs."""

from __future__ import annotations

from typing import Any

import gradio as gr
import msgspec

from assistant.records import Query
from assistant.ui.conversation import Ask


def build_api(ask: Ask) -> None:
    """Add the endpoints to an open Blocks."""

    def ask_documents(
        question: str, history: list[str] | None = None, doc_ids: list[str] | None = None, verbatim: bool = False
    ) -> dict[str, Any]:
        """Answer a question from the documents, every statement with the quotation it rests on.

        Parameters:
            question: the question, in Vietnamese, with or without diacritics
            history: the user's earlier questions, oldest first
            doc_ids: search only these documents; all when empty
            verbatim: search exactly what was typed, without restoring diacritics
        Returns:
            the answer with its citations, as docs/interface.md describes it
        """
        query = Query(question, history=tuple(history or ()), doc_ids=tuple(doc_ids or ()), verbatim=verbatim)
        answer: dict[str, Any] = msgspec.to_builtins(ask(query))
        return answer

    gr.api(ask_documents, api_name="ask", queue=False)
