"""Places that a question names and that no document is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.folding import folded, words
from corpus.places import gazetteer
from corpus.places.gazetteer import Level
from corpus.records import Document
from index.scope.naming import Named, name_of, units_of
from index.scope.records import Neighbours, Token
from index.scope.tokens import bare, name_run, tokens_of
from index.scope.units import Unit, UnitAt, unit_at, unit_before, unit_of
from index.scope.wording import WITH_UNIT_ONLY, Wording, as_written, is_city_or_province, is_spelt, key_of, spellings

_RANKS = {Level.PROVINCE: 3, Level.CITY: 2, Level.DISTRICT: 2, Level.COMMUNE: 1}
# Words and marks between the units of one address, "xã A của huyện B, tỉnh C".
_WITHIN = frozenset({"cua", "thuoc", "o", "tai"})


@dataclass(frozen=True, slots=True)
class _Mention:
    """A place in a question: its words, unit included; how high it stands; and what is not known of it, if anything."""

    first: int
    last: int
    rank: int
    unknown: str | None = None
    mentioned: str | None = None


class Places:
    """Finds places that are not the documents' own; built once for a set of documents."""

    def __init__(self, documents: Sequence[Document], neighbours: Neighbours | None) -> None:
        self._documents = documents
        self._wording = Wording(neighbours)
        self._own = _own_units(documents)

    # Read off all texts, which takes time: only when a question calls for it.

    @cached_property
    def _text(self) -> str:
        return _running(self._documents, diacritics=False)

    @cached_property
    def _spelt(self) -> str:
        return _running(self._documents, diacritics=True)

    @cached_property
    def _written(self) -> frozenset[str]:
        return frozenset(_written_names(self._documents))

    def read(self, tokens: Sequence[Token], named: Sequence[Named], typed: str) -> tuple[str | None, str | None]:
        """The place that no text names, and the name of one that only some text names; each only if asked about."""
        mentions = sorted([*self._known(tokens, named), *self._others(tokens, named)], key=lambda each: each.first)
        asked = [min(chain, key=lambda each: each.rank) for chain in _chains(tokens, mentions)]
        unknown = next((each.unknown for each in asked if each.unknown), None)
        mentioned = next((each.mentioned for each in asked if each.mentioned), None)
        if (unknown is None and not named) or not _is_typed(unknown, typed):
            unknown = self._put_wrong(tokens, typed) or unknown
        return _as_typed(unknown, typed), mentioned

    # --- places of documents ---------------------------------------------------------------------------------

    def _known(self, tokens: Sequence[Token], named: Sequence[Named]) -> Iterator[_Mention]:
        for each in named:
            written = bare(tokens[each.first : each.last + 1])
            before = unit_before(tokens, each.first)
            own = self._own.get(" ".join(written), ())
            other = before is not None and before.sure and self._is_another(before.unit, " ".join(written), own)
            rank = min((unit.rank for unit in own), default=1)
            if before is None:
                yield _Mention(each.first, each.last, rank)
            else:
                label = f"{before.unit.written} {as_written(tokens[each.first : each.last + 1])}" if other else None
                yield _Mention(before.first, each.last, before.unit.rank if other else rank, unknown=label)

    def _is_another(self, unit: Unit, name: str, own: Sequence[Unit]) -> bool:
        """Whether a unit with a document's name is another place: "huyện Nghĩa Hưng" beside "xã Nghĩa Hưng".

        "Xã" and "huyện" before the name of a higher unit may be those in it: "các xã Tuy Phước".
        """
        if not own or any(unit.written == each.written for each in own):
            return False
        if unit.rank < max(each.rank for each in own) and unit.written in ("xã", "huyện"):
            return False
        real = gazetteer.known().spellings(name, *unit.levels)
        return bool(real) and f" {folded(unit.written, diacritics=False)} {name} " not in self._text

    # --- other places ----------------------------------------------------------------------------------------

    def _others(self, tokens: Sequence[Token], named: Sequence[Named]) -> Iterator[_Mention]:
        taken = {position for each in named for position in range(each.first, each.last + 1)}
        position = 0
        while position < len(tokens):
            found = None if position in taken else self._mention(tokens, position)
            if found is None or taken & set(range(found.first, found.last + 1)):
                position += 1
            else:
                yield found
                position = found.last + 1

    def _mention(self, tokens: Sequence[Token], position: int) -> _Mention | None:
        at = unit_at(tokens, position)
        if at is None:
            return self._alone(tokens, position)
        start, length = at.last + 1, self._wording.after_unit(tokens, at)
        if not length:
            return None
        return self._judged(tokens[start : start + length], at, _Mention(position, start + length - 1, at.unit.rank))

    def _judged(self, name: Sequence[Token], at: UnitAt, mention: _Mention) -> _Mention | None:
        """The mention with what the texts know of it; None when they have the words, and not as a name."""
        label = _label(name, at.unit)
        known = key_of(name) not in WITH_UNIT_ONLY or self._is_in_texts(name, at.unit)
        if known and key_of(name) in self._written:
            return replace(mention, mentioned=label.removeprefix(f"{at.unit.written} "))
        certain = is_city_or_province(name, at.unit) or (name[0].capital and is_spelt(name, spellings(name)))
        return None if not certain and self._is_in_texts(name) else replace(mention, unknown=label)

    def _is_in_texts(self, name: Sequence[Token], unit: Unit | None = None) -> bool:
        """Whether the texts have these words in a row, with these marks unless the question has none."""
        if unit is not None:
            return f" {folded(unit.written, diacritics=False)} {key_of(name)} " in self._text
        if all(token.spelt == token.bare for token in name):
            return f" {key_of(name)} " in self._text
        return f" {' '.join(token.spelt for token in name)} " in self._spelt

    def _alone(self, tokens: Sequence[Token], position: int) -> _Mention | None:
        """A place that is named without its unit."""
        found = self._wording.alone(tokens, position)
        if found is None:
            return None
        length, level = found
        name = tokens[position : position + length]
        label = as_written(name) if name[0].capital else spellings(name, level)[0]
        unknown = None if self._is_in_texts(name) else label
        return _Mention(position, position + length - 1, _RANKS[level], unknown=unknown)

    def _put_wrong(self, tokens: Sequence[Token], typed: str) -> str | None:
        """A place that was typed and that putting right made into other letters ("tinh dak lak": "tỉnh đặt lại")."""
        as_typed = tokens_of(typed, typed)
        if bare(as_typed) == bare(tokens):
            return None
        searched = f" {' '.join(bare(tokens))} "
        for found in self._others(as_typed, ()):
            name = found.unknown or ""
            if name and f" {' '.join(words(name, diacritics=False))} " not in searched:
                return name
        return None


def _chains(tokens: Sequence[Token], mentions: Sequence[_Mention]) -> Iterator[list[_Mention]]:
    """The mentions that make up one address together, each chain by itself."""
    chain: list[_Mention] = []
    for each in mentions:
        if chain and not (_adjoin(tokens, chain[-1], each) and each.rank not in {other.rank for other in chain}):
            yield chain
            chain = []
        chain.append(each)
    if chain:
        yield chain


def _adjoin(tokens: Sequence[Token], one: _Mention, other: _Mention) -> bool:
    between = tokens[one.last + 1 : other.first]
    gaps = "".join(token.gap for token in tokens[one.last + 1 : other.first + 1])
    return len(between) <= 1 and all(token.bare in _WITHIN for token in between) and not gaps.strip(" \t,-–()")


def _label(name: Sequence[Token], unit: Unit) -> str:
    """A place as it is told to a user: with its marks where only one place reads so."""
    real = spellings(name, *unit.levels)
    if name[0].capital or len(real) != 1:
        return f"{unit.written} {as_written(name)}"
    return f"{unit.written} {real[0]}"


def _written_names(documents: Sequence[Document]) -> Iterator[str]:
    """Every run of words with capitals in the documents' texts, as bare words: what they name."""
    for document in documents:
        for line in document.text.splitlines():
            if line.isupper():
                continue
            tokens = tokens_of(line, line)
            for position in range(len(tokens)):
                for length in range(2, name_run(tokens, position) + 1):
                    yield " ".join(bare(tokens[position : position + length]))


def _is_typed(place: str | None, typed: str) -> bool:
    """Whether the words of a place's name were typed, with whatever marks."""
    name = " ".join(word for word in (place or "").split() if word[:1].isupper())
    return set(words(name, diacritics=False)) <= set(words(typed, diacritics=False))


def _as_typed(place: str | None, typed: str) -> str | None:
    """A place with its name as it was typed, where that has capitals: putting right may have changed its marks."""
    if place is None or place in typed:
        return place
    written = place.split()
    length = sum(word[:1].isupper() for word in written)
    given = tokens_of(typed, typed)
    listed, name = bare(given), tuple(words(" ".join(written[-length:]), diacritics=False))
    for start in range(len(listed) - length + 1 if length else 0):
        if listed[start : start + length] == name and name_run(given, start) >= length:
            return " ".join([*written[:-length], as_written(given[start : start + length])])
    return place


def _running(documents: Sequence[Document], *, diacritics: bool) -> str:
    return f" {' '.join(word for d in documents for word in words(d.text, diacritics=diacritics))} "


def _own_units(documents: Sequence[Document]) -> dict[str, tuple[Unit, ...]]:
    """The units of the documents' places by name, with and without the unit in it."""
    found: dict[str, tuple[Unit, ...]] = {}
    for document in documents:
        for full in units_of(document.metadata.locality):
            unit = unit_of(full)
            if unit is not None:
                for spelling in (full, name_of(full)):
                    key = " ".join(words(spelling, diacritics=False))
                    found[key] = (*found.get(key, ()), unit)
    return found
