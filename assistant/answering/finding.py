"""What was found for a question, and what the ways of answering share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.evidence import Weighed
from assistant.kinds import Asked
from assistant.messages import Lang
from assistant.messages import answers as say
from assistant.naming import section_name, short_name
from assistant.resolve import Resolved
from assistant.statements import Draft, Evidence, Layout, Statement, section_at
from assistant.terms import Rarity
from corpus.facts.collection import Facts
from corpus.records import Block, Document, Span
from corpus.sentences import trim


@dataclass(frozen=True, slots=True)
class Finding:
    """A question, its weighed sentences (best first), and where more can be found.

    `doc_ids` are the documents to look in, as the user chose or the question says; empty for all. `within` weighs
    the sentences of one document alone; `rarity` tells how much each word tells in these documents.
    """

    asked: Asked
    question: Resolved
    weighed: list[Weighed]
    documents: dict[str, Document]
    facts: Facts
    doc_ids: frozenset[str]
    within: Callable[[str], list[Weighed]]
    rarity: Rarity

    @property
    def searched(self) -> tuple[str, ...]:
        """The documents looked in, in the order of their ids."""
        return tuple(sorted(self.doc_ids or self.documents))


def block_at(document: Document, offset: int) -> Block:
    """The block that an offset stands in, or the last one before it."""
    blocks = document.structure.blocks
    return blocks[max(0, bisect_right(blocks, offset, key=lambda block: block.span.start) - 1)]


def whole_block(evidence: Evidence, document: Document) -> Evidence:
    """The evidence widened to the paragraph or list item it stands in."""
    return Evidence(evidence.doc_id, trim(document.text, block_at(document, evidence.span.start).span))


def joined(first: Evidence, last: Evidence) -> Evidence:
    """One stretch from the start of the first to the end of the last."""
    return Evidence(first.doc_id, Span(min(first.span.start, last.span.start), max(first.span.end, last.span.end)))


def quote(piece: Evidence, document: Document) -> str:
    """What stands at a piece of evidence, in one line."""
    return " ".join(piece.span.of(document.text).split())


def place(piece: Evidence, document: Document) -> str:
    """Where a piece of evidence stands, in words: document and section."""
    name = short_name(document.metadata)
    section = section_name(section_at(document, piece.span.start))
    return say.PLACE.text(Lang.VI, name=name, section=section) if section else name


def sentence(piece: Evidence, document: Document) -> Statement:
    """ "Theo … (mục …): “…”." """
    text = say.ACCORDING_TO.text(Lang.VI, place=place(piece, document), quote=quote(piece, document))
    return Statement(text, (piece,))


def corrected(piece: Evidence, document: Document, wrong: Sequence[str]) -> Statement:
    """ "Không phải …. Theo …: “…”.": what the question took for granted, and what proves it wrong."""
    text = say.NOT_ITS_OWN.text(
        Lang.VI, figures=" và ".join(wrong), place=place(piece, document), quote=quote(piece, document)
    )
    return Statement(text, (piece,))


def sentences(pieces: list[Evidence], documents: dict[str, Document]) -> Draft:
    """One sentence a piece of evidence; pieces that lie inside others are left out."""
    kept = without_repeats(pieces)
    return Draft(tuple(sentence(piece, documents[piece.doc_id]) for piece in kept))


def listed(pieces: list[Evidence], document: Document) -> Draft:
    """A list under one lead, all of one document."""
    statements = tuple(Statement(f"“{quote(piece, document)}”", (piece,)) for piece in without_repeats(pieces))
    return Draft(statements, Layout.LIST, say.LIST_LEAD.text(Lang.VI, place=short_name(document.metadata)))


def without_repeats(pieces: list[Evidence]) -> list[Evidence]:
    """The pieces in order, without those that overlap an earlier one."""
    kept: list[Evidence] = []
    for piece in pieces:
        if not any(piece.doc_id == other.doc_id and piece.span.overlaps(other.span) for other in kept):
            kept.append(piece)
    return kept
