"""What users think of answers, kept in SQLite for the operator, and turned into a question set for evaluation."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from assistant.prose import CITED
from assistant.records import Answer, Kind, Query, Status
from corpus.folding import has_diacritics

# Characters; a reason is a remark, and a page can be asked to send anything.
LONGEST_REASON = 1000
_WAIT_S = 10.0  # for another process that is writing
_SCHEMA = """
CREATE TABLE IF NOT EXISTS opinion (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL,
    query TEXT NOT NULL, answer TEXT NOT NULL
) STRICT
"""
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*\s*%?")
_CATEGORIES = {
    Kind.TARGET: "target",
    Kind.DUTY: "duty",
    Kind.SOURCE: "source",
    Kind.CONTENT: "content",
    Kind.COMPARISON: "cross",
    Kind.OUT_OF_SCOPE: "unanswerable",
}


class Verdict(StrEnum):
    """Whether an answer helped."""

    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one user thought of one answer; `at` is ISO 8601 in UTC."""

    query: Query
    answer: Answer
    verdict: Verdict
    reason: str = ""
    at: str = ""


class Feedback:
    """The opinions in one database file; safe to use from several threads and processes."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, opinion: Opinion) -> None:
        """Keep an opinion, stamped with the time; raises OSError or sqlite3.Error when it cannot be written."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        row = (
            opinion.at or datetime.now(UTC).isoformat(timespec="seconds"),
            opinion.verdict.value,
            opinion.reason.strip()[:LONGEST_REASON],
            msgspec.json.encode(opinion.query).decode(),
            msgspec.json.encode(opinion.answer).decode(),
        )
        with closing(self._connect()) as database, database:
            database.execute("INSERT INTO opinion (at, verdict, reason, query, answer) VALUES (?, ?, ?, ?, ?)", row)

    def all(self) -> tuple[Opinion, ...]:
        """Every opinion, oldest first; none while nothing was ever stored."""
        if not self._path.exists():
            return ()
        with closing(self._connect()) as database:
            rows = database.execute("SELECT at, verdict, reason, query, answer FROM opinion ORDER BY id").fetchall()
        return tuple(_opinion(*row) for row in rows)

    def _connect(self) -> sqlite3.Connection:
        # A connection a call: SQLite's are bound to their thread, and opening one takes a fraction of a millisecond.
        database = sqlite3.connect(self._path, timeout=_WAIT_S)
        database.execute("PRAGMA journal_mode=WAL")
        database.execute(_SCHEMA)
        return database


def _opinion(at: str, verdict: str, reason: str, query: str, answer: str) -> Opinion:
    return Opinion(
        msgspec.json.decode(query, type=Query), msgspec.json.decode(answer, type=Answer), Verdict(verdict), reason, at
    )


def questions(opinions: Iterable[Opinion], *, drafts: bool = False) -> Iterator[dict[str, Any]]:
    """Opinions as records of a question set, in the form of docs/interface.md, each question once, the latest opinion.

    What users found right is complete. With `drafts` what they found wrong follows, without gold: a person has to
    say what would have been right before it can measure anything.
    """
    latest = {(opinion.query.question, opinion.query.history): opinion for opinion in opinions}
    for number, opinion in enumerate(latest.values(), start=1):
        good = opinion.verdict is Verdict.GOOD
        if good or drafts:
            yield _question(opinion, f"feedback-{number:04d}", good=good)


def _question(opinion: Opinion, question_id: str, *, good: bool) -> dict[str, Any]:
    query, answer = opinion.query, opinion.answer
    gold = answer.citations if good else ()
    said = CITED.sub("", answer.answer).strip() if good and answer.citations else ""
    return {
        "id": question_id,
        "category": _category(opinion),
        "style": "formal" if has_diacritics(query.question) else "no_diacritics",
        "question": query.question,
        "history": list(query.history),
        "gold": [{"doc_id": each.doc_id, "quote": each.quote} for each in gold],
        "answer": said,
        "answer_keys": list(dict.fromkeys(figure.strip() for figure in _FIGURE.findall(said))),
        "note": opinion.reason,
    }


def _category(opinion: Opinion) -> str:
    if opinion.verdict is Verdict.GOOD and opinion.answer.status is Status.NOT_FOUND:
        return "unanswerable"
    return "followup" if opinion.query.history else _CATEGORIES[opinion.answer.kind]
