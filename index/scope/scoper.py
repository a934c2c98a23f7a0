"""Which documents a question is about, and what it names that none of them is about."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.records import Document, Span
from index.scope.issuers import Issuers
from index.scope.naming import Naming, opening, units_of
from index.scope.places import Places
from index.scope.records import Neighbours, Scope, Token
from index.scope.times import Times
from index.scope.tokens import bare, tokens_of


class Scoper:
    """Reads scopes off questions; built once for a set of documents.

    `neighbours` tells names in small letters from words that read alike.
    """

    def __init__(self, documents: Sequence[Document], neighbours: Neighbours | None = None) -> None:
        self._documents = documents
        self._naming = Naming(documents)
        self._places = Places(documents, neighbours)
        self._issuers = Issuers(documents)
        self._times = Times(documents)

    @property
    def places(self) -> tuple[str, ...]:
        """The places that documents are about, as written."""
        return tuple(dict.fromkeys(unit for d in self._documents for unit in units_of(d.metadata.locality)[:1]))

    def read(self, question: str, typed: str | None = None) -> Scope:
        """The scope of a question, with or without diacritics; `typed` is how it was typed, where it was put right."""
        written = question if typed is None else typed
        tokens = tokens_of(question, written)
        named = self._naming.places(tokens)
        narrowed = frozenset().union(*(each.doc_ids for each in named))
        places = tuple(_span(tokens, each.first, each.last) for each in named)
        if narrowed:
            joined, issued = self._naming.issued(tokens)
            others = (span for span in issued if not any(span.overlaps(place) for place in places))
            narrowed, places = narrowed | joined, tuple(sorted((*places, *others)))
        narrowed |= self._naming.numbered(tokens)
        unknown, mentioned = self._places.read(tokens, named, written)
        issuer = self._issuers.unknown(tokens, named, narrowed)
        # The documents of another body of the same place are not what is asked for.
        narrowed = narrowed if issuer is None else frozenset()
        return Scope(
            narrowed=narrowed,
            favoured=frozenset() if narrowed else self._naming.hinted(tokens),
            places=places,
            unknown_place=unknown,
            mentioned=mentioned,
            unknown_issuer=issuer,
            unknown_term=self._times.unknown_term(question, written, narrowed),
            unknown_year=self._times.unknown_year(question, narrowed),
        )


def _span(tokens: Sequence[Token], first: int, last: int) -> Span:
    """A place with the words before it that only name its document."""
    return Span(tokens[opening(bare(tokens), first)].span.start, tokens[last].span.end)
