"""The language model of an index: official texts, everyday speech, and the documents' own words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from index.language.counts import Counts, count
from index.language.mixture import Mixture, mixed

_HERE = Path(__file__).parent
GENERAL = _HERE / "general.npz"
EVERYDAY = _HERE / "everyday.txt"
# Shares of the three kinds of text in the model, tuned on development questions stripped of their diacritics: people
# ask in everyday words, and about the names and bodies of the documents.
GENERAL_SHARE = 0.2
EVERYDAY_SHARE = 0.55
OWN_SHARE = 0.25


def language_of(texts: Iterable[str]) -> Mixture:
    """The model for putting right questions about documents with these texts."""
    everyday = count(EVERYDAY.read_text(encoding="utf-8").splitlines())
    general = Counts.load(GENERAL)
    return mixed(((general, GENERAL_SHARE), (everyday, EVERYDAY_SHARE), (count(texts), OWN_SHARE)))
