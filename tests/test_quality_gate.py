"""The project's own test questions, asked for real: the answers may not be worse than the recorded baseline.

A question set or system that got better: `nghiquyet eval run --questions eval/questions/test.jsonl`, then
`nghiquyet eval baseline RUN`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.__main__ import Program
from assistant.messages import Lang
from assistant.settings import Settings
from eval.baseline import Baseline, hold, read_baseline
from eval.questions.add import FOLDER
from eval.run import run
from eval.session import load_questions


@pytest.fixture
def recorded() -> Baseline:
    baseline = read_baseline()
    assert baseline is not None, "no baseline is recorded: see the head of this file"
    return baseline


def test_answers_are_no_worse_than_the_baseline(home: Path, recorded: Baseline) -> None:
    del home
    system = Program(Settings.read(None, None), Lang.VI).system
    texts = {doc_id: document.text for doc_id, document in system.documents.items()}
    questions = load_questions((FOLDER / "test.jsonl").read_bytes(), "test.jsonl", texts)
    verdict = hold(recorded, run(questions, system))
    fallen = [f"{each.measure} {each.before:.4f} -> {each.after:.4f}" for each in verdict.fallen]
    assert not fallen, f"{'; '.join(fallen)}; no longer right: {', '.join(verdict.lost) or 'none'}"
