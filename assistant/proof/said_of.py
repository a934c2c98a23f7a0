"""What a figure is said of: a text may put it with nothing that a quote does not put it with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.proof.denials import DENIALS
from assistant.proof.figures import Figure, Territories, comparing_words, figures
from assistant.proof.glue import GLUE
from assistant.proof.tokens import Token
from corpus.folding import folded

_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED = frozenset(folded("ngày tháng năm quý khóa thứ điều khoản điểm số").split())


def figures_hold(claim: Sequence[Token], quotes: Sequence[Sequence[Token]]) -> bool:
    """Whether each figure of the claim stands in a quote, compared alike and said of the same, in the same order."""
    places = [_Places(quote) for quote in quotes]
    territories = Territories(claim, within_clause=False)
    last = [0] * len(quotes)
    for figure in figures(claim):
        around = {token.text for token in territories.around(figure)} - GLUE - comparing_words()
        own = _denials(territories.own(figure))
        if not around - {figure.text}:
            return False  # a figure of nothing
        for at, place in enumerate(places):
            position = place.find(figure, _number_word(claim, figure), around, own, last[at])
            if position is not None:
                last[at] = position
                break
        else:
            return False
    return True


class _Places:
    """The figures of a quote, by their text, with what each is said of."""

    def __init__(self, quote: Sequence[Token]) -> None:
        self._quote = quote
        self._figures: dict[str, list[tuple[Figure, set[str], frozenset[str]]]] = {}
        territories = Territories(quote, within_clause=True)
        for figure in figures(quote):
            around = {token.text for token in territories.around(figure)}
            self._figures.setdefault(figure.text, []).append((figure, around, _denials(territories.own(figure))))

    def find(
        self, said: Figure, number_word: str, around: set[str], denials: frozenset[str], not_before: int
    ) -> int | None:
        """Where the quote has the figure in the same sense, at or after a position."""
        for figure, known, denied in self._figures.get(said.text, ()):
            if (
                figure.position >= not_before
                and (figure.sign, denied) == (said.sign, denials)
                and (figure.unit == said.unit or bool(_YEAR.fullmatch(said.text)))
                and _number_word(self._quote, figure) == number_word
                and around <= known
            ):
                return figure.position
        return None


def _denials(tokens: Sequence[Token]) -> frozenset[str]:
    """Denials that are no part of a comparator, which `Figure.sign` holds."""
    return frozenset(token.text for token in tokens) & DENIALS - comparing_words()


def _number_word(tokens: Sequence[Token], figure: Figure) -> str:
    """ "tháng" of "tháng 11": what kind of number it is; "" for a count or a share."""
    before = tokens[figure.position - 1].text if figure.position else ""
    return before if before in _NUMBERED else ""
