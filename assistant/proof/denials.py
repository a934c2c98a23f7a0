"""Denials and conditions: a text may neither add one nor drop one from what it takes up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from assistant.proof.glue import GLUE
from assistant.proof.tokens import Token
from corpus.folding import folded

DENIALS = frozenset(folded("không chưa chẳng chớ đừng cấm trừ tránh chống ngăn nếu hoặc").split())
"""Words that turn what follows into its opposite, or bind it to a condition or a choice."""
# These hold for a whole enumeration ("không để A, B, C"), others for the piece they stand in.
_WIDE = frozenset(folded("cấm trừ chống tránh nếu").split())
_WIDE_WITH = frozenset(folded("để được có còn xảy gây").split())

_Pair = tuple[str, str]
_State = frozenset[str]


def denials_hold(said: Sequence[Token], quotes: Sequence[Sequence[Token]]) -> bool:
    """Whether each pair of words in `said` that a quote has stands there under the same denials; linear.

    A denial of `said` must also stand before the same word in a quote.
    """
    known: dict[_Pair, set[_State]] = defaultdict(set)
    denied: set[_Pair] = set()
    for quote in quotes:
        for pair, state in _pairs(quote):
            known[pair].add(state)
        denied |= set(_denied(quote))
    if any(pair not in denied for pair in _denied(said)):
        return False
    return all(pair not in known or state in known[pair] for pair, state in _pairs(said))


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[_Pair, _State]]:
    """Neighbouring words, glue and denials left out, with the denials over the second of them."""
    narrow: set[str] = set()
    wide: set[str] = set()
    piece = clause = -1
    last = ""
    for position, token in enumerate(tokens):
        if token.clause != clause:
            clause, last = token.clause, ""
            wide.clear()
        if token.piece != piece:
            piece = token.piece
            narrow.clear()
        if token.text in DENIALS:
            (wide if is_wide(tokens, position) else narrow).add(token.text)
        elif token.text not in GLUE:
            if last:
                yield (last, token.text), frozenset(narrow | wide)
            last = token.text


def is_wide(tokens: Sequence[Token], position: int) -> bool:
    """Whether the denial at a position holds for the whole clause, over its commas."""
    follows = tokens[position + 1].text if position + 1 < len(tokens) else ""
    return tokens[position].text in _WIDE or follows in _WIDE_WITH


def _denied(tokens: Sequence[Token]) -> Iterator[_Pair]:
    """Each denial with the next word that is not glue."""
    waiting: list[str] = []
    for token in tokens:
        if token.text in DENIALS:
            waiting.append(token.text)
        elif token.text not in GLUE:
            yield from ((denial, token.text) for denial in waiting)
            waiting = []
    yield from ((denial, "") for denial in waiting)
