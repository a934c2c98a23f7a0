"""A document's own number, date and signer, read from its frame."""

from __future__ import annotations

import re

from assistant.answering.finding import Finding, sentences
from assistant.answering.source import names_a_number
from assistant.statements import Draft, Evidence
from corpus.folding import fold, folded
from corpus.records import BlockKind, Document, Metadata, Span
from corpus.sentences import trim

_ASKS_NUMBER = re.compile(r"\b(so may|so hieu|so bao nhieu|mang so|la so|so \d+ phai khong)\b")
_ASKS_DATE = re.compile(
    r"\b((ban hanh|ky|ra|ra doi)( vao| tu)? (ngay|nam|thang|khi|luc|hoi) (nao|may)|"
    r"ban hanh (khi|bao gio)|ngay ban hanh|"
    r"ban hanh bao gio|ngay thang nam nao|ky ngay nao|"
    r"bao gio (ban hanh|ra|ky))\b"
)
_ASKS_SIGNER = re.compile(r"\b(ai (la nguoi )?ky|nguoi ky|ky ten|do ai ky)\b")
_OF_A_DOCUMENT = re.compile(r"\b(nghi quyet|ke hoach|ket luan|chi thi|quyet dinh|van ban|huong dan|chuong trinh)\b")
_WHICH = re.compile(r"\b(nghi quyet|ke hoach|ket luan|chi thi|quyet dinh|van ban|huong dan|chuong trinh) nao\b")
_FRAME = frozenset({BlockKind.TITLE, BlockKind.SIGNATURE})


def is_asked(finding: Finding) -> bool:
    """Whether one document's own number, date or signer is asked for, and not those of a document it cites."""
    bare = _bare(finding)
    about_one = len(finding.doc_ids) == 1 and _OF_A_DOCUMENT.search(bare) is not None
    asks = _ASKS_NUMBER.search(bare) or _ASKS_DATE.search(bare) or _ASKS_SIGNER.search(bare)
    return about_one and asks is not None and not _cites_another(finding) and not _WHICH.search(bare)


def answer(finding: Finding) -> Draft:
    """The blocks of the frame that say it; empty when the text does not."""
    document = finding.documents[next(iter(finding.doc_ids))]
    bare, known = _bare(finding), document.metadata
    pieces: list[Evidence] = []
    if _ASKS_NUMBER.search(bare):
        pieces += _line_holding(document, _ordinal(known))
    if _ASKS_DATE.search(bare):
        pieces += _dated(document, known)
    if _ASKS_SIGNER.search(bare) and known.signer is not None:
        pieces += _holding(document, re.escape(folded(known.signer)))
    return sentences(pieces, finding.documents)


def _bare(finding: Finding) -> str:
    return " ".join(folded(finding.question.text, diacritics=False).split())


def _cites_another(finding: Finding) -> bool:
    """Whether the question names a number that is not the document's own."""
    document = finding.documents[next(iter(finding.doc_ids))]
    own = re.match(r"0*(\d+)", document.metadata.number or "")
    named = {number.lstrip("0") for number in re.findall(r"\d+", finding.question.topic)}
    return names_a_number(finding.question.topic) and (own is None or own[1] not in named)


def _ordinal(known: Metadata) -> str | None:
    ordinal = re.match(r"0*(\d+)", known.number or "")
    return None if ordinal is None else rf"\bsố\s*:?\s*0*{ordinal[1]}\s*[-/]"


def _dated(document: Document, known: Metadata) -> list[Evidence]:
    if known.date is None:
        return []
    year, month, day = known.date.split("-")
    words = rf"ngày\s+0?{int(day)}\s+tháng\s+0?{int(month)}\s+năm\s+{year}|\b0?{int(day)}/0?{int(month)}/{year}"
    return _line_holding(document, words)


def _holding(document: Document, pattern: str | None) -> list[Evidence]:
    """The first block of the frame in which a folded pattern stands."""
    for block in document.structure.blocks if pattern is not None else ():
        if block.kind in _FRAME and re.search(pattern or "", fold(block.span.of(document.text)).text):
            return [Evidence(document.id, trim(document.text, Span(block.span.start, block.span.end)))]
    return []


def _line_holding(document: Document, pattern: str | None) -> list[Evidence]:
    """The line of that block by which the pattern is proven; a letterhead has lines that say something else."""
    for piece in _holding(document, pattern):
        start = piece.span.start
        for line in piece.span.of(document.text).splitlines(keepends=True):
            if re.search(pattern or "", fold(line).text):
                return [Evidence(document.id, trim(document.text, Span(start, start + len(line))))]
            start += len(line)
        return [piece]
    return []
