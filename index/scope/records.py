"""What is read off a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from corpus.records import Span


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question says of where to look.

    `narrowed`: the ids of the documents it names, empty when it names none; `favoured`: those it hints at.
    `places`: where in the question the names stand.
    `unknown_place`: a place it asks about that no document is about and no text names. `mentioned`: the name, without
    its unit, of a place that no document is about but some text names; what answers must name it too.
    `unknown_issuer`: a body that no document is from and no text names, of a known place or of none.
    `unknown_term`: a term or period that its issuer has in no document ("khóa XII").
    `unknown_year`: a year that none of the documents in question speaks of.
    """

    narrowed: frozenset[str] = frozenset()
    favoured: frozenset[str] = frozenset()
    places: tuple[Span, ...] = ()
    unknown_place: str | None = None
    mentioned: str | None = None
    unknown_issuer: str | None = None
    unknown_term: str | None = None
    unknown_year: str | None = None

    @property
    def named(self) -> int:
        """How many documents or groups of them a question names: one place may have several documents."""
        return min(len(self.narrowed), len(self.places)) if self.places else len(self.narrowed)

    @property
    def outside(self) -> bool:
        """Whether a question is about a place, body, term or year that no document covers."""
        return bool(self.unknown_place or self.unknown_issuer or self.unknown_term or self.unknown_year)


class Neighbours(Protocol):
    """What tells words from names: what is known of two folded syllables side by side."""

    def seen_together(self, first: str, second: str) -> float:
        """How often they were seen so."""

    def binding(self, first: str, second: str) -> float:
        """Their pointwise mutual information in nats, 0 when never seen so."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a question: without diacritics, folded with them, as written, and what stands before it.

    `guessed` tells that its marks were not typed: they were restored, or the whole question has none. `capital`
    tells that it opens with a capital, in a question that is not all in capitals.
    """

    bare: str
    spelt: str
    written: str
    span: Span
    gap: str
    guessed: bool
    capital: bool
