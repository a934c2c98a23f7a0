"""What the page needs, put together outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.feedback import Feedback
from assistant.records import Answer, Query
from corpus.facts.collection import Facts
from corpus.records import Document


class Answering(Protocol):
    """Answers questions over its documents; called from many threads at once."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents that can be asked about, by id."""
        ...

    def ask(self, query: Query) -> Answer:
        """The answer; the same for the same question."""
        ...


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What an evaluation gave: a summary in plain text and the report as a file."""

    summary: str
    report: Path


Evaluation = Callable[[Path, Callable[[int, int], None]], Evaluated]
"""Measures the answers to a file of questions; told how many are done of how many. Raises errors that explain."""

Workbook = Callable[[], bytes]
"""The typed facts as an .xlsx file."""


@dataclass(frozen=True, slots=True)
class Services:
    """The parts behind the page; a part that is None has no place on it."""

    assistant: Answering
    facts: Facts | None = None
    workbook: Workbook | None = None
    feedback: Feedback | None = None
    evaluation: Evaluation | None = None
