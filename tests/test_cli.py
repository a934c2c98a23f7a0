"""The command line as people and programs rely on it (docs/interface.md)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.__main__ import main
from corpus.library import BUNDLED
from corpus.records import Document
from tests.conftest import ROOT

QUESTION = "Xã Nghĩa Hưng đặt chỉ tiêu kết nạp đảng viên mới hằng năm là bao nhiêu?"
RECORD = {
    "id": str,
    "question": str,
    "status": str,
    "kind": str,
    "answer": str,
    "citations": list,
    "passages": list,
    "resolved_question": str,
    "elapsed_ms": float,
    "notice": str,
}
CITATION_FIELDS = ["n", "doc_id", "title", "section", "page", "start", "end", "quote"]
PASSAGE_FIELDS = ["doc_id", "start", "end", "score"]
KINDS = {"target", "duty", "source", "content", "comparison", "out_of_scope"}

Captured = pytest.CaptureFixture[str]


def check_record(record: dict[str, Any], documents: dict[str, Document]) -> None:
    """Everything that the interface promises of an answer's record."""
    assert {name: type(value) for name, value in record.items()} == RECORD
    assert list(record) == list(RECORD)
    assert record["status"] in {"answered", "not_found"}
    assert record["kind"] in KINDS
    assert [citation["n"] for citation in record["citations"]] == list(range(1, len(record["citations"]) + 1))
    for citation in record["citations"]:
        assert list(citation) == CITATION_FIELDS
        assert documents[citation["doc_id"]].text[citation["start"] : citation["end"]] == citation["quote"] != ""
        assert f"[{citation['n']}]" in record["answer"]
    assert len(record["passages"]) <= 10
    for passage in record["passages"]:
        assert list(passage) == PASSAGE_FIELDS
        assert 0 <= passage["start"] < passage["end"] <= len(documents[passage["doc_id"]].text)
    scores = [passage["score"] for passage in record["passages"]]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.usefixtures("home")
def test_json_is_the_record_of_the_interface(documents: dict[str, Document], capsys: Captured) -> None:
    assert main(["ask", QUESTION, "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    record = json.loads(line)
    check_record(record, documents)
    assert (record["question"], record["status"], record["id"]) == (QUESTION, "answered", "")
    assert len(record["passages"]) == 10


@pytest.mark.usefixtures("home")
def test_a_readable_answer_names_document_and_quote(documents: dict[str, Document], capsys: Captured) -> None:
    assert main(["ask", QUESTION, "--doc", "nq-nghia-hung"]) == 0
    out = capsys.readouterr().out
    assert f"[1] {documents['nq-nghia-hung'].metadata.title}" in out
    quotes = [line.strip()[1:-1] for line in out.splitlines() if line.startswith("    “")]
    plain = " ".join(documents["nq-nghia-hung"].text.split())
    assert quotes
    assert all(quote in plain for quote in quotes)


@pytest.mark.usefixtures("home")
def test_batch_answers_in_order_and_keeps_the_good_lines(
    documents: dict[str, Document], tmp_path: Path, capsys: Captured
) -> None:
    lines = [
        json.dumps({"id": "q1", "question": QUESTION, "doc_ids": ["nq-nghia-hung"]}),
        "{not json",
        json.dumps({"id": "q3", "text": "no question"}),
        "",
        json.dumps({"id": "q4", "question": ""}),
        json.dumps({"id": "q5", "question": "Nhiệm vụ gì?", "doc_ids": ["nope"]}),
        json.dumps({"id": "q6", "question": "Còn chỉ tiêu thì sao?", "history": [QUESTION], "more": 1}),
        json.dumps(["a list"]),
        json.dumps({"id": "q7", "question": "😀"}),
    ]
    (tmp_path / "in.jsonl").write_text("\ufeff" + "\r\n".join(lines), encoding="utf-8")
    status = main(["ask", "--batch", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl")])
    out = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert status == 1
    assert [record["id"] for record in out] == ["q1", None, "q3", "q4", "q5", "q6", None, "q7"]
    assert [sorted(record) == ["error", "id"] for record in out] == [False, True, True, False, True, False, True, False]
    for record in out:
        if "error" not in record:
            check_record(record, documents)
    assert {passage["doc_id"] for passage in out[0]["passages"]} == {"nq-nghia-hung"}
    assert [record["status"] for record in out if record["id"] in ("q4", "q7")] == ["not_found", "not_found"]
    assert str(tmp_path / "out.jsonl") in capsys.readouterr().err


@pytest.mark.usefixtures("home")
def test_batch_of_good_lines_is_done_with_status_0(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "1", "question": QUESTION}) + "\n", encoding="utf-8")
    assert main(["ask", "--batch", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl")]) == 0
    assert capsys.readouterr().out == ""
    assert len((tmp_path / "out.jsonl").read_bytes().splitlines()) == 1


@pytest.mark.usefixtures("home")
def test_the_same_question_gets_the_same_answer(capsys: Captured) -> None:
    answers = []
    for _ in range(2):
        main(["ask", QUESTION, "--json"])
        record = json.loads(capsys.readouterr().out)
        answers.append({name: value for name, value in record.items() if name != "elapsed_ms"})
    assert answers[0] == answers[1]


@pytest.mark.usefixtures("home")
def test_an_index_in_place_is_not_built_again(capsys: Captured) -> None:
    assert main(["index", "build"]) == 0
    assert "Chỉ mục đã đúng" in capsys.readouterr().err


@pytest.mark.usefixtures("home")
def test_status_and_verify_of_a_sound_index(capsys: Captured, documents: dict[str, Document]) -> None:
    assert main(["index", "status", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "up to date" in out
    assert all(doc_id in out for doc_id in documents)
    assert main(["index", "verify", "--lang", "en"]) == 0
    assert "sound" in capsys.readouterr().out


@pytest.mark.parametrize("doc_id", [path.stem for path in sorted(BUNDLED.glob("*.txt"))])
def test_text_is_the_file_byte_for_byte(doc_id: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["corpus", "text", doc_id]) == 0
    assert capsysbinary.readouterr().out == (BUNDLED / f"{doc_id}.txt").read_bytes()


@pytest.mark.parametrize("content", ["một\r\nhai\r\n".encode(), b"\xef\xbb\xbfBOM", b"no line end", b"\n\n a \n\n"])
def test_text_of_any_file_is_unchanged(
    content: bytes, folder_of: Callable[..., Path], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["--corpus", str(folder_of({"a.txt": content})), "corpus", "text", "a"]) == 0
    assert capsysbinary.readouterr().out == content


def test_list_names_every_document_without_padding(documents: dict[str, Document], capsys: Captured) -> None:
    assert main(["corpus", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["mã", "loại", "số", "ngày", "tên"]
    assert [line.split()[0] for line in lines[1:]] == sorted(documents)
    assert all(line == line.rstrip() for line in lines)
    assert all(documents[line.split()[0]].metadata.title in line for line in lines[1:])


def test_show_prints_spans_that_hold_the_heading(documents: dict[str, Document], capsys: Captured) -> None:
    assert main(["corpus", "show", "kl-tinh-uy-khoa-xi"]) == 0
    out = capsys.readouterr().out
    assert "Địa phương (*):" in out
    sections = documents["kl-tinh-uy-khoa-xi"].structure.sections[1:]
    assert out.rstrip().splitlines()[-1].endswith(f"[{sections[-1].span.start}:{sections[-1].span.end}]")


def test_documents_are_added_and_taken_out_without_loss(
    folder_of: Callable[..., Path], tmp_path: Path, capsys: Captured
) -> None:
    folder = folder_of({"a.txt": "một"})
    (tmp_path / "b.txt").write_text("hai", encoding="utf-8")
    assert main(["--corpus", str(folder), "corpus", "add", str(tmp_path / "b.txt")]) == 0
    assert main(["--corpus", str(folder), "corpus", "add", str(tmp_path / "b.txt")]) == 1
    assert main(["--corpus", str(folder), "corpus", "remove", "b"]) == 0
    capsys.readouterr()
    assert main(["--corpus", str(folder), "corpus", "list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]] == ["a"]
    assert (folder / ".removed" / "b.txt").read_text(encoding="utf-8") == "hai"


def test_what_cannot_be_read_is_not_added(folder_of: Callable[..., Path], tmp_path: Path) -> None:
    folder = folder_of({"a.txt": "một"})
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe")
    assert main(["--corpus", str(folder), "corpus", "add", str(tmp_path / "bad.txt")]) == 1
    assert [path.name for path in folder.iterdir()] == ["a.txt"]


def test_two_corpora_have_two_indexes(folder_of: Callable[..., Path]) -> None:
    from assistant.settings import Settings

    one, two = (Settings.read(folder_of({"a.txt": "x"}, name), None).index for name in ("one", "two"))
    assert one != two


COMMANDS = (
    [],
    ["chat"],
    ["ask"],
    ["index"],
    ["index", "build"],
    ["index", "status"],
    ["index", "verify"],
    ["corpus"],
    ["corpus", "list"],
    ["corpus", "show"],
    ["corpus", "text"],
    ["corpus", "add"],
    ["corpus", "remove"],
    ["corpus", "check"],
    ["facts"],
    ["eval"],
    ["eval", "run"],
)
ENGLISH = ("usage:", "options:", "optional arguments", "positional arguments", "show this help", "error:")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_everywhere_and_in_the_language_asked_for(command: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as done:
        main([*command, "--help"])
    vietnamese = capsys.readouterr().out
    assert done.value.code == 0
    assert vietnamese.startswith("cách dùng: nghiquyet")
    assert not [word for word in ENGLISH if word in vietnamese]
    with pytest.raises(SystemExit):
        main(["--lang", "en", *command, "--help"])
    assert capsys.readouterr().out.startswith("usage: nghiquyet")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "thiếu COMMAND"),
        (["nope"], "'nope' không dùng được"),
        (["corpus", "show"], "thiếu ID"),
        (["chat", "--port", "x"], "--port: 'x' không phải số cổng"),
        (["ask", "a", "b"], "không hiểu: b"),
        (["ask", "--doc"], "--doc: cần một giá trị"),
        (["corpus", "add"], "thiếu FILE"),
    ],
)
def test_wrong_usage_is_status_2_in_vietnamese(words: list[str], said: str, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as wrong:
        main(words)
    err = capsys.readouterr().err
    assert wrong.value.code == 2
    assert said in err
    assert not [word for word in ENGLISH if word in err]


def test_a_question_or_a_place_for_answers_is_needed(capsys: Captured) -> None:
    assert main(["ask"]) == 2
    assert main(["ask", "--batch", "in.jsonl"]) == 2
    assert "--out" in capsys.readouterr().err


def test_vietnamese_is_written_as_utf_8_whatever_the_machine_prefers() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    run = subprocess.run(
        [sys.executable, "-m", "assistant", "corpus", "list"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=True,
    )
    assert "Huyện ủy Tuy Phước" in run.stdout.decode("utf-8")


def test_a_reader_that_stops_reading_is_no_error(folder_of: Callable[..., Path]) -> None:
    # More than a pipe holds, so that writing goes on when the reader has gone.
    folder = folder_of({"a.txt": "văn bản\n" * 100_000})
    words = f"{sys.executable} -m assistant --corpus {folder} corpus text a"
    command = f"{words} | head -c 1; echo ${{PIPESTATUS[0]}}"
    run = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("v0\n", "")
