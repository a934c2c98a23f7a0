"""Which typed facts stand at a stretch of a document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from assistant.statements import Evidence
from corpus.facts.collection import Facts
from corpus.facts.records import Duty, Mention, Target


class Placed(Protocol):
    """Something that stands at a stretch of a document."""

    @property
    def doc_id(self) -> str:
        """The document."""

    @property
    def start(self) -> int:
        """Where it starts, in characters."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""


Thing = TypeVar("Thing", bound=Placed)


@dataclass(frozen=True, slots=True)
class FactsAt:
    """The facts whose spans overlap one piece of evidence."""

    targets: tuple[Target, ...]
    duties: tuple[Duty, ...]
    mentions: tuple[Mention, ...]


class Stated:
    """Looks facts up by place; built once for an index."""

    def __init__(self, facts: Facts) -> None:
        self._targets = by_place(facts.targets)
        self._duties = by_place(facts.duties)
        self._mentions = by_place(facts.mentions)

    def at(self, evidence: Evidence) -> FactsAt:
        """The facts at a piece of evidence, in reading order."""
        return FactsAt(self._targets(evidence), self._duties(evidence), self._mentions(evidence))


def by_place(things: Iterable[Thing]) -> Callable[[Evidence], tuple[Thing, ...]]:
    """Looks up what overlaps a piece of evidence, in reading order.

    Nothing is longer than a paragraph, so only what starts nearby is compared.
    """
    ordered = sorted(things, key=lambda thing: (thing.doc_id, thing.start))
    starts = [(thing.doc_id, thing.start) for thing in ordered]
    longest = max((thing.end - thing.start for thing in ordered), default=0)

    def at(evidence: Evidence) -> tuple[Thing, ...]:
        first = bisect_left(starts, (evidence.doc_id, evidence.span.start - longest))
        last = bisect_left(starts, (evidence.doc_id, evidence.span.end))
        return tuple(thing for thing in ordered[first:last] if thing.end > evidence.span.start)

    return at
