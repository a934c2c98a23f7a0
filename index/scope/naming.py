"""Which documents a question names, by their places, numbers, kinds and levels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import abbreviations
from corpus.folding import folded, words
from corpus.records import Document, Level, Span
from index.scope.records import Token
from index.scope.tokens import bare

_UNIT = r"xã|phường|thị trấn|thị xã|huyện|quận|thành phố|tỉnh"
_LEVEL_WORDS = {
    Level.COMMUNE: ("cap xa", "xa"),
    Level.DISTRICT: ("huyen uy", "huyen"),
    Level.BLOC: ("dang uy khoi", "khoi", "khoi cac co quan"),
    Level.PROVINCE: ("tinh uy", "tinh"),
}
# Words that join two documents in one question.
_BESIDE = "va|voi|vs|con|lan|hay|hoac|cung|giua"


@dataclass(frozen=True, slots=True)
class Named:
    """A place of documents that a question names: its words, first and last inclusive, and the documents."""

    first: int
    last: int
    doc_ids: frozenset[str]


class Naming:
    """Finds the documents that questions name; built once for a set of documents."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self._names = names_of(documents)
        self._longest = max(map(len, self._names), default=0)
        self._initials = _initials(documents)

    def places(self, tokens: Sequence[Token]) -> tuple[Named, ...]:
        """The places of documents in a question, in order."""
        found: list[Named] = []
        listed = bare(tokens)
        position = 0
        while position < len(tokens):
            lengths = range(min(self._longest, len(tokens) - position), 0, -1)
            length = next((n for n in lengths if listed[position : position + n] in self._names), 0)
            written = tokens[position].written
            if length:
                found.append(Named(position, position + length - 1, self._names[listed[position : position + length]]))
            elif written.isupper() and len(written) > 1 and written in self._initials:
                found.append(Named(position, position, self._initials[written]))
            position += max(length, 1)
        return tuple(found)

    def issued(self, tokens: Sequence[Token]) -> tuple[frozenset[str], tuple[Span, ...]]:
        """Documents without a place of their own, named by kind and level beside one: "X và kết luận của Tỉnh ủy"."""
        found: set[str] = set()
        spans: list[Span] = []
        text = " ".join(bare(tokens))
        for document in self._documents:
            known = document.metadata
            kind = folded(known.kind or "-", diacritics=False)
            if known.level is None or not self._only_of_kind(kind):
                continue
            levels = "|".join(_LEVEL_WORDS.get(known.level, ("-",)))
            named = rf"{kind}(?: cua)?(?: (?:{levels}))+(?: khoa [ivx]+)?\b"
            match = re.search(rf"\b(?:{_BESIDE}) ({named})|\b({named}) (?:{_BESIDE})\b", text)
            if match is None:
                continue
            group = 1 if match[1] else 2
            first, last = text[: match.start(group)].count(" "), text[: match.end(group)].count(" ")
            found.add(document.id)
            spans.append(Span(tokens[first].span.start, tokens[last].span.end))
        return frozenset(found), tuple(spans)

    def numbered(self, tokens: Sequence[Token]) -> frozenset[str]:
        """Documents whose own kind and number are named ("Nghị quyết 08", "nghị quyết số 08")."""
        text = " ".join(token.bare for token in tokens if token.bare != "so")
        found = set()
        for document in self._documents:
            known = document.metadata
            ordinal = re.match(r"0*(\d+)", known.number or "")
            if ordinal is None or known.kind is None:
                continue
            kind = folded(known.kind, diacritics=False)
            if re.search(rf"\b{kind} 0*{ordinal[1]}\b", text):
                found.add(document.id)
        return frozenset(found)

    def hinted(self, tokens: Sequence[Token]) -> frozenset[str]:
        """Documents of a level or a kind with a term that the question names ("kết luận khoá XI", "huyện ủy")."""
        text = f" {' '.join(bare(tokens))} "
        found = set()
        for document in self._documents:
            known = document.metadata
            kind = folded(known.kind or "-", diacritics=False)
            issuer = folded(known.issuer or "", diacritics=False)
            term = re.search(r"khoa ([ivx]+)\b", issuer)
            if (
                (term and f" khoa {term[1]} " in text)
                or (f" {kind} " in text and self._only_of_kind(kind))
                or (known.level is not None and any(f" {word} " in text for word in _LEVEL_WORDS.get(known.level, ())))
            ):
                found.add(document.id)
        return frozenset(found) if len(found) < len(self._documents) else frozenset()

    def _only_of_kind(self, kind: str) -> bool:
        return sum(folded(d.metadata.kind or "", diacritics=False) == kind for d in self._documents) == 1


_UNITS = frozenset("xa phuong huyen tinh khoi cac co quan thanh pho tran thi".split())
_JOINS = frozenset("cua o tai ben trong theo".split())
_ISSUERS = frozenset({("dang", "uy"), ("huyen", "uy"), ("tinh", "uy"), ("dang", "bo")})
_OWN_KINDS = frozenset({("nghi", "quyet"), ("ke", "hoach"), ("ket", "luan"), ("van", "ban"), ("tai", "lieu")})


def opening(listed: Sequence[str], place: int) -> int:
    """Where the words that only name a document begin: "Nghị quyết số 08 của Đảng ủy Khối tỉnh | Quảng Bình"."""
    start = place
    while start and listed[start - 1] in _UNITS:
        start -= 1
    if tuple(listed[start:place][-1:]) == ("thi",):  # "thì", not the start of "thị trấn", "thị xã"
        start = place
    if start >= 3 and tuple(listed[start - 2 : start]) in _ISSUERS and listed[start - 3] == "cua":
        start -= 2
    if start and listed[start - 1] in _JOINS:
        start -= 1
    if start and listed[start - 1].isdigit():
        start -= 1
    if start and listed[start - 1] == "so":
        start -= 1
    if start >= 2 and tuple(listed[start - 2 : start]) in _OWN_KINDS:
        start -= 2
        if start and listed[start - 1] in _JOINS:
            start -= 1
    return start


def units_of(locality: str | None) -> tuple[str, ...]:
    """The units of a locality, the smallest first ("xã Nghĩa Hưng", "tỉnh Ninh Bình")."""
    return tuple(unit.strip() for unit in (locality or "").split(",") if unit.strip())


def name_of(unit: str) -> str:
    """A unit's name without its unit word."""
    return re.sub(rf"^(?i:{_UNIT})\s+", "", unit)


def names_of(documents: Sequence[Document]) -> dict[tuple[str, ...], frozenset[str]]:
    """The names of the documents' places as bare words, with and without unit, and the documents of each."""
    found: dict[tuple[str, ...], set[str]] = {}
    for document in documents:
        for unit in units_of(document.metadata.locality):
            for spelling in (unit, name_of(unit)):
                found.setdefault(tuple(words(spelling, diacritics=False)), set()).add(document.id)
    return {key: frozenset(ids) for key, ids in found.items() if key}


def _initials(documents: Sequence[Document]) -> dict[str, frozenset[str]]:
    """ "NH" for Nghĩa Hưng, where only one place has these initials."""
    found: dict[str, set[str]] = {}
    for document in documents:
        for unit in units_of(document.metadata.locality)[:1]:
            initials = "".join(word[0] for word in name_of(unit).split()).upper()
            found.setdefault(initials, set()).add(document.id)
    # "TP" is thành phố before it is Tuy Phước.
    return {
        key: frozenset(ids) for key, ids in found.items() if len(key) > 1 and not abbreviations.known().readings(key)
    }
