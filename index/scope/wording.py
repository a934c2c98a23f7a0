"""Whether words of a question are the name of a place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.folding import words
from corpus.places import gazetteer
from corpus.places.gazetteer import LONGEST, Level
from corpus.syllables import is_syllable
from index.scope.records import Neighbours, Token
from index.scope.tokens import name_run, opens_sentence
from index.scope.units import Unit, UnitAt

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
WITH_UNIT_ONLY = frozenset({"ho chi minh", "hcm", "vinh"})
# Bodies and ranks, which stand after a unit with a capital as well ("Huyện Đoàn", "Xã Đội").
_BODIES = frozenset("ủy đoàn đội hội viên đảng ban mặt bí chủ phó hđnd ubnd".split())
_SURNAMES = frozenset(
    "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương đoàn lâm trịnh mai đào".split()
)
# Before a commune's name without its unit: "ở Phước Sơn", "còn Phước Sơn?".
_AT = frozenset({"o", "tai", "con", "ben", "cua"})
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


class Wording:
    """Tells names of places from words that read alike.

    Without `neighbours` names in small letters are told from words by the gazetteer alone.
    """

    def __init__(self, neighbours: Neighbours | None) -> None:
        self._neighbours = neighbours

    def after_unit(self, tokens: Sequence[Token], at: UnitAt) -> int:
        """How many words after a unit are its name; 0 when they are none."""
        start = at.last + 1
        # A full stop after "tp" belongs to it.
        if start >= len(tokens) or tokens[start].gap.strip(" ." if at.short else None):
            return 0
        run = name_run(tokens, start)
        return _capital_name(tokens, start, run) if run else self._small_name(tokens, start, at)

    def alone(self, tokens: Sequence[Token], position: int) -> tuple[int, Level] | None:
        """How many words from here on name a province, city or district without its unit, or after "ở" a commune."""
        if _is_within_a_name(tokens, position):
            return None
        for length in range(min(LONGEST, len(tokens) - position), 0, -1):
            level = self._level_alone(tokens, position, length)
            if level is not None:
                return length, level
        return None

    def _level_alone(self, tokens: Sequence[Token], start: int, length: int) -> Level | None:
        """The highest level at which these words are a name, if they are one without a unit before it."""
        name = tokens[start : start + length]
        key = key_of(name)
        levels = gazetteer.known().levels(key)
        if not levels or key in WITH_UNIT_ONLY:
            return None
        before = tokens[start - 1].bare if start else None
        run = name_run(tokens, start)
        for level in levels:
            real = spellings(name, level)
            well_known = level in (Level.PROVINCE, Level.CITY)
            if run and (self._is_known_capital(name, run, real) if well_known else _is_clear(name, run, real)):
                return level if level is not Level.COMMUNE or before in _AT else None
            meant = well_known and not run and self._is_meant_alone(tokens, start, length, real)
            if meant and (is_spelt(name, real) or (not self._are_words(name) and (start == 0 or before in _AT))):
                return level
        return None

    def _is_known_capital(self, name: Sequence[Token], run: int, real: Sequence[str]) -> bool:
        """Whether words with capitals are a well-known place; marks may have been left out or put wrong."""
        if run < len(name):
            return False
        unknown = all(token.spelt == token.bare for token in name) or run == len(name) > 1
        return is_spelt(name, real) or (unknown and not self._are_words(name, _SEEN))

    def _is_meant_alone(self, tokens: Sequence[Token], start: int, length: int, real: Sequence[str]) -> bool:
        if length == 1:
            only = tokens[start]
            return is_spelt((only,), real) and (only.spelt != only.bare or not is_syllable(only.spelt))
        return self._is_meant(tokens, start, length, real)

    def _small_name(self, tokens: Sequence[Token], start: int, at: UnitAt) -> int:
        """How many words in small letters are a name after a unit; 0 when they are none."""
        # "tt" is more often something else.
        if (at.short and at.unit.rank == 1) or self._is_a_word(tokens, at):
            return 0
        for length in range(min(LONGEST, len(tokens) - start), 0, -1):
            name = tokens[start : start + length]
            if at.sure and is_city_or_province(name, at.unit):
                return length
            real = spellings(name, *at.unit.levels)
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
        if any(token.gap.strip() for token in name[1:]) or key_of(name) in _ORDINARY:
            return False
        if not is_spelt(name, real):
            if not _is_open(name) or self._are_words(name, _SEEN):
                return False
            # Of districts there are too few to be met by chance; what was guessed for one fits what follows only by
            # chance ("huyen phu cat co": "huyện phú cắt cỏ").
            if gazetteer.known().levels(key_of(name))[0] is not Level.COMMUNE:
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


def _capital_name(tokens: Sequence[Token], start: int, run: int) -> int:
    """How many words of a run of capitals are a name after a unit; 0 when they are none."""
    for length in range(run, 0, -1):
        name = tokens[start : start + length]
        real = spellings(name)
        if real and (length > 1 or is_spelt(name, real)):
            return length
    first = tokens[start]
    return 0 if first.spelt in _BODIES or (run > 2 and first.spelt in _SURNAMES) else run


def key_of(name: Sequence[Token]) -> str:
    """The name as the gazetteer looks it up."""
    return " ".join(token.bare for token in name)


def spellings(name: Sequence[Token], *levels: Level) -> tuple[str, ...]:
    """The names of places of these levels, or of all, that read so without diacritics."""
    return gazetteer.known().spellings(key_of(name), *levels)


def is_spelt(name: Sequence[Token], real: Sequence[str]) -> bool:
    """Whether a name has the marks of one of these."""
    return " ".join(token.spelt for token in name) in {" ".join(words(spelling)) for spelling in real}


def _is_open(name: Sequence[Token]) -> bool:
    """Whether words may be a name that has other marks: their marks were only guessed, and they can open a name."""
    return all(token.guessed or token.spelt == token.bare for token in name) and name[0].spelt not in _OPEN_NONE


def _is_clear(name: Sequence[Token], run: int, real: Sequence[str]) -> bool:
    """Whether words with capitals, and no more around them, are a name that is not words as well."""
    return run == len(name) > 1 and is_spelt(name, real) and key_of(name) not in _ORDINARY


def is_city_or_province(name: Sequence[Token], unit: Unit) -> bool:
    """Whether a name after "tỉnh" or "thành phố" is one's."""
    levels = [level for level in unit.levels if level in (Level.PROVINCE, Level.CITY)]
    return unit.written in ("tỉnh", "thành phố") and any(spellings(name, level) for level in levels)


def _is_within_a_name(tokens: Sequence[Token], position: int) -> bool:
    """Whether the word before has a name's capital as well: "Nguyễn Thái Bình"."""
    if not position or not tokens[position].capital:
        return False
    before = tokens[position - 1]
    if not before.capital or tokens[position].gap.strip() or before.written.isupper():
        return False
    return not opens_sentence(before, position - 1)


def as_written(name: Sequence[Token]) -> str:
    """The words as they stand in the question."""
    return "".join(token.gap * (position > 0) + token.written for position, token in enumerate(name))
