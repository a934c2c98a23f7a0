"""What is searched for and what is found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document that is found as one; `text` is `document.text[start:end]`.

    `section` holds the titles of the headings it stands under, outermost first; it is encoded and indexed with
    the text, so that a list item is found by the words of its heading.
    """

    doc_id: str
    start: int
    end: int
    section: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage; `passage` is the passage's position in the index."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage and how well it fits the query; a higher score is better."""

    passage: Passage
    score: float
