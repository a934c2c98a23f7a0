"""What a word that is none may have been meant for: keystrokes that were not converted, and one wrong letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LETTERS = "abcdeghiklmnopqrstuvxy"
_TELEX_LETTERS = (("dd", "đ"), ("aa", "â"), ("aw", "ă"), ("ee", "ê"), ("oo", "ô"), ("ow", "ơ"), ("uw", "ư"), ("w", "ư"))
_TELEX_TONES = frozenset("sfrxj")
_VNI_LETTERS = (("a6", "â"), ("e6", "ê"), ("o6", "ô"), ("o7", "ơ"), ("u7", "ư"), ("a8", "ă"), ("d9", "đ"))
_VOWELS = frozenset("aăâeêioôơuưy")


def keystrokes(typed: str) -> Iterator[str]:
    """What Telex or VNI keystrokes that were not converted stand for; tones are left to the language model."""
    telex = typed
    for keys, letter in _TELEX_LETTERS:
        telex = telex.replace(keys, letter)
    if telex[-1:] in _TELEX_TONES and len(telex) > 2:
        yield telex[:-1]
    # The tone typed right after its vowel: "thusc".
    for at in range(1, len(telex) - 1):
        if telex[at] in _TELEX_TONES and telex[at - 1] in _VOWELS:
            yield telex[:at] + telex[at + 1 :]
    if telex != typed:
        yield telex
    if any(c.isdigit() for c in typed):
        vni = typed
        for keys, letter in _VNI_LETTERS:
            vni = vni.replace(keys, letter)
        yield re.sub(r"\d", "", vni)


def one_edit(word: str) -> set[str]:
    """The strings one deletion, exchange of neighbours, replacement or insertion away (Damerau, 1964)."""
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    deleted = {a + b[1:] for a, b in splits if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    replaced = {a + c + b[1:] for a, b in splits if b for c in _LETTERS}
    inserted = {a + c + b for a, b in splits for c in _LETTERS}
    return (deleted | swapped | replaced | inserted) - {word, ""}
