"""Workbooks in and out (the only openpyxl import of `eval`)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_HEAD_COLOUR: Final = "DCE6F1"
_LONGEST: Final = 32_000
"""Characters; a cell holds 32,767."""


class SheetUnreadable(Exception):
    """The bytes are no workbook that can be read."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to write: its name, heads, rows, column widths in characters, and the columns with a closed choice.

    `choices` holds (column from 0, allowed values).
    """

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str | int | float | None]]
    widths: Sequence[int]
    choices: Sequence[tuple[int, Sequence[str]]] = ()


def first_sheet(data: bytes) -> list[list[str]]:
    """The cells of a workbook's first sheet as text; raises SheetUnreadable."""
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows()
        return [[_text(cell.value, str(cell.number_format)) for cell in row] for row in rows]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, IndexError, ValueError, OSError) as error:
        raise SheetUnreadable(str(error)) from error


def _text(value: object, number_format: str) -> str:
    """A cell as its reader sees it: Excel turns "3%" into 0.03 and "30/4/2025" into a date by itself."""
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        shown, unit = (value * 100, "%") if "%" in number_format else (value, "")
        return f"{round(shown, 10):g}".replace(".", ",") + unit if shown % 1 else f"{round(shown)}{unit}"
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    return str(value)


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """A workbook with a frozen head line, wrapped cells and drop-downs; text is never read as a formula."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(target: object, sheet: Sheet) -> None:
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

    assert isinstance(target, Worksheet)
    for line, row in enumerate([sheet.heads, *sheet.rows], start=1):
        for column, value in enumerate(row, start=1):
            cell = target.cell(line, column)
            assert isinstance(cell, Cell)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(value, str):
                cell.value = _CONTROL.sub(" ", value)[:_LONGEST]
                cell.data_type = "s"
            else:
                cell.value = value
            if line == 1:
                cell.font = Font(bold=True)
                cell.fill = PatternFill("solid", fgColor=_HEAD_COLOUR)
    for column, width in enumerate(sheet.widths, start=1):
        target.column_dimensions[get_column_letter(column)].width = width
    for column, allowed in sheet.choices:
        rule = DataValidation(type="list", formula1='"' + ",".join(allowed) + '"', allow_blank=True)
        target.add_data_validation(rule)
        # Room for rows that are filled in later.
        rule.add(f"{get_column_letter(column + 1)}2:{get_column_letter(column + 1)}{max(500, len(sheet.rows) + 1)}")
    target.freeze_panes = "A2"
