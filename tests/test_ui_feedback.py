"""What users said: stored, and turned into a question set."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import docx

from assistant.export import answers_docx
from assistant.feedback import Feedback, Opinion, Verdict, questions
from assistant.messages import Lang
from assistant.records import Answer, Citation, Kind, Query, Status
from corpus.records import Document
from eval.session import load_questions

QUOTE = "Tỷ lệ kết nạp đảng viên mới hằng năm phấn đấu đạt từ 3% trở lên"


def answer(documents: dict[str, Document], text: str = f"Theo Nghị quyết: “{QUOTE}” [1].") -> Answer:
    """An answer with one citation that stands in the corpus."""
    document = documents["nq-nghia-hung"]
    start = document.text.index(QUOTE)
    title = document.metadata.title
    cited = Citation(1, document.id, title, ("2.2", "Về Đảng"), None, start, start + len(QUOTE), QUOTE)
    return Answer("", "Kết nạp bao nhiêu?", Status.ANSWERED, Kind.TARGET, text, (cited,), (), "Kết nạp bao nhiêu?", 1.0)


def missing() -> Answer:
    """An answer that says that there is none."""
    return Answer("", "Giá vàng?", Status.NOT_FOUND, Kind.CONTENT, "Không tìm thấy.", (), (), "Giá vàng?", 1.0)


def test_opinions_come_back_as_they_were_given(tmp_path: Path, documents: dict[str, Document]) -> None:
    store = Feedback(tmp_path / "deep" / "feedback.sqlite")
    assert store.all() == ()
    first = Opinion(Query("Kết nạp bao nhiêu?", history=("trước",)), answer(documents), Verdict.GOOD, "", "2026-01-02")
    second = Opinion(Query("Giá vàng?"), missing(), Verdict.BAD, "thiếu", "2026-01-03")
    store.add(first)
    store.add(second)
    assert store.all() == (first, second)


def test_many_write_at_once_and_the_journal_is_ahead(tmp_path: Path) -> None:
    store = Feedback(tmp_path / "feedback.sqlite")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: store.add(Opinion(Query(str(n)), missing(), Verdict.BAD)), range(40)))
    assert sorted(int(each.query.question) for each in store.all()) == list(range(40))
    with sqlite3.connect(tmp_path / "feedback.sqlite") as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_right_answers_become_questions_that_evaluation_accepts(documents: dict[str, Document]) -> None:
    import json

    opinions = [
        Opinion(Query("Kết nạp bao nhiêu?"), answer(documents), Verdict.GOOD),
        Opinion(Query("gia vang"), missing(), Verdict.GOOD),
        Opinion(Query("Còn kia?", history=("Kết nạp bao nhiêu?",)), answer(documents), Verdict.GOOD),
        Opinion(Query("Sai?"), answer(documents), Verdict.BAD, "nhầm nơi"),
    ]
    lines = list(questions(opinions))
    assert [(each["category"], each["style"]) for each in lines] == [
        ("target", "formal"),
        ("unanswerable", "no_diacritics"),
        ("followup", "formal"),
    ]
    assert lines[0]["gold"] == [{"doc_id": "nq-nghia-hung", "quote": QUOTE}]
    assert lines[0]["answer_keys"] == ["3%"]
    data = "\n".join(json.dumps(each, ensure_ascii=False) for each in lines).encode()
    texts = {doc_id: document.text for doc_id, document in documents.items()}
    assert len(load_questions(data, "feedback.jsonl", texts)) == 3


def test_wrong_answers_are_drafts_without_gold_and_only_when_asked_for(documents: dict[str, Document]) -> None:
    opinion = Opinion(Query("Sai?"), answer(documents), Verdict.BAD, "nhầm nơi")
    assert list(questions([opinion])) == []
    (draft,) = questions([opinion], drafts=True)
    assert (draft["gold"], draft["answer"], draft["note"]) == ([], "", "nhầm nơi")


def test_the_latest_opinion_on_a_question_counts(documents: dict[str, Document]) -> None:
    good = Opinion(Query("Kết nạp bao nhiêu?"), answer(documents), Verdict.GOOD)
    bad = Opinion(Query("Kết nạp bao nhiêu?"), answer(documents), Verdict.BAD)
    assert list(questions([good, bad])) == []
    assert len(list(questions([bad, good]))) == 1


def test_a_word_file_has_the_table_and_the_numbered_source(documents: dict[str, Document]) -> None:
    table = "| Văn bản | Mức |\n| --- | --- |\n| Nghĩa Hưng | 3% [1] |\n| Tuy Phước |"
    file = docx.Document(BytesIO(answers_docx([answer(documents, table)], Lang.VI)))
    assert [[cell.text for cell in row.cells] for row in file.tables[0].rows] == [
        ["Văn bản", "Mức"],
        ["Nghĩa Hưng", "3% [1]"],
        ["Tuy Phước", ""],
    ]
    sources = [paragraph.text for paragraph in file.paragraphs if paragraph.text.startswith("[1] ")]
    assert sources == [f"[1] {documents['nq-nghia-hung'].metadata.title} › 2.2 › Về Đảng: “{QUOTE}”"]
