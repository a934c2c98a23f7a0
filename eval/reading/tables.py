"""Question sets as CSV and XLSX."""

from __future__ import annotations

import csv
import io
from typing import Final

from eval.messages import faults as say
from eval.reading.columns import Row, read_rows
from eval.reading.drafts import Reading
from eval.records import Fault
from eval.workbook import SheetUnreadable, first_sheet

_DELIMITERS: Final = (",", ";", "\t")


def read_csv(data: bytes) -> Reading:
    """The drafts of a CSV file in UTF-8 or UTF-16; comma, semicolon or tab is told from the head line.

    The line of a row is the line of the file at which it begins.
    """
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        return Reading((), (Fault(1, "CSV", say.NOT_UTF8, {}),))
    head = text.lstrip().split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count), strict=False)
    rows: list[Row] = []
    begins = 1
    try:
        for cells in reader:
            rows.append(Row(begins, cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        return Reading((), (Fault(begins, "CSV", say.BROKEN_SHEET, {"reason": str(error)}),))
    return read_rows(rows, letters=False)


def read_xlsx(data: bytes) -> Reading:
    """The drafts of the first sheet of a workbook."""
    try:
        cells = first_sheet(data)
    except SheetUnreadable as error:
        return Reading((), (Fault(1, "XLSX", say.BROKEN_SHEET, {"reason": str(error)}),))
    return read_rows([Row(line, row) for line, row in enumerate(cells, start=1)], letters=True)
