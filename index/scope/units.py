"""The words for administrative units, "xã", "thành phố", "tp", where they stand before a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.folding import folded
from corpus.places.gazetteer import Level
from index.scope.records import Token


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written in full, how high it stands (1: commune, 2: district, 3: province), and what may bear it."""

    written: str
    rank: int
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class UnitAt:
    """A unit in a question: its words, first and last inclusive.

    `short` for an abbreviation ("tp"), `sure` where its words carry the unit's own marks.
    """

    unit: Unit
    first: int
    last: int
    short: bool = False
    sure: bool = True


_COMMUNES = (Level.COMMUNE,)
_DISTRICTS = (Level.DISTRICT, Level.CITY)
_CITIES = (Level.CITY, Level.PROVINCE, Level.DISTRICT)
_FULL = (
    Unit("xã", 1, _COMMUNES),
    Unit("phường", 1, _COMMUNES),
    Unit("thị trấn", 1, _COMMUNES),
    Unit("đặc khu", 1, _COMMUNES),
    Unit("huyện", 2, _DISTRICTS),
    Unit("quận", 2, _DISTRICTS),
    Unit("thị xã", 2, _DISTRICTS),
    Unit("thành phố", 2, _CITIES),
    Unit("tỉnh", 3, (Level.PROVINCE,)),
)
_BY_NAME = {unit.written: unit for unit in _FULL}
# A committee or a youth union is named after its unit: "Huyện ủy Tuy Phước", "Tỉnh đoàn Bình Định".
_BODIES = {"tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã"}
_SHORT = {"tp": _BY_NAME["thành phố"], "tx": _BY_NAME["thị xã"], "tt": _BY_NAME["thị trấn"]}


def _spelt() -> Iterator[tuple[str, Unit]]:
    """What a unit's name may follow: the unit in full, or a body of it."""
    yield from _BY_NAME.items()
    for opening, unit in _BODIES.items():
        for body in ("ủy", "đoàn"):
            yield f"{opening} {body}", _BY_NAME[unit]


# By the words without diacritics: the words with them, and the unit.
_UNITS = {
    tuple(folded(words, diacritics=False).split()): (tuple(folded(words).split()), unit) for words, unit in _spelt()
}


def unit_at(tokens: Sequence[Token], position: int) -> UnitAt | None:
    """The unit whose words begin here."""
    for length in (2, 1):
        words = tokens[position : position + length]
        found = _UNITS.get(tuple(token.bare for token in words))
        if found is None:
            continue
        spelling, unit = found
        right = [token.spelt == word for token, word in zip(words, spelling, strict=True)]
        if all(sure or token.guessed for sure, token in zip(right, words, strict=True)):
            return UnitAt(unit, position, position + length - 1, sure=all(right))
    short = _SHORT.get(tokens[position].bare)
    return UnitAt(short, position, position, short=True) if short else None


def unit_before(tokens: Sequence[Token], position: int) -> UnitAt | None:
    """The unit whose words end right before here."""
    for length in (2, 1):
        if position >= length:
            found = unit_at(tokens, position - length)
            if found is not None and found.last == position - 1:
                return found
    return None


def unit_of(full: str) -> Unit | None:
    """The unit that a full name opens with ("xã Hà Tam")."""
    opening = folded(full)
    return next((unit for unit in _FULL if opening.startswith(f"{unit.written} ")), None)
