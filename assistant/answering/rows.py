"""Which sentence of each document belongs in a comparison: they are chosen together, so that they speak of one thing.

The sentence that fits the question best in one document often has no counterpart in another, where the second best
has one. So each candidate is tried as the one that the others are compared with, and the best company wins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from assistant.answering.finding import Finding, block_at, quote
from assistant.answering.target import indicators
from assistant.evidence import Weighed
from assistant.likeness import likeness
from assistant.quantities import holds_quantity
from assistant.signals import WEIGHTS
from corpus.facts.records import Measure
from corpus.folding import folded, words
from corpus.records import BlockKind
from index.dense import Floats

# Sentences of a document that can be its row; more bring no better company.
_CANDIDATES = 6
# How much the documents that have most to say decide which company is the best: the others are likely silent.
_EMPHASIS = 5
# What a sentence gains when it states a thing of the kind compared, when it is wholly like the one it is compared
# with, and when it states the same target. Set on the development questions.
_OF_THE_KIND = 0.5
_ALIKE = 1.3
_SAME_TARGET = 0.4
# A fragment of fewer words states nothing.
_FEWEST_WORDS = 5


class Basis(Enum):
    """What documents are compared by."""

    FIGURE = auto()
    TIME = auto()
    FREQUENCY = auto()
    SHORTCOMING = auto()
    SOURCE = auto()
    DUTY = auto()
    MATTER = auto()


# How a question says so, with diacritics: without them "chê" is the end of "quy chế", "trẻ" the same as "trễ".
_CUES = tuple(
    (kind, re.compile(rf"\b(?:{folded(cue)})\b"))
    for kind, cue in (
        (
            Basis.TIME,
            "khi nào|bao giờ|lúc nào|chừng nào|thời điểm|thời gian|thời hạn|mốc|hạn chót|(?:năm|tháng|quý) (?:nào|mấy)",
        ),
        (Basis.FREQUENCY, "bao lâu|định kỳ|mấy lần|bao nhiêu lần|thường xuyên"),
        (
            Basis.SHORTCOMING,
            "hạn chế|(?<!chủ )(?<!trọng )yếu|kém|chê|than phiền|phàn nàn|khuyết điểm|tồn tại|bất cập|khó khăn|"
            "vướng mắc|bệnh|tật|nguyên nhân|lúng túng|(?<!hay )dở|khắc phục|chưa (?:tốt|được|đạt)|trì trệ",
        ),
        (Basis.SOURCE, "căn cứ|dựa (?:vào|trên)|viện dẫn|số mấy|số hiệu|trích dẫn"),
        (
            Basis.FIGURE,
            "bao nhiêu|phần trăm|một nửa|tỷ lệ|tỉ lệ|chỉ tiêu|mức|con số|"
            "(?:nhi[êề]u|cao|thấp|ít) (?:hơn|nhất)|nhi[êề]u .*hơn",
        ),
        (Basis.DUTY, "ai|giao|phân công|chủ trì|trách nhiệm|nhiệm vụ|phụ trách|(?:cơ quan|ban|đơn vị|tổ chức) nào"),
    )
)
_NEGATIVE = re.compile(
    r"\b(?:chưa|hạn chế|yếu|kém|thiếu|chậm|lúng túng|hình thức|khó khăn|khuyết điểm|tồn tại|bất cập|vướng mắc|né tránh|"
    r"khắc phục|tình trạng|không (?:đạt|đáp ứng|đồng đều))\b"
)
_WHEN = re.compile(
    r"\b(?:đầu|giữa|cuối|trong|đến|trước|từ|hết) (?:năm|quý|tháng)\b|\b(?:năm \d|quý [\divx]|tháng \d)|\bngày \d"
)
_HOW_OFTEN = re.compile(r"\b(?:định kỳ|(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)|lần)\b")


def basis(finding: Finding) -> Basis:
    """What a question compares documents by, from its words; by the matter alone where they do not tell."""
    asked = " ".join(folded(finding.question.asking).split())
    return next((kind for kind, cue in _CUES if cue.search(asked)), Basis.MATTER)


def chosen(finding: Finding, doc_ids: Sequence[str]) -> dict[str, tuple[Weighed, float]]:
    """For each document that can have a row its sentence and what that is worth beside the best; higher is better."""
    by = basis(finding)
    pieces = [piece for doc_id in doc_ids for piece in _candidates(finding, doc_id, by)]
    if not pieces:
        return {}
    worth = [_worth(finding, piece, by) for piece in pieces]
    alike = likeness([_said(finding, piece) for piece in pieces], finding.rarity)
    companies = [_company(pivot, pieces, worth, alike) for pivot in range(len(pieces))]
    best = max(companies, key=lambda company: sum(value**_EMPHASIS for _, value in company.values()))
    return {doc_id: (pieces[at], value) for doc_id, (at, value) in best.items()}


def _company(
    pivot: int, pieces: Sequence[Weighed], worth: Sequence[float], alike: Floats
) -> dict[str, tuple[int, float]]:
    """The best sentence of each other document beside one sentence: its position, and its worth in that company."""
    found: dict[str, tuple[int, float]] = {pieces[pivot].evidence.doc_id: (pivot, worth[pivot] + _ALIKE)}
    names = indicators(pieces[pivot])
    for at, piece in enumerate(pieces):
        doc_id = piece.evidence.doc_id
        if doc_id == pieces[pivot].evidence.doc_id:
            continue
        same = bool(names & indicators(piece))
        value = worth[at] + _ALIKE * float(alike[pivot, at]) + _SAME_TARGET * same
        if doc_id not in found or value > found[doc_id][1]:
            found[doc_id] = (at, value)
    return found


def _candidates(finding: Finding, doc_id: str, by: Basis) -> list[Weighed]:
    stating = [piece for piece in finding.within(doc_id) if _states_something(finding, piece)]
    return sorted(stating, key=lambda piece: -_worth(finding, piece, by))[:_CANDIDATES]


def _states_something(finding: Finding, piece: Weighed) -> bool:
    """Whether a sentence is more than a title, a heading or a fragment of one."""
    document = finding.documents[piece.evidence.doc_id]
    kind = block_at(document, piece.evidence.span.start).kind
    long_enough = len(words(piece.evidence.span.of(document.text))) >= _FEWEST_WORDS
    return long_enough and not piece.signals.frame and kind is not BlockKind.HEADING


def _worth(finding: Finding, piece: Weighed, by: Basis) -> float:
    """The score without what the kind of question gave it, with what the basis of the comparison gives."""
    return piece.score - WEIGHTS.fact * piece.signals.fact + _OF_THE_KIND * is_of(finding, piece, by)


def is_of(finding: Finding, piece: Weighed, by: Basis) -> bool:
    """Whether a sentence states a thing of the kind that documents are compared by."""
    said = _said(finding, piece)
    facts = piece.facts
    match by:
        case Basis.FIGURE:
            return holds_quantity(said) or any(target.measure is not Measure.DEADLINE for target in facts.targets)
        case Basis.TIME:
            return bool(_WHEN.search(folded(said)))
        case Basis.FREQUENCY:
            return bool(_HOW_OFTEN.search(folded(said)))
        case Basis.SHORTCOMING:
            return bool(_NEGATIVE.search(folded(said)))
        case Basis.SOURCE:
            return bool(facts.mentions)
        case Basis.DUTY:
            return bool(facts.duties)
        case Basis.MATTER:
            return False


def _said(finding: Finding, piece: Weighed) -> str:
    return quote(piece.evidence, finding.documents[piece.evidence.doc_id])
