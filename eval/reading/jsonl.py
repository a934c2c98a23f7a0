"""Question sets as JSON lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from assistant.messages import Message
from eval.messages import faults as say
from eval.reading.drafts import Draft, DraftGold, Place, Reading
from eval.records import Fault, Gold


def read_jsonl(data: bytes) -> Reading:
    """The drafts of a file with one JSON object a line; empty lines are passed over."""
    drafts: list[Draft] = []
    faults: list[Fault] = []
    for line, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if raw.strip():
            draft, found = _line(line, raw)
            faults += found
            drafts += [draft] if draft else []
    return Reading(tuple(drafts), tuple(faults))


def _line(line: int, raw: bytes) -> tuple[Draft | None, list[Fault]]:
    whole = Place(line, "JSON")
    try:
        record = msgspec.json.decode(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return None, [whole.fault(say.NOT_UTF8)]
    except msgspec.DecodeError as error:
        return None, [whole.fault(say.NOT_JSON, reason=error)]
    if not isinstance(record, dict):
        return None, [whole.fault(say.NOT_OBJECT)]
    return _draft(line, record)


def _draft(line: int, record: Mapping[str, object]) -> tuple[Draft | None, list[Fault]]:
    fields = _Fields(line, record, [])
    draft = Draft(
        line=line,
        id=fields.text("id"),
        category=fields.text("category"),
        style=fields.text("style"),
        question=fields.text("question"),
        history=fields.texts("history"),
        gold=fields.gold(),
        answer=fields.text("answer"),
        answer_keys=fields.texts("answer_keys"),
        note=fields.text("note"),
    )
    return (None if fields.faults else draft), fields.faults


@dataclass(frozen=True, slots=True)
class _Fields:
    """The fields of one object; a value of the wrong type is noted in `faults` and read as empty."""

    line: int
    record: Mapping[str, object]
    faults: list[Fault]

    def text(self, name: str) -> str:
        value = self.record.get(name, "")
        if isinstance(value, str):
            return value.strip()
        self._wrong(name, say.TEXT)
        return ""

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.record.get(name, [])
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(each.strip() for each in value)
        self._wrong(name, say.TEXTS)
        return ()

    def gold(self) -> tuple[DraftGold, ...]:
        value = self.record.get("gold", [])
        if not isinstance(value, list):
            self._wrong("gold", say.GOLD_LIST)
            return ()
        return tuple(entry for n, each in enumerate(value, start=1) for entry in self._entry(f"gold[{n}]", each))

    def _entry(self, column: str, entry: object) -> tuple[DraftGold, ...]:
        match entry:
            case {"doc_id": str(doc_id), "quote": str() | None as quote}:
                at = Place(self.line, f"{column}.doc_id"), Place(self.line, f"{column}.quote")
                return (DraftGold(Gold(doc_id, quote), *at),)
        self._wrong(column, say.GOLD_LIST)
        return ()

    def _wrong(self, column: str, wanted: Message) -> None:
        self.faults.append(Fault(self.line, column, say.WRONG_TYPE, {"wanted": wanted}))
