"""One bigram model out of the counts of several kinds of text, each with its share.

Laws, everyday speech and an index's own documents differ too much for their counts to be added: what is rare in one
is usual in another, and one kind must not drown the others by its length. Each kind is smoothed by itself (Witten and
Bell, 1991) and their probabilities are averaged (Jelinek and Mercer, 1980).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.language.counts import SHIFT, Counts

Floats = npt.NDArray[np.float32]

# How many times Witten and Bell's share of the unseen goes to the single syllables. Tuned on questions stripped of
# their diacritics: 1 to 4 make no difference of more than .001 in the share of wrong syllables.
_TO_SINGLES = 2.0


@dataclass(frozen=True, slots=True)
class Mixture:
    """P(b | a) = `following[a, b]` + `left[a]` · `alone[b]`, summed over the kinds of text.

    `syllables` (n); `alone` (n, kinds) the share of a syllable among a kind's; `left` (n, kinds) what a kind leaves to
    single syllables after one, times its share; `following` (m) what the pairs give, by their keys `pairs` (m) as in
    `Counts`; `shares` (kinds); `seen` (n) and `together` (m) how often syllables and pairs were seen in all kinds.
    """

    syllables: tuple[str, ...]
    alone: Floats
    left: Floats
    shares: Floats
    pairs: npt.NDArray[np.int64]
    following: Floats
    seen: Floats
    together: Floats

    def save(self, path: Path) -> None:
        """Write one compressed file."""
        names = np.frombuffer("\n".join(self.syllables).encode(), dtype=np.uint8)
        np.savez_compressed(path, names=names, **{name: getattr(self, name) for name in _arrays()})

    @classmethod
    def load(cls, path: Path) -> Mixture:
        """Read what `save` wrote. Raises OSError, ValueError, KeyError."""
        with np.load(path, allow_pickle=False) as stored:
            names = stored["names"].tobytes().decode().split("\n")
            return cls(tuple(names), **{name: stored[name] for name in _arrays()})


def _arrays() -> tuple[str, ...]:
    return tuple(field.name for field in fields(Mixture) if field.name != "syllables")


def mixed(kinds: Sequence[tuple[Counts, float]]) -> Mixture:
    """Counts of several kinds of text, each with its share; shares need not add up to one."""
    syllables = tuple(sorted({syllable for counts, _ in kinds for syllable in counts.syllables}))
    place = {syllable: position for position, syllable in enumerate(syllables)}
    total = sum(share for _, share in kinds)
    parts = [_part(counts, share / total, place) for counts, share in kinds]
    pairs, where = np.unique(np.concatenate([part.pairs for part in parts]), return_inverse=True)
    return Mixture(
        syllables,
        alone=np.stack([part.alone for part in parts], axis=1),
        left=np.stack([part.left for part in parts], axis=1),
        shares=np.array([share / total for _, share in kinds], dtype=np.float32),
        pairs=pairs,
        following=_summed(where, [part.following for part in parts], len(pairs)),
        seen=np.sum([part.seen for part in parts], axis=0, dtype=np.float32),
        together=_summed(where, [counts.double for counts, _ in kinds], len(pairs)),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """One kind of text over the syllables of all."""

    alone: Floats
    left: Floats
    pairs: npt.NDArray[np.int64]
    following: Floats
    seen: Floats


def _part(counts: Counts, share: float, place: dict[str, int]) -> _Part:
    at = np.array([place[syllable] for syllable in counts.syllables], dtype=np.int64)
    seen = np.zeros(len(place), dtype=np.float32)
    seen[at] = counts.single
    firsts, seconds = at[counts.pairs // SHIFT], at[counts.pairs % SHIFT]
    tokens = np.bincount(firsts, counts.double, len(place))
    unseen = _TO_SINGLES * np.bincount(firsts, minlength=len(place))
    # After a syllable that this kind never saw before another, all is left to single syllables.
    whole = np.where(tokens > 0, tokens + unseen, 1.0)
    left = np.where(tokens > 0, unseen / whole, 1.0)
    return _Part(
        alone=seen / max(float(counts.single.sum()), 1.0),
        left=(share * left).astype(np.float32),
        pairs=firsts * SHIFT + seconds,
        following=(share * counts.double / whole[firsts]).astype(np.float32),
        seen=seen,
    )


def _summed(where: npt.NDArray[np.intp], parts: Sequence[Floats], size: int) -> Floats:
    return np.bincount(where.ravel(), np.concatenate(parts), size).astype(np.float32)
