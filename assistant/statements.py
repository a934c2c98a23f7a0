"""A draft answer: statements with the evidence that each rests on, and how they become text with [n]."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.records import Citation
from corpus.records import Document, Span


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A stretch of a document that carries a statement."""

    doc_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """Something an answer says, without its [n].

    `evidence` is empty only for a row of a table that says a document has nothing on the matter (`absent`). In a
    table `label` is the first cell and `text` the second.
    """

    text: str
    evidence: tuple[Evidence, ...]
    label: str = ""
    absent: bool = False


class Layout(StrEnum):
    """How the statements of an answer are laid out."""

    SENTENCES = "sentences"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Draft:
    """What an answer would say; `lead` opens a list or table and states nothing by itself.

    `answered` is False for what is known where the question itself cannot be answered.
    """

    statements: tuple[Statement, ...]
    layout: Layout = Layout.SENTENCES
    lead: str = ""
    heads: tuple[str, ...] = ()
    answered: bool = True


def render(draft: Draft, documents: dict[str, Document]) -> tuple[str, tuple[Citation, ...]]:
    """The answer's text and its citations, numbered in the order in which they are first needed."""
    numbers: dict[Evidence, int] = {}
    lines = []
    for statement in draft.statements:
        marks = "".join(f"[{numbers.setdefault(piece, len(numbers) + 1)}]" for piece in statement.evidence)
        lines.append(_line(statement, marks, draft.layout))
    citations = tuple(citation(number, piece, documents[piece.doc_id]) for piece, number in numbers.items())
    return _lay_out(draft, lines), citations


def _line(statement: Statement, marks: str, layout: Layout) -> str:
    if layout is Layout.TABLE:
        said = f"{statement.text} {marks}"
        return f"| {_cell(statement.label)} | {_cell(said)} |"
    text = statement.text.rstrip()
    body, stop = (text[:-1], text[-1]) if text.endswith((".", "?", "!", ";")) else (text, ".")
    marked = f"{body} {marks}{'.' if stop == ';' else stop}"
    return f"- {marked}" if layout is Layout.LIST else marked


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _lay_out(draft: Draft, lines: Sequence[str]) -> str:
    if draft.layout is Layout.SENTENCES:
        return "\n\n".join(lines)
    if draft.layout is Layout.TABLE:
        heads = [f"| {' | '.join(draft.heads)} |", f"|{' --- |' * len(draft.heads)}"]
        lines = [*heads, *lines]
    return "\n".join([draft.lead, "", *lines] if draft.lead else lines)


def citation(number: int, piece: Evidence, document: Document) -> Citation:
    """The citation of a piece of evidence: its quote is the document's text at its span."""
    return Citation(
        n=number,
        doc_id=document.id,
        title=document.metadata.title,
        section=section_at(document, piece.span.start),
        page=document.page_of(piece.span.start),
        start=piece.span.start,
        end=piece.span.end,
        quote=piece.span.of(document.text),
    )


def section_at(document: Document, offset: int) -> tuple[str, ...]:
    """The titles of the headings that an offset stands under, outermost first."""
    inside = [s for s in document.structure.sections if s.span.start <= offset < s.span.end]
    return document.structure.path(max(inside, key=lambda s: s.depth).position) if inside else ()
