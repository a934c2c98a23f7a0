"""A linear map that moves the vectors of questions towards those of the texts that answer them.

The bundled encoder never saw how cadres ask about resolutions. A residual map of its query vectors, learnt on
development questions while the vectors of documents stay as they are, costs one small matrix product a question and no
new index. It was learnt for one model and is left out for any other. Made by `benchmarks/tune_adapter.py`; what it
brings and what it costs is in `docs/decisions/0008-query-adapter.md`.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

FILE = Path(__file__).with_name("query_adapter.npz")


class QueryAdapter:
    """Maps a query vector v (d,) to v + v · `residual` (d, d), of length 1.

    `usual` (n, d) are vectors of sentences of official documents about anything: against how near they are to a
    question, it is told how near another sentence is.
    """

    def __init__(self, residual: Floats, usual: Floats) -> None:
        self._residual = residual
        self.usual = usual

    def __call__(self, vector: Floats) -> Floats:
        """The adapted vector, (d,)."""
        moved = vector + vector @ self._residual
        adapted: Floats = moved / np.linalg.norm(moved)
        return adapted


def load(digest: str, path: Path = FILE) -> QueryAdapter | None:
    """The adapter learnt for the model with these weights (SHA-256 in hex); None where there is none."""
    if not path.exists():
        return None
    with np.load(path, allow_pickle=False) as stored:
        if str(stored["model"]) != digest:
            return None
        return QueryAdapter(stored["residual"].astype(np.float32), stored["usual"].astype(np.float32))


def save(residual: Floats, usual: Floats, digest: str, path: Path = FILE) -> None:
    """Write a residual (d, d) and the usual sentences (n, d) for the model with these weights, in float16."""
    half = np.float16
    np.savez_compressed(path, residual=residual.astype(half), usual=usual.astype(half), model=np.array(digest))
