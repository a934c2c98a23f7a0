"""How long answers take."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Latency:
    """Percentiles of the time an answer takes, in milliseconds."""

    p50: float
    p90: float
    p95: float
    p99: float
    longest: float


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest-rank percentile: the smallest value that at least `share` (0 to 1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def latency(elapsed_ms: Sequence[float]) -> Latency:
    """The percentiles of at least one time."""
    return Latency(*(percentile(elapsed_ms, share) for share in (0.5, 0.9, 0.95, 0.99, 1.0)))
