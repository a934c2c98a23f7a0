"""The page's named endpoints, for programs; with `--mcp` they are tools for language models as well."""

from __future__ import annotations

import json
from typing import Any

import gradio as gr
import msgspec

from assistant.facts_export import to_json
from assistant.messages import Lang
from assistant.messages.errors import UserError, explain
from assistant.records import Query
from assistant.ui.conversation import Ask
from assistant.ui.services import Services
from corpus.library import select

_KINDS = ("targets", "duties", "sources")


def build_api(services: Services, ask: Ask, lang: Lang) -> None:
    """Add the endpoints to an open Blocks."""
    endpoints = Endpoints(services, ask, lang)
    gr.api(endpoints.ask, api_name="ask", queue=False)
    gr.api(endpoints.documents, api_name="documents", queue=False)
    gr.api(endpoints.document, api_name="document", queue=False)
    if services.facts is not None:
        gr.api(endpoints.facts, api_name="facts", queue=False)


class Endpoints:
    """What programs can ask; their docstrings are what the API page and the tools' descriptions show."""

    def __init__(self, services: Services, ask: Ask, lang: Lang) -> None:
        self._services = services
        self._ask = ask
        self._lang = lang

    def ask(
        self, question: str, history: list[str] | None = None, doc_ids: list[str] | None = None, verbatim: bool = False
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
        try:
            answer: dict[str, Any] = msgspec.to_builtins(self._ask(query))
        except UserError as error:
            raise gr.Error(explain(error, self._lang), print_exception=False) from error
        return answer

    def documents(self) -> list[dict[str, Any]]:
        """List the documents with what is known of each.

        Returns:
            one record a document: id, title, kind, number, date, issuer, locality, level, period, signer, inferred
        """
        documents = self._services.assistant.documents
        return [{"id": doc_id, **msgspec.to_builtins(each.metadata)} for doc_id, each in documents.items()]

    def document(self, doc_id: str) -> str:
        """Give the text of a document, exactly as offsets count in it.

        Parameters:
            doc_id: the document's id
        Returns:
            the text
        """
        try:
            return select(self._services.assistant.documents.values(), doc_id).text
        except UserError as error:
            raise gr.Error(explain(error, self._lang), print_exception=False) from error

    def facts(self, kind: str, doc_ids: list[str] | None = None) -> list[dict[str, Any]]:
        """List the typed facts: targets, duties or cited sources.

        Parameters:
            kind: "targets", "duties" or "sources"
            doc_ids: only of these documents; all when empty
        Returns:
            the records that docs/interface.md describes
        """
        documents = self._services.assistant.documents
        facts = self._services.facts
        if facts is None or kind not in _KINDS:
            raise gr.Error(", ".join(_KINDS), print_exception=False)
        chosen = facts.within(doc_ids) if doc_ids else facts
        match kind:
            case "targets":
                text = to_json(chosen.targets)
            case "duties":
                text = to_json(chosen.duties)
            case _:
                text = to_json(chosen.sources(documents.values()))
        records: list[dict[str, Any]] = json.loads(text)
        return records
