"""Whether a question asks for a figure, whether a text holds one, and for which years they speak."""

from __future__ import annotations

import re

from corpus.folding import folded

_QUANTITY = re.compile(r"%|\b(?:bao nhiêu|phần trăm|(?:nhiều|ít|cao|thấp) hơn|(?:tỷ|tỉ) lệ)\b")
_KINDS = "chỉ thị|nghị quyết|quy định|quyết định|kết luận|nghị định|văn bản"
# "Số mấy", "nghị quyết mấy" and "mấy chỉ thị" ask for documents, "ngày mấy" for a date.
_SOME = re.compile(
    rf"(?<!số )(?<!ngày )(?<!tháng )(?<!quý )(?<!thứ )(?<!quyết )(?<!định )(?<!thị )(?<!luận )\bmấy\s+(?!{_KINDS})\w"
)
# "Mấy" also makes a plural: "mấy hội đó làm gì".
ASKS_OTHERWISE = re.compile(r"\b(?:gì|nào|ai|đâu|sao|không|chưa)\b")
_DIGIT = re.compile(r"\d")
# What stands in a document's number or in a date is no quantity, nor is a year.
_NUMBERS = (
    r"\d[\d./]*\s?[-/]\s?[^\W\d_]+(?:[-/][^\W\d_]+)*|(?:ngày )?\d{1,2}/\d{1,2}/\d{4}|"
    r"ngày \d{1,2} tháng \d{1,2} năm \d{4}"
)
_OF_DOCUMENTS = re.compile(_NUMBERS)
_OF_DOCUMENTS_AND_YEARS = re.compile(rf"{_NUMBERS}|năm \d{{4}}|\d{{4}}\s?[-–]\s?\d{{4}}")
_YEAR = re.compile(r"\b20\d\d\b")
_SPAN = re.compile(r"\b(20\d\d)\s?[-–]\s?(20\d\d)\b")


def wants_quantity(question: str) -> bool:
    """Whether a resolved question asks how much or how many."""
    asked = folded(question)
    if _QUANTITY.search(asked):
        return True
    return _SOME.search(asked) is not None and not ASKS_OTHERWISE.search(asked)


def holds_quantity(text: str) -> bool:
    """Whether a text holds a figure that is not part of a date, a year or a document's number."""
    return _DIGIT.search(_OF_DOCUMENTS_AND_YEARS.sub("", text)) is not None


def years(text: str) -> frozenset[str]:
    """The years that a text names or spans, those in dates and numbers of documents left out."""
    plain = _OF_DOCUMENTS.sub(" ", text)
    spans = (range(int(first), int(last) + 1) for first, last in _SPAN.findall(plain))
    return frozenset([*_YEAR.findall(plain), *(str(year) for span in spans for year in span)])
