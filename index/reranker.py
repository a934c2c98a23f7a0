"""The best passages put in order once more, by a slower judge that reads question and passage together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
import numpy.typing as npt

from index.chunking import context
from index.records import Hit


class Reranker(Protocol):
    """Judges passages by the question itself."""

    def scores(self, question: str, passages: Sequence[str]) -> npt.NDArray[np.float32]:
        """How well each passage answers the question, from 0 to 1, (n,) float32."""


def reranked(reranker: Reranker, question: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits with a reranker's scores in place of their own, best first; among equals the order stays."""
    scores = reranker.scores(question, [context(hit.passage) for hit in hits])
    judged = [replace(hit, score=float(score)) for hit, score in zip(hits, scores, strict=True)]
    return sorted(judged, key=lambda hit: -hit.score)
