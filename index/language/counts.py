"""Counts of syllables and of pairs of neighbours, as one sorted table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from corpus.folding import words
from corpus.syllables import is_syllable

Key = TypeVar("Key", str, tuple[str, str])

# Pairs are kept as one integer, first * SHIFT + second: no language model here has more syllables than this.
SHIFT = 1 << 20


@dataclass(frozen=True, slots=True)
class Counts:
    """`syllables[i]` was seen `single[i]` times; pair `pairs[j]` (first * SHIFT + second, ascending) `double[j]` times.

    Counts are float32, for those of a corpus are weighted when they are added to the general ones.
    """

    syllables: tuple[str, ...]
    single: npt.NDArray[np.float32]
    pairs: npt.NDArray[np.int64]
    double: npt.NDArray[np.float32]

    def save(self, path: Path) -> None:
        """Write one compressed file."""
        names = np.frombuffer("\n".join(self.syllables).encode(), dtype=np.uint8)
        np.savez_compressed(path, names=names, single=self.single, pairs=self.pairs, double=self.double)

    @classmethod
    def load(cls, path: Path) -> Counts:
        """Read what `save` wrote. Raises OSError, ValueError, KeyError."""
        with np.load(path, allow_pickle=False) as arrays:
            names = arrays["names"].tobytes().decode().split("\n")
            return cls(tuple(names), arrays["single"], arrays["pairs"], arrays["double"])


def count(texts: Iterable[str], least: int = 1) -> Counts:
    """Count the syllables of texts; what was seen fewer than `least` times, or is no syllable, is left out."""
    single: Counter[str] = Counter()
    double: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for line in text.splitlines():
            listed = words(line)
            single.update(word for word in listed if is_syllable(word))
            double.update((a, b) for a, b in pairwise(listed) if is_syllable(a) and is_syllable(b))
    return _table(
        {word: float(number) for word, number in single.items() if number >= least},
        {pair: float(number) for pair, number in double.items() if number >= least},
    )


def added(general: Counts, own: Counts, weight: float) -> Counts:
    """General counts with a corpus's own, each of those counted `weight` times."""
    return _table(_summed(_singles(general), _singles(own), weight), _summed(_doubles(general), _doubles(own), weight))


def _summed(general: dict[Key, float], own: dict[Key, float], weight: float) -> dict[Key, float]:
    total = dict(general)
    for key, number in own.items():
        total[key] = total.get(key, 0.0) + weight * number
    return total


def _singles(counts: Counts) -> dict[str, float]:
    return dict(zip(counts.syllables, counts.single.tolist(), strict=True))


def _doubles(counts: Counts) -> dict[tuple[str, str], float]:
    firsts, seconds = counts.pairs // SHIFT, counts.pairs % SHIFT
    named = counts.syllables
    return {
        (named[first], named[second]): number
        for first, second, number in zip(firsts.tolist(), seconds.tolist(), counts.double.tolist(), strict=True)
    }


def _table(single: dict[str, float], double: dict[tuple[str, str], float]) -> Counts:
    syllables = tuple(sorted(single))
    place = {syllable: position for position, syllable in enumerate(syllables)}
    kept = {pair: n for pair, n in double.items() if pair[0] in place and pair[1] in place}
    keys = np.array([place[a] * SHIFT + place[b] for a, b in kept], dtype=np.int64)
    order = np.argsort(keys)
    numbers = np.array(list(kept.values()), dtype=np.float32)
    frequencies = np.array([single[syllable] for syllable in syllables], dtype=np.float32)
    return Counts(syllables, frequencies, keys[order], numbers[order])
