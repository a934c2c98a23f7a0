"""From weighed sentences to a draft answer: which of them to say, and how."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence import Weighed
from assistant.kinds import Asked
from assistant.messages import Lang
from assistant.messages import answers as say
from assistant.naming import section_name, short_name
from assistant.statements import Draft, Evidence, Layout, Statement, section_at
from corpus.records import BlockKind, Document
from corpus.sentences import trim

# A sentence of another document is said too when its score comes this near to the best one's, and none was named.
_AS_GOOD = 0.93
# A section with more items than this is too long to be read as an answer; its best sentences are said instead.
_LONGEST_LIST = 12


def compose(
    asked: Asked, weighed: Sequence[Weighed], documents: dict[str, Document], *, several_documents: bool
) -> Draft:
    """The answer that the best sentences give; empty when there are none.

    With `several_documents` other documents that answer as well are said too.
    """
    if not weighed:
        return Draft(())
    best = weighed[0]
    if asked.whole_list:
        items = _items_around(best, documents[best.evidence.doc_id])
        if items:
            return _list(items, documents[best.evidence.doc_id])
    chosen = [best]
    if several_documents:
        chosen += _as_good_elsewhere(weighed)
    return Draft(tuple(_sentence(piece.evidence, documents[piece.evidence.doc_id]) for piece in chosen))


def _as_good_elsewhere(weighed: Sequence[Weighed]) -> list[Weighed]:
    """The best sentence of each other document that comes near the best of all."""
    found: dict[str, Weighed] = {}
    for piece in weighed:
        found.setdefault(piece.evidence.doc_id, piece)
    best = weighed[0]
    return [p for p in found.values() if p is not best and p.score >= _AS_GOOD * best.score]


def _items_around(best: Weighed, document: Document) -> tuple[Evidence, ...]:
    """The items of the innermost section that the sentence stands in, if that is a list of readable length."""
    structure = document.structure
    block = next((b for b in structure.blocks if b.span.overlaps(best.evidence.span)), None)
    if block is None or block.kind is not BlockKind.ITEM:
        return ()
    items = [b for b in structure.blocks if b.section == block.section and b.kind is BlockKind.ITEM]
    if not 1 < len(items) <= _LONGEST_LIST:
        return ()
    return tuple(Evidence(document.id, trim(document.text, item.span)) for item in items)


def _list(items: Sequence[Evidence], document: Document) -> Draft:
    statements = tuple(Statement(f"“{_quote(item, document)}”", (item,)) for item in items)
    lead = say.LIST_LEAD.text(Lang.VI, place=_place(items[0], document))
    return Draft(statements, Layout.LIST, lead)


def _sentence(piece: Evidence, document: Document) -> Statement:
    text = say.ACCORDING_TO.text(Lang.VI, place=_place(piece, document), quote=_quote(piece, document))
    return Statement(text, (piece,))


def _place(piece: Evidence, document: Document) -> str:
    name = short_name(document.metadata)
    section = section_name(section_at(document, piece.span.start))
    return say.PLACE.text(Lang.VI, name=name, section=section) if section else name


def _quote(piece: Evidence, document: Document) -> str:
    return " ".join(piece.span.of(document.text).split())
