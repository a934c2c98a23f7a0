"""Counts of syllables and of pairs of neighbours in texts of one kind, as sorted tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.folding import words
from corpus.syllables import is_syllable

# Pairs are kept as one integer, first * SHIFT + second: no language model here has more syllables than this.
SHIFT = 1 << 20
# Stands before the first word of a stretch that punctuation, a figure or a line's end sets apart.
START = ""
_APART = re.compile(r"[^\w\s]+|\d+|\n")


@dataclass(frozen=True, slots=True)
class Counts:
    """`syllables[i]` was seen `single[i]` times; pair `pairs[j]` (first * SHIFT + second, ascending) `double[j]` times.

    `START` is counted as the syllable before each stretch of words.
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
        for stretch in _stretches(text):
            single.update(stretch)
            double.update(pairwise(stretch))
    kept = {syllable: number for syllable, number in single.items() if number >= least and _counts(syllable)}
    return _table(kept, {pair: n for pair, n in double.items() if n >= least and kept.keys() >= set(pair)})


def _stretches(text: str) -> Iterator[list[str]]:
    for piece in _APART.split(text):
        listed = words(piece)
        if listed:
            yield [START, *listed]


def _counts(syllable: str) -> bool:
    return syllable == START or is_syllable(syllable)


def _table(single: dict[str, int], double: dict[tuple[str, str], int]) -> Counts:
    syllables = tuple(sorted(single))
    place = {syllable: position for position, syllable in enumerate(syllables)}
    keys = np.array([place[a] * SHIFT + place[b] for a, b in double], dtype=np.int64)
    order = np.argsort(keys)
    return Counts(
        syllables,
        np.array([single[syllable] for syllable in syllables], dtype=np.float32),
        keys[order],
        np.array(list(double.values()), dtype=np.float32)[order],
    )
