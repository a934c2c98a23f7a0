"""How near the best sentence of a passage comes to a query: a long passage may answer with one sentence of many."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.dense import Dense, Floats
from index.records import Sentence


class BestSentences:
    """Scores passages by their sentences; `dense` holds the vectors of `sentences`, which are in passage order."""

    def __init__(self, dense: Dense, sentences: Sequence[Sentence], passages: int) -> None:
        self._dense = dense
        owners = np.fromiter((sentence.passage for sentence in sentences), np.int64, len(sentences))
        # Passage p has the sentences bounds[p] to bounds[p + 1].
        self._bounds = np.searchsorted(owners, np.arange(passages + 1))

    def of(self, vector: Floats, passages: NDArray[np.intp]) -> Floats:
        """The best cosine of each passage's sentences with a vector (d,), shape (len(passages),); -1 without any."""
        firsts, lasts = self._bounds[passages], self._bounds[passages + 1]
        positions = np.concatenate([np.arange(a, b) for a, b in zip(firsts, lasts, strict=True)] or [np.zeros(0, int)])
        cosines = self._dense.scores_at(vector, positions.tolist())
        ends = np.cumsum(lasts - firsts)
        parts = np.split(cosines, ends[:-1]) if len(passages) else []
        return np.array([part.max() if len(part) else -1.0 for part in parts], dtype=np.float32)
