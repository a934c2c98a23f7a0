"""Documents that documents cite: by number, and by what they are about."""

from __future__ import annotations

import re

from assistant.answering import plain
from assistant.answering.finding import Finding, block_at, place, quote, sentences
from assistant.messages import Lang
from assistant.messages import answers as say
from assistant.statements import Draft, Evidence, Statement
from corpus.facts.records import Mention
from corpus.folding import folded
from corpus.records import Document, Span
from corpus.sentences import clauses

_KINDS = (
    "nghị quyết|chỉ thị|quyết định|quy định|kết luận|nghị định|kế hoạch|hướng dẫn|quy chế|luật|chương trình hành động|"
    "chương trình|thông tư|thông báo"
)
# "Quyết định số 217", "Nghị quyết 66.7": a kind and an ordinal, perhaps with the rest of the number.
_CITED = re.compile(rf"\b({_KINDS})\s+(?:số\s+)?(\d+(?:[./]\d+)*)([-/][\w/-]+)?")


def answer(finding: Finding) -> Draft:
    """The places that cite the document named, one a document, the fullest first; else the best sentences."""
    named = cited_by_number(finding)
    if named:
        return sentences([_at(mention, finding.documents[mention.doc_id]) for mention in named], finding.documents)
    return sentences([finding.weighed[0].evidence, *plain.as_good_elsewhere(finding)], finding.documents)


# Asks for what stands inside a document, and not for what it is or is about.
_INSIDE = re.compile(
    r"\b(dieu \d+|khoan \d+|chuong [ivx\d]+|ghi gi|gom (nhung|may)|may (phan|dieu|chuong|nhiem vu|giai phap|quan diem)|"
    r"bao nhieu|nhung (nhiem vu|giai phap|noi dung|quan diem|quy dinh) (gi|nao)|nhiem vu(, giai phap)? nao|toan van)\b"
)
# A question that opens with the document is about the document ("Nghị quyết 57 đặt ra bao nhiêu …").
_OPENS_WITHIN = 20


def asks_inside(finding: Finding) -> bool:
    """Whether a question asks for what stands in a document that is cited here but whose text is not."""
    topic = folded(finding.question.topic)
    cited = _CITED.search(topic)
    bare = " ".join(folded(topic, diacritics=False).split())
    return cited is not None and cited.start() <= _OPENS_WITHIN and _INSIDE.search(bare) is not None


def absent_text(finding: Finding) -> Draft:
    """That the document is cited, with what is known of it, and that its text is not among the documents."""
    named = cited_by_number(finding)[:1]
    pieces = [_at(mention, finding.documents[mention.doc_id]) for mention in named]
    statements = tuple(
        Statement(
            say.TEXT_ABSENT.text(Lang.VI, place=place(piece, finding.documents[piece.doc_id]))
            + f" “{quote(piece, finding.documents[piece.doc_id])}”",
            (piece,),
        )
        for piece in pieces
    )
    return Draft(statements, answered=False)


def names_a_number(question: str) -> bool:
    """Whether a question names a document by kind and number."""
    return _CITED.search(folded(question)) is not None


def cited_by_number(finding: Finding) -> list[Mention]:
    """For each document the mention that says most of the source whose number the question names."""
    found: dict[str, Mention] = {}
    for kind, ordinal, rest in _CITED.findall(folded(finding.question.text)):
        for mention in finding.facts.mentions:
            if mention.doc_id in finding.searched and _is(mention, kind, ordinal, rest):
                known = found.get(mention.doc_id)
                if known is None or _fullness(mention) > _fullness(known):
                    found[mention.doc_id] = mention
    return sorted(found.values(), key=lambda mention: -_fullness(mention))


def _is(mention: Mention, kind: str, ordinal: str, rest: str) -> bool:
    number = folded(mention.number or "").replace("-", "/").lstrip("0")
    wanted = f"{ordinal}{rest}".replace("-", "/").lstrip("0")
    if not (number == wanted or number.startswith(f"{wanted}/")):
        return False
    own = folded(mention.kind or kind)
    return own.startswith(kind) or kind.startswith(own) or {own, kind} <= _BOTH_QD


# "QĐ" stands for both, and people do not tell them apart.
_BOTH_QD = frozenset({"quyết định", "quy định"})


def _fullness(mention: Mention) -> int:
    return 2 * (mention.date is not None) + (mention.subject is not None) + (mention.issuer is not None)


def _at(mention: Mention, document: Document) -> Evidence:
    """The mention with what follows it in its clause: issuer, date and what the source is about."""
    block = block_at(document, mention.start)
    clause = next((c for c in clauses(document.text, block.span) if c.start <= mention.start < c.end), block.span)
    end = max(mention.end, clause.end)
    closed = document.text[mention.start : end].rstrip(" ;,.")
    return Evidence(mention.doc_id, Span(mention.start, mention.start + len(closed)))
