"""What a question set is made of and what measuring it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from assistant.messages import Lang, Message
from assistant.records import Answer, Query
from eval.names import Category, Failure, Measure, Style


@dataclass(frozen=True, slots=True)
class Gold:
    """A piece of a document that a right answer rests on: a verbatim quote, or with None the whole document.

    Whole documents are what most public retrieval sets judge; there, any place in the document is right.
    """

    doc_id: str
    quote: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what a right answer to it needs; `line` is where it stands in its file, from 1."""

    id: str
    category: Category
    style: Style
    question: str
    history: tuple[str, ...] = ()
    gold: tuple[Gold, ...] = ()
    answer: str = ""
    answer_keys: tuple[str, ...] = ()
    note: str = ""
    line: int = 0

    @property
    def answerable(self) -> bool:
        """Whether the documents answer it."""
        return self.category is not Category.UNANSWERABLE

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents of its gold, each once, in order."""
        return tuple(dict.fromkeys(gold.doc_id for gold in self.gold))

    def query(self) -> Query:
        """The question as the assistant is asked it."""
        return Query(question=self.question, id=self.id, history=self.history)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one place of a question set; `column` is named as the file names it.

    Values that are messages themselves are shown in the reader's language.
    """

    line: int
    column: str
    message: Message
    values: Mapping[str, str | Message]

    def text(self, lang: Lang) -> str:
        """The fault in one sentence without its place."""
        shown = {name: v.text(lang) if isinstance(v, Message) else v for name, v in self.values.items()}
        return self.message.text(lang, **shown)


@dataclass(frozen=True, slots=True)
class Score:
    """One answer measured; a measure that is not defined for its question is absent from `values`."""

    id: str
    values: Mapping[Measure, float]
    refused: bool
    elapsed_ms: float
    failure: Failure | None

    @property
    def right(self) -> bool:
        """Whether the answer is right: see `eval.scoring`."""
        return self.values[Measure.RIGHT] == 1.0


class Answerer(Protocol):
    """The system under test."""

    def ask(self, query: Query) -> Answer:
        """The answer to a question."""
        ...
