"""One form of a text for matching, with the way back to the original offsets.

Folding composes the text (Unicode NFC), lowers the case and puts every tone mark in one place ("hóa" and "hoá",
"cuả" and "của" become the same). Without diacritics it also writes đ as d and leaves only the base letters.
Whatever is matched anywhere in the program is matched in this form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from corpus.mapped_text import MappedText
from corpus.records import Span

# A word is a run of letters or a number with its separators ("3,5", "1.200"), so that "NQ08" and "217-QĐ/TW"
# fall into the same pieces however they are joined. Superscript digits are footnote marks, not words.
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_¹²³⁰⁴-⁹]+")


def composed(text: str) -> MappedText:
    """The text in composed form (Unicode NFC), its case and tone marks as they are; linear in its length."""
    return MappedText.identity(text) if _is_composed(text) else _compose(text)


def fold(text: str, *, diacritics: bool = True) -> MappedText:
    """The folded text with the original stretch of each of its characters; linear in the length of the text.

    `fold(text).text == folded(text)`. A letter that was composed from several characters maps to all of them.
    """
    composed = MappedText.identity(text) if _is_composed(text) else _compose(text)
    lowered = _place_tones(_lower(composed.text))
    if diacritics:
        return MappedText(lowered, composed.starts, composed.ends)
    bare = lowered.translate(_bare_letters())
    if not _LOOSE_MARK.search(bare):
        return MappedText(bare, composed.starts, composed.ends)
    kept = [position for position, character in enumerate(bare) if not _LOOSE_MARK.match(character)]
    return MappedText(
        "".join(bare[position] for position in kept),
        [composed.starts[position] for position in kept],
        [composed.ends[position] for position in kept],
    )


def folded(text: str, *, diacritics: bool = True) -> str:
    """The folded text alone; several times as fast as `fold`."""
    composed = text if _is_composed(text) else "".join(map(_nfc, _clusters(text)))
    lowered = _place_tones(_lower(composed))
    if diacritics:
        return lowered
    return _LOOSE_MARK.sub("", lowered.translate(_bare_letters()))


def folded_line(text: str, *, diacritics: bool = True) -> str:
    """The folded text in one line, with single blanks; no map back."""
    return " ".join(folded(text, diacritics=diacritics).split())


def words(text: str, *, diacritics: bool = True) -> list[str]:
    """The folded words and numbers of a text in order, punctuation left out."""
    return WORD.findall(folded(text, diacritics=diacritics))


def word_spans(text: str, *, diacritics: bool = True) -> list[tuple[str, Span]]:
    """The folded words and numbers of a text in order, each with the stretch of the original where it stands."""
    mapped = fold(text, diacritics=diacritics)
    return [(match.group(), mapped.span(match.start(), match.end())) for match in WORD.finditer(mapped.text)]


def has_diacritics(text: str) -> bool:
    """Whether any letter carries a Vietnamese mark or is đ."""
    lowered = folded(text)
    return lowered != folded(text, diacritics=False)


# --- composing ---------------------------------------------------------------------------------------------

# Marks on one letter beyond this many start a new cluster, so that no input costs more than linear time (the
# limit of Unicode's stream-safe text format, UAX #15).
_MAX_MARKS = 30


def _is_composed(text: str) -> bool:
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _clusters(text: str) -> Iterator[str]:
    """Pieces of which each composes by itself: a character with the marks that follow it."""
    start = 0
    for position in range(1, len(text)):
        if position - start > _MAX_MARKS or not _joins_the_one_before(text[position]):
            yield text[start:position]
            start = position
    if text:
        yield text[start:]


def _joins_the_one_before(character: str) -> bool:
    if character < "\u0300":
        return False
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"  # Hangul vowels, finals


def _compose(text: str) -> MappedText:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    offset = 0
    for cluster in _clusters(text):
        piece, end = _nfc(cluster), offset + len(cluster)
        pieces.append(piece)
        if piece == cluster:
            starts.extend(range(offset, end))
            ends.extend(range(offset + 1, end + 1))
        else:
            starts.extend([offset] * len(piece))
            ends.extend([end] * len(piece))
        offset = end
    return MappedText("".join(pieces), starts, ends)


# --- case, tone marks, diacritics: one character for one -----------------------------------------------------

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_PLAIN_VOWELS = "aăâeêioôơuưy"
_VOWELS = _PLAIN_VOWELS + "".join(_nfc(vowel + tone) for vowel in _PLAIN_VOWELS for tone in _TONES)
# "gi" and "qu" are consonants before a vowel, so the letter before the vowels has a say. A run that a loose mark
# follows stays as it is: moved away, its last letter would take the mark up.
_VOWEL_RUN = re.compile(f"[gq]?[{_VOWELS}]{{2,4}}(?![{_VOWELS}\u0300-\u036f])")
_TONE_ON_SECOND = frozenset({"oa", "oe", "uy", "oo"})
_LOOSE_MARK = re.compile("[\u0300-\u036f]")


def _lower(text: str) -> str:
    """Lower case; "İ" is the only character whose lower case is longer than one."""
    return text.replace("İ", "i").lower()


def _place_tones(lowered: str) -> str:
    """Every tone mark on the main vowel of its syllable ("hoà", "thuỷ", "của"); the length does not change."""
    return lowered if lowered.isascii() else _VOWEL_RUN.sub(_settled, lowered)


def _settled(run: re.Match[str]) -> str:
    return _settle(run.group())


@lru_cache(maxsize=4096)
def _settle(run: str) -> str:
    """A run of vowels, with the g or q before it, and its one tone mark where it belongs."""
    toned = [position for position, letter in enumerate(run) if _tone_of(letter)]
    if len(toned) != 1:
        return run
    tone = _tone_of(run[toned[0]])
    letters = [_nfc(unicodedata.normalize("NFD", letter).replace(tone, "")) for letter in run]
    onset = 2 if (run[0] == "q" and letters[1] == "u") or (run[0] == "g" and letters[1] == "i") else run[0] in "gq"
    place = onset + _main_vowel("".join(letters[onset:]))
    letters[place] = _nfc(letters[place] + tone)
    return "".join(letters)


def _tone_of(letter: str) -> str:
    return next((mark for mark in unicodedata.normalize("NFD", letter) if mark in _TONES), "")


def _main_vowel(vowels: str) -> int:
    """Which vowel of a syllable carries the tone mark: the last with a shape mark, else by the pair it stands in."""
    shaped = [position for position, letter in enumerate(vowels) if letter in "ăâêôơư"]
    if shaped:
        return shaped[-1]
    if len(vowels) == 2:
        return int(vowels in _TONE_ON_SECOND)
    return min(1, len(vowels) - 1)


@cache
def _bare_letters() -> dict[int, str]:
    """Latin letters with marks, and đ, to their base letters."""
    latin = [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]
    base = {code: unicodedata.normalize("NFD", chr(code))[0] for code in latin}
    return {code: letter for code, letter in base.items() if letter.isascii() and letter.isalpha()} | {0x111: "d"}
