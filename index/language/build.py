"""The language model of an index: general counts, everyday ways of asking, and the documents' own words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from corpus.records import Document
from index.language.counts import Counts, added, count

_HERE = Path(__file__).parent
GENERAL = _HERE / "general.npz"
EVERYDAY = _HERE / "everyday.txt"
# How many times a document's own words count against general ones: names of places and bodies must win there.
OWN_WEIGHT = 20.0
# Laws never ask anything, so each everyday phrase stands for many.
EVERYDAY_WEIGHT = 300.0


def language_of(documents: Iterable[Document]) -> Counts:
    """Counts for restoring questions about these documents."""
    everyday = count(EVERYDAY.read_text(encoding="utf-8").splitlines())
    own = count(document.text for document in documents)
    return added(added(Counts.load(GENERAL), everyday, EVERYDAY_WEIGHT), own, OWN_WEIGHT)
