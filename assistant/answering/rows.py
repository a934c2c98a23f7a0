"""Which sentence of each document belongs in a comparison: they are chosen together, so that they speak of one thing.

The sentence that fits the question best in one document often has no counterpart in another, where the second best
has one. So each candidate is tried as the pivot that those of other documents are compared with, and the pivot with
the best company wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.abstain import is_enough, support
from assistant.answering.basis import Basis, is_of
from assistant.answering.finding import Finding, block_at, quote
from assistant.answering.target import indicators
from assistant.evidence import Weighed
from assistant.likeness import likeness
from assistant.signals import WEIGHTS
from corpus.records import BlockKind
from index.dense import Floats

# Sentences of a document that can be its row; more bring no better company.
_CANDIDATES = 6
# A fragment of fewer words states nothing.
_FEWEST_WORDS = 5
# All that follows was set on the development questions, where a plateau lies around these figures.
# What a sentence gains when it states a thing of the kind compared; when it is wholly like the pivot; when it states
# the same target.
_OF_THE_KIND = 0.65
_ALIKE = 1.3
_SAME_TARGET = 0.4
# How much the documents that have most to say decide which company is the best: the others are likely silent.
_EMPHASIS = 4
# A document's sentence belongs in the table when it is worth this share of the best one's: more where the question
# names no document, for then most have nothing to say, and more yet where it states another target than the pivot,
# for a figure of something else misleads. Of a document that is named it belongs as well when this much speaks for it
# (`abstain.support`), for "không nêu" would mislead.
_NEAR_ENOUGH = 0.57
_NEAR_ENOUGH_UNNAMED = 0.58
_NEAR_ENOUGH_OTHER_TARGET = 0.75
_CLEARLY_SAID = 1.2


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that can be a row.

    `worth` is what speaks for it by itself, `of_kind` that it states a thing of the kind compared.
    """

    piece: Weighed
    said: str
    worth: float
    of_kind: bool
    targets: frozenset[str]


def chosen(finding: Finding, doc_ids: Sequence[str], by: Basis) -> dict[str, Weighed]:
    """The row's sentence of each document that says something on what is compared, `by` which they are."""
    found = {doc_id: _candidates(finding, doc_id, by) for doc_id in doc_ids}
    candidates = [candidate for listed in found.values() for candidate in listed]
    if not candidates:
        return {}
    values = _values(candidates, finding)
    starts = np.cumsum([0, *(len(listed) for listed in found.values() if listed)])[:-1]
    companies = np.maximum.reduceat(values, starts, axis=1)
    pivot = int((companies.clip(0) ** _EMPHASIS).sum(axis=1).argmax())
    rows = [int(start + part.argmax()) for start, part in zip(starts, np.split(values[pivot], starts[1:]), strict=True)]
    best = values[pivot].max()
    kept = [
        at for at in rows if _belongs(candidates[at], float(values[pivot, at] / best), candidates[pivot], by, finding)
    ]
    return {candidates[at].piece.evidence.doc_id: candidates[at].piece for at in kept}


def _candidates(finding: Finding, doc_id: str, by: Basis) -> list[_Candidate]:
    stating = [_candidate(finding, piece, by) for piece in finding.within(doc_id) if _states_something(finding, piece)]
    if by is Basis.FIGURE:
        stating = [candidate for candidate in stating if candidate.of_kind]
    return sorted(stating, key=lambda candidate: -candidate.worth)[:_CANDIDATES]


def _states_something(finding: Finding, piece: Weighed) -> bool:
    """Whether a sentence is more than a title, a heading or a fragment of one."""
    document = finding.documents[piece.evidence.doc_id]
    if piece.signals.frame or len(piece.evidence.span.of(document.text).split()) < _FEWEST_WORDS:
        return False
    return block_at(document, piece.evidence.span.start).kind is not BlockKind.HEADING


def _candidate(finding: Finding, piece: Weighed, by: Basis) -> _Candidate:
    said = quote(piece.evidence, finding.documents[piece.evidence.doc_id])
    of_kind = is_of(by, said, piece.facts)
    # The basis of a comparison tells better than the kind of question which facts are asked for.
    worth = piece.score - WEIGHTS.fact * piece.signals.fact + _OF_THE_KIND * of_kind
    return _Candidate(piece, said, worth, of_kind, frozenset(indicators(piece)))


def _values(candidates: Sequence[_Candidate], finding: Finding) -> Floats:
    """What each candidate (column) is worth beside each pivot (row), (n, n); nothing beside another of its document."""
    worth = np.array([candidate.worth for candidate in candidates], dtype=np.float32)
    owners = np.array([candidate.piece.evidence.doc_id for candidate in candidates])
    same_target = np.array([[a is not b and bool(a.targets & b.targets) for b in candidates] for a in candidates])
    alike = likeness([candidate.said for candidate in candidates], finding.rarity)
    beside = (owners[:, None] != owners) | np.eye(len(candidates), dtype=bool)
    values: Floats = np.where(beside, worth + _ALIKE * alike + _SAME_TARGET * same_target, 0).astype(np.float32)
    return values


def _belongs(row: _Candidate, share: float, pivot: _Candidate, by: Basis, finding: Finding) -> bool:
    """Whether a sentence says of its document what is compared, given its worth as a share of the best row's."""
    if not is_enough(row.piece):
        return False
    if by is Basis.FIGURE:
        other_target = bool(pivot.targets) and not pivot.targets & row.targets
        return share >= (_NEAR_ENOUGH_OTHER_TARGET if other_target else _NEAR_ENOUGH)
    if not finding.doc_ids:
        return share >= _NEAR_ENOUGH_UNNAMED
    return share >= _NEAR_ENOUGH or support(row.piece) >= _CLEARLY_SAID
