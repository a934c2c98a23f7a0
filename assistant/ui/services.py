"""What the page needs, put together outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.feedback import Feedback
from assistant.records import Answer, Query, RankedPassage
from corpus.facts.collection import Facts
from corpus.records import Document
from corpus.slips import Slip


class Answering(Protocol):
    """Answers questions over its documents; called from many threads at once."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents that can be asked about, by id."""
        ...

    def ask(self, query: Query) -> Answer:
        """The answer; the same for the same question."""
        ...

    def elsewhere(self, passage: RankedPassage) -> Sequence[str]:
        """The ids of the other documents that say the same as a passage of an answer."""
        ...


@dataclass(frozen=True, slots=True)
class Report:
    """A report as a page of its own (HTML without outside parts) and as a workbook; `run` names the run."""

    run: str
    html: str
    xlsx: bytes | None


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no report: one sentence a line, for the visitor."""

    text: str


Progress = Callable[[int, int], None]
"""Told how many questions are done, and of how many."""


class Evaluation(Protocol):
    """Measures the answers to a question set and keeps each run."""

    def template(self) -> bytes:
        """A question set to fill in, as .xlsx."""
        ...

    def runs(self) -> Sequence[str]:
        """The names of the runs so far, newest first."""
        ...

    def run(self, data: bytes, filename: str, progress: Progress) -> Report | Refused:
        """Ask every question of a file and report on the answers."""
        ...

    def compare(self, before: str, after: str) -> Report | Refused:
        """What changed between two runs."""
        ...


Doubts = Callable[[Document], Sequence[Slip]]
"""The places of a document that were probably misread by OCR."""


@dataclass(frozen=True, slots=True)
class Services:
    """The parts behind the page; a part that is None has no place on it."""

    assistant: Answering
    facts: Facts | None = None
    feedback: Feedback | None = None
    evaluation: Evaluation | None = None
    doubts: Doubts | None = None
