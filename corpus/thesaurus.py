"""What an everyday word is called in the language of resolutions, plans, conclusions and regulations.

People ask for "giấy tờ làm trễ"; the document says "hồ sơ giải quyết quá hạn". The list is `thesaurus.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any

from corpus.folding import WORD, folded, has_diacritics, word_spans
from corpus.records import Span

_LIST = Path(__file__).with_name("thesaurus.toml")
_ALIKE = "alike"

_Words = tuple[str, ...]


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
        merged = _merged(list(entries))
        self.entries: tuple[Entry, ...] = tuple(merged.values())
        self._accented = merged
        known_bare = [entry for entry in self.entries if entry.bare]
        self._bare = dict(zip(_keys(known_bare, diacritics=False), known_bare, strict=True))
        self._longest = max(map(len, merged), default=0)

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

    def _found(self, text: list[str], known: Mapping[_Words, Entry]) -> Iterator[tuple[int, int, Entry]]:
        taken = bytearray(len(text))
        for length in range(self._longest, 0, -1):
            for start in range(len(text) - length + 1):
                end = start + length
                entry = known.get(tuple(text[start:end]))
                if entry is not None and not any(taken[start:end]):
                    taken[start:end] = b"\1" * length
                    yield start, end, entry


def load(path: Path = _LIST) -> Thesaurus:
    """The list of this package, read anew on each call (some 15 ms): keep what it returns."""
    return Thesaurus(_entries(tomllib.loads(path.read_text(encoding="utf-8"))))


def _entries(tables: Mapping[str, Any]) -> Iterator[Entry]:
    """The entries of every subject, then each phrase of a group with the group's others for its expansion."""
    for subject, matters in tables.items():
        if subject == _ALIKE:
            continue
        for matter in matters:
            risky = frozenset(matter.get("accented_only", ()))
            phrases = tuple(matter["write"])
            yield from (Entry(say, phrases, say not in risky) for say in matter["say"])
    alike = tables.get(_ALIKE, {})
    risky = frozenset(alike.get("accented_only", ()))
    for group in alike.get("groups", ()):
        for phrase in group:
            yield Entry(phrase, tuple(other for other in group if other != phrase), phrase not in risky)


def _merged(entries: Sequence[Entry]) -> dict[_Words, Entry]:
    """One entry for each folded key; a phrase that is everyday speech and a near-synonym keeps both expansions."""
    merged: dict[_Words, Entry] = {}
    for key, entry in zip(_keys(entries), entries, strict=True):
        known = merged.get(key)
        if known is None:
            merged[key] = entry
        else:
            phrases = tuple(dict.fromkeys(known.phrases + entry.phrases))
            merged[key] = Entry(known.words, phrases, known.bare and entry.bare)
    return merged


def _keys(entries: Sequence[Entry], *, diacritics: bool = True) -> list[_Words]:
    """The folded words of each entry; folded in one piece, which takes a third of the time."""
    lines = folded("\n".join(entry.words for entry in entries), diacritics=diacritics).split("\n")
    return [tuple(WORD.findall(line)) for line in lines[: len(entries)]]
