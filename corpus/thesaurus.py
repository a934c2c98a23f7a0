"""What an everyday word is called in the language of resolutions, plans, conclusions and regulations.

People ask for "giấy tờ làm trễ"; the document says "hồ sơ giải quyết quá hạn". The list is `thesaurus.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.folding import has_diacritics, word_spans, words
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
        merged = _merged(entries)
        self.entries: tuple[Entry, ...] = tuple(merged.values())
        self._accented = merged
        self._bare = {tuple(words(e.words, diacritics=False)): e for e in self.entries if e.bare}
        self._longest = max(map(len, merged), default=0)

    def expand(self, text: str) -> tuple[Expansion, ...]:
        """The entries that stand in the text, in order; where several start, the longest, and none overlaps another.

        A text with any diacritic is matched with them, one without by bare letters, and then without the entries
        that would be other words. Linear in the length of the text.
        """
        accented = has_diacritics(text)
        return tuple(self._found(word_spans(text, diacritics=accented), self._accented if accented else self._bare))

    def _found(self, spans: list[tuple[str, Span]], known: Mapping[_Words, Entry]) -> Iterator[Expansion]:
        position = 0
        while position < len(spans):
            window = tuple(word for word, _ in spans[position : position + self._longest])
            length = next((n for n in range(len(window), 0, -1) if window[:n] in known), 0)
            if length:
                entry = known[window[:length]]
                span = Span(spans[position][1].start, spans[position + length - 1][1].end)
                yield Expansion(span, entry.words, entry.phrases)
            position += max(length, 1)


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


def _merged(entries: Iterable[Entry]) -> dict[_Words, Entry]:
    """One entry for each folded key; a phrase that is everyday speech and a near-synonym keeps both expansions."""
    merged: dict[_Words, Entry] = {}
    for entry in entries:
        key = tuple(words(entry.words))
        known = merged.get(key)
        if known is not None:
            phrases = tuple(dict.fromkeys(known.phrases + entry.phrases))
            entry = Entry(known.words, phrases, known.bare and entry.bare)
        merged[key] = entry
    return merged
