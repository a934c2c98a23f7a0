"""What an everyday word is called in the language of resolutions, plans, conclusions and regulations.

People ask for "giấy tờ làm trễ"; the document says "hồ sơ giải quyết quá hạn". The list is `thesaurus.txt`, whose
head explains its form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from pathlib import Path

from corpus.errors import ThesaurusBroken
from corpus.folding import folded, has_diacritics, word_spans
from corpus.records import Span

_LIST = Path(__file__).with_name("thesaurus.txt")
_COMMENT, _WRITES, _ALIKE, _NEXT, _RISKY = "#", " = ", " ~ ", "; ", "*"
# Words one space apart; a comma may stand after a word ("phòng, chống tham nhũng").
_PHRASE = r"[^\W\d_]+(?:,? [^\W\d_]+)*"
_SAY = rf"{_PHRASE}\*?"
# One match a line: it takes a third of the time that a match for each phrase would.
_LINE = re.compile(f"{_SAY}(?:{_NEXT}{_SAY})*{_WRITES}{_PHRASE}(?:{_NEXT}{_PHRASE})*|{_SAY}(?:{_ALIKE}{_SAY})+")


@dataclass(frozen=True, slots=True)
class Expansion:
    """Words found in a text and the office phrases for them, the most usual first.

    `words` is the entry as the list writes it, with diacritics; `span` is where it stands in the text.
    """

    span: Span
    words: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An everyday phrase, the office phrases for it, and whether it is known by its bare letters too."""

    words: str
    phrases: tuple[str, ...]
    bare: bool = True


class Thesaurus:
    """Entries by their folded words, once with diacritics and once without."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._accented = _merged(list(entries))
        self._longest = max((key.count(" ") + 1 for key in self._accented), default=0)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry, one for each key."""
        return tuple(self._accented.values())

    @cached_property
    def _bare(self) -> dict[str, Entry]:
        """Made when the first text without diacritics comes."""
        known = [entry for entry in self._accented.values() if entry.bare]
        return dict(zip(_keys(known, diacritics=False), known, strict=True))

    def expand(self, text: str) -> tuple[Expansion, ...]:
        """The entries that stand in the text, in its order; a longer one goes before those that overlap it.

        A text with any diacritic is matched with them, one without by bare letters, and then without the entries
        that would be other words. Linear in the length of the text.
        """
        accented = has_diacritics(text)
        known = self._accented if accented else self._bare
        spans = word_spans(text, diacritics=accented)
        return tuple(
            Expansion(Span(spans[start][1].start, spans[end - 1][1].end), entry.words, entry.phrases)
            for start, end, entry in sorted(self._found([word for word, _ in spans], known), key=itemgetter(0))
        )

    def _found(self, text: list[str], known: Mapping[str, Entry]) -> Iterator[tuple[int, int, Entry]]:
        taken = bytearray(len(text))
        for length in range(self._longest, 0, -1):
            for start in range(len(text) - length + 1):
                end = start + length
                entry = known.get(" ".join(text[start:end]))
                if entry is not None and not any(taken[start:end]):
                    taken[start:end] = b"\1" * length
                    yield start, end, entry


def load(path: Path = _LIST) -> Thesaurus:
    """The list of this package, read anew on each call (some 20 ms): keep what it returns. Raises ThesaurusBroken."""
    return Thesaurus(_entries(path))


def _entries(path: Path) -> Iterator[Entry]:
    """The entries of a list in the order of its lines."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith(_COMMENT):
            continue
        if _LINE.fullmatch(line) is None:
            raise ThesaurusBroken(path, number, _fault(line))
        yield from _written(line) if _WRITES in line else _alike(line)


def _written(line: str) -> Iterator[Entry]:
    said, _, written = line.partition(_WRITES)
    phrases = tuple(written.split(_NEXT))
    for say in said.split(_NEXT):
        yield Entry(say.removesuffix(_RISKY), phrases, not say.endswith(_RISKY))


def _alike(line: str) -> Iterator[Entry]:
    """Each phrase of a group with the others for its expansion."""
    group = line.split(_ALIKE)
    phrases = [phrase.removesuffix(_RISKY) for phrase in group]
    for marked, phrase in zip(group, phrases, strict=True):
        yield Entry(phrase, tuple(other for other in phrases if other != phrase), marked == phrase)


def _fault(line: str) -> str:
    """What is wrong with a line that is no entry, for the one who edits the list."""
    marks = line.count(_WRITES.strip()) + line.count(_ALIKE.strip())
    if not marks:
        return "it has neither '=' nor '~'"
    if _WRITES.strip() in line and marks > 1:
        return "it has more than one '=', or '=' and '~'"
    pieces = [piece.strip() for piece in re.split("[=~;]", line)]
    wrong = next((piece for piece in pieces if re.fullmatch(_SAY, piece) is None), None)
    if wrong == "":
        return "a phrase is missing"
    if wrong is not None:
        return f"{wrong!r} is no phrase: letters, with one space or a comma and a space between words"
    return "'*' belongs to everyday words, and every mark has one space on each side, ';' one after it"


def _merged(entries: Sequence[Entry]) -> dict[str, Entry]:
    """One entry for each folded key; a phrase that is everyday speech and a near-synonym keeps both expansions."""
    merged: dict[str, Entry] = {}
    for key, entry in zip(_keys(entries), entries, strict=True):
        known = merged.setdefault(key, entry)
        if known is not entry:
            phrases = tuple(dict.fromkeys(known.phrases + entry.phrases))
            merged[key] = Entry(known.words, phrases, known.bare and entry.bare)
    return merged


def _keys(entries: Sequence[Entry], *, diacritics: bool = True) -> list[str]:
    """The folded words of each entry; folded in one piece, which takes a third of the time."""
    lines = folded("\n".join(entry.words for entry in entries), diacritics=diacritics)
    return lines.replace(",", "").split("\n")[: len(entries)]
