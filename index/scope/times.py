"""Years that a question names and that no document speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.records import Document

_YEAR = re.compile(r"(?<![\d/.-])(19[4-9]\d|20\d\d)(?!\d)")
_PERIOD = re.compile(r"(20\d\d)\D{1,4}(20\d\d)")


class Times:
    """Knows the years of documents; built once for a set of them."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._years = {document.id: _years(document) for document in documents}

    def unknown_year(self, question: str, narrowed: frozenset[str]) -> str | None:
        """A year that none of the documents named, or of all when none is named, speaks of."""
        known = set().union(*(self._years[doc_id] for doc_id in narrowed or self._years))
        return next((year for year in _YEAR.findall(question) if int(year) not in known), None)


def _years(document: Document) -> set[int]:
    """The years that a document speaks of: those in its text, and all from the first to the last of its period."""
    years = {int(year) for year in _YEAR.findall(re.sub(r"[-–/.]", " ", document.text))}
    for period in (document.metadata.period or "", document.metadata.title):
        for first, last in _PERIOD.findall(period):
            years |= set(range(int(first), int(last) + 1))
    return years
