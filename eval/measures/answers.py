"""Whether the answer's own text says what a right answer must say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.folding import folded

_MARKER = re.compile(r"\s*\[\d+\]")
_SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    """A text made ready for comparison.

    NFC, case-folded, with one tone-mark convention; citation marks [n] taken out, each run of white space one space.
    """
    return _SPACES.sub(" ", folded(_MARKER.sub("", text), diacritics=True)).strip()


def says(key: str, text: str) -> bool:
    """Whether `key` stands in `text` as whole words, both compared by `plain`.

    A key that begins or ends in a digit is not found inside a longer figure: "3%" is neither in "13%" nor in "0,3%".
    """
    return stands(plain(key), plain(text))


def stands(wanted: str, text: str) -> bool:
    """`says` for two texts that are plain already."""
    if not wanted:
        return False
    before = r"(?<!\w)(?<!\d[.,])" if wanted[0].isdigit() else r"(?<!\w)" if wanted[0].isalnum() else ""
    after = r"(?!\w)(?![.,]\d)" if wanted[-1].isdigit() else r"(?!\w)" if wanted[-1].isalnum() else ""
    return re.search(before + re.escape(wanted) + after, text) is not None


def key_recall(keys: Sequence[str], answer: str) -> float:
    """The share of the answer keys that the answer's text says."""
    if not keys:
        raise ValueError("not defined without answer keys")
    return sum(says(key, answer) for key in keys) / len(keys)


def answer_accuracy(keys: Sequence[str], answer: str) -> float:
    """1 where the answer's text says every answer key, else 0."""
    return float(key_recall(keys, answer) == 1.0)
