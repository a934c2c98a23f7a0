"""Figures: which stand in a text, what compares them, and what they are said of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.proof.glue import GLUE
from assistant.proof.tokens import Token
from corpus.folding import folded

# Phrases before a figure by what they say of it; the same sign means the same.
_BEFORE = {
    ">": "trên|hơn|vượt|vượt quá|quá|cao hơn|lớn hơn|nhiều hơn",
    ">=": "ít nhất|tối thiểu|thấp nhất|không dưới|không ít hơn|không thấp hơn|không kém",
    "<": "dưới|thấp hơn|nhỏ hơn|ít hơn|chưa đến|chưa tới|chưa đầy|kém|không đến|không tới|chưa quá",
    "<=": "không quá|không vượt|không vượt quá|không trên|không hơn|không cao hơn|tối đa|nhiều nhất|cao nhất",
    "~": "khoảng|gần|xấp xỉ|chừng|độ|ước|bình quân|trung bình",
    "from": "từ|kể từ|bắt đầu từ",
    "to": "đến|tới",
    "by": "chậm nhất|muộn nhất|trước|xong trước|chậm nhất là|không sau",
    "after": "sau|sớm nhất|không trước",
    "past": "hết|đến hết|đến cuối|cuối",
    "early": "đầu|giữa",
    "up": "tăng|thêm|lên|tăng thêm|tăng lên",
    "down": "giảm|xuống|xuống còn|giảm còn|còn",
    "only": "chỉ|đúng|duy nhất",
    "not": "không|chưa|không phải|không đạt|chưa đạt",
    "times": "gấp|gấp đôi",
}
_AFTER = {
    ">=": ("trở lên", "hoặc cao hơn", "hoặc hơn", "đổ lên"),
    "<=": ("trở xuống", "trở lại", "hoặc thấp hơn", "đổ lại"),
    "by": ("trở về trước",),
    "after": ("trở đi", "trở về sau"),
}
# Words of an opening that says when, for all figures of its clause ("Hằng năm, …").
_WHEN = frozenset(folded("hằng hàng mỗi năm tháng quý định kỳ phấn đấu").split())
# Words between a comparator and its figure ("không quá mức 3%", "trước ngày 30/6"); at most two are stepped over.
_BETWEEN = frozenset(folded("đạt là mức có ngày tháng năm số được tỷ lệ quý").split())
_STEPS = 2
# Words of the piece after a figure in which "trở lên" still belongs to it ("từ 50 đảng viên mới trở lên").
_REACH = 8
_LONGEST = 4

# Number words; one alone may be something else ("năm" is a year), two in a row or before "phần trăm" are a number.
_NUMBER_WORDS = frozenset(
    folded("một hai ba bốn năm sáu bảy tám chín mười mươi mốt lăm trăm nghìn ngàn triệu rưỡi linh lẻ").split()
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text: `sign` says how it is compared, "" for not at all; `unit` is the word right after it.

    `comparing` are the positions of the words that compare it.
    """

    position: int
    text: str
    sign: str
    unit: str
    comparing: tuple[int, ...]


def figures(tokens: Sequence[Token]) -> tuple[Figure, ...]:
    """The figures of a text in order."""
    return tuple(_figure(tokens, position) for position, token in enumerate(tokens) if token.figure)


def _figure(tokens: Sequence[Token], position: int) -> Figure:
    before, after = _before(tokens, position), _after(tokens, position)
    signs = {sign for sign, _, _ in (*before, *after)}
    # "từ 3% trở lên" and "3% trở lên" say the same; "từ 15-20%" says no more than "15-20%".
    if after or "-" in tokens[position].text:
        signs.discard("from")
    comparing = tuple(at for _, start, end in (*before, *after) for at in range(start, end))
    return Figure(position, tokens[position].text, " ".join(sorted(signs)), _unit(tokens, position), comparing)


def _before(tokens: Sequence[Token], position: int) -> list[tuple[str, int, int]]:
    """The signs of all comparators that stand before a figure in its clause, each with its start and end."""
    found: list[tuple[str, int, int]] = []
    at, steps = position, 0
    while at > 0 and tokens[at - 1].clause == tokens[position].clause:
        size, sign = _phrase_before(tokens, at)
        if size:
            found.append((sign, at - size, at))
            at -= size
        elif tokens[at - 1].text in _BETWEEN and steps < _STEPS:
            at, steps = at - 1, steps + 1
        else:
            break
    return found


def _phrase_before(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    for size in range(min(_LONGEST, at), 0, -1):
        sign = _signs_before().get(tuple(token.text for token in tokens[at - size : at]))
        if sign:
            return size, sign
    return 0, ""


def _after(tokens: Sequence[Token], position: int) -> list[tuple[str, int, int]]:
    for at in range(position + 1, min(len(tokens), position + 1 + _REACH)):
        if tokens[at].figure or tokens[at].piece != tokens[position].piece:
            break
        for sign, phrases in _signs_after():
            for words in phrases:
                if tuple(token.text for token in tokens[at : at + len(words)]) == words:
                    return [(sign, at, at + len(words))]
    return []


@cache
def _signs_before() -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): sign for sign, phrases in _BEFORE.items() for phrase in folded(phrases).split("|")}


@cache
def _signs_after() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    return tuple((sign, tuple(tuple(folded(phrase).split()) for phrase in phrases)) for sign, phrases in _AFTER.items())


@cache
def comparing_words() -> frozenset[str]:
    """Every word that some comparator is made of."""
    before = {word for phrase in _signs_before() for word in phrase}
    return frozenset(before | {word for _, phrases in _signs_after() for phrase in phrases for word in phrase})


def _unit(tokens: Sequence[Token], position: int) -> str:
    """The word that a bare number counts; a share, a date or a document number carries its own."""
    follows = position + 1
    if not tokens[position].text.replace(",", "").replace(".", "").replace("-", "").isdigit():
        return ""
    if follows == len(tokens) or tokens[follows].piece != tokens[position].piece or tokens[follows].text in GLUE:
        return ""
    return tokens[follows].text


def number_runs(tokens: Sequence[Token]) -> Iterator[tuple[str, ...]]:
    """Numbers written in words: "ba mươi", "mười phần trăm"."""
    run: list[str] = []
    for position, token in enumerate((*tokens, None)):
        if token is not None and token.text in _NUMBER_WORDS:
            run.append(token.text)
            continue
        share = [each.text for each in tokens[position : position + 2]] == ["phần", "trăm"]
        if run and share:
            yield (*run, "phần")
        elif len(run) > 1:
            yield tuple(run)
        run = []


class Territories:
    """What each figure of a text is said of: the words of its piece, and of the pieces beside it without a figure.

    In "Hằng năm, tỷ lệ A từ 90% trở lên, B dưới 0,4%" that is the first two pieces for 90%, the last for 0,4%.
    """

    def __init__(self, tokens: Sequence[Token], *, within_clause: bool) -> None:
        """Of a text; with `within_clause` a territory ends with its clause."""
        self._tokens = tokens
        self._pieces: dict[int, list[int]] = defaultdict(list)
        for position, token in enumerate(tokens):
            self._pieces[token.piece].append(position)
        self._order = list(self._pieces)
        self._rank = {piece: rank for rank, piece in enumerate(self._order)}
        self._within = within_clause

    def own(self, figure: Figure) -> list[Token]:
        """The tokens of the figure's piece."""
        return self._piece(self._rank[self._tokens[figure.position].piece])

    def around(self, figure: Figure) -> list[Token]:
        """The tokens of its whole territory."""
        rank = self._rank[self._tokens[figure.position].piece]
        ranks = {rank, *self._walk(rank, -1), *self._walk(rank, 1), *self._opening(rank)}
        return [token for each in ranks for token in self._piece(each)]

    def _opening(self, rank: int) -> Iterator[int]:
        """The piece that opens the clause, where it says no more than when: it holds for all of the clause."""
        clause = self._piece(rank)[0].clause
        while rank and self._piece(rank - 1)[0].clause == clause:
            rank -= 1
        if all(token.text in _WHEN for token in self._piece(rank)):
            yield rank

    def _piece(self, rank: int) -> list[Token]:
        return [self._tokens[position] for position in self._pieces[self._order[rank]]]

    def _walk(self, rank: int, step: int) -> Iterator[int]:
        clause = self._piece(rank)[0].clause
        at = rank + step
        while 0 <= at < len(self._order):
            held = self._piece(at)
            if any(token.figure for token in held) or (self._within and held[0].clause != clause):
                return
            yield at
            at += step
