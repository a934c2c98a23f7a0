"""Runs, their folders, comparison, baseline: over a system whose every answer is known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.records import Citation
from eval.baseline import baseline_of, hold, read_baseline, write_baseline
from eval.compare import compare
from eval.errors import CompareError, RunError
from eval.folder import ANSWERS as ANSWERS_FILE
from eval.folder import SCORES, open_run, run_into
from eval.names import Failure, Grouping, Measure
from eval.records import Question
from eval.run import Run, System, run
from eval.scoring import score, source_of
from eval.summary import summarise
from tests.eval_cases import ANSWERS, DOCUMENTS, QUESTIONS, Reader, answer, cite, system

BETTER = {**ANSWERS, "span": ("Đạt 4% trở lên [1].", (cite(1, "b", "đạt 4% trở lên"),), ("b",))}
WORSE = {**ANSWERS, "right": ("Không tìm thấy.", (), ("b",))}


def test_every_answer_is_measured_and_its_failure_named() -> None:
    scores = {each.id: each for each in run(QUESTIONS, system()).scores}
    assert {name: each.failure for name, each in scores.items()} == {
        "right": None,
        "span": Failure.WRONG_SPAN,
        "refused": Failure.REFUSED,
        "none": None,
        "answered": Failure.NOT_REFUSED,
    }
    span = scores["span"].values
    assert (span[Measure.RECALL_1], span[Measure.RECALL_5], span[Measure.MRR]) == (0, 1, 0.5)
    assert (span[Measure.CITATION_RECALL], span[Measure.CITATION_PRECISION], span[Measure.ANSWER_KEYS]) == (0, 0, 0)
    assert scores["right"].values == dict.fromkeys(Measure, 1.0) | {
        Measure.UNPROVEN: 0.0,
        Measure.PRECISION_5: pytest.approx(0.2),
        Measure.PRECISION_10: pytest.approx(0.1),
    }
    assert set(scores["none"].values) == {Measure.RIGHT}


def failure_of(
    question: Question, text: str, citations: tuple[Citation, ...], passages: tuple[str, ...]
) -> Failure | None:
    made = answer(question.query(), text, citations, *passages)
    return score(question, made, source_of(tuple(DOCUMENTS.values()))).failure


def test_the_other_failures() -> None:
    right, span = QUESTIONS[0], QUESTIONS[1]
    quoted = (cite(1, "a", "đạt 3% trở lên"),)
    assert failure_of(right, "Đạt 5% [1].", quoted, ("a",)) is Failure.UNPROVEN
    assert failure_of(right, "Đạt 3%.", quoted, ("a",)) is Failure.UNPROVEN
    assert failure_of(right, "Trở lên [1].", quoted, ("a",)) is Failure.WRONG_FACT
    assert failure_of(replace(right, answer_keys=("3%", "mới")), "3% [1].", quoted, ("a",)) is Failure.INCOMPLETE
    assert failure_of(right, "Không tìm thấy.", (), ("b",)) is Failure.NOT_RETRIEVED
    assert failure_of(span, "Kết nạp [1].", (cite(1, "a", "kết nạp"),), ("a",) * 5 + ("b",)) is Failure.RANKED_LOW


def test_a_summary_groups_questions_and_counts_one_for_each_of_its_documents() -> None:
    made = run(QUESTIONS, system())
    summary = summarise(made.questions, made.scores)
    assert summary.overall.estimates[Measure.RIGHT].mean == pytest.approx(2 / 5)
    assert summary.overall.failures == {Failure.WRONG_SPAN: 1, Failure.REFUSED: 1, Failure.NOT_REFUSED: 1}
    assert (summary.overall.abstention.precision, summary.overall.abstention.recall) == (0.5, 0.5)
    counts = {grouping: {g.name: g.questions for g in groups} for grouping, groups in summary.groups.items()}
    assert counts == {
        Grouping.CATEGORY: {"target": 2, "duty": 1, "unanswerable": 2},
        Grouping.STYLE: {"formal": 3, "casual": 1, "typo": 1},
        Grouping.DOCUMENT: {"a": 1, "b": 2},
    }


def test_a_run_is_kept_whole_and_opened_the_same(tmp_path: Path) -> None:
    done: list[tuple[int, int]] = []
    made, folder = run_into(tmp_path, QUESTIONS, system(), lambda n, of: done.append((n, of)))
    assert folder == tmp_path / made.id
    assert open_run(folder) == made
    assert done == [(n, 5) for n in range(1, 6)]


def test_a_run_that_was_broken_off_goes_on_where_it_stopped(tmp_path: Path) -> None:
    whole, folder = run_into(tmp_path, QUESTIONS, system())
    lines = (folder / ANSWERS_FILE).read_bytes().splitlines(keepends=True)
    (folder / ANSWERS_FILE).write_bytes(lines[0] + lines[1] + lines[2][:40])
    (folder / SCORES).unlink()
    with pytest.raises(RunError, match="not complete"):
        open_run(folder)
    reader = Reader(ANSWERS)
    again, _ = run_into(tmp_path, QUESTIONS, System(reader, DOCUMENTS, {"encoder": "by hand"}))
    assert reader.asked == ["refused", "none", "answered"]
    assert again == whole == open_run(folder)


def test_a_run_is_named_by_what_it_was_made_with() -> None:
    named = run(QUESTIONS, system()).id
    assert run(tuple(replace(question, line=9) for question in QUESTIONS), system()).id == named
    assert run(QUESTIONS[:4], system()).id != named
    assert run(QUESTIONS, System(Reader(ANSWERS), DOCUMENTS, {"encoder": "other"})).id != named


@pytest.mark.parametrize("file", [ANSWERS_FILE, SCORES])
def test_a_damaged_run_is_said_to_be_damaged(tmp_path: Path, file: str) -> None:
    _, folder = run_into(tmp_path, QUESTIONS, system())
    (folder / file).write_bytes((folder / file).read_bytes()[:-30])
    with pytest.raises(RunError, match="damaged"):
        open_run(folder)
    with pytest.raises(RunError, match="no run"):
        open_run(tmp_path / "none")


def test_two_runs_are_compared_over_the_questions_they_share() -> None:
    before = run(QUESTIONS, system())
    changed = (replace(QUESTIONS[0], answer_keys=("mới",)), *QUESTIONS[1:])
    comparison = compare(before, run(changed, system(BETTER)))
    assert (comparison.questions, comparison.left_out) == (4, 2)
    assert [pair.question.id for pair in comparison.won] == ["span"]
    assert comparison.lost == ()
    (keys,) = [d for d in comparison.differences if d.measure is Measure.ANSWER_KEYS]
    assert (keys.before, keys.after, keys.n) == (0, 0.5, 2)
    # One difference of two questions: both of the two sign patterns are as extreme.
    assert keys.p_value == 1.0
    other = tuple(replace(question, id=f"x{question.id}") for question in QUESTIONS)
    with pytest.raises(CompareError, match="no question in common"):
        compare(before, Run(before.id, before.environment, other, before.answers, before.scores, {}))


def test_the_baseline_holds_what_was_reached_and_names_what_was_lost(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    assert read_baseline(path) is None
    write_baseline(baseline_of(run(QUESTIONS, system())), path)
    recorded = read_baseline(path)
    assert recorded is not None
    better, worse = hold(recorded, run(QUESTIONS, system(BETTER))), hold(recorded, run(QUESTIONS, system(WORSE)))
    assert (better.fallen, better.lost, better.gained) == ((), (), ("span",))
    assert worse.lost == ("right",)
    assert Measure.RIGHT in {fallen.measure for fallen in worse.fallen}
    with pytest.raises(RunError, match="other questions"):
        hold(recorded, run(QUESTIONS[:3], system()))


def test_an_unproven_statement_more_is_below_the_baseline() -> None:
    recorded = baseline_of(run(QUESTIONS, system()))
    loose = {**ANSWERS, "right": ("Đạt 3% trở lên, ngày 1/1 [1].", ANSWERS["right"][1], ("a", "b"))}
    assert {fallen.measure for fallen in hold(recorded, run(QUESTIONS, system(loose))).fallen} >= {Measure.UNPROVEN}
