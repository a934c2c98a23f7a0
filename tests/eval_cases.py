"""A system to measure that can be worked out by hand: two documents and an answerer that reads its answers off."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.records import Answer, Citation, Kind, Query, RankedPassage, Status
from corpus.records import Document, Metadata, Section, Span, Structure
from eval.names import Category, Style
from eval.records import Gold, Question
from eval.run import System

TEXT_A = "Phấn đấu kết nạp đảng viên mới đạt 3% trở lên."
TEXT_B = "Duy trì sinh hoạt chi bộ định kỳ; kết nạp đảng viên đạt 4% trở lên."


def document(doc_id: str, text: str) -> Document:
    """A document of one section."""
    whole = Section(0, None, 0, "", doc_id, Span(0, 0), Span(0, len(text)))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(doc_id, text, digest, Metadata(f"Nghị quyết {doc_id}"), Structure((whole,), (), ()))


DOCUMENTS = {"a": document("a", TEXT_A), "b": document("b", TEXT_B)}

QUESTIONS = (
    Question("right", Category.TARGET, Style.FORMAL, "A kết nạp?", (), (Gold("a", "đạt 3% trở lên"),), "3%", ("3%",)),
    Question("span", Category.TARGET, Style.CASUAL, "B kết nạp?", (), (Gold("b", "đạt 4% trở lên"),), "4%", ("4%",)),
    Question("refused", Category.DUTY, Style.FORMAL, "B sinh hoạt?", (), (Gold("b", "định kỳ"),), "", ("định kỳ",)),
    Question("none", Category.UNANSWERABLE, Style.FORMAL, "Lương tối thiểu?"),
    Question("answered", Category.UNANSWERABLE, Style.TYPO, "Ai ký?"),
)


def cite(n: int, doc_id: str, quote: str) -> Citation:
    """A citation of the first place at which `quote` stands."""
    start = DOCUMENTS[doc_id].text.index(quote)
    return Citation(n, doc_id, f"Nghị quyết {doc_id}", (), None, start, start + len(quote), quote)


def answer(query: Query, text: str, citations: tuple[Citation, ...] = (), *passages: str, ms: float = 5.0) -> Answer:
    """An answer whose passages are whole documents, in the order of their ids given."""
    status = Status.ANSWERED if citations else Status.NOT_FOUND
    ranked = tuple(RankedPassage(each, 0, len(DOCUMENTS[each].text), 1.0 - n / 10) for n, each in enumerate(passages))
    return Answer(query.id, query.question, status, Kind.CONTENT, text, citations, ranked, query.question, ms)


@dataclass
class Reader:
    """Answers by question id from a table of (text, citations, passages); `asked` keeps what it was asked."""

    table: Mapping[str, tuple[str, tuple[Citation, ...], tuple[str, ...]]]
    asked: list[str] = field(default_factory=list)

    def ask(self, query: Query) -> Answer:
        """The answer of the table."""
        self.asked.append(query.id)
        text, citations, passages = self.table[query.id]
        return answer(query, text, citations, *passages)


ANSWERS: Mapping[str, tuple[str, tuple[Citation, ...], tuple[str, ...]]] = {
    "right": ("Đạt 3% trở lên [1].", (cite(1, "a", "đạt 3% trở lên"),), ("a", "b")),
    "span": ("Duy trì sinh hoạt [1].", (cite(1, "b", "Duy trì sinh hoạt"),), ("a", "b")),
    "refused": ("Không tìm thấy.", (), ("b",)),
    "none": ("Không tìm thấy.", (), ("a",)),
    "answered": ("Đạt 3% [1].", (cite(1, "a", "đạt 3%"),), ("a",)),
}


def system(table: Mapping[str, tuple[str, tuple[Citation, ...], tuple[str, ...]]] = ANSWERS) -> System:
    """The system over the two documents."""
    return System(Reader(table), DOCUMENTS, {"encoder": "by hand"})
