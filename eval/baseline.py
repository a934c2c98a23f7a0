"""The quality that the project does not fall below again.

The baseline is a file kept with the code: the figures of one run over the project's test questions, and the
questions it answered right. It is set from a run and only rises, unless one says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from eval.environment import Environment
from eval.errors import OutputError, RunError
from eval.messages import commands as say
from eval.names import Measure
from eval.run import Run
from eval.summary import summarise

BASELINE: Final = Path(__file__).parent / "baseline.json"

HELD: Final = (
    Measure.RIGHT,
    Measure.ANSWER_KEYS,
    Measure.FIGURES,
    Measure.CITATION_RECALL,
    Measure.RECALL_5,
)
"""The measures that may not fall; UNPROVEN may not rise. The others follow from these or are traded against them."""

SLACK: Final = 0.5
"""Questions' worth by which a mean may fall: less than one, so that no question is lost unseen, but more than the
last digits that the encoder's arithmetic moves a rank by on another processor."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The figures of the run that set it; `means` and `counts` by measure, `right` the ids answered right."""

    run: str
    environment: Environment
    means: Mapping[Measure, float]
    counts: Mapping[Measure, int]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fallen:
    """A measure that is worse than the baseline allows."""

    measure: Measure
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """A run held against the baseline: what fell, and the questions that were right and are so no longer."""

    fallen: tuple[Fallen, ...]
    lost: tuple[str, ...]
    gained: tuple[str, ...]


def baseline_of(run: Run) -> Baseline:
    """The baseline that a run would set."""
    estimates = summarise(run.questions, run.scores).overall.estimates
    held = [measure for measure in (*HELD, Measure.UNPROVEN) if measure in estimates]
    return Baseline(
        run=run.id,
        environment=run.environment,
        means={measure: estimates[measure].mean for measure in held},
        counts={measure: estimates[measure].n for measure in held},
        right=tuple(score.id for score in run.scores if score.right),
    )


def hold(baseline: Baseline, run: Run) -> Verdict:
    """A run over the same questions held against the baseline; raises RunError where they are others."""
    if baseline.environment.questions != run.environment.questions:
        raise RunError(say.BASELINE_OTHER_QUESTIONS)
    now = baseline_of(run)
    compared = [
        Fallen(measure, before, now.means.get(measure, 1.0 if measure is Measure.UNPROVEN else 0.0))
        for measure, before in baseline.means.items()
    ]
    return Verdict(
        fallen=tuple(each for each in compared if _worse(each, baseline.counts[each.measure])),
        lost=tuple(each for each in baseline.right if each not in now.right),
        gained=tuple(each for each in now.right if each not in baseline.right),
    )


def _worse(change: Fallen, questions: int) -> bool:
    fell = change.before - change.after
    return (-fell if change.measure is Measure.UNPROVEN else fell) > SLACK / questions


def read_baseline(path: Path = BASELINE) -> Baseline | None:
    """The recorded baseline, None where none was set yet. Raises OutputError when it cannot be read."""
    if not path.is_file():
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=Baseline)
    except (OSError, msgspec.DecodeError) as error:
        raise OutputError(say.UNREADABLE_BASELINE, path=path, reason=error) from error


def write_baseline(baseline: Baseline, path: Path = BASELINE) -> None:
    """Record a baseline. Raises OutputError."""
    try:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(baseline), indent=1) + b"\n")
    except OSError as error:
        raise OutputError(say.UNWRITABLE_FILE, path=path, reason=error.strerror or str(error)) from error
