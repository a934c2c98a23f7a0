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

_REACH = 3  # words of a grade right before "trở lên"

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
    """Neighbouring words, glue and denials left out, with what holds over the second of them.

    That is the denials before it in its piece, whether one stands right before it, and a "trở lên" soon after it.
    The last word of a piece is paired with its end.
    """
    narrow: set[str] = set()
    wide: set[str] = set()
    here: set[str] = set()
    last = ""
    for position, token in enumerate(tokens):
        before = tokens[position - 1] if position else token
        if token.piece != before.piece:
            if last:
                yield (last, ""), frozenset(narrow | wide | here)
            narrow.clear()
            here.clear()
        if token.clause != before.clause:
            last = ""
            wide.clear()
        if token.text in DENIALS:
            (wide if is_wide(tokens, position) else narrow).add(token.text)
            here.add(f"right before: {token.text}")
        elif token.text not in GLUE:
            if last:
                yield (last, token.text), frozenset(narrow | wide | here | _upward(tokens, position))
            last = token.text
            here.clear()
    if last:
        yield (last, ""), frozenset(narrow | wide | here)


def _upward(tokens: Sequence[Token], position: int) -> _State:
    """ "trở lên" after a grade ("hoàn thành tốt nhiệm vụ trở lên"); after a figure it is that figure's comparator."""
    for at in range(position + 1, min(len(tokens) - 1, position + 1 + _REACH)):
        if tokens[at].piece != tokens[position].piece:
            break
        if tokens[at].text == "trở":
            beside = tokens[max(0, at - _REACH - 1) : at]
            return frozenset() if any(token.figure for token in beside) else frozenset({f"trở {tokens[at + 1].text}"})
    return frozenset()


def is_wide(tokens: Sequence[Token], position: int) -> bool:
    """Whether the denial at a position holds for the whole clause, over its commas."""
    follows = tokens[position + 1].text if position + 1 < len(tokens) else ""
    return tokens[position].text in _WIDE or follows in _WIDE_WITH


def _denied(tokens: Sequence[Token]) -> Iterator[_Pair]:
    """Each denial with the next word that is not glue."""
    waiting: list[str] = []
    for token in tokens:
        if token.text in DENIALS:
            yield from ((denial, token.text) for denial in waiting)
            waiting.append(token.text)
        elif token.text not in GLUE:
            yield from ((denial, token.text) for denial in waiting)
            waiting = []
    yield from ((denial, "") for denial in waiting)
