"""Places that a question names and that no document is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.folding import folded, words
from corpus.places import gazetteer
from corpus.places.gazetteer import LONGEST, Level
from corpus.records import Document
from corpus.syllables import is_syllable
from index.scope.naming import Named, name_of, units_of
from index.scope.records import Neighbours, Token
from index.scope.tokens import bare, name_run, opens_sentence, tokens_of
from index.scope.units import Unit, UnitAt, unit_at, unit_before, unit_of

# Names of communes and provinces that are words as well: without a capital they are taken for words.
_ORDINARY = frozenset(
    "an ninh|an sinh|an toan|ban cong|bao toan|bien gioi|binh dan|cao bang|che tao|chi cong|chi dao|co dong|cong bang|"
    "cong hoa|cong ly|dan chu|dao duc|dinh cu|doan ket|doc lap|dong bang|dong thuan|dong y|duy nhat|hanh phuc|hoa binh|"
    "hop dong|hop ly|hop nhat|huu nghi|khang chien|khuyen nong|kien thiet|lien hiep|lien hop|lien minh|lien quan|"
    "luong tam|nguyen ly|nhan dao|phong phu|phuc loi|quyet tam|quyet thang|song phuong|thang loi|thanh cong|the duc|"
    "thiet ke|thong nhat|thuan loi|tien bo|tien phong|tien tien|tinh nhue|tri luc|trung binh|trung tam|trung thanh|"
    "tu do|tu nhien|van hoa|van minh|vinh vien".split("|")
)
# Cities named after a person or by one syllable: only with their unit word.
_WITH_UNIT_ONLY = frozenset({"ho chi minh", "hcm", "vinh"})
# Bodies and ranks, which stand after a unit with a capital as well ("Huyện Đoàn", "Xã Đội").
_BODIES = frozenset("ủy đoàn đội hội viên đảng ban mặt bí chủ phó hđnd ubnd".split())
_SURNAMES = frozenset(
    "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương đoàn lâm trịnh mai đào".split()
)
# Before a commune's name without its unit: "ở Phước Sơn", "còn Phước Sơn?".
_AT = frozenset({"o", "tai", "con", "ben", "cua"})
_RANKS = {Level.PROVINCE: 3, Level.CITY: 2, Level.DISTRICT: 2, Level.COMMUNE: 1}
# Words and marks between the units of one address, "xã A của huyện B, tỉnh C".
_WITHIN = frozenset({"cua", "thuoc", "o", "tai"})
# Two syllables seen together this often are words of the language, and bound closer than this (nats) they are one word.
# Set on everyday speech and the documents' lines without diacritics, and on names drawn from the gazetteer.
_SEEN = 2.0
_BOUND = 1.5
# Words after a name that go with anything and make no word with its last syllable.
_AFTER_ALL = frozenset(
    "là có thì phải được đạt đặt giao ở với và của cho về đã sẽ mỗi nào gì bao mấy năm trong".split()
)
# Words that open no name, however rarely what follows them is seen: "xã mà nơi sáng nơi tối".
_OPEN_NONE = frozenset("mà mình có bị còn thì là và với nào ta tôi này nên nó phải cần được đã sẽ ai".split())


@dataclass(frozen=True, slots=True)
class _Mention:
    """A place in a question: its words, unit included; how high it stands; and what is not known of it, if anything."""

    first: int
    last: int
    rank: int
    unknown: str | None = None
    mentioned: str | None = None


class Places:
    """Finds places that are not the documents' own; built once for a set of documents.

    Without `neighbours` names in small letters are told from words by the gazetteer alone.
    """

    def __init__(self, documents: Sequence[Document], neighbours: Neighbours | None) -> None:
        self._text = _running(documents, diacritics=False)
        self._spelt = _running(documents, diacritics=True)
        self._neighbours = neighbours
        self._written = frozenset(_written_names(documents))
        self._own = _own_units(documents)

    def read(self, tokens: Sequence[Token], named: Sequence[Named], typed: str) -> tuple[str | None, str | None]:
        """The place that no text names, and the name of one that only some text names; each only if asked about."""
        mentions = sorted([*self._known(tokens, named), *self._others(tokens, named)], key=lambda each: each.first)
        asked = [min(chain, key=lambda each: each.rank) for chain in _chains(tokens, mentions)]
        unknown = next((each.unknown for each in asked if each.unknown), None)
        mentioned = next((each.mentioned for each in asked if each.mentioned), None)
        if unknown is None and not named:
            unknown = self._put_wrong(tokens, typed)
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
                label = f"{before.unit.written} {_as_written(tokens[each.first : each.last + 1])}" if other else None
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
        start = at.last + 1
        # A full stop after "tp" belongs to it.
        if start >= len(tokens) or tokens[start].gap.strip(" ." if at.short else None):
            return None
        run = name_run(tokens, start)
        length = self._capital_name(tokens, start, run) if run else self._small_name(tokens, start, at)
        if not length:
            return None
        return self._judged(tokens[start : start + length], at, _Mention(position, start + length - 1, at.unit.rank))

    def _judged(self, name: Sequence[Token], at: UnitAt, mention: _Mention) -> _Mention | None:
        """The mention with what the texts know of it; None when they have the words, and not as a name."""
        label = _label(name, at.unit)
        known = _key(name) not in _WITH_UNIT_ONLY or self._is_in_texts(name, at.unit)
        if known and _key(name) in self._written:
            return replace(mention, mentioned=label.removeprefix(f"{at.unit.written} "))
        certain = _is_city_or_province(name, at.unit) or (name[0].capital and _is_spelt(name, _spellings(name)))
        return None if not certain and self._is_in_texts(name) else replace(mention, unknown=label)

    def _is_in_texts(self, name: Sequence[Token], unit: Unit | None = None) -> bool:
        """Whether the texts have these words in a row, with these marks unless the question has none."""
        if unit is not None:
            return f" {folded(unit.written, diacritics=False)} {_key(name)} " in self._text
        if all(token.spelt == token.bare for token in name):
            return f" {_key(name)} " in self._text
        return f" {' '.join(token.spelt for token in name)} " in self._spelt

    def _capital_name(self, tokens: Sequence[Token], start: int, run: int) -> int:
        """How many words of a run of capitals are a name after a unit; 0 when they are none."""
        for length in range(run, 0, -1):
            name = tokens[start : start + length]
            real = _spellings(name)
            if real and (length > 1 or _is_spelt(name, real)):
                return length
        first = tokens[start]
        return 0 if first.spelt in _BODIES or (run > 2 and first.spelt in _SURNAMES) else run

    def _small_name(self, tokens: Sequence[Token], start: int, at: UnitAt) -> int:
        """How many words in small letters are a name after a unit; 0 when they are none."""
        # "tt" is more often something else.
        if (at.short and at.unit.rank == 1) or self._is_a_word(tokens, at):
            return 0
        for length in range(min(LONGEST, len(tokens) - start), 0, -1):
            name = tokens[start : start + length]
            if at.sure and _is_city_or_province(name, at.unit):
                return length
            real = _spellings(name, *at.unit.levels)
            if length > 1 and real and self._is_meant(tokens, start, length, real):
                return length
        return 0

    def _is_a_word(self, tokens: Sequence[Token], at: UnitAt) -> bool:
        """Whether the unit and what follows are a word of their own: "huyện đoàn", "phương án" typed "phuong an"."""
        last, following = tokens[at.last], tokens[at.last + 1]
        return following.spelt in _BODIES or (not (at.sure or at.short) and self._is_one_word(last, following))

    def _is_meant(self, tokens: Sequence[Token], start: int, length: int, real: Sequence[str]) -> bool:
        """Whether words that read like a name without diacritics are the name."""
        name = tokens[start : start + length]
        if any(token.gap.strip() for token in name[1:]) or _key(name) in _ORDINARY:
            return False
        if not _is_spelt(name, real):
            if not _is_open(name) or self._are_words(name, _SEEN):
                return False
            # Of districts there are too few to be met by chance; what was guessed for one fits what follows only by
            # chance ("huyen phu cat co": "huyện phú cắt cỏ").
            if gazetteer.known().levels(_key(name))[0] is not Level.COMMUNE:
                return True
        after = tokens[start + length] if start + length < len(tokens) else None
        if after is None or after.gap.strip() or after.spelt in _AFTER_ALL or not self._is_one_word(name[-1], after):
            return True
        return length > 1 and self._bound(name[-1], after) <= max(self._bound(*pair) for pair in pairwise(name))

    def _are_words(self, name: Sequence[Token], often: float = 0.5) -> bool:
        """Whether some two neighbours of a name are words that go together."""
        return any(self._seen(first, second) >= often for first, second in pairwise(name))

    def _is_one_word(self, first: Token, second: Token) -> bool:
        return self._seen(first, second) >= _SEEN and self._bound(first, second) > _BOUND

    def _seen(self, first: Token, second: Token) -> float:
        return self._neighbours.seen_together(first.spelt, second.spelt) if self._neighbours else 0.0

    def _bound(self, first: Token, second: Token) -> float:
        return self._neighbours.binding(first.spelt, second.spelt) if self._neighbours else 0.0

    # --- names without a unit --------------------------------------------------------------------------------

    def _alone(self, tokens: Sequence[Token], position: int) -> _Mention | None:
        """A province, city or district that is named without its unit, or after "ở" a commune."""
        if _is_within_a_name(tokens, position):
            return None
        for length in range(min(LONGEST, len(tokens) - position), 0, -1):
            level = self._level_alone(tokens, position, length)
            if level is not None:
                name = tokens[position : position + length]
                label = _as_written(name) if name[0].capital else _spellings(name, level)[0]
                unknown = None if self._is_in_texts(name) else label
                return _Mention(position, position + length - 1, _RANKS[level], unknown=unknown)
        return None

    def _level_alone(self, tokens: Sequence[Token], start: int, length: int) -> Level | None:
        """The highest level at which these words are a name, if they are one without a unit before it."""
        name = tokens[start : start + length]
        key = _key(name)
        levels = gazetteer.known().levels(key)
        if not levels or key in _WITH_UNIT_ONLY:
            return None
        before = tokens[start - 1].bare if start else None
        run = name_run(tokens, start)
        for level in levels:
            real = _spellings(name, level)
            well_known = level in (Level.PROVINCE, Level.CITY)
            if run and (self._is_known_capital(name, run, real) if well_known else _is_clear(name, run, real)):
                return level if level is not Level.COMMUNE or before in _AT else None
            meant = well_known and not run and self._is_meant_alone(tokens, start, length, real)
            if meant and (_is_spelt(name, real) or (not self._are_words(name) and (start == 0 or before in _AT))):
                return level
        return None

    def _is_known_capital(self, name: Sequence[Token], run: int, real: Sequence[str]) -> bool:
        """Whether words with capitals are a well-known place; marks may have been left out or put wrong."""
        if run < len(name):
            return False
        unknown = all(token.spelt == token.bare for token in name) or run == len(name) > 1
        return _is_spelt(name, real) or (unknown and not self._are_words(name, _SEEN))

    def _is_meant_alone(self, tokens: Sequence[Token], start: int, length: int, real: Sequence[str]) -> bool:
        if length == 1:
            only = tokens[start]
            return _is_spelt((only,), real) and (only.spelt != only.bare or not is_syllable(only.spelt))
        return self._is_meant(tokens, start, length, real)

    def _put_wrong(self, tokens: Sequence[Token], typed: str) -> str | None:
        """A place that was typed and that putting right made into other letters ("tinh dak lak": "tỉnh đặt lại")."""
        searched = f" {' '.join(bare(tokens))} "
        for found in self._others(tokens_of(typed, typed), ()):
            name = found.unknown or ""
            if name and f" {' '.join(words(name, diacritics=False))} " not in searched:
                return name
        return None


def _key(name: Sequence[Token]) -> str:
    return " ".join(token.bare for token in name)


def _spellings(name: Sequence[Token], *levels: Level) -> tuple[str, ...]:
    return gazetteer.known().spellings(_key(name), *levels)


def _is_spelt(name: Sequence[Token], real: Sequence[str]) -> bool:
    """Whether a name has the marks of one of these."""
    return " ".join(token.spelt for token in name) in {" ".join(words(spelling)) for spelling in real}


def _is_open(name: Sequence[Token]) -> bool:
    """Whether words may be a name that has other marks: their marks were only guessed, and they can open a name."""
    return all(token.guessed or token.spelt == token.bare for token in name) and name[0].spelt not in _OPEN_NONE


def _is_clear(name: Sequence[Token], run: int, real: Sequence[str]) -> bool:
    """Whether words with capitals, and no more around them, are a name that is not words as well."""
    return run == len(name) > 1 and _is_spelt(name, real) and _key(name) not in _ORDINARY


def _is_city_or_province(name: Sequence[Token], unit: Unit) -> bool:
    levels = [level for level in unit.levels if level in (Level.PROVINCE, Level.CITY)]
    return unit.written in ("tỉnh", "thành phố") and any(_spellings(name, level) for level in levels)


def _is_within_a_name(tokens: Sequence[Token], position: int) -> bool:
    """Whether the word before has a name's capital as well: "Nguyễn Thái Bình"."""
    if not position or not tokens[position].capital:
        return False
    before = tokens[position - 1]
    if not before.capital or tokens[position].gap.strip() or before.written.isupper():
        return False
    return not opens_sentence(before, position - 1)


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
    real = _spellings(name, *unit.levels)
    if name[0].capital or len(real) != 1:
        return f"{unit.written} {_as_written(name)}"
    return f"{unit.written} {real[0]}"


def _as_written(name: Sequence[Token]) -> str:
    return "".join(token.gap * (position > 0) + token.written for position, token in enumerate(name))


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


def _as_typed(place: str | None, typed: str) -> str | None:
    """A place with its name as it was typed, where that has capitals: putting right may have changed its marks."""
    if place is None or place in typed:
        return place
    given = tokens_of(typed, typed)
    listed, name = bare(given), tuple(words(place, diacritics=False))
    for length in range(min(len(name), LONGEST), 1, -1):
        for start in range(len(listed) - length + 1):
            if listed[start : start + length] == name[-length:] and name_run(given, start) >= length:
                kept = place.split()[: len(place.split()) - length]
                return " ".join([*kept, _as_written(given[start : start + length])])
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
