"""The report as a page and as a workbook, the judge's sheet, and what public sets turn into."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from assistant.messages import Lang
from corpus.records import Span
from eval.compare import compare
from eval.errors import ImportSourceError, OutputError, SheetError
from eval.importing.records import write
from eval.importing.sources import SOURCES
from eval.judging import Mark, agreement, judge_sheet, read_marks
from eval.report.compared import comparison_html
from eval.report.excerpts import excerpt
from eval.report.markup import el
from eval.report.page import report_html
from eval.report.sheet import report_xlsx
from eval.run import run
from eval.session import load_questions
from eval.workbook import Sheet, workbook
from tests.eval_cases import ANSWERS, QUESTIONS, system


def test_text_is_escaped_and_markup_is_not() -> None:
    assert el("p", "a < b", el("b", "&"), class_="x", data_kind='"') == (
        '<p class="x" data-kind="&quot;">a &lt; b<b>&amp;</b></p>'
    )


def test_an_excerpt_marks_cited_gold_and_both() -> None:
    text = "không một hai ba bốn hết"
    marked = excerpt(text, Span(6, 9), [Span(6, 13)], [Span(10, 16)])
    assert marked == (
        'không <mark class="cited">một </mark><mark class="cited gold">hai</mark><mark class="gold"> ba</mark> bốn hết'
    )


def test_a_long_text_is_cut_at_words() -> None:
    text = " ".join(f"từ{n}" for n in range(200))
    marked = excerpt(text, Span(500, 505), [], [])
    assert marked.startswith("… từ")
    assert marked.endswith(" …")
    assert marked[2:-2] in text


def test_the_page_stands_alone_and_shows_every_question() -> None:
    hostile = (replace(QUESTIONS[0], question="<script>alert(1)</script>"), *QUESTIONS[1:])
    page = report_html(run(hostile, system()), Lang.VI)
    assert "Trả lời đúng 2 trên 5 câu (40,0%)." in page
    assert "<script>alert" not in page
    assert not re.search(r"""(?:src|href)\s*=|url\(|@import|https?://""", page)
    assert Counter(re.findall(r'data-kind="(\w+)"', page)) == {
        "right": 2, "wrong_span": 1, "refused": 1, "not_refused": 1,
    }  # fmt: skip
    assert "Đoạn cần tìm đứng thứ 2 trong 2 đoạn tìm được." in page
    for plot in re.findall(r"<svg.*?</svg>", page):
        ElementTree.fromstring(plot)


def test_the_page_of_a_set_without_refusals_or_figures_is_made_too() -> None:
    assert "1 of 1 questions answered right" in report_html(run(QUESTIONS[:1], system()), Lang.EN)


def test_the_comparison_shows_both_answers() -> None:
    worse = {**ANSWERS, "right": ("Không tìm thấy.", (), ())}
    page = comparison_html(compare(run(QUESTIONS, system()), run(QUESTIONS, system(worse))), Lang.VI)
    assert "Mất 1 câu" in page
    assert "Đạt 3% trở lên [1]." in page


def test_the_workbook_holds_numbers_and_every_question() -> None:
    book = openpyxl.load_workbook(io.BytesIO(report_xlsx(run(QUESTIONS, system()), Lang.VI)))
    overall, groups, questions = book.worksheets
    assert [cell.value for cell in overall[2]] == ["Trả lời đúng", 0.4, *(cell.value for cell in overall[2][2:4]), 5]
    assert [row[1].value for row in groups.iter_rows(min_row=2)][:2] == ["Chỉ tiêu", "Nhiệm vụ và trách nhiệm"]
    assert [row[0].value for row in questions.iter_rows(min_row=2)] == [question.id for question in QUESTIONS]
    assert questions["E3"].value == "Trích sai chỗ"


def marked(*marks: str) -> bytes:
    rows = [[f"q{n}", mark] for n, mark in enumerate(marks)]
    return workbook([Sheet("Chấm", ["Mã", "Chấm"], rows, (10, 10))])


def test_the_judges_sheet_says_nothing_of_the_scores_and_is_read_back() -> None:
    data = judge_sheet(run(QUESTIONS, system()), Lang.VI)
    assert read_marks(data, "a.xlsx") == {}
    book = openpyxl.load_workbook(io.BytesIO(data))
    book.worksheets[0]["F2"] = "Đúng một phần"
    stream = io.BytesIO()
    book.save(stream)
    assert read_marks(stream.getvalue(), "a.xlsx") == {"right": Mark.PARTLY}
    shown = " ".join(str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row)
    assert "Trích sai chỗ" not in shown


def test_kappa_of_a_table_worked_out_by_hand() -> None:
    # Of 10: both say right 4 times, wrong 3 times; the first right and the second wrong 2 times, the reverse once.
    first = read_marks(marked(*["đúng"] * 6, *["sai"] * 4), "a")
    second = read_marks(marked(*["right"] * 4, *["wrong"] * 2, "đúng", *["sai"] * 3), "b")
    found = agreement(first, second)
    # observed .7; expected .6 × .5 + .4 × .5 = .5
    assert (found.n, found.observed, found.kappa) == (10, 0.7, pytest.approx(0.4))
    assert found.disagreed == ("q4", "q5", "q6")
    assert agreement(first, first).kappa == 1.0
    assert agreement(read_marks(marked("sai"), "a"), read_marks(marked("sai"), "b")).kappa is None


def test_a_wrong_sheet_says_what_is_wrong_with_it() -> None:
    with pytest.raises(SheetError, match="line 3: there is no mark “khá”"):
        read_marks(marked("đúng", "khá"), "a.xlsx")
    with pytest.raises(SheetError, match="is no judge's sheet"):
        read_marks(workbook([Sheet("x", ["a"], [], (10,))]), "a.xlsx")
    with pytest.raises(SheetError, match="Cannot read"):
        read_marks(b"no", "a.xlsx")
    with pytest.raises(SheetError, match="No answer"):
        agreement({"a": Mark.RIGHT}, {"b": Mark.RIGHT})


def lines(path: Path, *records: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


def imported(kind: str, source: Path, out: Path) -> tuple[dict[str, str], list[dict[str, object]]]:
    write(SOURCES[kind](source), out)
    texts = {path.stem: path.read_bytes().decode() for path in sorted((out / "corpus").iterdir())}
    data = (out / "questions.jsonl").read_bytes()
    load_questions(data, "questions.jsonl", texts)
    return texts, [json.loads(line) for line in data.decode().splitlines()]


def test_alqac_articles_become_documents(tmp_path: Path) -> None:
    lines(tmp_path / "in" / "corpus.jsonl", {"id": "Luật|1", "title": "Điều 1", "text": "Phạt 07 năm tù."},
          {"id": "Luật/1", "title": "Điều 1", "text": "Khác."})  # fmt: skip
    lines(tmp_path / "in" / "queries.jsonl",
          {"id": "q1", "question": "Mấy năm?", "answer": "07 năm", "gold": ["Luật|1"]},
          {"id": "q2", "question": "Đúng không?", "answer": "Đúng", "gold": ["Luật|1"]},
          {"id": "q3", "question": "?", "answer": "", "gold": ["Luật|9"]})  # fmt: skip
    texts, questions = imported("alqac", tmp_path / "in", tmp_path / "out")
    assert texts["luat-1"] == "Điều 1\n\nPhạt 07 năm tù."
    assert len(texts) == 2
    assert [(q["id"], q["gold"], q["answer_keys"]) for q in questions] == [
        ("q1", [{"doc_id": "luat-1", "quote": None}], ["07 năm"]),
        ("q2", [{"doc_id": "luat-1", "quote": None}], []),
    ]


def test_squad_paragraphs_become_documents_and_the_answers_sentence_gold(tmp_path: Path) -> None:
    context = "Đội bóng có mặt năm 1995. Họ thắng 3 trận. Hết."
    qas = [
        {"id": "x", "question": "Thắng mấy trận?", "answers": [{"text": "3", "answer_start": context.index("3 trận")}]},
        {"id": "y", "question": "Ai?", "answers": [], "is_impossible": True},
    ]
    data = {"data": [{"title": "Bóng đá", "paragraphs": [{"context": context, "qas": qas}]}]}
    (tmp_path / "xquad.vi.json").write_text(json.dumps(data), encoding="utf-8")
    texts, questions = imported("xquad", tmp_path / "xquad.vi.json", tmp_path / "out")
    assert texts == {"bong-da-1": context}
    assert [(q["id"], q["gold"], q["answer_keys"]) for q in questions] == [
        ("x", [{"doc_id": "bong-da-1", "quote": "Họ thắng 3 trận."}], ["3"])
    ]


def test_beir_judgments_above_zero_are_gold(tmp_path: Path) -> None:
    lines(tmp_path / "in" / "corpus.jsonl", {"_id": "d1", "title": "", "text": "Một."},
          {"_id": "d2", "title": "Hai", "text": "Hai."})  # fmt: skip
    lines(tmp_path / "in" / "queries.jsonl", {"_id": "q1", "text": "Hai?"}, {"_id": "q2", "text": "Ba?"})
    qrels = tmp_path / "in" / "qrels" / "test.tsv"
    qrels.parent.mkdir()
    qrels.write_text("query-id\tcorpus-id\tscore\nq1\td2\t2\nq1\td1\t0\nq2\td1\t0\n", encoding="utf-8")
    texts, questions = imported("beir", tmp_path / "in", tmp_path / "out")
    assert texts == {"d1": "Một.", "d2": "Hai\n\nHai."}
    assert [(q["id"], q["gold"]) for q in questions] == [("q1", [{"doc_id": "d2", "quote": None}])]


@pytest.mark.parametrize("kind", sorted(SOURCES))
def test_a_source_of_another_form_says_so(kind: str, tmp_path: Path) -> None:
    with pytest.raises(ImportSourceError, match="Cannot read"):
        SOURCES[kind](tmp_path / "none")
    for name in ("corpus.jsonl", "queries.jsonl"):
        (tmp_path / name).write_text('{"unknown": 1}\n', encoding="utf-8")
    with pytest.raises(ImportSourceError, match="not in the format"):
        SOURCES[kind](tmp_path / "corpus.jsonl" if kind == "xquad" else tmp_path)


def test_two_imports_do_not_mix(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("", encoding="utf-8")
    (tmp_path / "in.json").write_text('{"data": []}', encoding="utf-8")
    with pytest.raises(OutputError, match="not empty"):
        write(SOURCES["xquad"](tmp_path / "in.json"), tmp_path)
