"""`nghiquyet ask`: one answer, or many from a file."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

import msgspec

from assistant.errors import BatchUnreadable, OutputNotWritable, QuestionUnusable
from assistant.messages import Lang
from assistant.messages import answers as say_answer
from assistant.messages import commands as say
from assistant.records import Answer, Query
from assistant.service import Assistant
from corpus.errors import DocumentUnknown

OVER_THE_QUESTIONS = "it is the file of questions"


class Line(msgspec.Struct, frozen=True):
    """A line of IN.jsonl."""

    id: str
    question: str
    history: tuple[str, ...] = ()
    doc_ids: tuple[str, ...] = ()


def as_json(answer: Answer) -> str:
    """The record of docs/interface.md in one line."""
    return msgspec.json.encode(answer).decode()


def check_usable(question: str) -> None:
    """Raise QuestionUnusable for a question that needs no index to be answered."""
    if not question.strip():
        raise QuestionUnusable(say_answer.QUESTION_EMPTY)


def query_of(question: str, history: Sequence[str], doc_ids: Sequence[str], *, verbatim: bool) -> Query:
    """A query from the words of the command line."""
    return Query(_as_text(question), "", tuple(map(_as_text, history)), tuple(doc_ids), verbatim)


def _as_text(word: str) -> str:
    """Bytes that are no text become question marks; kept as they are, they would break whatever reads the question."""
    return word.encode("utf-8", "replace").decode("utf-8")


def ask_one(assistant: Assistant, query: Query, *, json: bool, lang: Lang, out: TextIO) -> None:
    """Print one answer. Raises DocumentUnknown."""
    answer = assistant.ask(query)
    if answer.notice and not json:
        print(answer.notice, file=sys.stderr)
    print(as_json(answer) if json else _readable(answer, lang), file=out)


def _readable(answer: Answer, lang: Lang) -> str:
    lines = []
    if answer.resolved_question != answer.question:
        lines += [say.RESOLVED.text(lang, question=answer.resolved_question), ""]
    lines += [answer.answer, ""]
    for cited in answer.citations:
        section = " › ".join(cited.section)
        lines.append(say.ANSWER_CITATION.text(lang, n=cited.n, title=cited.title, section=section).rstrip(" ›"))
        lines.append(f"    “{' '.join(cited.quote.split())}”")
    return "\n".join(lines).rstrip()


def ask_batch(assistant: Assistant, source: Path, target: Path, lang: Lang) -> int:
    """Answer every line of a file; the number of lines that could not be read.

    Raises BatchUnreadable, OutputNotWritable.
    """
    if _same_file(source, target):
        raise OutputNotWritable(target, OVER_THE_QUESTIONS)
    lines = _lines(source)
    failed = 0
    try:
        with target.open("w", encoding="utf-8", newline="\n") as out:
            for record in _records(assistant, lines, lang):
                failed += "error" in record
                out.write(msgspec.json.encode(record).decode() + "\n")
    except OSError as error:
        raise OutputNotWritable(target, error.strerror or str(error)) from error
    if failed:
        print(say.LINES_UNREADABLE.text(lang, count=failed, path=target), file=sys.stderr)
    return failed


def _same_file(source: Path, target: Path) -> bool:
    return source.exists() and target.exists() and source.samefile(target)


def _lines(source: Path) -> list[bytes]:
    try:
        return source.read_bytes().splitlines()
    except OSError as error:
        raise BatchUnreadable(source, error.strerror or str(error)) from error


def _records(assistant: Assistant, lines: Sequence[bytes], lang: Lang) -> Iterator[dict[str, Any]]:
    for number, raw in enumerate(lines, start=1):
        if raw.strip():
            yield _record(assistant, raw.removeprefix(b"\xef\xbb\xbf"), number, lang)


def _record(assistant: Assistant, raw: bytes, number: int, lang: Lang) -> dict[str, Any]:
    try:
        line = msgspec.json.decode(raw, type=Line)
        answer = assistant.ask(Query(line.question, line.id, line.history, line.doc_ids))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return {"id": _id_of(raw), "error": say.LINE_UNREADABLE.text(lang, line=number, reason=error)}
    except DocumentUnknown as error:
        known = ", ".join(error.known)
        return {"id": line.id, "error": say.DOCUMENT_UNKNOWN.text(lang, doc_id=error.doc_id, known=known)}
    record: dict[str, Any] = msgspec.to_builtins(answer)
    return record


def _id_of(raw: bytes) -> str | None:
    """The id of a line that is JSON but not a question."""
    try:
        found = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return str(found["id"]) if isinstance(found, dict) and "id" in found else None
