"""A question as words with what their spelling tells of names."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.folding import folded, has_diacritics, word_spans, words
from index.scope.records import Token

_LONGEST_RUN = 5


def tokens_of(text: str, typed: str) -> tuple[Token, ...]:
    """The words of a question as restored, beside how it was typed."""
    as_typed = frozenset(words(typed)) if has_diacritics(text) else frozenset()
    shouted = text.isupper()
    found: list[Token] = []
    end = 0
    for spelt, span in word_spans(text):
        written = span.of(text)
        plain = spelt if spelt.isascii() else folded(spelt, diacritics=False)
        capital = written[:1].isupper() and not shouted
        found.append(Token(plain, spelt, written, span, text[end : span.start], spelt not in as_typed, capital))
        end = span.end
    return tuple(found)


def bare(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words without diacritics."""
    return tuple(token.bare for token in tokens)


def name_run(tokens: Sequence[Token], start: int) -> int:
    """How many words from here on open with a capital like a name's ("Phan Rang - Tháp Chàm": 4)."""
    count = 0
    for token in tokens[start : start + _LONGEST_RUN]:
        # "UBND" is no part of a name.
        if not token.capital or (len(token.written) > 1 and token.written.isupper()):
            break
        if count and token.gap.strip(" \t-–'’"):
            break
        count += 1
    return count


def opens_sentence(token: Token, position: int) -> bool:
    """Whether the word's capital may be that of a sentence's first word."""
    return position == 0 or any(mark in token.gap for mark in ".?!:;\n")
