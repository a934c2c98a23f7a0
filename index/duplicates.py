"""Passages of different documents that say the same: found once when an index is built, and kept apart in a ranking.

Two passages say the same when nine tenths of their runs of three words are common (Jaccard), and their figures and
denials are the same in the same order: plans of two districts that differ in one percentage say different things.
Candidates come from MinHash signatures in bands (Broder 1997, "On the resemblance and containment of documents";
Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", section 3.4), so that the time grows with the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from corpus.folding import words
from index.records import Hit, Passage

ALIKE = 0.9
_RUN = 3  # words
# A pair that is .9 alike is missed with odds (1 - .9^4)^8, 1 in 5,000.
_BANDS, _ROWS = 8, 4
# Words; a shorter item ("Tham mưu cho Ban Thường vụ.") says little without the heading that it stands under.
_SPEAKS_FOR_ITSELF = 25
_DENIALS = frozenset({"không", "chưa", "chẳng", "chớ", "đừng", "cấm", "trừ"})
_MARKER = re.compile(r"[\d.]+|[ivx]+|[a-zđ]")
_SEED = 1997

Shingles = NDArray[np.uint32]


def firsts_of(passages: Sequence[Passage]) -> NDArray[np.int32]:
    """For each passage the position of the first that says the same, its own where none does, (n,)."""
    random = np.random.default_rng(_SEED)
    # Multiplied and shifted by odd factors: a family of hash functions in one multiplication each.
    factors = random.integers(0, 2**63, (_BANDS * _ROWS, 1), dtype=np.uint64) * np.uint64(2) + np.uint64(1)
    firsts = np.arange(len(passages), dtype=np.int32)
    buckets: dict[tuple[object, ...], int] = {}
    shingles: dict[int, Shingles] = {}
    for position, passage in enumerate(passages):
        said = _said(passage)
        if not said:
            continue
        mine = _shingles(said)
        keys = list(_keys(mine, said, factors))
        for first in dict.fromkeys(buckets[key] for key in keys if key in buckets):
            if _alike(mine, shingles[first]):
                firsts[position] = first
                break
        else:
            shingles[position] = mine
            for key in keys:
                buckets.setdefault(key, position)
    return firsts


def _said(passage: Passage) -> list[str]:
    """The words by which a passage is compared."""
    said = words(passage.text)
    if len(said) >= _SPEAKS_FOR_ITSELF or not passage.section:
        return said
    heading = words(passage.section[-1])
    return (heading[1:] if heading and _MARKER.fullmatch(heading[0]) else heading) + said


def _shingles(said: Sequence[str]) -> Shingles:
    runs = (" ".join(said[at : at + _RUN]) for at in range(max(len(said) - _RUN + 1, 1)))
    return np.unique(np.array([crc32(run.encode()) for run in runs], dtype=np.uint32))


def _keys(shingles: Shingles, said: Iterable[str], factors: NDArray[np.uint64]) -> Iterator[tuple[object, ...]]:
    """What a passage has in common with those that may say the same: a band of its signature, figures, denials."""
    telling = tuple(word for word in said if word[0].isdigit() or word in _DENIALS)
    signature = (shingles.astype(np.uint64) * factors >> np.uint64(32)).min(axis=1)
    for band in range(_BANDS):
        yield band, signature[band * _ROWS : (band + 1) * _ROWS].tobytes(), telling


def _alike(one: Shingles, other: Shingles) -> bool:
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common >= ALIKE * (len(one) + len(other) - common)


class Duplicates:
    """Which passages of an index say the same, by what `firsts_of` found."""

    def __init__(self, passages: Sequence[Passage], firsts: NDArray[np.int32]) -> None:
        groups: dict[int, list[Passage]] = {}
        for position in np.flatnonzero(firsts != np.arange(len(firsts))).tolist():
            first = int(firsts[position])
            groups.setdefault(first, [passages[first]]).append(passages[position])
        self._groups = {_place(passage): group for group in groups.values() for passage in group}

    def elsewhere(self, doc_id: str, start: int) -> list[Passage]:
        """The passages of other documents that say the same as the one that starts there, in reading order."""
        return [passage for passage in self._groups.get((doc_id, start), ()) if passage.doc_id != doc_id]

    def repeats(self, hits: Iterable[Hit]) -> list[bool]:
        """Whether each of some hits, best first, repeats one before it that stands in another document."""
        shown: dict[int, str] = {}
        found = []
        for hit in hits:
            group = self._groups.get(_place(hit.passage))
            first = hit.passage.doc_id if group is None else shown.setdefault(id(group), hit.passage.doc_id)
            found.append(first != hit.passage.doc_id)
        return found

    def behind(self, hits: Sequence[Hit]) -> list[Hit]:
        """The hits with those that only repeat others moved behind all that do not."""
        repeats = self.repeats(hits)
        return [hit for _, hit in sorted(zip(repeats, hits, strict=True), key=lambda pair: pair[0])]


def _place(passage: Passage) -> tuple[str, int]:
    return passage.doc_id, passage.start
