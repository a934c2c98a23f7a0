"""A question as it stood in its file, before it is checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from assistant.messages import Message
from eval.records import Fault, Gold

FIELDS: Final = ("id", "category", "style", "question", "history", "gold", "answer", "answer_keys", "note")
"""The fields of a question in the order of docs/interface.md."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stood: the line of the file, from 1, and the column as the file names it."""

    line: int
    column: str

    def fault(self, message: Message, **values: object) -> Fault:
        """A fault at this place."""
        return Fault(self.line, self.column, message, {name: str(value) for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class DraftGold:
    """A gold entry with the places of its document and of its quote."""

    gold: Gold
    document_at: Place
    quote_at: Place


@dataclass(frozen=True, slots=True)
class Draft:
    """A question whose fields have the right types and nothing else is known of; texts are stripped.

    `columns` names the columns that are called otherwise in the file.
    """

    line: int
    id: str
    category: str
    style: str
    question: str
    history: tuple[str, ...] = ()
    gold: tuple[DraftGold, ...] = ()
    answer: str = ""
    answer_keys: tuple[str, ...] = ()
    note: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)

    def at(self, name: str) -> Place:
        """The place of a field."""
        return Place(self.line, self.columns.get(name, name))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file held: the questions that could be read and what was wrong with the others."""

    drafts: tuple[Draft, ...]
    faults: tuple[Fault, ...]
