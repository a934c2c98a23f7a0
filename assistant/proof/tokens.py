"""Text as the proof reads it: whole tokens, folded, with the clause and the piece of a clause each stands in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.folding import folded

# A figure with all that is written on to it ("3%", "0,4%", "15-20%", "14/5/2021", "217-QĐ/TW"), a word, or a mark.
# A minus belongs to its figure, and signs that compare or name a currency are words.
_TOKEN = re.compile(r"(?:(?<=[ (:])-)?\d[\w.,/%-]*(?<![.,/-])|[^\W\d_]+|[<>≤≥≈~=±×‰$€]|[^\w\s]|\n")
# One spelling for a figure: "15 – 20 %" is "15-20%", "08 - NQ/ĐUK" is "08-NQ/ĐUK", "10 phần trăm" is "10%".
_DASHES = re.compile(r"[‐‑‒–—−]")
_SPACED_RANGE = re.compile(r"(?<=[\d%])[ \t]*-[ \t]*(?=\d|[^\W\d_]+/)")
_SPACED_DATE = re.compile(r"(?<=\d)[ \t]*/[ \t]*(?=\d)")
_PERCENT = re.compile(r"(?<=\d)\s*(?:%|phần trăm\b)", re.IGNORECASE)
_SQUARE = str.maketrans("²³", "23")
_FOOTNOTE = re.compile(r"(?<![\d¹²³⁰⁴-⁹])[¹²³⁰⁴-⁹]+")

_WORD_ENDS = frozenset("%<>≤≥≈~=±×‰$€")

_ENDS_CLAUSE = frozenset(".;!?\n")
_ENDS_PIECE = frozenset(",:()|") | _ENDS_CLAUSE
# Words between two figures that open a piece of their own ("05 tập thể và 05 cá nhân").
_JOINS = frozenset({"và", "còn", "hoặc"})


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word or figure; `clause` and `piece` number the stretches that stops cut the text into.

    `opens` tells that it is the first of its clause, `capital` that it is written with a capital, `code` that it is
    written in capitals alone.
    """

    text: str
    figure: bool
    clause: int
    piece: int
    opens: bool
    capital: bool
    code: bool


def read(text: str) -> tuple[Token, ...]:
    """The tokens of a text in order; linear in its length."""
    found: list[Token] = []
    clause = piece = 0
    opens = True
    for match in _TOKEN.finditer(_settled(text)):
        spelt = match.group()
        if not spelt[-1].isalnum() and spelt[-1] not in _WORD_ENDS:
            ends = spelt in _ENDS_CLAUSE
            clause, piece, opens = clause + ends, piece + (spelt in _ENDS_PIECE), opens or ends
            continue
        figure = spelt[0].isdigit() or spelt[1:2].isdigit()
        capital, code = spelt[0].isupper(), len(spelt) > 1 and spelt.isupper()
        found.append(Token(_folded(spelt), figure, clause, piece, opens, capital, code))
        opens = False
    return _split_at_joins(found)


# The vocabulary of a text is small; folding a word again and again is most of the work.
_folded = lru_cache(maxsize=16384)(folded)


def _settled(text: str) -> str:
    text = _DASHES.sub("-", unicodedata.normalize("NFC", text))
    text = re.sub("(?<=m)[²³]", lambda mark: mark[0].translate(_SQUARE), text)
    text = _FOOTNOTE.sub(" ", text).replace("*", " ").replace("_", " ")
    text = _PERCENT.sub("%", text)
    return _SPACED_DATE.sub("/", _SPACED_RANGE.sub("-", text))


def _split_at_joins(found: Sequence[Token]) -> tuple[Token, ...]:
    """A piece with a figure on both sides of "và" is two pieces; without one it is an enumeration, and stays one."""
    after: list[int] = [0] * (len(found) + 1)  # figures from here to the end of the piece
    for position in range(len(found) - 1, -1, -1):
        same = position + 1 < len(found) and found[position + 1].piece == found[position].piece
        after[position] = (after[position + 1] if same else 0) + found[position].figure
    split: list[Token] = []
    extra, before, piece = 0, 0, -1
    for position, token in enumerate(found):
        if token.piece != piece:
            piece, before = token.piece, 0
        if token.text in _JOINS and before and after[position]:
            extra, before = extra + 1, 0
        before += token.figure
        split.append(_moved(token, extra) if extra else token)
    return tuple(split)


def _moved(token: Token, extra: int) -> Token:
    return Token(token.text, token.figure, token.clause, token.piece + extra, token.opens, token.capital, token.code)


def words_of(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The folded texts alone."""
    return tuple(token.text for token in tokens)


def joined(words: Sequence[str]) -> str:
    """Words as one string in which a run of whole words can be looked for with `in`."""
    return f" {' '.join(words)} "
