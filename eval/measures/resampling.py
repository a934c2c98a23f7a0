"""Bootstrap intervals and a paired significance test over questions.

Source: Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13 (percentile interval) and
chapter 15 (permutation test); for retrieval: Smucker, Allan, Carterette, CIKM 2007.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

RESAMPLES: Final = 2000
"""Enough for intervals that move by less than a point from seed to seed on sets of 60 to 300 questions."""

PERMUTATIONS: Final = 10_000
"""The smallest p-value that can come out is 1 / (PERMUTATIONS + 1)."""

SEED: Final = 2025
"""Fixed, so that the same answers always give the same figures."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over `n` questions with its 95% percentile bootstrap interval."""

    mean: float
    low: float
    high: float
    n: int


def estimate(values: Sequence[float]) -> Estimate:
    """The mean of at least one value, with its interval; the questions are drawn anew with replacement."""
    sample = np.asarray(values, dtype=np.float64)
    drawn = np.random.default_rng(SEED).integers(0, len(sample), size=(RESAMPLES, len(sample)))
    low, high = np.quantile(sample[drawn].mean(axis=1), (0.025, 0.975))
    return Estimate(float(sample.mean()), float(low), float(high), len(sample))


def paired_p_value(before: Sequence[float], after: Sequence[float]) -> float:
    """The two-sided p-value of the paired permutation (sign-flip) test of equal means.

    The share of random sign flips of the per-question differences whose mean is at least as far from 0 as the one
    observed, the observed one counted too.
    """
    differences = np.asarray(after, dtype=np.float64) - np.asarray(before, dtype=np.float64)
    moved = differences[differences != 0]
    if len(moved) == 0:
        return 1.0
    signs = np.random.default_rng(SEED).choice((-1.0, 1.0), size=(PERMUTATIONS, len(moved)))
    # The tolerance keeps sums that are equal on paper from differing in the last bit.
    extreme = np.abs(signs @ moved) >= abs(moved.sum()) - 1e-9
    return float((extreme.sum() + 1) / (PERMUTATIONS + 1))
