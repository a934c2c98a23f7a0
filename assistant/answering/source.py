"""Documents that documents cite: by number, and by what they are about."""

from __future__ import annotations

import re

from assistant.answering import plain
from assistant.answering.finding import Finding, block_at, sentences
from assistant.statements import Draft, Evidence
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
_ORDINAL = re.compile(r"\d+(?:[./]\d+)*")


def answer(finding: Finding) -> Draft:
    """The places that cite the document named, one a document, the fullest first; else the best sentences."""
    named = cited_by_number(finding)
    if named:
        return sentences([_at(mention, finding.documents[mention.doc_id]) for mention in named], finding.documents)
    return sentences([finding.weighed[0].evidence, *plain.as_good_elsewhere(finding)], finding.documents)


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
    own = _ORDINAL.match(mention.number or "")
    if own is None or own[0].lstrip("0") != ordinal.lstrip("0"):
        return False
    if rest and folded(mention.number or "").replace("-", "/") != f"{own[0]}{folded(rest)}".replace("-", "/"):
        return False
    return mention.kind is None or folded(mention.kind).startswith(kind) or kind.startswith(folded(mention.kind))


def _fullness(mention: Mention) -> int:
    return 2 * (mention.date is not None) + (mention.subject is not None) + (mention.issuer is not None)


def _at(mention: Mention, document: Document) -> Evidence:
    """The mention with what follows it in its clause: issuer, date and what the source is about."""
    block = block_at(document, mention.start)
    clause = next((c for c in clauses(document.text, block.span) if c.start <= mention.start < c.end), block.span)
    return Evidence(mention.doc_id, Span(mention.start, max(mention.end, clause.end)))
