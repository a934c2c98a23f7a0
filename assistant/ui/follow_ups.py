"""Questions to offer after an answer: of the usual next ones, those that the documents answer."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.messages import page as say
from assistant.records import Answer, Query, Status
from assistant.ui.conversation import Ask, Conversation
from assistant.ui.naming import whose
from corpus.records import Document

MOST_OFFERED = 3


def follow_ups(conversation: Conversation, answer: Answer, documents: Mapping[str, Document], ask: Ask) -> list[str]:
    """At most three questions, each of which would be answered as the next turn of this conversation."""
    if answer.status is Status.NOT_FOUND or not answer.citations:
        return []
    cited = {citation.doc_id for citation in answer.citations}
    name = whose(documents[answer.citations[0].doc_id])
    other = next((whose(each) for doc_id, each in documents.items() if doc_id not in cited), None)
    history = tuple(turn.question for turn in conversation.turns)
    offered: list[str] = []
    for pattern in say.FOLLOW_UP_QUESTIONS[answer.kind]:
        if name is None or ("{other}" in pattern and other is None):
            continue
        question = pattern.format(name=name, other=other)
        asked = question not in history
        if asked and ask(Query(question, history=history)).status is Status.ANSWERED:
            offered.append(question)
    return offered[:MOST_OFFERED]
