"""How far an answer must reach: a figure with its parts ("trong đó …"), a sentence with the footnote completing it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.finding import Finding, block_at, joined, sentence
from assistant.records import Kind
from assistant.statements import Draft, Evidence, Layout
from corpus.folding import folded
from corpus.records import Document, Span
from corpus.sentences import sentences, trim

_PART = re.compile(r"trong (?:đó|số đó|số này)\b")
_DATE = re.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|ngày\s+\d{1,2}\s+tháng|năm\s+\d{4}")
_ASKS_MEMBERS = re.compile(r"\b(?:gồm|tên gì|tên là gì|mấy|bao nhiêu|những [^,.?]* (?:nào|gì)|là (?:những )?\w+ nào)\b")
_MEMBERS = re.compile(r"\W*(?:\d+\W+)?(?:bao )?gồm\b")


def with_parts(piece: Evidence, document: Document) -> Evidence:
    """The evidence with the sentences of its paragraph that split its figure, or with the one that it splits."""
    block = block_at(document, piece.span.start)
    listed = sentences(document.text, block.span)
    at = next((i for i, span in enumerate(listed) if span.overlaps(piece.span)), None)
    if at is None:
        return piece
    first, last = at, at
    while last + 1 < len(listed) and _is_part(listed[last + 1], document):
        last += 1
    while first and _is_part(listed[first], document):
        first -= 1
    whole = Evidence(piece.doc_id, Span(listed[first].start, listed[last].end))
    return piece if first == last else joined(whole, piece)


def _is_part(span: Span, document: Document) -> bool:
    return _PART.match(folded(span.of(document.text))) is not None


def with_footnotes(draft: Draft, finding: Finding) -> Draft:
    """The draft with the footnotes that say what is asked where its sentences only carry their marks.

    A footnote has the date or number of what is cited, or the members of what is counted.
    """
    if draft.layout is not Layout.SENTENCES or not draft.answered:
        return draft
    added = [piece for statement in draft.statements for each in statement.evidence for piece in _notes(each, finding)]
    known = {each for statement in draft.statements for each in statement.evidence}
    pieces = [piece for piece in dict.fromkeys(added) if not any(_overlap(piece, each) for each in known)]
    new = tuple(sentence(piece, finding.documents[piece.doc_id]) for piece in pieces)
    return replace(draft, statements=(*draft.statements, *new))


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.doc_id == other.doc_id and one.span.overlaps(other.span)


def _notes(piece: Evidence, finding: Finding) -> list[Evidence]:
    document = finding.documents[piece.doc_id]
    asked = folded(finding.question.asking)
    said = piece.span.of(document.text)
    dated = finding.asked.matter is Kind.SOURCE and not _DATE.search(said)
    members = _ASKS_MEMBERS.search(asked) is not None
    found = []
    for note in document.structure.footnotes:
        if note.anchor is None or not piece.span.start <= note.anchor <= piece.span.end:
            continue
        text = folded(note.span.of(document.text))
        if (dated and _DATE.search(text)) or (members and _MEMBERS.match(text.lstrip("¹²³⁴⁵⁶⁷⁸⁹⁰[] 0123456789"))):
            found.append(Evidence(piece.doc_id, trim(document.text, note.span)))
    return found
