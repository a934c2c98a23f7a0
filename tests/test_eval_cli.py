"""`nghiquyet eval` from end to end on the real system: a set is run, reported, compared, judged; faults are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.__main__ import main
from assistant.messages import Lang
from eval.folder import open_run
from eval.reading.template import template_csv


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "questions.csv"
    path.write_bytes(template_csv(Lang.VI))
    return path


def test_a_set_is_run_and_everything_made_of_the_run(
    home: Path, questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # Other tests leave runs in the shared home, so the new one is what was not there before.
    earlier = set((home / "runs").iterdir()) if (home / "runs").exists() else set()
    assert main(["eval", "run", "--questions", str(questions)]) == 0
    out, err = capsys.readouterr()
    (folder,) = set((home / "runs").iterdir()) - earlier
    assert "Trả lời đúng" in out
    assert str(folder) in err
    run = open_run(folder)
    assert [question.id for question in run.questions] == ["vd-1", "vd-2"]
    # A second run of the same set on the same system is the same run.
    assert main(["eval", "run", "--questions", str(questions)]) == 0
    assert {folder} == set((home / "runs").iterdir()) - earlier

    for name in ("report.html", "report.xlsx", "judge.xlsx", "compare.html", "baseline.json"):
        actions = {"report": ["report", run.id], "judge": ["judge", run.id], "baseline": ["baseline", run.id]}
        action = actions.get(name.split(".")[0], ["compare", str(folder), run.id])
        assert main(["eval", *action, "--out", str(tmp_path / name)]) == 0
        assert (tmp_path / name).stat().st_size > 1000
    assert main(["eval", "kappa", str(tmp_path / "judge.xlsx"), str(tmp_path / "judge.xlsx")]) == 1
    assert "không có câu nào được cả hai người chấm" in capsys.readouterr().err


def test_faults_are_told_in_lines_that_name_their_place(
    home: Path, questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del home
    questions.write_bytes(questions.read_bytes().replace("từ 90% trở lên,Từ".encode(), "từ 95% trở lên,Từ".encode()))
    assert main(["eval", "run", "--questions", str(questions)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "questions.csv có 1 lỗi" in err
    assert "dòng 2, cột Đoạn trích nguyên văn" in err
    assert "tỷ lệ đảng viên hoàn thành tốt nhiệm vụ từ 90% trở lên" in err
    assert main(["--lang", "en", "eval", "run", "--questions", str(questions), "--skip-faulty"]) == 0
    out, err = capsys.readouterr()
    assert "line 2, column Đoạn trích nguyên văn" in err
    assert "1 questions" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["run", "--questions", "none.jsonl"], "Không đọc được none.jsonl"),
        (["report", "none"], "Không có lần chấm nào ở none"),
        (["template", "--out", "a.pdf"], "chỉ nhận đuôi .xlsx, .csv"),
        (["import", "beir", "none", "--out", "new"], "Không đọc được"),
    ],
)
def test_a_users_mistake_gets_one_line(
    words: list[str], told: str, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    assert main(["eval", *words]) == 1
    err = capsys.readouterr().err
    assert told in err
    assert len(err.strip().splitlines()) == 1


def test_wrong_usage_is_status_2() -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["eval", "compare", "only-one"])
