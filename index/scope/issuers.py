"""Bodies that a question takes for the issuer of a document and that no document is from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from corpus.folding import words
from corpus.records import Document
from index.scope.naming import Named
from index.scope.records import Token
from index.scope.units import unit_before

# All without diacritics and without "các": "Khối cơ quan tỉnh" is "Khối các cơ quan tỉnh".
# What Party committees are of besides provinces, districts and communes.
_OF = (
    "doanh nghiep|co quan|dan chinh dang|truong|dai hoc|quan su|cong an|bo doi bien phong|bien phong|uy ban nhan dan|"
    "ubnd|chinh quyen|hoi dong nhan dan|hdnd|so|cuc|benh vien|tap doan|tong cong ty|cong ty|ngan hang|ngoai nuoc|"
    "vien kiem sat|toa an"
)
# Of those, what reads like other words without diacritics: "đảng bộ so với năm trước".
_SPELT = {"so": "sở", "cuc": "cục", "truong": "trường", "cong ty": "công ty"}
_COMMITTEE = re.compile(rf"\bdang (?:uy|bo) (?P<block>khoi )?(?P<of>{_OF})\b")
# Without its committee a "khối" is a body only where its unit follows: "khối doanh nghiệp ngoài nhà nước" is none.
_BLOCK = re.compile(rf"\b(?P<block>khoi )(?P<of>{_OF})(?= (?:tinh|thanh pho|huyen|trung uong)\b)")
_LEVEL = re.compile(r"\b(?:tinh|thanh|huyen|quan|thi) uy\b")
_LEVELS_SPELT = frozenset({"tỉnh", "thành", "huyện", "quận", "thị"})
# Bodies that issue papers of their own beside the Party committee of the same place.
_BESIDE = (
    "hoi dong nhan dan|hdnd|uy ban nhan dan|ubnd|uy ban mat tran to quoc|mat tran to quoc|mttq|cong doan|"
    "lien doan lao dong|hoi nong dan|hoi cuu chien binh|hoi lien hiep phu nu|hoi phu nu|doan thanh nien"
)


class Issuers:
    """Knows which bodies documents are from and speak of; built once for a set of documents."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        kinds = {" ".join(words(document.metadata.kind or "", diacritics=False)) for document in documents} - {""}
        self._beside = re.compile(rf"\b(?P<kind>{'|'.join(sorted(kinds)) or '-'}) (?:cua )?(?P<of>{_BESIDE})\b")

    @cached_property
    def _texts(self) -> dict[str, str]:
        """Issuer and text of each document; read when a question first names what looks like a body."""
        return {
            document.id: _line(words(document.metadata.issuer or "", diacritics=False))
            + _line(words(document.text, diacritics=False))
            for document in self._documents
        }

    def unknown(self, tokens: Sequence[Token], named: Sequence[Named], narrowed: frozenset[str]) -> str | None:
        """A body that none of the documents named, or of all when none is named, is from or speaks of."""
        kept = [token for token in tokens if token.bare != "cac"]
        line = " ".join(token.bare for token in kept)
        for match in self._candidates(line, narrowed):
            first, last = line[: match.start()].count(" "), line[: match.end()].count(" ")
            placed = match.re is not self._beside or _is_placed(tokens, named, kept[last])
            if placed and _is_spelt(kept[first : last + 1], match):
                return " ".join("Khối" if token.bare == "khoi" else token.written for token in kept[first : last + 1])
        return None

    def _candidates(self, line: str, doc_ids: frozenset[str]) -> Iterator[re.Match[str]]:
        """What looks like a body, reading like none that the texts of some documents, or of all, have."""
        for pattern in (_COMMITTEE, _BLOCK):
            for match in pattern.finditer(line):
                of = f"{match['block'] or ''}{match['of']}"
                if not self._have((f"dang uy {of}", f"dang bo {of}", *([of] if match["block"] else ())), doc_ids):
                    yield match
        for match in _LEVEL.finditer(line):
            if not self._have((match[0],)):
                yield match
        for match in self._beside.finditer(line):
            if not self._have((f"{match['kind']} {match['of']}", f"{match['kind']} cua {match['of']}"), doc_ids):
                yield match

    def _have(self, phrases: Sequence[str], doc_ids: frozenset[str] = frozenset()) -> bool:
        """Whether one of the phrases stands in the texts of some documents, or of all."""
        texts = [self._texts[doc_id] for doc_id in doc_ids or self._texts]
        return any(f" {phrase} " in text for text in texts for phrase in phrases)


def _line(listed: Iterable[str]) -> str:
    return f" {' '.join(word for word in listed if word != 'cac')} "


def _is_spelt(tokens: Sequence[Token], match: re.Match[str]) -> bool:
    """Whether marks, where there are any, are those of the body and not of words that read alike."""
    if match.re is _LEVEL:
        return tokens[0].spelt in _LEVELS_SPELT
    spelling = _SPELT.get(match["of"])
    return spelling is None or " ".join(token.spelt for token in tokens).endswith(spelling)


def _is_placed(tokens: Sequence[Token], named: Sequence[Named], last: Token) -> bool:
    """Whether a body ends right before a place of documents, with or without its unit: "của HĐND xã | Nghĩa Hưng"."""
    for each in named:
        unit = unit_before(tokens, each.first)
        opening = each.first if unit is None else unit.first
        if opening and tokens[opening - 1] is last:
            return True
    return False
