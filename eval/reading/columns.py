"""The columns of a question set kept as a table."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.messages import Message
from corpus.folding import folded_line
from eval.messages import faults as say
from eval.messages import tables, terms
from eval.names import Category, Style
from eval.reading.drafts import FIELDS, Draft, DraftGold, Place, Reading
from eval.records import Fault, Gold

HEADS: Final[Mapping[str, Message]] = {
    "id": tables.HEAD_ID,
    "category": tables.HEAD_CATEGORY,
    "style": tables.HEAD_STYLE,
    "question": tables.HEAD_QUESTION,
    "history": tables.HEAD_HISTORY,
    "doc_id": tables.HEAD_DOCUMENT,
    "quote": tables.HEAD_QUOTE,
    "answer": tables.HEAD_ANSWER,
    "answer_keys": tables.HEAD_KEYS,
    "note": tables.HEAD_NOTE,
}
"""The columns of the template in order."""

REQUIRED: Final = ("id", "category", "question")

_LIST_BREAK: Final = re.compile(r"\s*(?:\r?\n|;|\|)\s*")
_TURN_BREAK: Final = re.compile(r"\s*(?:\r?\n|\|)\s*")
_QUOTE_BREAK: Final = re.compile(r"\s*\|\|\s*")
_NUMBERED: Final = re.compile(r"^(.*?)[\s_]*(\d+)$")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its number in the file, from 1, and its cells as written."""

    line: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is understood: its field, its place from 0, and how it is named to the user."""

    field: str
    index: int
    shown: str


def columns_of(head: Sequence[str], letters: bool) -> tuple[Column, ...]:
    """The columns that a head line names, in Vietnamese, English or by field name; unknown heads are passed over.

    "Tài liệu 2" and "doc_id_2" name another column of the same field. With `letters` a column is shown with its
    letter in the sheet.
    """
    known = {_plain(name): name for name in (*FIELDS, "doc_id", "quote")}
    for name, message in HEADS.items():
        known |= {_plain(message.vi): name, _plain(message.en): name}
    found: list[Column] = []
    for index, title in enumerate(head):
        plain = _plain(title)
        numbered = _NUMBERED.match(plain)
        stem = numbered.group(1) if numbered and plain not in known else plain
        if stem in known:
            found.append(Column(known[stem], index, f"{letter(index)} ({title.strip()})" if letters else title.strip()))
    return tuple(found)


def letter(index: int) -> str:
    """The letters of a sheet's column: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def read_rows(rows: Sequence[Row], *, letters: bool) -> Reading:
    """The drafts of a table whose first row that is not empty is its head.

    A row with neither id nor question adds its document and quote to the question above it.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if not filled:
        return Reading((), ())
    head, *body = filled
    columns = columns_of(head.cells, letters)
    named = {column.field for column in columns}
    missing = [name for name in REQUIRED if name not in named]
    if missing:
        place = [Place(head.line, HEADS[name].vi) for name in missing]
        return Reading((), tuple(each.fault(say.NO_COLUMN) for each in place))
    drafts: list[Draft] = []
    faults: list[Fault] = []
    for row in body:
        draft, found = _draft(row, columns)
        faults += found
        if drafts and not draft.id and not draft.question:
            drafts[-1] = _joined(drafts[-1], draft)
        else:
            drafts.append(draft)
    return Reading(tuple(drafts), tuple(faults))


def _joined(above: Draft, below: Draft) -> Draft:
    return replace(above, gold=above.gold + below.gold, answer_keys=above.answer_keys + below.answer_keys)


def _draft(row: Row, columns: Sequence[Column]) -> tuple[Draft, list[Fault]]:
    cells: dict[str, list[tuple[str, Place]]] = {}
    for column in columns:
        text = row.cells[column.index] if column.index < len(row.cells) else ""
        cells.setdefault(column.field, []).append((text, Place(row.line, column.shown)))
    faults: list[Fault] = []

    def one(name: str) -> str:
        return next((text.strip() for text, _ in cells.get(name, ()) if text.strip()), "")

    def many(name: str, breaks: re.Pattern[str]) -> tuple[str, ...]:
        return tuple(each for text, _ in cells.get(name, ()) for each in _listed(text, breaks))

    gold = _gold_pairs(cells.get("doc_id", []), cells.get("quote", []))
    for text, place in cells.get("gold", ()):
        gold += _gold_json(text, place, faults)
    draft = Draft(
        line=row.line,
        id=one("id"),
        category=_by_name(one("category"), CATEGORY_NAMES),
        style=_by_name(one("style"), STYLE_NAMES) or Style.FORMAL.value,
        question=one("question"),
        history=many("history", _TURN_BREAK),
        gold=tuple(gold),
        answer=one("answer"),
        answer_keys=many("answer_keys", _LIST_BREAK),
        note=one("note"),
        columns={column.field: column.shown for column in reversed(columns)} | _gold_column(columns),
    )
    return draft, faults


def _gold_column(columns: Sequence[Column]) -> dict[str, str]:
    """Where a fault of the gold as a whole is shown when the table has no column of that name."""
    shown = [column.shown for column in columns if column.field in ("gold", "quote", "doc_id")]
    return {"gold": shown[-1]} if shown else {}


def _gold_pairs(documents: list[tuple[str, Place]], quotes: list[tuple[str, Place]]) -> list[DraftGold]:
    """Documents and quotes paired in order; one document serves several quotes in a cell, split by "||"."""
    found: list[DraftGold] = []
    for (named, document_at), (cell, quote_at) in zip(documents, quotes, strict=False):
        ids = [each for each in _listed(named, _LIST_BREAK) if each] or [""]
        parts = [part for part in _QUOTE_BREAK.split(cell) if part.strip()]
        if not parts and ids == [""]:
            continue
        for position, part in enumerate(parts or [""]):
            doc_id = ids[position] if position < len(ids) else ids[-1]
            found.append(DraftGold(Gold(doc_id, _quote(part)), document_at, quote_at))
    return found


def _quote(cell: str) -> str:
    """A quote without the white space that a spreadsheet leaves around it; CR LF is how one writes a line break."""
    return cell.replace("\r\n", "\n").strip()


def _gold_json(text: str, place: Place, faults: list[Fault]) -> list[DraftGold]:
    if not text.strip():
        return []
    try:
        entries = json.loads(text)
        gold = [Gold(str(entry["doc_id"]), str(entry["quote"])) for entry in entries]
    except (ValueError, TypeError, KeyError):
        faults.append(Fault(place.line, place.column, say.WRONG_TYPE, {"wanted": say.GOLD_LIST}))
        return []
    return [DraftGold(each, place, place) for each in gold]


def _listed(text: str, breaks: re.Pattern[str]) -> list[str]:
    """The items of a list cell: a JSON list, or set apart by what `breaks` says."""
    if text.lstrip().startswith("["):
        try:
            found = json.loads(text)
        except ValueError:
            found = None
        if isinstance(found, list):
            return [str(each).strip() for each in found]
    return [each.strip() for each in breaks.split(text.strip()) if each.strip()]


def _by_name(value: str, names: Mapping[str, str]) -> str:
    """The value of a closed set from its Vietnamese name or its own; an unknown one is left for the checks."""
    return names.get(_plain(value), value)


def _plain(text: str) -> str:
    return folded_line(text, diacritics=False)


CATEGORY_NAMES: Final[Mapping[str, str]] = {
    **{_plain(message.vi): category.value for category, message in terms.CATEGORIES.items()},
    **{_plain(category.value): category.value for category in Category},
}
STYLE_NAMES: Final[Mapping[str, str]] = {
    **{_plain(message.vi): style.value for style, message in terms.STYLES.items()},
    **{_plain(style.value): style.value for style in Style},
}
