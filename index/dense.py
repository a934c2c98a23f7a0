"""Nearest vectors, exactly: the only file that imports faiss."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import faiss
import numpy as np
import numpy.typing as npt

from index.errors import IndexDamaged

Floats = npt.NDArray[np.float32]


class Dense:
    """An exact inner-product index over unit vectors, so that scores are cosines: higher is better."""

    def __init__(self, vectors: Floats) -> None:
        """Index `vectors` of shape (n, d), each of length 1."""
        self._index: Any = faiss.IndexFlatIP(vectors.shape[1])
        self._index.add(np.ascontiguousarray(vectors, dtype=np.float32))

    @classmethod
    def load(cls, path: Path) -> Dense:
        """Read what `save` wrote; raises IndexDamaged."""
        dense = cls.__new__(cls)
        try:
            dense._index = faiss.read_index(str(path))
        except RuntimeError as error:
            raise IndexDamaged(path, "the vectors cannot be read") from error
        return dense

    def save(self, path: Path) -> None:
        """Write the vectors to a file."""
        faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._index.d)

    @property
    def vectors(self) -> Floats:
        """All vectors, shape (n, d)."""
        stored: Floats = self._index.reconstruct_n(0, len(self))
        return stored

    def search(self, vector: Floats, k: int) -> tuple[npt.NDArray[np.int64], Floats]:
        """The `k` nearest of all: their positions and cosines, best first, for a vector of shape (d,)."""
        scores, positions = self._index.search(vector[np.newaxis], min(k, len(self)))
        return positions[0], scores[0]

    def scores(self, vector: Floats) -> Floats:
        """The cosine to every vector in the order they were added, shape (n,)."""
        # Sorting them all, as a search would, costs several times the product itself.
        stored = faiss.rev_swig_ptr(self._index.get_xb(), len(self) * self.dimension)
        cosines: Floats = stored.reshape(len(self), self.dimension) @ vector
        return cosines

    def scores_at(self, vector: Floats, positions: Sequence[int]) -> Floats:
        """The cosine to the vectors at some positions only, shape (len(positions),)."""
        if not positions:
            return np.zeros(0, dtype=np.float32)
        chosen: Floats = self._index.reconstruct_batch(np.asarray(positions, dtype=np.int64))
        cosines: Floats = chosen @ vector
        return cosines
