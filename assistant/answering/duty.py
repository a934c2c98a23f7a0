"""Who must do what: the duties of a body, and the body that has a duty."""

from __future__ import annotations

import re

from assistant.answering import plain
from assistant.answering.finding import Finding, listed, sentences, whole_block
from assistant.statements import Draft, Evidence
from assistant.terms import FUNCTION_WORDS
from corpus.facts.records import Duty
from corpus.folding import folded, words
from corpus.records import Document, Span

# A question names a body by all of its name, by more than this share of its words, or by its first words and no more.
_NAMED = 0.6
_FEWEST_WORDS = 2
# The name of a section reads like the start of a body's ("tổ chức chính trị").
_SECTION = re.compile(r"\bto chuc thuc hien\b")
# Words that ask for the assignments as such; a question that holds others asks for one of them.
_DUTIES_AS_SUCH = frozenset(
    "to chuc thuc hien phan cong trach nhiem nhiem vu giao viec don vi co quan noi ben nghi quyet ke hoach ket luan "
    "van ban nay cac nhung ai liet ke het tat ca day du ra trien khai khai danh sach".split()
)
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
    """The paragraphs with the duties of the bodies that are named; all under "Tổ chức thực hiện" if none is."""
    asked = _bare(finding.question.topic)
    duties = [duty for duty in finding.facts.duties if duty.doc_id == document.id]
    named = _named(asked, {duty.body for duty in duties})
    chosen = [duty for duty in duties if duty.body in named]
    if not named and set(asked.split()) <= _DUTIES_AS_SUCH | FUNCTION_WORDS:
        chosen = [duty for duty in duties if "tổ chức thực hiện" in folded(" ".join(duty.section))]
    pieces = [whole_block(Evidence(document.id, Span(duty.start, duty.end)), document) for duty in chosen]
    return list(dict.fromkeys(pieces))


def _named(asked: str, bodies: set[str]) -> set[str]:
    """The bodies that a bare question names, each place in it read as the longest name that starts there."""
    found: set[str] = set()
    said = _SECTION.sub(" ", asked).split()
    while said:
        runs = {body: _run(said, _bare(body).split()) for body in bodies}
        longest = max(runs.values(), default=0)
        found |= {body for body, run in runs.items() if run and run == longest}
        said = said[max(1, longest) :]
    return found


def _run(said: list[str], body: list[str]) -> int:
    """How many words from its start a body's name has in common with a text, if they are enough to name it."""
    run = next((i for i, (a, b) in enumerate(zip(said, body, strict=False)) if a != b), min(len(said), len(body)))
    ends = run == len(said) or said[run] in FUNCTION_WORDS
    return run if run >= _FEWEST_WORDS and (ends or run > _NAMED * len(body)) else 0


def _bare(text: str) -> str:
    """In bare words, without the country, which names of bodies hold or leave out."""
    return " ".join(words(text, diacritics=False)).replace(" viet nam", "")
