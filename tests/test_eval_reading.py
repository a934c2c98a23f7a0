"""Question sets in three formats, and every kind of fault named by its place."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from assistant.messages import Lang
from corpus.records import Document
from eval.environment import digest_of
from eval.errors import QuestionSetError
from eval.messages import faults as say
from eval.names import Category, Style
from eval.reading.checks import check
from eval.reading.columns import letter
from eval.reading.jsonl import read_jsonl
from eval.reading.nearest import nearest
from eval.reading.tables import read_csv
from eval.reading.template import template_csv, template_xlsx
from eval.records import Fault, Gold, Question
from eval.session import load_questions
from eval.workbook import Sheet, first_sheet, workbook

TEXTS = {
    "nq-a": "Phấn đấu kết nạp đảng viên mới đạt 3% trở lên.\nGiao Văn phòng Đảng ủy theo dõi.",
    "nq-b": "Duy trì sinh hoạt chi bộ định kỳ; kết nạp 4% trở lên.",
}
WHOLE = {
    "id": "q1",
    "category": "target",
    "style": "formal",
    "question": "Kết nạp bao nhiêu?",
    "history": [],
    "gold": [{"doc_id": "nq-a", "quote": "đạt 3% trở lên"}],
    "answer": "3% trở lên",
    "answer_keys": ["3%"],
    "note": "",
}


def jsonl(*records: object) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def faults_of(data: bytes) -> tuple[Fault, ...]:
    return check(read_jsonl(data), TEXTS)[1]


def test_a_sound_line_becomes_a_question() -> None:
    (question,), faults = check(read_jsonl(b"\xef\xbb\xbf\n" + jsonl(WHOLE)), TEXTS)
    assert faults == ()
    gold = (Gold("nq-a", "đạt 3% trở lên"),)
    assert question == Question(
        "q1", Category.TARGET, Style.FORMAL, "Kết nạp bao nhiêu?", (), gold, "3% trở lên", ("3%",), "", line=2
    )


def test_a_whole_document_can_be_gold() -> None:
    questions, faults = check(read_jsonl(jsonl({**WHOLE, "gold": [{"doc_id": "nq-a", "quote": None}]})), TEXTS)
    assert faults == ()
    assert questions[0].gold == (Gold("nq-a", None),)


@pytest.mark.parametrize(
    ("change", "column", "message"),
    [
        ({"id": ""}, "id", say.MISSING),
        ({"id": 7}, "id", say.WRONG_TYPE),
        ({"category": "targt"}, "category", say.UNKNOWN_VALUE),
        ({"style": "fancy"}, "style", say.UNKNOWN_VALUE),
        ({"question": "  "}, "question", say.MISSING),
        ({"history": "trước"}, "history", say.WRONG_TYPE),
        ({"category": "followup"}, "history", say.HISTORY_WANTED),
        ({"gold": []}, "gold", say.GOLD_WANTED),
        ({"category": "unanswerable"}, "gold", say.GOLD_UNWANTED),
        ({"gold": ["đạt 3%"]}, "gold[1]", say.WRONG_TYPE),
        ({"gold": [{"doc_id": "nq-x", "quote": "đạt"}], "answer_keys": []}, "gold[1].doc_id", say.UNKNOWN_DOCUMENT),
        ({"gold": [{"doc_id": "nq-a", "quote": ""}]}, "gold[1].quote", say.MISSING),
        ({"gold": [{"doc_id": "nq-a", "quote": "đạt 5% trở lên"}]}, "gold[1].quote", say.NOT_VERBATIM),
        ({"gold": [{"doc_id": "nq-a", "quote": "kết nạp 4%"}]}, "gold[1].quote", say.NOT_VERBATIM_ELSEWHERE),
        ({"gold": [{"doc_id": "nq-a", "quote": "thu ngân sách nhà nước"}]}, "gold[1].quote", say.NOT_IN_DOCUMENT),
        ({"answer_keys": ["3%", "13%"]}, "answer_keys", say.KEY_NOWHERE),
        ({"answer_keys": [""]}, "answer_keys", say.MISSING),
    ],
)
def test_every_fault_is_named_by_line_and_column(change: dict[str, object], column: str, message: object) -> None:
    (fault,) = faults_of(jsonl({**WHOLE, "id": "other"}, {**WHOLE, **change}))
    assert (fault.line, fault.column, fault.message) == (2, column, message)


@pytest.mark.parametrize(
    ("line", "message"), [(b"{oops", say.NOT_JSON), (b"[1]", say.NOT_OBJECT), (b'{"id": "\xff"}', say.NOT_UTF8)]
)
def test_a_line_that_is_no_object_does_not_hide_the_others(line: bytes, message: object) -> None:
    questions, (fault,) = check(read_jsonl(line + b"\n" + jsonl(WHOLE)), TEXTS)
    assert (fault.line, fault.message) == (1, message)
    assert [question.id for question in questions] == ["q1"]


def test_a_repeated_id_says_where_it_was() -> None:
    (fault,) = faults_of(jsonl(WHOLE, WHOLE))
    assert (fault.line, fault.text(Lang.VI)) == (2, "mã “q1” đã có ở dòng 1")


def test_an_empty_file_is_a_fault() -> None:
    assert [fault.message for fault in faults_of(b"\n\n")] == [say.NO_QUESTIONS]


def test_the_nearest_match_is_offered_word_for_word() -> None:
    found = nearest("Kết nạp đảng viên mới dạt 3% trở nên", TEXTS["nq-a"])
    assert found is not None
    assert found.span.of(TEXTS["nq-a"]) == "kết nạp đảng viên mới đạt 3% trở lên"
    assert found.similarity > 0.9
    assert nearest("hoàn toàn chuyện khác hẳn", TEXTS["nq-a"]) is None


def test_the_nearest_name_is_offered() -> None:
    (fault,) = faults_of(jsonl({**WHOLE, "category": "Targets"}))
    assert "“target”" in fault.text(Lang.VI)


HEADS = ["Mã", "Loại câu hỏi", "Cách viết", "Câu hỏi", "Câu hỏi trước đó", "Tài liệu", "Đoạn trích nguyên văn",
         "Câu trả lời mẫu", "Từ ngữ bắt buộc", "Ghi chú"]  # fmt: skip
ROW = ["q1", "Chỉ tiêu", "Chuẩn mực", "Kết nạp bao nhiêu?", "", "nq-a", "đạt 3% trở lên", "3% trở lên", "3%", ""]


def sheet(*rows: Sequence[str]) -> bytes:
    return workbook([Sheet("Bộ câu hỏi", HEADS, rows, (10,) * len(HEADS))])


def csv_bytes(*rows: Sequence[str], delimiter: str = ",") -> bytes:
    quoted = (delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    return ("\r\n".join(quoted) + "\r\n").encode("utf-8-sig")


def test_the_three_formats_of_one_set_are_one_set() -> None:
    as_json = load_questions(jsonl(WHOLE), "a.jsonl", TEXTS)
    as_sheet = load_questions(sheet(ROW), "a.XLSX", TEXTS)
    as_csv = [
        load_questions(csv_bytes(HEADS, ROW, delimiter=delimiter), "a.csv", TEXTS) for delimiter in (",", ";", "\t")
    ]
    assert {digest_of(each) for each in (as_json, as_sheet, *as_csv)} == {digest_of(as_json)}


def test_heads_may_be_field_names_and_gold_json() -> None:
    head = ["id", "category", "style", "question", "gold", "answer_keys", "anything else"]
    gold = json.dumps(WHOLE["gold"], ensure_ascii=False)
    row = ["q1", "target", "formal", "Kết nạp bao nhiêu?", gold, '["3%", "3% trở lên"]', "x"]
    (question,) = load_questions(csv_bytes(head, row), "a.csv", TEXTS)
    assert question.gold == (Gold("nq-a", "đạt 3% trở lên"),)
    assert question.answer_keys == ("3%", "3% trở lên")


def test_more_gold_stands_in_more_rows_columns_or_parts_of_a_cell() -> None:
    more = ["", "", "", "", "", "nq-b", "4% trở lên", "", "4%", ""]
    (question,) = load_questions(sheet(ROW, more), "a.xlsx", TEXTS)
    assert question.gold == (Gold("nq-a", "đạt 3% trở lên"), Gold("nq-b", "4% trở lên"))
    assert question.answer_keys == ("3%", "4%")
    wide = [*HEADS, "Tài liệu 2", "Đoạn trích nguyên văn 2"]
    (question,) = load_questions(csv_bytes(wide, [*ROW, "nq-b", "4% trở lên"]), "a.csv", TEXTS)
    assert question.gold == (Gold("nq-a", "đạt 3% trở lên"), Gold("nq-b", "4% trở lên"))
    parts = [*ROW[:6], "đạt 3% trở lên || Văn phòng Đảng ủy", *ROW[7:]]
    (question,) = load_questions(sheet(parts), "a.xlsx", TEXTS)
    assert question.gold == (Gold("nq-a", "đạt 3% trở lên"), Gold("nq-a", "Văn phòng Đảng ủy"))


def test_a_fault_in_a_table_is_named_by_row_and_by_the_columns_own_head() -> None:
    wrong = [*ROW[:6], "đạt 5% trở lên", *ROW[7:]]
    with pytest.raises(QuestionSetError) as caught:
        load_questions(sheet(ROW[:-1], ["q2", *wrong[1:]]), "a.xlsx", TEXTS)
    (fault,) = caught.value.faults
    assert (fault.line, fault.column) == (3, "G (Đoạn trích nguyên văn)")
    # A cell with a line break takes two lines of a CSV file, so the next row begins at line 4.
    broken = [*ROW[:4], "một\nhai", *ROW[5:]]
    _, (fault,) = check(read_csv(csv_bytes(HEADS, broken, ["q2", *wrong[1:]])), TEXTS)
    assert (fault.line, fault.column) == (4, "Đoạn trích nguyên văn")


def test_a_missing_column_is_named() -> None:
    with pytest.raises(QuestionSetError) as caught:
        load_questions(csv_bytes(["Mã", "Câu hỏi"], ["q1", "?"]), "a.csv", TEXTS)
    assert [(fault.column, fault.message) for fault in caught.value.faults] == [("Loại câu hỏi", say.NO_COLUMN)]


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"PK not a workbook", "a.xlsx", say.BROKEN_SHEET),
        ("Mã,Câu hỏi\nệ".encode()[:-1], "a.csv", say.NOT_UTF8),
        (b"", "a.csv", say.NO_QUESTIONS),
    ],
)
def test_a_file_that_cannot_be_read_is_a_fault(data: bytes, name: str, message: object) -> None:
    with pytest.raises(QuestionSetError) as caught:
        load_questions(data, name, TEXTS)
    assert [fault.message for fault in caught.value.faults] == [message]


def test_another_format_is_refused_by_name() -> None:
    with pytest.raises(QuestionSetError, match=r"a\.docx"):
        load_questions(b"", "a.docx", TEXTS)


def test_what_a_spreadsheet_makes_of_a_cell_is_read_as_its_user_sees_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["a", "b", "c", "d"])
    page.append([0.03, 12, 0.4, None])
    page["A2"].number_format = "0%"
    book.save(path)
    assert first_sheet(path.read_bytes()) == [["a", "b", "c", "d"], ["3%", "12", "0,4", ""]]


def test_written_text_is_never_a_formula() -> None:
    assert first_sheet(workbook([Sheet("a", ["=1+1"], [["=SUM(A1)\x07"]], (10,))])) == [["=1+1"], ["=SUM(A1) "]]


def test_column_letters() -> None:
    assert [letter(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize("lang", list(Lang))
def test_the_template_is_itself_a_sound_question_set(lang: Lang, documents: dict[str, Document]) -> None:
    texts = {doc_id: document.text for doc_id, document in documents.items()}
    as_sheet = load_questions(template_xlsx(lang), "t.xlsx", texts)
    assert [question.category for question in as_sheet] == [Category.TARGET, Category.UNANSWERABLE]
    assert digest_of(load_questions(template_csv(lang), "t.csv", texts)) == digest_of(as_sheet)
