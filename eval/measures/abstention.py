"""Whether the assistant refuses exactly what the documents do not answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Abstention:
    """How often a refusal is right; a share over nothing is None.

    `precision`: of the questions refused, the share that has no answer in the documents.
    `recall`: of the questions without an answer, the share refused.
    `wrongly_refused`: of the questions with an answer, the share refused.
    """

    refused: int
    unanswerable: int
    answerable: int
    precision: float | None
    recall: float | None
    wrongly_refused: float | None


def abstention(outcomes: Iterable[tuple[bool, bool]]) -> Abstention:
    """The figures over pairs of (the documents answer it, it was refused)."""
    pairs = tuple(outcomes)
    refused = sum(was for _, was in pairs)
    answerable = sum(can for can, _ in pairs)
    rightly = sum(was and not can for can, was in pairs)
    unanswerable = len(pairs) - answerable
    return Abstention(
        refused=refused,
        unanswerable=unanswerable,
        answerable=answerable,
        precision=_share(rightly, refused),
        recall=_share(rightly, unanswerable),
        wrongly_refused=_share(refused - rightly, answerable),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
