"""The words of a question that tell what it is about, and how much each tells."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from corpus.folding import words
from index.chunking import context
from index.records import Passage

# Words that ask, point or join, bare of diacritics: they say nothing of the subject.
FUNCTION_WORDS = frozenset(
    [
        "a",
        "ai",
        "ah",
        "anh",
        "ban",
        "bao",
        "bi",
        "boi",
        "bn",
        "cac",
        "cach",
        "cai",
        "can",
        "chang",
        "chi",
        "chinh",
        "cho",
        "chu",
        "chua",
        "co",
        "con",
        "cua",
        "cung",
        "cu",
        "da",
        "dau",
        "day",
        "de",
        "den",
        "deu",
        "di",
        "do",
        "doi",
        "duoc",
        "dc",
        "em",
        "gi",
        "gio",
        "ha",
        "hay",
        "hoac",
        "hoi",
        "j",
        "khi",
        "khong",
        "ko",
        "k",
        "la",
        "lai",
        "lam",
        "len",
        "luc",
        "luon",
        "ma",
        "may",
        "minh",
        "moi",
        "mot",
        "muon",
        "nao",
        "nay",
        "neu",
        "nen",
        "ngay",
        "nhe",
        "nhi",
        "nhieu",
        "nhu",
        "nhung",
        "noi",
        "ntn",
        "o",
        "oi",
        "phai",
        "qua",
        "ra",
        "rang",
        "rat",
        "rieng",
        "roi",
        "sao",
        "se",
        "so",
        "sau",
        "tai",
        "the",
        "thi",
        "theo",
        "thu",
        "toi",
        "trong",
        "tu",
        "tung",
        "u",
        "va",
        "vao",
        "vay",
        "ve",
        "vi",
        "viec",
        "voi",
        "vs",
        "xem",
        "xin",
    ]
)


@lru_cache(maxsize=16384)
def terms(text: str) -> frozenset[str]:
    """The bare words of a text, those without a subject left out, and the pairs of neighbours among all of them."""
    listed = words(text, diacritics=False)
    pairs = {f"{a} {b}" for a, b in pairwise(listed) if not {a, b} <= FUNCTION_WORDS}
    return frozenset(word for word in listed if word not in FUNCTION_WORDS) | pairs


class Rarity:
    """How much a term tells: its inverse document frequency over the passages, bare of diacritics."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        counts: Counter[str] = Counter()
        for passage in passages:
            counts.update(set(words(context(passage), diacritics=False)))
        self._weights = {word: math.log(1 + len(passages) / count) for word, count in counts.items()}
        self._unseen = math.log(1 + len(passages))

    def of(self, term: str) -> float:
        """The weight of a word; of a pair of words half the mean of theirs, for its words count by themselves too."""
        pieces = term.split()
        weight = sum(self._weights.get(piece, self._unseen) for piece in pieces) / len(pieces)
        return weight if len(pieces) == 1 else weight / 2

    def total(self, listed: Iterable[str]) -> float:
        """The weight of several terms together, the same to the last bit in whatever order they come."""
        return math.fsum(self.of(term) for term in listed)
