"""Years, terms and periods that a question names and that no document has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from corpus.folding import word_spans, words
from corpus.records import Document

_YEAR = re.compile(r"(?<![\d/.-])(19[4-9]\d|20\d\d)(?!\d)")
_PERIOD = re.compile(r"(20\d\d)\D{1,4}(20\d\d)")
# A local Party body by its level, then at most four words of its name, then the term; all without diacritics. The
# terms of central bodies are left alone: papers of any of them are cited.
_LEVELS = "tinh|thanh pho|huyen|quan|thi xa|khoi|xa|phuong"
_BODY = re.compile(
    rf"\b(?:(tinh|thanh|huyen|quan|thi) uy|dang (?:bo|uy) ({_LEVELS}))(?: (?!trung\b)[a-z]+){{0,4}}? khoa (\w+)\b"
)
_LEVEL_OF = {"thanh": "thanh pho", "thi": "thi xa"}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


class Times:
    """Knows the years, terms and periods of documents; built once for a set of them."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self._periods = {document.id: tuple(_periods(document.metadata.period or "")) for document in documents}
        self._texts = {document.id: document.text for document in documents}

    # Read off all texts, which takes time: only when a question names a year or a term.

    @cached_property
    def _years(self) -> dict[str, set[int]]:
        return {document.id: _years(document) for document in self._documents}

    @cached_property
    def _terms(self) -> dict[str, frozenset[tuple[str, int]]]:
        return {
            document.id: frozenset(
                (level, term) for level, term, _ in _terms(_line(f"{document.metadata.issuer or ''} . {document.text}"))
            )
            for document in self._documents
        }

    def unknown_year(self, question: str, narrowed: frozenset[str]) -> str | None:
        """A year that none of the documents named, or of all when none is named, speaks of."""
        named = _YEAR.findall(question)
        if not named:
            return None
        known = set().union(*(self._years[doc_id] for doc_id in narrowed or self._years))
        return next((year for year in named if int(year) not in known), None)

    def unknown_term(self, question: str, typed: str, narrowed: frozenset[str]) -> str | None:
        """A term of a local body, or a period of the documents named, that none of them has.

        A term counts as typed: putting right takes "xii" for a slip of "xi". Only one of an earlier question is not
        there as typed.
        """
        listed = typed if any(_terms(_line(typed))) else question
        return self._unknown_in(listed, narrowed) or self._unknown_period(question, narrowed)

    def _unknown_in(self, question: str, narrowed: frozenset[str]) -> str | None:
        line = _line(question)
        named = list(_terms(line))
        if not named:
            return None
        known = frozenset().union(*(self._terms[doc_id] for doc_id in narrowed or self._terms))
        listed = word_spans(question, diacritics=False)
        for level, term, end in named:
            # Of a body whose terms no document tells nothing is known.
            if (level, term) not in known and any(level == each for each, _ in known):
                last = line[:end].count(" ")
                return question[listed[last - 1][1].start : listed[last][1].end]
        return None

    def _unknown_period(self, question: str, narrowed: frozenset[str]) -> str | None:
        """A period with no year in common with those of the documents named, and that their texts do not name."""
        own = [period for doc_id in narrowed for period in self._periods[doc_id]]
        if not narrowed or not all(self._periods[doc_id] for doc_id in narrowed):
            return None
        named = {period for doc_id in narrowed for period in _periods(self._texts[doc_id])}
        for match in _PERIOD.finditer(question):
            asked = int(match[1]), int(match[2])
            if asked not in named and not any(max(asked[0], one[0]) < min(asked[1], one[1]) for one in own):
                return match[0]
        return None


def _line(text: str) -> str:
    return " ".join(words(text, diacritics=False))


def _terms(line: str) -> Iterator[tuple[str, int, int]]:
    """The level of a body, its term as a number, and where the words end."""
    for match in _BODY.finditer(line):
        level = match[1] or match[2]
        number = _number(match[3])
        if number is not None:
            yield _LEVEL_OF.get(level, level), number, match.end()


def _number(written: str) -> int | None:
    """A Roman or an Arabic number; None for another word."""
    if written.isdecimal():
        return int(written)
    if not written or set(written) - set(_ROMAN):
        return None
    values = [_ROMAN[letter] for letter in written]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _periods(text: str) -> Iterator[tuple[int, int]]:
    for first, last in _PERIOD.findall(text):
        yield int(first), int(last)


def _years(document: Document) -> set[int]:
    """The years that a document speaks of: those in its text, and all from the first to the last of its period."""
    years = {int(year) for year in _YEAR.findall(re.sub(r"[-–/.]", " ", document.text))}
    for period in (document.metadata.period or "", document.metadata.title):
        for first, last in _PERIOD.findall(period):
            years |= set(range(int(first), int(last) + 1))
    return years
