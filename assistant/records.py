"""What is asked and what is answered; the JSON form of these records is `docs/interface.md`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Whether the documents answer the question."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"


class Kind(StrEnum):
    """What is asked for."""

    TARGET = "target"
    DUTY = "duty"
    SOURCE = "source"
    CONTENT = "content"
    COMPARISON = "comparison"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Query:
    """A question with the user's earlier turns, oldest first; `doc_ids` empty means all documents.

    With `verbatim` the question is searched as typed: no diacritics restored, no slip corrected.
    """

    question: str
    id: str = ""
    history: tuple[str, ...] = ()
    doc_ids: tuple[str, ...] = ()
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a statement stands: `quote` is exactly `text[start:end]` of the document, `n` its number in the answer."""

    n: int
    doc_id: str
    title: str
    section: tuple[str, ...]
    page: int | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A passage found for a question; a higher score is better."""

    doc_id: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: every statement in `answer` carries the [n] of its citation; `passages` are the ten best.

    `notice` tells the user what went otherwise than asked, such as a writer that could not be used; "" mostly.
    """

    id: str
    question: str
    status: Status
    kind: Kind
    answer: str
    citations: tuple[Citation, ...]
    passages: tuple[RankedPassage, ...]
    resolved_question: str
    elapsed_ms: float
    notice: str = ""
