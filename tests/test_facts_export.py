"""The exported files, opened again."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
import pytest

from assistant.facts_export import (
    HEADS,
    duties_table,
    sources_table,
    targets_table,
    to_csv,
    to_json,
    to_text,
    to_xlsx,
)
from assistant.messages import Lang
from corpus.facts import duties, sources, targets
from corpus.records import Document
from tests.facts_gold import bundled_documents


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    return bundled_documents()


def test_json_records_have_the_fields_of_the_interface(documents: tuple[Document, ...]) -> None:
    target = json.loads(to_json(targets.extract(documents[0])))[0]
    duty = json.loads(to_json(duties.extract(documents[0])))[0]
    source = json.loads(to_json(sources.extract(documents)))[0]
    place = {"doc_id", "start", "end", "quote", "section"}
    assert set(target) >= place | {"indicator", "subject", "comparator", "values", "unit", "when", "inferred"}
    assert set(duty) >= place | {"body", "role", "task", "with", "report_to", "when", "inferred"}
    assert set(source) == {
        "number", "kind", "title_or_subject", "issuer", "date", "in_corpus", "mentions", "conflicts",
    }  # fmt: skip
    assert set(source["mentions"][0]) >= place | {"spelling"}
    text = next(document.text for document in documents if document.id == target["doc_id"])
    assert text[target["start"] : target["end"]] == target["quote"]


def test_a_workbook_has_filters_a_frozen_head_and_every_row(documents: tuple[Document, ...]) -> None:
    facts = [fact for document in documents for fact in targets.extract(document)]
    table = targets_table(facts)
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(table, Lang.VI))).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == tuple(HEADS[field].vi for field in table.fields)
    assert len(rows) == len(facts) + 1
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:M{len(facts) + 1}"
    quotes = [row[table.fields.index("quote")] for row in rows[1:]]
    assert quotes == [fact.quote for fact in facts]


def test_a_source_has_a_row_for_each_mention(documents: tuple[Document, ...]) -> None:
    found = sources.extract(documents)
    table = sources_table(found)
    assert len(table.rows) == sum(len(source.mentions) for source in found)
    number, doc = table.fields.index("number"), table.fields.index("doc_id")
    citing = {row[doc] for row in table.rows if row[number] == "217-QĐ/TW"}
    assert citing == {"kh-tuy-phuoc", "nq-khoi-quang-binh", "nq-nghia-hung"}


def test_csv_is_read_back_whole(documents: tuple[Document, ...]) -> None:
    table = duties_table(duties.extract(documents[0]))
    rows = list(csv.reader(io.StringIO(to_csv(table, Lang.EN), newline="")))
    assert rows[0] == [HEADS[field].en for field in table.fields]
    assert rows[1:] == [["" if cell is None else str(cell) for cell in row] for row in table.rows]


def test_no_cell_becomes_a_formula(documents: tuple[Document, ...]) -> None:
    table = targets_table(targets.extract(documents[0])[:1])
    row = ("=1+1\x0b", *table.rows[0][1:])
    sheet = openpyxl.load_workbook(
        io.BytesIO(to_xlsx(type(table)(table.name, table.fields, (row,)), Lang.VI))
    ).worksheets[0]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1 ", "s")


def test_the_screen_table_keeps_to_its_width(documents: tuple[Document, ...]) -> None:
    lines = to_text(duties_table(duties.extract(documents[0])), Lang.VI, 100).splitlines()
    assert max(map(len, lines)) <= 100
    assert any("Vai trò" in line for line in lines)
