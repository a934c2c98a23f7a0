"""Abbreviations of offices and of phones, in both directions: what a question or a document may mean by them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from corpus.folding import folded, words
from corpus.records import Document

_TABLE = Path(__file__).with_name("abbreviations.toml")
# A run of capitals as documents write abbreviations, "TCCSĐ" or "UBMTTQVN".
_CAPITALS = re.compile(r"\b[A-ZĐ]{2,10}\b")
# "Ủy ban Mặt trận Tổ quốc (UBMTTQ)": up to ten words, then their initials in brackets.
_DEFINITION = re.compile(r"((?:[^\W\d_]+[\s,-]+){2,10})\(([A-ZĐ]{2,10})\)")


class _Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    office: dict[str, tuple[str, ...]]
    phone: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Readings by abbreviation, bare and in lower case, the likeliest first."""

    office: dict[str, tuple[str, ...]]
    phone: dict[str, tuple[str, ...]]

    def readings(self, word: str) -> tuple[str, ...]:
        """What a word may stand for; empty when it is no abbreviation."""
        key = folded(word, diacritics=False)
        return (*self.office.get(key, ()), *self.phone.get(key, ()))

    def spelt_out(self, text: str) -> tuple[str, ...]:
        """The full names that a text gives only as abbreviations in capitals, of those with one reading."""
        found = dict.fromkeys(folded(match[0], diacritics=False) for match in _CAPITALS.finditer(text))
        names = [self.office[key][0] for key in found if len(self.office.get(key, ())) == 1]
        said = folded(text)
        return tuple(name for name in names if folded(name) not in said)

    def as_defined(self, defined: dict[str, str]) -> Abbreviations:
        """These as one document uses them: what it defines itself has no other reading there."""
        return Abbreviations(self.office | {key: (name,) for key, name in defined.items()}, self.phone)

    def with_definitions(self, defined: dict[str, str]) -> Abbreviations:
        """These, with those that documents define themselves in the first place."""
        merged = dict(self.office)
        for key, name in defined.items():
            others = tuple(each for each in merged.get(key, ()) if folded(each) != folded(name))
            merged[key] = (name, *others)
        return Abbreviations(merged, self.phone)


@cache
def known() -> Abbreviations:
    """The table that ships, `abbreviations.toml`."""
    tables = msgspec.toml.decode(_TABLE.read_bytes(), type=_Tables)
    return Abbreviations(tables.office, tables.phone)


def definitions(documents: Iterable[Document]) -> dict[str, str]:
    """The abbreviations that documents define themselves, "Ủy ban Mặt trận Tổ quốc (UBMTTQ)", by their bare form."""
    found: dict[str, str] = {}
    for document in documents:
        for match in _DEFINITION.finditer(document.text):
            name = _named(match[1], match[2])
            if name is not None:
                found.setdefault(folded(match[2], diacritics=False), name)
    return found


def _named(before: str, abbreviation: str) -> str | None:
    """The last words before an abbreviation whose initials it is."""
    initials = folded(abbreviation, diacritics=False)
    listed = before.split()
    for count in range(len(initials), 1, -1):
        name = " ".join(listed[-count:]).strip(" ,-")
        if "".join(word[0] for word in words(name, diacritics=False)) == initials:
            return name
    return None
