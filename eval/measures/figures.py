"""Whether the figures are right to the digit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eval.measures.answers import plain

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*(?:\s?%)?")


def figures(text: str) -> tuple[str, ...]:
    """The figures of a text in order, without inner space: "trên 95 % của 1.200" gives "95%" and "1.200".

    Thousands and decimals are left as written, for a figure is compared as its document writes it.
    """
    return tuple(match.group().replace(" ", "") for match in _FIGURE.finditer(plain(text)))


def figure_accuracy(keys: Sequence[str], answer: str) -> float | None:
    """1 where every figure of the answer keys stands as a whole figure in the answer; None where no key has one."""
    wanted = {figure for key in keys for figure in figures(key)}
    if not wanted:
        return None
    return float(wanted <= set(figures(answer)))
