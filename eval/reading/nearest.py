"""The stretch of a text that is most like a quote which does not stand in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from typing import Final

from corpus.folding import folded, word_spans
from corpus.records import Span

LEAST: Final = 0.5
"""Share of the quote's words below which a stretch is no help to a reader."""

_COMPARED: Final = 20
"""Stretches that share equally many words and are compared letter by letter; a quote's neighbours are few."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """A stretch of a text and how like the quote it is, 0 to 1."""

    span: Span
    similarity: float


def nearest(quote: str, text: str) -> Nearest | None:
    """The stretch of as many words as the quote that shares most words with it; None where it shares too few.

    Words are compared folded and without diacritics, for a quote typed by hand most often slips there. Linear in
    the number of words of the text.
    """
    wanted = [word for word, _ in word_spans(quote, diacritics=False)]
    words = word_spans(text, diacritics=False)
    size = min(len(wanted), len(words))
    if size == 0:
        return None
    windows = list(_windows([word for word, _ in words], Counter(wanted), size))
    most = max(shared for _, shared in windows)
    if most < LEAST * len(wanted):
        return None
    tied = [start for start, shared in windows if shared == most][:_COMPARED]
    return max((_likeness(quote, text, _stretch(words, start, size)) for start in tied), key=lambda n: n.similarity)


def _stretch(words: list[tuple[str, Span]], start: int, size: int) -> Span:
    return Span(words[start][1].start, words[start + size - 1][1].end)


def _likeness(quote: str, text: str, span: Span) -> Nearest:
    return Nearest(span, SequenceMatcher(None, folded(quote), folded(span.of(text)), autojunk=False).ratio())


def _windows(words: list[str], wanted: Counter[str], size: int) -> Iterable[tuple[int, int]]:
    """Each window's start and the number of wanted words in it, a word counted no more often than it is wanted."""
    inside: Counter[str] = Counter()
    shared = 0
    for position, word in enumerate(words):
        shared += inside[word] < wanted[word]
        inside[word] += 1
        if position >= size:
            left = words[position - size]
            inside[left] -= 1
            shared -= inside[left] < wanted[left]
        if position >= size - 1:
            yield position - size + 1, shared


def nearest_name(name: str, known: Iterable[str]) -> str:
    """The known name most like `name`, "" where there is none at all."""
    names = list(known)
    close = get_close_matches(name.casefold(), names, n=1, cutoff=0.0)
    return close[0] if close else ""
