"""Who must do what: the duties of a body, and the body that has a duty."""

from __future__ import annotations

from assistant.answering import plain
from assistant.answering.finding import Finding, listed, sentences, whole_block
from assistant.statements import Draft, Evidence
from assistant.terms import terms
from corpus.facts.records import Duty
from corpus.folding import folded
from corpus.records import Document, Span

# Share of a body's words that a question must hold to be about that body.
_NAMED = 0.6
# Characters: a paragraph is quoted whole up to this length, so that its subject stands beside what it has to do.
_LONGEST_PARAGRAPH = 700
_LONGEST_LIST = 12


def answer(finding: Finding) -> Draft:
    """The paragraph that assigns the duty; every paragraph about a body where its duties as a whole are asked for."""
    if finding.asked.whole_list and len(finding.doc_ids) == 1:
        document = finding.documents[next(iter(finding.doc_ids))]
        pieces = _all_of(finding, document)
        if 1 < len(pieces) <= _LONGEST_LIST:
            return listed(pieces, document)
    best = finding.weighed[0]
    chosen = [best.evidence, *plain.as_good_elsewhere(finding)]
    return sentences([with_subject(piece, finding) for piece in chosen], finding.documents)


def with_subject(piece: Evidence, finding: Finding) -> Evidence:
    """The sentence, or its whole paragraph where that is short enough and assigns a duty."""
    document = finding.documents[piece.doc_id]
    block = whole_block(piece, document)
    if not any(_overlaps(duty, piece) for duty in finding.facts.duties):
        return piece
    return block if block.span.end - block.span.start <= _LONGEST_PARAGRAPH else piece


def _overlaps(duty: Duty, piece: Evidence) -> bool:
    return duty.doc_id == piece.doc_id and Span(duty.start, duty.end).overlaps(piece.span)


def _all_of(finding: Finding, document: Document) -> list[Evidence]:
    """The paragraphs with the duties of the body that is named, or all under "Tổ chức thực hiện"."""
    asked = terms(finding.question.topic)
    duties = [duty for duty in finding.facts.duties if duty.doc_id == document.id]
    about = [duty for duty in duties if _share(duty, asked) >= _NAMED]
    chosen = about or [duty for duty in duties if "tổ chức thực hiện" in folded(" ".join(duty.section))]
    pieces = [whole_block(Evidence(document.id, Span(duty.start, duty.end)), document) for duty in chosen]
    return list(dict.fromkeys(pieces))


def _share(duty: Duty, asked: frozenset[str]) -> float:
    body = terms(duty.body)
    return len(body & asked) / len(body) if body else 0.0
