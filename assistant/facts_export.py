"""Typed facts as a table on the screen, CSV, JSON or a workbook; every row with its quote and place."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.messages import Lang, Message
from corpus.facts.records import Comparator, Duty, Mention, Source, Target

HEADS: dict[str, Message] = {
    "doc_id": Message("Văn bản", "Document"),
    "section": Message("Mục", "Section"),
    "indicator": Message("Chỉ tiêu", "Indicator"),
    "canonical": Message("Tên chung", "Common name"),
    "subject": Message("Đối tượng", "Subject"),
    "comparator": Message("So sánh", "Comparison"),
    "values": Message("Giá trị", "Value"),
    "unit": Message("Đơn vị", "Unit"),
    "when": Message("Thời gian", "When"),
    "body": Message("Cơ quan, chức danh", "Body or post"),
    "body_as_written": Message("Tên trong văn bản", "As written"),
    "role": Message("Vai trò", "Role"),
    "task": Message("Việc phải làm", "Task"),
    "with": Message("Phối hợp với", "With"),
    "report_to": Message("Báo cáo cho", "Reports to"),
    "number": Message("Số, ký hiệu", "Number"),
    "kind": Message("Loại", "Kind"),
    "title_or_subject": Message("Tên, nội dung", "Title or subject"),
    "issuer": Message("Cơ quan ban hành", "Issuer"),
    "date": Message("Ngày ban hành", "Date"),
    "in_corpus": Message("Có trong kho", "In the corpus"),
    "spelling": Message("Cách viết", "Spelling"),
    "context": Message("Cách viện dẫn", "Cited by"),
    "conflicts": Message("Chỗ không khớp", "Conflicts"),
    "inferred": Message("Phần suy ra", "Inferred"),
    "quote": Message("Trích nguyên văn", "Quote"),
    "start": Message("Từ vị trí", "Start"),
    "end": Message("Đến vị trí", "End"),
}
"""Column heads by field; a field's name is the one of the JSON record."""

_TARGET_FIELDS = "doc_id section indicator canonical subject comparator values unit when inferred quote start end"
_DUTY_FIELDS = "doc_id section body body_as_written role task with report_to when inferred quote start end"
_SOURCE_FIELDS = (
    "number kind title_or_subject issuer date in_corpus conflicts doc_id section spelling context quote start end"
)
_SCREEN_FIELDS = {
    "targets": "doc_id subject comparator values when quote",
    "duties": "doc_id body role when quote",
    "sources": "number date doc_id context quote",
}
_SIGNS = {Comparator.AT_LEAST: "≥", Comparator.AT_MOST: "≤", Comparator.RANGE: "…"}
_SECTION_JOINT = " › "
_LIST_JOINT = "; "
_WIDE = frozenset(("section", "indicator", "task", "quote", "title_or_subject", "conflicts"))
_WIDTHS = (48, 18)  # of wide and of other columns, in characters
_CELL_CHARS = 32_000  # a workbook's cell holds 32,767
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML has no place for these

Cell = str | int | None
Fact = Target | Duty | Source


@dataclass(frozen=True, slots=True)
class Table:
    """Facts in rows; `fields` are keys of HEADS."""

    name: str
    fields: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def targets_table(facts: Iterable[Target]) -> Table:
    """One row a target."""
    rows = [_target_record(fact) for fact in facts]
    return _table("targets", _TARGET_FIELDS, rows)


def duties_table(facts: Iterable[Duty]) -> Table:
    """One row a duty."""
    return _table("duties", _DUTY_FIELDS, [_duty_record(fact) for fact in facts])


def sources_table(facts: Iterable[Source]) -> Table:
    """One row a mention, so that every row has its quote and place."""
    rows = []
    for fact in facts:
        whole = _source_record(fact)
        rows += [{**whole, **_mention_record(mention)} for mention in fact.mentions]
    return _table("sources", _SOURCE_FIELDS, rows)


def to_json(facts: Iterable[Fact]) -> str:
    """The records of the stable interface as a JSON array, with a line end."""
    records = [_record(fact) for fact in facts]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def to_csv(table: Table, lang: Lang) -> str:
    """Comma-separated values with a head line; for a file, encode as "utf-8-sig" so that spreadsheets know it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([HEADS[field].text(lang) for field in table.fields])
    writer.writerows(table.rows)
    return out.getvalue()


def to_text(table: Table, lang: Lang, width: int) -> str:
    """A table for a terminal `width` characters wide, with the columns that fit one."""
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table as Grid

    shown = [table.fields.index(field) for field in _SCREEN_FIELDS[table.name].split()]
    grid = Grid(box=SIMPLE, show_lines=False, expand=True)
    for at in shown:
        field = table.fields[at]
        grid.add_column(HEADS[field].text(lang), ratio=3 if field in _WIDE else 1, overflow="fold")
    for row in table.rows:
        grid.add_row(*(" ".join(_plain(row[at]).split()) for at in shown))
    out = io.StringIO()
    Console(file=out, width=width, color_system=None, markup=False, highlight=False).print(grid)
    return out.getvalue()


def to_xlsx(table: Table, lang: Lang) -> bytes:
    """A workbook of one sheet with a frozen head and filters; every cell is text or a number, never a formula."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = table.name
    heads = tuple(HEADS[field].text(lang) for field in table.fields)
    for row_number, row in enumerate((heads, *table.rows), start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(row_number, column)
            cell.value = value if isinstance(value, int) else _plain(value)
            if isinstance(value, str):
                cell.data_type = "s"  # a text that begins with "=" is still a text
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if row_number == 1:
                cell.font = Font(bold=True)
    for column, field in enumerate(table.fields, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS[0 if field in _WIDE else 1]
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.fields))}{len(table.rows) + 1}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _plain(value: Cell) -> str:
    return _CONTROL.sub(" ", "" if value is None else str(value))[:_CELL_CHARS]


def _table(name: str, fields: str, records: Sequence[dict[str, object]]) -> Table:
    names = tuple(fields.split())
    return Table(name, names, tuple(tuple(_cell(name, record[name]) for name in names) for record in records))


def _cell(field: str, value: object) -> Cell:
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, (list, tuple)):
        return (_SECTION_JOINT if field == "section" else _LIST_JOINT).join(value)
    if field == "comparator":
        return _SIGNS.get(Comparator(str(value)), str(value))
    return " ".join(str(value).split()) if field != "quote" else str(value)


def _record(fact: Fact) -> dict[str, object]:
    if isinstance(fact, Target):
        return _target_record(fact)
    return _duty_record(fact) if isinstance(fact, Duty) else _source_record(fact)


def _place(fact: Target | Duty | Mention) -> dict[str, object]:
    return {
        "doc_id": fact.doc_id,
        "start": fact.start,
        "end": fact.end,
        "quote": fact.quote,
        "section": list(fact.section),
    }


def _target_record(fact: Target) -> dict[str, object]:
    return {
        **_place(fact),
        "indicator": fact.indicator,
        "subject": fact.subject,
        "comparator": fact.comparator.value,
        "values": list(fact.values),
        "unit": fact.unit,
        "when": fact.when,
        "inferred": list(fact.inferred),
        "canonical": fact.canonical,
        "canonical_also": list(fact.canonical_also),
        "measure": fact.measure.value,
        "low": fact.low,
        "high": fact.high,
    }


def _duty_record(fact: Duty) -> dict[str, object]:
    return {
        **_place(fact),
        "body": fact.body,
        "role": fact.role.value,
        "task": fact.task,
        "with": fact.with_whom,
        "report_to": fact.report_to,
        "when": fact.when,
        "inferred": list(fact.inferred),
        "body_as_written": fact.body_as_written,
        "roles": [role.value for role in fact.roles],
    }


def _source_record(fact: Source) -> dict[str, object]:
    return {
        "number": fact.number,
        "kind": fact.kind,
        "title_or_subject": fact.title_or_subject,
        "issuer": fact.issuer,
        "date": fact.date,
        "in_corpus": fact.in_corpus,
        "mentions": [_mention_record(mention) for mention in fact.mentions],
        "conflicts": list(fact.conflicts),
    }


def _mention_record(mention: Mention) -> dict[str, object]:
    return {**_place(mention), "spelling": mention.spelling, "context": mention.context}
