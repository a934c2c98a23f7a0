"""What an outside data set is turned into."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus.folding import folded
from eval.errors import ImportSourceError, OutputError
from eval.messages import commands as say

CORPUS: Final = "corpus"
QUESTIONS: Final = "questions.jsonl"

_NOT_IN_NAMES: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Item:
    """A document of the set: its id there, and its text."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the set with its gold: (item id, quote or None for the whole document)."""

    id: str
    question: str
    gold: tuple[tuple[str, str | None], ...]
    answer: str = ""
    answer_keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """A data set read whole, and how many questions it has whose gold it does not hold."""

    items: tuple[Item, ...]
    asked: tuple[Asked, ...]
    left_out: int = 0


def write(imported: Imported, out: Path) -> None:
    """Write `out/corpus/*.txt`, one file a document, and `out/questions.jsonl`. Raises OutputError.

    The folder must be new or empty, for two sets in one would be measured as one.
    """
    names = _names(imported.items)
    try:
        if out.exists() and any(out.iterdir()):
            raise OutputError(say.NOT_EMPTY, path=out)
        (out / CORPUS).mkdir(parents=True, exist_ok=True)
        for item in imported.items:
            (out / CORPUS / f"{names[item.id]}.txt").write_bytes(item.text.encode("utf-8"))
        lines = (json.dumps(_record(asked, names), ensure_ascii=False) + "\n" for asked in imported.asked)
        (out / QUESTIONS).write_text("".join(lines), encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(say.UNWRITABLE, path=out, reason=error.strerror or str(error)) from error


def _record(asked: Asked, names: dict[str, str]) -> dict[str, object]:
    return {
        "id": asked.id,
        "category": "content",
        "style": "formal",
        "question": asked.question,
        "history": [],
        "gold": [{"doc_id": names[item], "quote": quote} for item, quote in asked.gold],
        "answer": asked.answer,
        "answer_keys": list(asked.answer_keys),
        "note": "",
    }


def _names(items: Iterable[Item]) -> dict[str, str]:
    """A file name for each id: readable, and told apart by a hash where two would read alike."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for item in items:
        name = _NOT_IN_NAMES.sub("-", folded(item.id, diacritics=False)).strip("-")[:_LONGEST_NAME]
        if not name or name in taken:
            name = f"{name}-{hashlib.sha256(item.id.encode()).hexdigest()[:8]}".strip("-")
        taken.add(name)
        names[item.id] = name
    return names


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file. Raises ImportSourceError with the line."""
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if line.strip():
            try:
                record = json.loads(line)
            except ValueError as error:
                raise ImportSourceError(say.NOT_THE_FORMAT, path=path, line=number, reason=error) from error
            if not isinstance(record, dict):
                raise ImportSourceError(say.NOT_THE_FORMAT, path=path, line=number, reason="not an object")
            yield record


def read_text(path: Path) -> str:
    """A text file in UTF-8. Raises ImportSourceError."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ImportSourceError(say.UNREADABLE_SOURCE, path=path, reason=error) from error


def field(record: dict[str, Any], name: str, path: Path) -> str:
    """A field that has to be a text. Raises ImportSourceError."""
    value = record.get(name)
    if not isinstance(value, str):
        raise ImportSourceError(say.NOT_THE_FORMAT, path=path, line="?", reason=f"no text in field {name!r}")
    return value
