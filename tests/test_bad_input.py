"""Whatever a user does: one or two lines that say what happened and what to do, in both languages, and nothing lost."""

from __future__ import annotations

import json
import os
import re
import select
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.__main__ import main
from corpus.library import BUNDLED
from corpus.records import Document
from tests.conftest import ROOT
from tests.test_cli import check_record

LANGS = ("vi", "en")
VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
LONG = "chỉ tiêu kết nạp đảng viên " * 3704  # 100,008 characters


REPORT = "BÁO CÁO\nvề trồng cây\n\nI. KẾT QUẢ\nMỗi năm toàn xã trồng 500 cây xanh.\n"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left: status, stdout, stderr."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(params=LANGS)
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def run(lang: str, home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in one of the languages over the index of the five documents."""
    del home

    def command(*words: str | Path) -> Outcome:
        status = main(["--lang", lang, *map(str, words)])
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return command


def check_explained(outcome: Outcome, lang: str, *named: str) -> None:
    """A failure in one or two lines of the right language, which names what it is about."""
    assert outcome.status == 1
    assert outcome.out == ""
    lines = outcome.err.strip().splitlines()
    assert 1 <= len(lines) <= 2
    assert lines[0].startswith({"vi": "Lỗi: ", "en": "Error: "}[lang])
    own_words = outcome.err
    for word in named:
        assert word in own_words
        own_words = own_words.replace(word, "")
    if lang == "en":
        assert not VIETNAMESE.search(own_words.split("“")[0])
    else:
        assert VIETNAMESE.search(own_words)


@pytest.mark.parametrize("question", ["", "   ", "\n\t"], ids=repr)
def test_an_empty_question(question: str, run: Run, lang: str) -> None:
    check_explained(run("ask", question), lang)


@pytest.mark.parametrize("question", [LONG, "😀🎉", "?!…", "a" * 100_000], ids=["long", "emoji", "marks", "one-word"])
def test_a_question_that_cannot_be_answered_is_refused_in_words(
    question: str, run: Run, documents: dict[str, Document]
) -> None:
    outcome = run("ask", question, "--json")
    assert outcome.status == 0
    record = json.loads(outcome.out)
    check_record(record, documents)
    assert (record["status"], record["citations"], record["passages"]) == ("not_found", [], [])
    assert len(record["answer"]) < 200


@pytest.mark.parametrize(
    "question", ["\udcff\udcfe", "a\0b", "'; DROP TABLE", "{question}", "%s %d", "-", "[1]"], ids=ascii
)
def test_odd_characters_break_nothing(question: str, run: Run, documents: dict[str, Document]) -> None:
    outcome = run("ask", "--json", "--", question)
    assert outcome.status == 0
    check_record(json.loads(outcome.out), documents)


def test_an_unknown_document(run: Run, lang: str) -> None:
    check_explained(run("ask", "chỉ tiêu", "--doc", "nope"), lang, "nope", "nq-ha-tam", "kh-tuy-phuoc")
    check_explained(run("corpus", "show", "nope"), lang, "nope", "nq-ha-tam")
    check_explained(run("corpus", "text", "nope"), lang, "nope", "nq-ha-tam")
    check_explained(run("corpus", "remove", "nope"), lang, "nope", "nq-ha-tam")


@pytest.mark.parametrize(
    "command", [("ask", "chỉ tiêu"), ("index", "build"), ("corpus", "list"), ("corpus", "check")], ids=" ".join
)
def test_a_corpus_folder_without_documents(
    command: tuple[str, ...], run: Run, lang: str, tmp_path: Path, folder_of: Callable[..., Path]
) -> None:
    (tmp_path / "empty").mkdir()
    check_explained(run(*command, "--corpus", tmp_path / "empty"), lang, str(tmp_path / "empty"))
    check_explained(run(*command, "--corpus", tmp_path / "nowhere"), lang, str(tmp_path / "nowhere"))
    unreadable = folder_of({"scan.zip": b"PK", "old.txt": b"\xff\xfe\x00"})
    check_explained(run(*command, "--corpus", unreadable), lang, str(unreadable), "scan.zip", "old.txt")


def test_a_file_for_a_corpus_folder(run: Run, lang: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("văn bản", encoding="utf-8")
    check_explained(run("index", "build", "--corpus", tmp_path / "a.txt"), lang, str(tmp_path / "a.txt"))


def test_unreadable_files_are_named_and_the_rest_is_answered_from(
    run: Run, lang: str, tmp_path: Path, folder_of: Callable[..., Path]
) -> None:
    corpus = folder_of({"good.txt": REPORT, "old.txt": b"\xff\xfe\x00", "scan.zip": b"PK"})
    where = ("--corpus", corpus, "--index", tmp_path / "index")
    built = run("index", "build", *where)
    assert built.status == 1
    left_out = [line for line in built.err.splitlines() if "old.txt" in line or "scan.zip" in line]
    assert len(left_out) == 2
    assert all(("UTF-8" in line) or (".zip" in line) for line in left_out)
    assert [bool(VIETNAMESE.search(line)) for line in left_out] == [lang == "vi"] * 2
    answered = run("ask", "Mỗi năm trồng bao nhiêu cây xanh?", "--json", *where)
    assert answered.status == 0
    assert json.loads(answered.out)["citations"][0]["doc_id"] == "good"


def test_a_broken_manifest(run: Run, lang: str, folder_of: Callable[..., Path]) -> None:
    corpus = folder_of({"a.txt": "văn bản", "manifest.toml": b"[[document"})
    check_explained(run("corpus", "list", "--corpus", corpus), lang, str(corpus / "manifest.toml"))


@pytest.fixture
def small(folder_of: Callable[..., Path], tmp_path: Path, run: Run) -> tuple[str | Path, ...]:
    """Options that name a corpus of one document with a sound index."""
    where = ("--corpus", folder_of({"a.txt": REPORT}), "--index", tmp_path / "index")
    assert run("index", "build", *where).status == 0
    return where


def test_a_damaged_index_is_named_and_the_rebuild_offered(run: Run, lang: str, small: tuple[Path, ...]) -> None:
    vectors = next(Path(small[3]).rglob("vectors.faiss"))
    vectors.write_bytes(vectors.read_bytes()[:-1])
    for command in (("ask", "cây xanh"), ("index", "verify")):
        check_explained(run(*command, *small), lang, str(vectors), "nghiquyet index build")
    assert run("index", "build", *small).status == 0
    assert run("ask", "cây xanh", *small).status == 0


def test_an_index_cut_short_is_named_and_the_rebuild_offered(run: Run, lang: str, small: tuple[Path, ...]) -> None:
    manifest = next(Path(small[3]).rglob("manifest.json"))
    manifest.write_bytes(manifest.read_bytes()[:40])
    for command in (("ask", "cây xanh"), ("index", "verify"), ("index", "status")):
        check_explained(run(*command, *small), lang, str(manifest), "nghiquyet index build")
    assert run("index", "build", *small).status == 0


def test_an_index_of_another_model_is_noticed(run: Run, lang: str, small: tuple[Path, ...]) -> None:
    manifest = next(Path(small[3]).rglob("manifest.json"))
    manifest.write_text(manifest.read_text().replace('"name": "bundled"', '"name": "other-model"'))
    check_explained(run("ask", "cây xanh", *small), lang, "other-model", "nghiquyet index build")
    assert run("index", "build", *small).status == 0
    assert run("ask", "cây xanh", *small).status == 0


def test_no_index_yet(run: Run, lang: str, tmp_path: Path) -> None:
    for action in ("status", "verify"):
        check_explained(run("index", action, "--index", tmp_path / "none"), lang, "nghiquyet index build")


def test_an_index_that_cannot_be_written(run: Run, lang: str, tmp_path: Path) -> None:
    # A file where a folder is wanted: root, who runs the tests in CI, ignores permissions.
    (tmp_path / "taken").write_text("a file")
    check_explained(run("index", "build", "--index", tmp_path / "taken"), lang, str(tmp_path / "taken"), "--index")
    assert (tmp_path / "taken").read_text() == "a file"


def test_a_data_directory_that_cannot_be_written(
    run: Run, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("a file")
    monkeypatch.setenv("NGHIQUYET_HOME", str(tmp_path / "taken"))
    check_explained(run("ask", "chỉ tiêu"), lang, str(tmp_path / "taken"), "NGHIQUYET_HOME")


def test_a_model_that_is_not_there(run: Run, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NGHIQUYET_MODEL", "nobody/no-such-model")
    check_explained(run("ask", "chỉ tiêu"), lang, "nobody/no-such-model", "NGHIQUYET_MODEL")


def test_batch_files_that_cannot_be_read_or_written(run: Run, lang: str, tmp_path: Path) -> None:
    asked, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    check_explained(run("ask", "--batch", asked, "--out", out), lang, str(asked))
    check_explained(run("ask", "--batch", tmp_path, "--out", out), lang, str(tmp_path))
    asked.write_text('{"id": "1", "question": "chỉ tiêu"}', encoding="utf-8")
    check_explained(run("ask", "--batch", asked, "--out", tmp_path), lang, str(tmp_path), "--out")
    check_explained(run("ask", "--batch", asked, "--out", tmp_path / "no" / "out.jsonl"), lang, "--out")


def test_a_batch_that_cannot_be_read_leaves_the_former_answers(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("yesterday's answers", encoding="utf-8")
    assert run("ask", "--batch", tmp_path / "nowhere.jsonl", "--out", tmp_path / "out.jsonl").status == 1
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "yesterday's answers"


def test_answers_are_not_written_over_the_questions(run: Run, lang: str, tmp_path: Path) -> None:
    asked = tmp_path / "in.jsonl"
    asked.write_text('{"id": "1", "question": "chỉ tiêu"}', encoding="utf-8")
    check_explained(run("ask", "--batch", asked, "--out", asked), lang, str(asked), "--out")
    assert asked.read_text(encoding="utf-8") == '{"id": "1", "question": "chỉ tiêu"}'


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_port_in_use_is_said_before_an_index_is_built(lang: str, taken_port: int, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "assistant", "--lang", lang, "chat", "--port", str(taken_port)]
    home = {**os.environ, "NGHIQUYET_HOME": str(tmp_path)}
    chat = subprocess.run(command, cwd=ROOT, env=home, capture_output=True, text=True, check=False, timeout=120)
    check_explained(Outcome(chat.returncode, chat.stdout, chat.stderr), lang, f"--port {taken_port + 1}")
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_is_not_written_to_a_terminal(lang: str) -> None:
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "assistant", "--lang", lang, "facts", "targets", "--format", "xlsx"]
    with os.fdopen(ours, "rb"), os.fdopen(theirs, "wb") as terminal:
        shown = subprocess.run(words, cwd=ROOT, stdout=terminal, stderr=subprocess.PIPE, text=True, check=False)
        assert select.select([ours], [], [], 0)[0] == []
    assert (shown.returncode, len(shown.stderr.splitlines())) == (2, 1)
    assert "--out" in shown.stderr


@pytest.mark.parametrize("port", ["0x", "-1", "65536", "99999999999"])
def test_a_port_that_is_none(port: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as wrong:
        main(["--lang", lang, "chat", f"--port={port}"])
    assert wrong.value.code == 2
    assert port in capsys.readouterr().err


def test_files_that_cannot_be_added(run: Run, lang: str, tmp_path: Path, folder_of: Callable[..., Path]) -> None:
    corpus = folder_of({"a.txt": "văn bản"})
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe")
    for file in (tmp_path / "nowhere.txt", tmp_path / "bad.txt", corpus / "a.txt", tmp_path):
        check_explained(run("corpus", "add", file, "--corpus", corpus), lang, file.name)
    assert [path.name for path in corpus.iterdir()] == ["a.txt"]


def test_a_corpus_folder_that_cannot_be_written(
    run: Run, lang: str, tmp_path: Path, folder_of: Callable[..., Path]
) -> None:
    corpus = folder_of({"a.txt": "văn bản", ".removed": "a file where the folder of removed files should be"})
    check_explained(run("corpus", "remove", "a", "--corpus", corpus), lang, ".removed", "--corpus")
    (tmp_path / "b.txt").write_text("văn bản", encoding="utf-8")
    (corpus / "b.txt").symlink_to(tmp_path / "nowhere" / "b.txt")
    check_explained(run("corpus", "add", tmp_path / "b.txt", "--corpus", corpus), lang, "b.txt", "--corpus")
    assert (corpus / "a.txt").read_text(encoding="utf-8") == "văn bản"


def test_the_bundled_documents_are_as_they_were() -> None:
    """Last in this file: nothing above has touched them."""
    assert sorted(path.name for path in BUNDLED.iterdir() if path.suffix == ".txt") == [
        "kh-tuy-phuoc.txt",
        "kl-tinh-uy-khoa-xi.txt",
        "nq-ha-tam.txt",
        "nq-khoi-quang-binh.txt",
        "nq-nghia-hung.txt",
    ]
