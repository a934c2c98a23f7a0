"""The sentences that answer best, lists with all their items, and what a lead-in leads to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.finding import Finding, block_at, joined, listed, sentences
from assistant.evidence import Weighed
from assistant.statements import Draft, Evidence
from corpus.folding import words
from corpus.records import Block, BlockKind, Document
from corpus.sentences import trim

# What is to be listed: "những quan điểm nào", "liệt kê các mục tiêu".
_LISTED_THINGS = re.compile(
    r"\b(?:những|các|mấy|bao nhiêu)\s+(\w+ \w+?)\b(?= \w+| ?$)|"
    r"\b(?:liệt kê|kể|nêu)(?: (?:hết|đủ|đầy đủ|ra|tên|giúp|tôi|rõ))* (?:các |những )?(\w+ \w+)\b"
)
# Other names of such things in headings.
_CALLED = {
    "lý do": ("nguyên nhân",),
    "lí do": ("nguyên nhân",),
    "yếu kém": ("hạn chế", "tồn tại", "khuyết điểm"),
    "khuyết điểm": ("hạn chế", "tồn tại"),
    "tồn tại": ("hạn chế",),
    "việc phải": ("nhiệm vụ",),
    "việc cần": ("nhiệm vụ",),
    "biện pháp": ("giải pháp",),
    "con số": ("chỉ tiêu",),
    "mục đích": ("mục tiêu",),
}
_WHY = re.compile(r"\b(vì sao|tại sao|sao|do đâu|vì đâu)\b")
# A sentence of another document is said too when its score comes this near to the best one's and the question named
# no document. Tuned on the development questions.
AS_GOOD = 0.9
# Another sentence of the same paragraph is said too when its score comes this near to the best one's.
AS_GOOD_BESIDE = 0.85
MOST_BESIDE = 2
# And the next best sentence, wherever it stands, when it comes this near: which of the two answers is a toss-up.
_AS_NEAR = 0.95
# Characters between neighbouring sentences: a blank, a line end, closing marks.
_GAP = 4
# A section with more items than this is too long to be read as an answer.
LONGEST_LIST = 12


def answer(finding: Finding) -> Draft:
    """The best sentence, with those of other documents that answer as well; a whole list where one is asked for."""
    best = finding.weighed[0]
    document = finding.documents[best.evidence.doc_id]
    if finding.asked.whole_list and is_about_section(finding.question.asking, best.passage.section):
        items = items_around(best.evidence, document)
        if items:
            return listed(items, document)
    led = led_to(best.evidence, document)
    if led:
        return listed(led, document)
    as_near = [piece.evidence for piece in finding.weighed[1:2] if piece.score >= _AS_NEAR * best.score]
    return sentences([*with_neighbours(finding), *as_near, *as_good_elsewhere(finding)], finding.documents)


def is_about_section(question: str, section: Sequence[str]) -> bool:
    """Whether the things that a question wants listed are what the innermost headings announce.

    Else they stand in one sentence, and the section around it would drown them.
    """
    asked = " ".join(words(question))
    headings = " ".join(words(" ".join(section[-2:])))
    things = [match[1] or match[2] for match in _LISTED_THINGS.finditer(asked)]
    names = {name for thing in things for name in (thing, *_CALLED.get(thing, ()))}
    if _WHY.search(asked):
        names |= set(_CALLED["lý do"])
    return any(re.search(rf"\b{name}\b", headings) for name in names)


def with_neighbours(finding: Finding) -> list[Evidence]:
    """The best sentence with those of its paragraph that answer nearly as well; neighbours in one stretch."""
    best = finding.weighed[0]
    chosen = [
        p.evidence for p in finding.weighed if p.passage == best.passage and p.score >= AS_GOOD_BESIDE * best.score
    ]
    stretches: list[Evidence] = []
    for piece in sorted(chosen[:MOST_BESIDE]):
        if stretches and piece.span.start - stretches[-1].span.end <= _GAP:
            stretches[-1] = joined(stretches[-1], piece)
        else:
            stretches.append(piece)
    return stretches


def as_good_elsewhere(finding: Finding) -> list[Evidence]:
    """The best sentence of each other document that comes near the best of all, where several were looked in."""
    if len(finding.doc_ids) == 1:
        return []
    best = finding.weighed[0]
    found: dict[str, Weighed] = {}
    for piece in finding.weighed:
        found.setdefault(piece.evidence.doc_id, piece)
    return [p.evidence for p in found.values() if p is not best and p.score >= AS_GOOD * best.score]


def items_around(evidence: Evidence, document: Document) -> list[Evidence]:
    """The items of the innermost section that the evidence stands in, if that is a list of readable length."""
    block = block_at(document, evidence.span.start)
    siblings = _content(document, block.section)
    if len(siblings) < 2:
        # A numbered paragraph is a section of its own; its list is the section around it.
        parent = document.structure.sections[block.section].parent
        siblings = [
            b for s in document.structure.sections if s.parent == parent for b in _content(document, s.position)
        ]
    if not 1 < len(siblings) <= LONGEST_LIST:
        return []
    return [Evidence(document.id, trim(document.text, sibling.span)) for sibling in siblings]


def _content(document: Document, section: int) -> list[Block]:
    kinds = (BlockKind.ITEM, BlockKind.PARAGRAPH)
    return [b for b in document.structure.blocks if b.section == section and b.kind in kinds]


def led_to(evidence: Evidence, document: Document) -> list[Evidence]:
    """The blocks that a sentence ending in a colon announces: those after it, to the end of its section."""
    if not evidence.span.of(document.text).rstrip("*_ ").endswith(":"):
        return []
    block = block_at(document, evidence.span.start)
    after = [b for b in _content(document, block.section) if b.span.start > block.span.start][:LONGEST_LIST]
    return [Evidence(document.id, trim(document.text, b.span)) for b in after]
