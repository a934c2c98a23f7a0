"""Which documents a question is about, by the places, levels, kinds and numbers it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from corpus import abbreviations
from corpus.folding import folded, word_spans, words
from corpus.records import Document, Level, Span
from corpus.structure.lines import UPPER

_PROVINCES = Path(__file__).parent.parent / "corpus" / "places.toml"
_UNIT = r"xã|phường|thị trấn|thị xã|huyện|quận|thành phố|tỉnh"
# "xã Nghĩa Hưng", "tỉnh Bà Rịa - Vũng Tàu": a unit, then a capitalised name of one to four syllables.
_NAMED_UNIT = re.compile(rf"\b(?i:{_UNIT})\s+([{UPPER}]\w*(?:\s+[{UPPER}]\w*){{0,3}})")
_BARE_UNIT = re.compile(r"\b(?:xa|phuong|thi tran|huyen|quan|tinh)\s+([a-z]+\s+[a-z]+)\b")
# What stands after "xã" or "huyện" and is no name of a place, bare: what asks, points, joins or tells who.
_NO_NAME = frozenset(
    [
        "nao",
        "gi",
        "nay",
        "kia",
        "do",
        "ay",
        "minh",
        "ta",
        "toi",
        "phai",
        "co",
        "duoc",
        "thi",
        "la",
        "va",
        "voi",
        "hay",
        "hoac",
        "ra",
        "vao",
        "len",
        "theo",
        "lam",
        "cho",
        "giao",
        "dat",
        "can",
        "muon",
        "se",
        "da",
        "dang",
        "chua",
        "khong",
        "bao",
        "may",
        "trong",
        "ngoai",
        "o",
        "tai",
        "ve",
        "tu",
        "den",
        "nhu",
        "sao",
        "moi",
        "cac",
        "nhung",
        "mot",
        "hai",
        "ba",
        "cu",
        "uy",
        "doan",
        "hoi",
        "dang",
        "ban",
        "bi",
        "chu",
        "pho",
        "can",
        "cap",
        "nam",
        "neu",
        "ma",
        "qua",
        "con",
        "thuoc",
        "gop",
        "hop",
        "sap",
        "lo",
        "phan",
        "chi",
        "bo",
        "nhan",
        "vien",
        "ap",
        "khom",
        "thon",
    ]
)
_YEAR = re.compile(r"(?<![\d/.-])(19[4-9]\d|20\d\d)(?!\d)")
_PERIOD = re.compile(r"(20\d\d)\D{1,4}(20\d\d)")
_LEVEL_WORDS = {
    Level.COMMUNE: ("cap xa", "xa"),
    Level.DISTRICT: ("huyen uy", "huyen"),
    Level.BLOC: ("dang uy khoi", "khoi", "khoi cac co quan"),
    Level.PROVINCE: ("tinh uy", "tinh"),
}
# Words that join two documents in one question.
_BESIDE = "va|voi|vs|con|lan|hay|hoac|cung|giua"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question says of where to look.

    `narrowed`: the ids of the documents it names, empty when it names none; `favoured`: those it hints at.
    `places`: where in the question the names stand; `unknown_place`: a place it names that no document is about;
    `unknown_year`: a year that none of the documents in question speaks of.
    """

    narrowed: frozenset[str] = frozenset()
    favoured: frozenset[str] = frozenset()
    places: tuple[Span, ...] = ()
    unknown_place: str | None = None
    unknown_year: str | None = None


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a place as bare words, and the documents it leads to."""

    words: tuple[str, ...]
    doc_ids: frozenset[str]


class Scoper:
    """Reads scopes off questions; built once for a set of documents."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self._names = _names(documents)
        self._initials = _initials(documents)
        self._text = f" {' '.join(word for d in documents for word in words(d.text, diacritics=False))} "
        self._years = {document.id: _years(document) for document in documents}
        self._provinces = _provinces()

    @property
    def places(self) -> tuple[str, ...]:
        """The places that documents are about, as written."""
        return tuple(dict.fromkeys(unit for d in self._documents for unit in _units(d.metadata.locality)[:1]))

    def read(self, question: str) -> Scope:
        """The scope of a question, typed with or without diacritics."""
        spelt = word_spans(question, diacritics=False)
        narrowed, places = self._named(question, spelt)
        if narrowed:
            joined, issued = self._issued(spelt)
            others = (span for span in issued if not any(span.overlaps(place) for place in places))
            narrowed, places = narrowed | joined, tuple(sorted((*places, *others)))
        numbered = self._numbered([word for word, _ in spelt])
        narrowed = narrowed | numbered
        unknown = None if narrowed else self._unknown_place(question)
        candidates = narrowed or frozenset(document.id for document in self._documents)
        return Scope(
            narrowed=narrowed,
            favoured=self._hinted([word for word, _ in spelt]) if not narrowed else frozenset(),
            places=places,
            unknown_place=unknown,
            unknown_year=self._unknown_year(question, candidates),
        )

    def _named(self, question: str, spelt: Sequence[tuple[str, Span]]) -> tuple[frozenset[str], tuple[Span, ...]]:
        found: set[str] = set()
        spans: list[Span] = []
        bare = [word for word, _ in spelt]
        position = 0
        while position < len(bare):
            name = next((n for n in self._names if tuple(bare[position : position + len(n.words)]) == n.words), None)
            typed = spelt[position][1].of(question)
            if name is not None:
                last = position + len(name.words) - 1
                found |= name.doc_ids
                spans.append(Span(spelt[_opening(bare, position)][1].start, spelt[last][1].end))
                position = last
            elif typed.isupper() and len(typed) > 1 and typed in self._initials:
                found |= self._initials[typed]
                spans.append(Span(spelt[_opening(bare, position)][1].start, spelt[position][1].end))
            position += 1
        return frozenset(found), tuple(spans)

    def _issued(self, spelt: Sequence[tuple[str, Span]]) -> tuple[frozenset[str], tuple[Span, ...]]:
        """Documents without a place of their own, named by kind and level beside one: "X và kết luận của Tỉnh ủy"."""
        found: set[str] = set()
        spans: list[Span] = []
        text = " ".join(word for word, _ in spelt)
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
            spans.append(Span(spelt[first][1].start, spelt[last][1].end))
        return frozenset(found), tuple(spans)

    def _numbered(self, bare: Sequence[str]) -> frozenset[str]:
        """Documents whose own kind and number are named ("Nghị quyết 08", "nghị quyết số 08")."""
        text = " ".join(word for word in bare if word != "so")
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

    def _hinted(self, bare: Sequence[str]) -> frozenset[str]:
        """Documents of a level or a kind with a term that the question names ("kết luận khoá XI", "huyện ủy")."""
        text = f" {' '.join(bare)} "
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

    def _unknown_place(self, question: str) -> str | None:
        for match in _NAMED_UNIT.finditer(question):
            if not self._is_in_texts(match[1]):
                return match[0]
        bare = " ".join(words(question, diacritics=False))
        for province in self._provinces:
            name = " ".join(words(province, diacritics=False))
            if f" {name} " in f" {bare} " and not self._is_in_texts(province) and _meant(province, question):
                return province
        for match in _BARE_UNIT.finditer(bare) if bare == folded(question) else ():
            first, second = match[1].split()
            if not {first, second} & _NO_NAME and not self._is_in_texts(match[1]):
                return match[0]
        return None

    def _is_in_texts(self, name: str) -> bool:
        return f" {' '.join(words(name, diacritics=False))} " in self._text

    def _unknown_year(self, question: str, candidates: Iterable[str]) -> str | None:
        known = set().union(*(self._years[doc_id] for doc_id in candidates))
        return next((year for year in _YEAR.findall(question) if int(year) not in known), None)


_UNITS = frozenset("xa phuong huyen tinh khoi cac co quan thanh pho tran thi".split())
_JOINS = frozenset("cua o tai ben trong theo".split())
_ISSUERS = frozenset({("dang", "uy"), ("huyen", "uy"), ("tinh", "uy"), ("dang", "bo")})
_OWN_KINDS = frozenset({("nghi", "quyet"), ("ke", "hoach"), ("ket", "luan"), ("van", "ban"), ("tai", "lieu")})


def _opening(bare: Sequence[str], place: int) -> int:
    """Where the words that only name a document begin: "Nghị quyết số 08 của Đảng ủy Khối tỉnh | Quảng Bình"."""
    start = place
    while start and bare[start - 1] in _UNITS:
        start -= 1
    if bare[start:place][-1:] == ["thi"]:  # "thì", not the start of "thị trấn", "thị xã"
        start = place
    if start >= 3 and tuple(bare[start - 2 : start]) in _ISSUERS and bare[start - 3] == "cua":
        start -= 2
    if start and bare[start - 1] in _JOINS:
        start -= 1
    if start and bare[start - 1].isdigit():
        start -= 1
    if start and bare[start - 1] == "so":
        start -= 1
    if start >= 2 and tuple(bare[start - 2 : start]) in _OWN_KINDS:
        start -= 2
        if start and bare[start - 1] in _JOINS:
            start -= 1
    return start


def _meant(province: str, question: str) -> bool:
    """Whether the words are the province and not others that read alike without diacritics."""
    typed = folded(question)
    return folded(province) in typed or typed == folded(question, diacritics=False)


def _units(locality: str | None) -> tuple[str, ...]:
    return tuple(unit.strip() for unit in (locality or "").split(",") if unit.strip())


def _name_of(unit: str) -> str:
    return re.sub(rf"^(?i:{_UNIT})\s+", "", unit)


def _names(documents: Sequence[Document]) -> tuple[_Name, ...]:
    """The names of places, the longest first; a unit's own documents come before those of its province."""
    found: dict[tuple[str, ...], set[str]] = {}
    for document in documents:
        for unit in _units(document.metadata.locality):
            for spelling in (unit, _name_of(unit)):
                found.setdefault(tuple(words(spelling, diacritics=False)), set()).add(document.id)
    ordered = sorted(found, key=len, reverse=True)
    return tuple(_Name(key, frozenset(found[key])) for key in ordered if key)


def _initials(documents: Sequence[Document]) -> dict[str, frozenset[str]]:
    """ "NH" for Nghĩa Hưng, where only one place has these initials."""
    found: dict[str, set[str]] = {}
    for document in documents:
        for unit in _units(document.metadata.locality)[:1]:
            initials = "".join(word[0] for word in _name_of(unit).split()).upper()
            found.setdefault(initials, set()).add(document.id)
    # "TP" is thành phố before it is Tuy Phước.
    return {
        key: frozenset(ids) for key, ids in found.items() if len(key) > 1 and not abbreviations.known().readings(key)
    }


def _years(document: Document) -> set[int]:
    """The years that a document speaks of: those in its text, and all from the first to the last of its period."""
    years = {int(year) for year in _YEAR.findall(re.sub(r"[-–/.]", " ", document.text))}
    for period in (document.metadata.period or "", document.metadata.title):
        for first, last in _PERIOD.findall(period):
            years |= set(range(int(first), int(last) + 1))
    return years


def _provinces() -> tuple[str, ...]:
    table = msgspec.toml.decode(_PROVINCES.read_bytes(), type=dict[str, list[str]])
    return tuple(table["provinces"])
