"""The cited documents that a question names by number, or the one that it asks for beside such a number."""

from __future__ import annotations

import re

from assistant.answering import named_numbers
from assistant.answering.finding import Finding
from assistant.answering.mentions import is_of, of_issuer, taken_up
from assistant.answering.named_numbers import ANY_KIND, KINDS, NamedNumber, bare
from corpus.facts.records import Mention
from corpus.folding import words

SOUGHT = re.compile(rf"\b({ANY_KIND})(?: (?!nay\b|nao\b|do\b)\w+){{0,3}}? (?:nao|may|gi|so may|so hieu|so bao nhieu)\b")
"""What is asked for, in a bare question: "nghị quyết nào", "quyết định cấp tỉnh nào", "quy định số mấy"."""
_GOVERNS = re.compile(
    rf"\b(?:theo|can cu|dua (?:vao|tren)|bam sat|vin vao|thuc hien|trien khai|cu the hoa|noi tiep)"
    rf"(?: vao| theo)? (?:nhung |cac )?(?:{ANY_KIND}) (?:nao|may|so may)\b"
)
# Fewer words than these name nothing certain ("Hiến pháp" is one document, "Luật" is not).
_SHORTEST_NAME = 2


def by_number(finding: Finding) -> list[Mention]:
    """The mentions of the documents whose numbers a question names, or of those that take them up if it asks so."""
    numbers = numbers_of_others(finding)
    here = [m for m in finding.facts.mentions if m.doc_id in finding.searched]
    named = [m for m in here if any(number.fits(m) for number in numbers)]
    if not named:
        return []
    kinds = _kinds_sought(finding, numbers)
    later = [m for m in here if is_of(m, kinds) and any(number.stands_in(taken_up(m)) for number in numbers)]
    return later or of_issuer(named, bare(finding.question.text))


def by_name(finding: Finding) -> list[Mention]:
    """The mentions of the sources without a number whose whole name stands in a question ("Điều lệ Đảng")."""
    line = f" {' '.join(words(finding.question.text, diacritics=False))} "
    here = (m for m in finding.facts.mentions if m.number is None and m.doc_id in finding.searched)
    named = ((" ".join(words(m.name or "", diacritics=False)), m) for m in here)
    return [m for name, m in named if name.count(" ") + 1 >= _SHORTEST_NAME and f" {name} " in line]


def numbers_of_others(finding: Finding) -> list[NamedNumber]:
    """The numbers in a question that none of the documents here bears itself."""
    own = [document.metadata for document in finding.documents.values()]
    return [n for n in named_numbers.named(finding.question) if not any(n.is_borne_by(known) for known in own)]


def is_sought(finding: Finding) -> bool:
    """Whether the document that something follows from is asked for, whatever else the question says."""
    return _GOVERNS.search(bare(finding.question.asking)) is not None


def asks_for_a_source(finding: Finding) -> bool:
    """Whether a question asks which document, of some kind."""
    return SOUGHT.search(bare(finding.question.asking)) is not None


def _kinds_sought(finding: Finding, numbers: list[NamedNumber]) -> frozenset[str]:
    """The kinds of the document that is asked for besides those named; empty when they are what is asked about."""
    line = bare(finding.question.asking)
    starts = {number.start for number in numbers}
    found = next((match[1] for match in SOUGHT.finditer(line) if match.start() not in starts), None)
    return frozenset() if found is None else frozenset(KINDS[found].split("|"))
