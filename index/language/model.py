"""How likely a syllable is after another."""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cached_property, lru_cache

import numpy as np

from corpus.folding import folded
from index.language.counts import SHIFT, START
from index.language.mixture import Mixture

# The probability of a syllable never seen: about that of one seen once in all the texts counted.
_UNSEEN = 1e-7
_KEPT = 1 << 16  # probabilities; some 10 MB


class LanguageModel:
    """The bigram model of a `Mixture`, asked for one syllable at a time; the syllables are folded."""

    def __init__(self, mixture: Mixture) -> None:
        self._mixture = mixture
        self._place = {syllable: position for position, syllable in enumerate(mixture.syllables)}
        self._usual = mixture.alone @ mixture.shares
        self._total = float(mixture.seen.sum()) or 1.0
        # Questions share most of their neighbours with others.
        self._kept = lru_cache(maxsize=_KEPT)(self._log_probability)

    def __contains__(self, syllable: str) -> bool:
        return syllable in self._place

    def frequency(self, syllable: str) -> float:
        """The probability of a syllable by itself, 0 when it was never seen."""
        place = self._place.get(syllable)
        return 0.0 if place is None else float(self._usual[place])

    @cached_property
    def accented(self) -> dict[str, tuple[str, ...]]:
        """The spellings of each bare syllable, the most frequent first."""
        listed = [syllable for syllable in self._mixture.syllables if syllable != START]
        bare = folded("\n".join(listed), diacritics=False).split("\n")
        found: dict[str, list[str]] = defaultdict(list)
        for key, syllable in zip(bare, listed, strict=True):
            found[key].append(syllable)
        return {key: tuple(sorted(each, key=self.frequency, reverse=True)) for key, each in found.items()}

    def log_probability(self, syllable: str, before: str | None) -> float:
        """The natural logarithm of the probability of a syllable after another, or (None) at a start."""
        return self._kept(syllable, before)

    def _log_probability(self, syllable: str, before: str | None) -> float:
        second = self._place.get(syllable)
        if second is None:
            return math.log(_UNSEEN)
        first = self._place.get(START if before is None else before)
        if first is None:
            return math.log(max(float(self._usual[second]), _UNSEEN))
        single = float(self._mixture.left[first] @ self._mixture.alone[second])
        pair = self._pair(first, second)
        together = 0.0 if pair is None else float(self._mixture.following[pair])
        return math.log(max(single + together, _UNSEEN))

    def seen_together(self, first: str, second: str) -> float:
        """How often two syllables were seen side by side, in all kinds of text."""
        a, b = self._place.get(first), self._place.get(second)
        pair = None if a is None or b is None else self._pair(a, b)
        return 0.0 if pair is None else float(self._mixture.together[pair])

    def binding(self, first: str, second: str) -> float:
        """The pointwise mutual information of two syllables side by side, in nats; 0 when never seen so."""
        together = self.seen_together(first, second)
        if not together:
            return 0.0
        seen = self._mixture.seen
        return math.log(together * self._total / float(seen[self._place[first]] * seen[self._place[second]]))

    def _pair(self, first: int, second: int) -> int | None:
        key = first * SHIFT + second
        place = int(np.searchsorted(self._mixture.pairs, key))
        return place if place < len(self._mixture.pairs) and self._mixture.pairs[place] == key else None
