"""The documents that a question names by number, however it is typed ("QĐ 217", "kl 01", "213 là quy định")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.resolve import Resolved
from corpus.facts.records import Mention
from corpus.folding import folded_line
from corpus.records import Metadata

# What each word or abbreviation can stand for, all bare: "QĐ" stands for both, and people do not tell them apart.
KINDS = {
    "nghi quyet": "nghi quyet", "nq": "nghi quyet", "chi thi": "chi thi", "ct": "chi thi|chuong trinh",
    "quyet dinh": "quyet dinh|quy dinh", "quy dinh": "quyet dinh|quy dinh", "qui dinh": "quyet dinh|quy dinh",
    "qd": "quyet dinh|quy dinh", "ket luan": "ket luan", "kl": "ket luan", "nghi dinh": "nghi dinh", "nd": "nghi dinh",
    "ke hoach": "ke hoach", "kh": "ke hoach", "huong dan": "huong dan", "hd": "huong dan", "quy che": "quy che",
    "qui che": "quy che", "qc": "quy che", "luat": "luat|bo luat", "chuong trinh hanh dong": "chuong trinh",
    "chuong trinh": "chuong trinh", "ctr": "chuong trinh", "cthd": "chuong trinh", "thong tu": "thong tu",
    "thong bao": "thong bao", "tb": "thong bao", "van ban": "", "vb": "",
}  # fmt: skip
ANY_KIND = "|".join(sorted(KINDS, key=len, reverse=True))
_NUMBER = r"\d+(?:[./]\d+)*"
_SIGN = r"(?:\s?[-/]\s?[a-z][a-z/-]*[a-z])"
# A year or a count of something is no number of a document ("kế hoạch 5 năm", "quy định 19 điều").
_NO_NUMBER = r"(?!\s*%|[.,]?\d|\s*-\s*\d|\s+(?:nam(?! \d)|thang|dieu|nguoi|lan|muc|phan|dang vien|chi bo)\b)"
_NAMED = re.compile(rf"\b({ANY_KIND})\s+(?:so\s+)?(?!(?:19|20)\d\d\b(?![/-]))({_NUMBER})({_SIGN})?{_NO_NUMBER}")
_ALSO = re.compile(rf"(?:,| va| voi| hay) (?:so )?(?!(?:19|20)\d\d\b(?![/-]))({_NUMBER})({_SIGN})?{_NO_NUMBER}")
_TURNED = re.compile(rf"\b({_NUMBER})({_SIGN})? la ({ANY_KIND})\b(?! (?:so|may|bao nhieu))")
_SIGNED = re.compile(rf"(?<![\w/.-])({_NUMBER})({_SIGN})(?![\w])")


@dataclass(frozen=True, slots=True)
class NamedNumber:
    """A number in a question: the kinds that its document may be of (bare; empty for any), and as it is written.

    `rest` is what follows the ordinal ("/qd/tw"), "" where only the ordinal is given; `start` and `end` are where
    kind and number stand in the bare text.
    """

    kinds: frozenset[str]
    ordinal: str
    rest: str
    start: int
    end: int

    def fits(self, mention: Mention) -> bool:
        """Whether a mention is of the document named."""
        number = _plain(mention.number or "")
        wanted = f"{self.ordinal}{self.rest}"
        if not (number == wanted or number.startswith(f"{wanted}/")):
            return False
        kind = bare(mention.kind or "")
        return not self.kinds or not kind or any(kind.startswith(each) for each in self.kinds)

    def is_borne_by(self, known: Metadata) -> bool:
        """Whether a document here is the one named."""
        own = re.match(r"0*(\d+(?:\.\d+)*)", known.number or "")
        return own is not None and own[1] == self.ordinal and (not self.kinds or bare(known.kind or "") in self.kinds)

    def stands_in(self, text: str) -> bool:
        """Whether a text cites the document named by this very number."""
        return any(
            other.ordinal == self.ordinal and (not self.rest or not other.rest or other.rest == self.rest)
            for other in read(text)
        )


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """The text folded, without diacritics, in one line."""
    return folded_line(text, diacritics=False)


def read(text: str) -> list[NamedNumber]:
    """The documents that a text names by number, in reading order."""
    line = bare(text)
    found = [number for m in _NAMED.finditer(line) for number in (_named(m[1], m[2], m[3], m), *_beside(m, line))]
    found += [_named(m[3], m[1], m[2], m) for m in _TURNED.finditer(line)]
    signed = [_named("van ban", m[1], m[2], m) for m in _SIGNED.finditer(line)]
    found += [s for s in signed if not any(f.start <= s.start < f.end for f in found)]
    return sorted(found, key=lambda number: number.start)


def named(question: Resolved) -> list[NamedNumber]:
    """The documents that a question names, as resolved; as typed where an abbreviation was taken for another word."""
    found = read(question.text)
    known = {number.ordinal for number in found}
    return [*found, *(number for number in read(question.original) if number.ordinal not in known)]


def _named(kind: str, ordinal: str, rest: str | None, match: re.Match[str]) -> NamedNumber:
    kinds = frozenset(filter(None, KINDS[kind].split("|")))
    return NamedNumber(kinds, _plain(ordinal), _plain(rest or ""), match.start(), match.end())


def _beside(first: re.Match[str], line: str) -> Iterator[NamedNumber]:
    """The numbers that share the kind of the first: "Quyết định 217 và 218"."""
    last = first
    while (following := _ALSO.match(line, last.end())) is not None:
        yield _named(first[1], following[1], following[2], following)
        last = following


def _plain(number: str) -> str:
    return re.sub(r"\s", "", bare(number)).replace("-", "/").lstrip("0")
