"""Which typed facts stand at a stretch of a document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from assistant.statements import Evidence
from corpus.facts.collection import Facts
from corpus.facts.records import Duty, Mention, Target

Fact = TypeVar("Fact", Target, Duty, Mention)


@dataclass(frozen=True, slots=True)
class FactsAt:
    """The facts whose spans overlap one piece of evidence."""

    targets: tuple[Target, ...]
    duties: tuple[Duty, ...]
    mentions: tuple[Mention, ...]


class Stated:
    """Looks facts up by place; built once for an index."""

    def __init__(self, facts: Facts) -> None:
        self._targets = _by_place(facts.targets)
        self._duties = _by_place(facts.duties)
        self._mentions = _by_place(facts.mentions)

    def at(self, evidence: Evidence) -> FactsAt:
        """The facts at a piece of evidence, in reading order."""
        return FactsAt(self._targets(evidence), self._duties(evidence), self._mentions(evidence))


def _by_place(facts: Iterable[Fact]) -> Callable[[Evidence], tuple[Fact, ...]]:
    """No fact is longer than a paragraph, so only those that start nearby are compared."""
    ordered = sorted(facts, key=lambda fact: (fact.doc_id, fact.start))
    starts = [(fact.doc_id, fact.start) for fact in ordered]
    longest = max((fact.end - fact.start for fact in ordered), default=0)

    def at(evidence: Evidence) -> tuple[Fact, ...]:
        first = bisect_left(starts, (evidence.doc_id, evidence.span.start - longest))
        last = bisect_left(starts, (evidence.doc_id, evidence.span.end))
        return tuple(fact for fact in ordered[first:last] if fact.end > evidence.span.start)

    return at
