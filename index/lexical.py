"""BM25 over words and pairs of neighbouring words; the only place that imports bm25s.

bm25s computes the score matrix when an index is built. A query only adds up columns of that matrix, so loading
and searching need no more than NumPy (importing bm25s alone costs .3 s).
Source: Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework"; the matrix of ready scores: Lù
(2024), "BM25S".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.folding import words

# The usual values; the development questions do not prefer others (eval/README.md).
K1 = 1.2
B = 0.75


class Spelling(StrEnum):
    """Which spelling of the words is compared."""

    ACCENTED = "accented"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Terms:
    """The score matrix of one spelling, by column: term `keys[i]` has the entries `bounds[i]` to `bounds[i + 1]`.

    `keys` (terms,) uint64 ascending, `bounds` (terms + 1,) int64, `rows` and `scores` (entries,) int32 and float32.
    """

    keys: NDArray[np.uint64]
    bounds: NDArray[np.int64]
    rows: NDArray[np.int32]
    scores: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Lexical:
    """BM25 scores of `count` passages, by the words as spelt and by the words without diacritics."""

    count: int
    terms: dict[Spelling, Terms]

    @classmethod
    def build(cls, texts: Sequence[str]) -> Lexical:
        """Index texts; each is what a passage is to be found by, headings included."""
        return cls(len(texts), {spelling: _build_terms(texts, spelling) for spelling in Spelling})

    def scores(self, query: str, spelling: Spelling) -> NDArray[np.float32]:
        """The score of every passage for a query, (count,) float32; 0 where no word is shared."""
        return self.scores_of_terms(terms_of(words(query, diacritics=spelling is Spelling.ACCENTED)), spelling)

    def scores_of_terms(self, query_terms: Iterable[str], spelling: Spelling) -> NDArray[np.float32]:
        """The score of every passage for given terms, each counted once, (count,) float32."""
        total = np.zeros(self.count, dtype=np.float32)
        columns = self.terms[spelling]
        wanted = np.array([_key(term) for term in dict.fromkeys(query_terms)], dtype=np.uint64)
        if not len(wanted) or not len(columns.keys):
            return total
        places = np.minimum(np.searchsorted(columns.keys, wanted), len(columns.keys) - 1)
        for place in places[columns.keys[places] == wanted]:
            entries = slice(columns.bounds[place], columns.bounds[place + 1])
            total[columns.rows[entries]] += columns.scores[entries]
        return total

    def save(self, folder: Path) -> None:
        """Write the arrays into an existing folder, one .npy file each."""
        np.save(folder / "count.npy", np.array(self.count))
        for spelling, columns in self.terms.items():
            for name in Terms.__slots__:
                np.save(folder / f"{spelling}-{name}.npy", getattr(columns, name))

    @classmethod
    def load(cls, folder: Path) -> Lexical:
        """Read what `save` wrote; OSError or ValueError when a file is missing or damaged."""
        count = int(np.load(folder / "count.npy", allow_pickle=False))
        return cls(count, {spelling: _load_terms(folder, spelling) for spelling in Spelling})


def terms_of(tokens: Sequence[str]) -> list[str]:
    """Words and pairs of neighbouring words; Vietnamese words are mostly two syllables, each written apart.

    Leading zeros do not count: "08" and "8" are one number.
    """
    plain = [token.lstrip("0") or "0" if token[0] == "0" else token for token in tokens]
    return plain + [f"{first} {second}" for first, second in pairwise(plain)]


def _build_terms(texts: Sequence[str], spelling: Spelling) -> Terms:
    tokens = [terms_of(words(text, diacritics=spelling is Spelling.ACCENTED)) for text in texts]
    if not any(tokens):
        empty = np.zeros(0)
        return Terms(empty.astype(np.uint64), np.zeros(1, np.int64), empty.astype(np.int32), empty.astype(np.float32))
    import bm25s  # takes .3 s and is needed only here

    model = bm25s.BM25(k1=K1, b=B, method="lucene")
    model.index(tokens, show_progress=False)
    vocabulary = {term: column for term, column in model.vocab_dict.items() if term}
    keys = np.array([_key(term) for term in vocabulary], dtype=np.uint64)
    order = np.argsort(keys)
    columns = np.array(list(vocabulary.values()), dtype=np.int64)[order]
    starts, ends = model.scores["indptr"][columns], model.scores["indptr"][columns + 1]
    entries = np.concatenate([np.arange(start, end) for start, end in zip(starts, ends, strict=True)])
    return Terms(
        keys[order],
        np.concatenate([[0], np.cumsum(ends - starts)]).astype(np.int64),
        model.scores["indices"][entries].astype(np.int32),
        model.scores["data"][entries].astype(np.float32),
    )


def _load_terms(folder: Path, spelling: Spelling) -> Terms:
    names = Terms.__slots__
    return Terms(*(np.load(folder / f"{spelling}-{name}.npy", allow_pickle=False) for name in names))


def _key(term: str) -> int:
    """A 64-bit key, so that the vocabulary is one sorted array; at a million terms two collide with odds 1 in 10^7."""
    return int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "little")
