"""How likely a syllable is after another."""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cached_property

import numpy as np

from corpus.folding import folded
from index.language.counts import SHIFT, Counts

# Share of the bigram estimate; the rest is the syllable's own frequency (Jelinek and Mercer, 1980).
BIGRAM_SHARE = 0.85
# What a syllable never seen is taken to have been seen.
_UNSEEN = 0.1


class LanguageModel:
    """An interpolated bigram model over the syllables of `counts`."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._place = {syllable: position for position, syllable in enumerate(counts.syllables)}
        self._total = float(counts.single.sum()) or 1.0

    def __contains__(self, syllable: str) -> bool:
        return syllable in self._place

    def seen(self, syllable: str) -> float:
        """How often a syllable was seen, weighted."""
        place = self._place.get(syllable)
        return 0.0 if place is None else float(self._counts.single[place])

    @cached_property
    def accented(self) -> dict[str, tuple[str, ...]]:
        """The spellings of each bare syllable, the most frequent first."""
        bare = folded("\n".join(self._counts.syllables), diacritics=False).split("\n")
        found: dict[str, list[str]] = defaultdict(list)
        for key, syllable in zip(bare, self._counts.syllables, strict=True):
            found[key].append(syllable)
        return {key: tuple(sorted(each, key=self.seen, reverse=True)) for key, each in found.items()}

    def log_probability(self, syllable: str, before: str | None) -> float:
        """The natural logarithm of the probability of a syllable after another, or at a start."""
        alone = max(self.seen(syllable), _UNSEEN) / self._total
        if before is None:
            return math.log(alone)
        together = self._pair(before, syllable)
        after = together / self.seen(before) if together else 0.0
        return math.log(BIGRAM_SHARE * after + (1 - BIGRAM_SHARE) * alone)

    def seen_together(self, first: str, second: str) -> float:
        """How often two syllables were seen side by side, weighted."""
        return self._pair(first, second)

    def binding(self, first: str, second: str) -> float:
        """The pointwise mutual information of two syllables side by side, in nats; 0 when never seen so."""
        together = self._pair(first, second)
        if not together:
            return 0.0
        return math.log(together * self._total / (self.seen(first) * self.seen(second)))

    def _pair(self, first: str, second: str) -> float:
        a, b = self._place.get(first), self._place.get(second)
        if a is None or b is None or not len(self._counts.pairs):
            return 0.0
        key = a * SHIFT + b
        place = int(np.searchsorted(self._counts.pairs, key))
        found = place < len(self._counts.pairs) and self._counts.pairs[place] == key
        return float(self._counts.double[place]) if found else 0.0
