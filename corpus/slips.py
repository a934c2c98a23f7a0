"""Suspected OCR slips: syllables whose other marks fit their neighbours far better ("tinh hình" for "tình hình").

Nothing here knows a slip by heart. A pair of neighbours that is all but unknown is held against the pairs that differ
from it in diacritics only (Kukich, Techniques for automatically correcting words in text, ACM Computing Surveys 24,
1992); what speaks for a pair are counts of general language and of the other documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from corpus.facts.reading import readings
from corpus.folding import WORD, folded
from corpus.mapped_text import MappedText
from corpus.records import BlockKind, Document, Span

# Tuned by eye on two of the bundled documents; a right pair is this many times as frequent as the slip, and known.
_TIMES = 4.0
_KNOWN = 30.0
_BOUND = 4.0  # nats of pointwise mutual information: the right pair is a word, not two that happen to meet
_HEARD = 30.0  # a neighbour objects only when it was seen this often with what is written
_HABIT = 3  # what a document writes this often is its way of writing
_UNKNOWN = 0.5  # what an unseen pair counts as, so that ratios exist
_SPELLINGS = 8  # spellings of one bare syllable that are tried, the most frequent first
_FREE = frozenset(("hàng", "hằng"))  # both spellings of "every" are right
_READ = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.FOOTNOTE)


class Language(Protocol):
    """Counts of syllables and of neighbours, all in folded form (`corpus.folding`)."""

    @property
    def accented(self) -> Mapping[str, tuple[str, ...]]:
        """The spellings of each bare syllable, the most frequent first."""

    def seen_together(self, first: str, second: str) -> float:
        """How often two syllables were seen side by side."""

    def binding(self, first: str, second: str) -> float:
        """The pointwise mutual information of two syllables side by side, in nats; 0 when never seen so."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A suspected slip: where it stands, the words there, and the likely right ones."""

    span: Span
    written: str
    likely: str


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    start: int
    end: int
    joined: bool  # only blanks between it and the word before


def find_slips(document: Document, language: Language, *, counted: bool = False) -> tuple[Slip, ...]:
    """The suspected slips of a document in reading order.

    `counted` tells that this very document is among what `language` counted; its own pairs are then taken off again,
    or every slip would speak for itself.
    """
    lines = [(reading.line, _words(reading.line.text)) for reading in readings(document, _READ)]
    own = Counter(pair for _, words in lines for pair in _pairs(words))
    judge = _Judge(language, own, counted)
    found: list[Slip] = []
    for line, words in lines:
        found += _of_line(line, words, judge)
    return tuple(found)


def _words(line: str) -> list[_Word]:
    low = folded(line)
    words: list[_Word] = []
    for match in WORD.finditer(low):
        joined = bool(words) and low[words[-1].end : match.start()] == " "
        words.append(_Word(match.group(), match.start(), match.end(), joined))
    return words


def _pairs(words: Sequence[_Word]) -> Iterator[tuple[str, str]]:
    return ((first.folded, second.folded) for first, second in pairwise(words) if second.joined)


@dataclass(frozen=True, slots=True)
class _Judge:
    """What is known of pairs, the document's own part taken off."""

    language: Language
    own: Counter[tuple[str, str]]
    counted: bool

    def known(self, first: str, second: str) -> float:
        """How often a pair was seen elsewhere."""
        seen = self.language.seen_together(first, second)
        return max(seen - self.counted * self.own[first, second], _UNKNOWN)

    def bound(self, first: str | None, second: str | None) -> bool:
        """Whether two neighbours make a word, by what was seen elsewhere."""
        if first is None or second is None or self.known(first, second) < _HEARD:
            return False
        return self.language.binding(first, second) >= _BOUND

    def spellings(self, syllable: str) -> tuple[str, ...]:
        """The syllable itself and the others with the same letters."""
        others = self.language.accented.get(folded(syllable, diacritics=False), ())[:_SPELLINGS]
        return (syllable, *(other for other in others if other != syllable))


def _of_line(line: MappedText, words: Sequence[_Word], judge: _Judge) -> Iterator[Slip]:
    taken = -1
    for position in range(1, len(words)):
        first, second = words[position - 1], words[position]
        if position - 1 <= taken or not second.joined or not _readable(line.text, first, second):
            continue
        better = _better(words, position, judge)
        if better is None:
            continue
        taken = position
        span = line.span(first.start, second.end)
        yield Slip(span, line.text[first.start : second.end], _in_case(line.text, first, better))


def _readable(line: str, first: _Word, second: _Word) -> bool:
    """Whether both are words and not abbreviations, and the pair is not a name of its own ("Quảng Bình")."""
    one, other = line[first.start : first.end], line[second.start : second.end]
    return one.isalpha() and other.isalpha() and not (other[:1].isupper() or (one.isupper() and len(one) > 1))


def _better(words: Sequence[_Word], position: int, judge: _Judge) -> tuple[str, str] | None:
    """The pair that is meant, when another spelling is far more usual and the words around do not object."""
    first, second = words[position - 1], words[position]
    before = words[position - 2].folded if position > 1 and first.joined else None
    after = words[position + 1].folded if position + 1 < len(words) and words[position + 1].joined else None
    if judge.bound(before, first.folded) or judge.bound(second.folded, after):
        return None  # each is a part of a word of its own: "dân vận | tại", "đang | công tác"
    if judge.own[first.folded, second.folded] >= _HABIT:
        return None
    known = judge.known(first.folded, second.folded)
    best, most = None, max(known * _TIMES, _KNOWN)
    for one in judge.spellings(first.folded):
        for other in judge.spellings(second.folded):
            count = judge.known(one, other)
            if count <= most or {one, other} - {first.folded, second.folded} <= _FREE:
                continue
            if judge.language.binding(one, other) < _BOUND:
                continue
            if _objects(before, first.folded, one, judge) or _objects(second.folded, after, other, judge, ahead=True):
                continue
            best, most = (one, other), count
    return best


def _objects(neighbour: str | None, now: str | None, then: str, judge: _Judge, *, ahead: bool = False) -> bool:
    """Whether a neighbour knows the syllable as it is written and not the one that would stand there."""
    if ahead:
        written, following = neighbour, now
        if following is None or written is None or written == then:
            return False
        heard = judge.known(written, following)
        return heard > max(_HEARD, judge.known(then, following))
    if neighbour is None or now is None or now == then:
        return False
    return judge.known(neighbour, now) > max(_HEARD, judge.known(neighbour, then))


def _in_case(line: str, first: _Word, better: tuple[str, str]) -> str:
    text = " ".join(better)
    return text[:1].upper() + text[1:] if line[first.start].isupper() else text
