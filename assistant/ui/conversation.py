"""Conversations as the browser keeps them: questions only, since the same question always has the same answer.

Nothing of a conversation stays on the server, so two visitors cannot meet in one, and no answer grows stale in a
browser's store after its document was read anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

import msgspec

from assistant.records import Answer, Query

Ask = Callable[[Query], Answer]

# A browser's store holds about 5 MB and every question sends it whole; this many stay far below 100 kB.
MOST_CONVERSATIONS = 40


@dataclass(frozen=True, slots=True)
class Turn:
    """One question as it was asked; `doc_ids` empty means all documents."""

    question: str
    doc_ids: tuple[str, ...] = ()
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Conversation:
    """Questions that follow one another, oldest first."""

    id: str
    turns: tuple[Turn, ...] = ()

    def query(self, position: int) -> Query:
        """The question at a position with the ones before it."""
        turn = self.turns[position]
        history = tuple(earlier.question for earlier in self.turns[:position])
        return Query(turn.question, history=history, doc_ids=turn.doc_ids, verbatim=turn.verbatim)

    def answers(self, ask: Ask) -> tuple[Answer, ...]:
        """The answers to all its questions."""
        return tuple(ask(self.query(position)) for position in range(len(self.turns)))


def _fresh() -> Conversation:
    return Conversation(uuid4().hex)


@dataclass(frozen=True, slots=True)
class Notebook:
    """All conversations of one browser, newest last; `current` is the one on the screen."""

    current: Conversation = field(default_factory=_fresh)
    others: tuple[Conversation, ...] = ()

    def asked(self, turn: Turn) -> Notebook:
        """With one more question in the current conversation."""
        return replace(self, current=replace(self.current, turns=(*self.current.turns, turn)))

    def amended(self, position: int, turn: Turn) -> Notebook:
        """With the question at a position put differently, and those after it dropped."""
        return replace(self, current=replace(self.current, turns=(*self.current.turns[:position], turn)))

    def fresh(self) -> Notebook:
        """With a new conversation on the screen; an empty one is not kept."""
        return Notebook(_fresh(), self._kept())

    def opened(self, conversation_id: str) -> Notebook:
        """With another conversation on the screen; unchanged when there is none of that id."""
        for conversation in self.others:
            if conversation.id == conversation_id:
                rest = tuple(other for other in self._kept() if other.id != conversation_id)
                return Notebook(conversation, rest)
        return self

    def without_current(self) -> Notebook:
        """With the current conversation deleted."""
        return Notebook(_fresh(), self.others)

    def _kept(self) -> tuple[Conversation, ...]:
        kept = (*self.others, self.current) if self.current.turns else self.others
        return kept[-MOST_CONVERSATIONS:]


def load(stored: Any) -> Notebook:
    """The notebook that a browser sent back; an empty one when what it sent is not a notebook."""
    try:
        return msgspec.convert(stored, Notebook)
    except msgspec.ValidationError:
        return Notebook()


def dump(notebook: Notebook) -> Any:
    """The notebook as plain JSON values."""
    return msgspec.to_builtins(notebook)
