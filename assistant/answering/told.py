"""What a question asks of a document as such: its number, date, issuer, subject, signer or addressees."""

from __future__ import annotations

import re
from enum import StrEnum

from assistant.answering.named_numbers import ANY_KIND, bare
from corpus.folding import folded


class Told(StrEnum):
    """What can be told of a document without reading it; `CITED_BY` is where it is cited."""

    NUMBER = "number"
    DATE = "date"
    ISSUER = "issuer"
    SUBJECT = "subject"
    SIGNER = "signer"
    ADDRESSEES = "addressees"
    CITED_BY = "cited by"


_WHEN = (
    r"(?:(?:vao |tu |hoi |luc |ngay |nam )*(?:ngay|hoi|hom|nam|thang|luc) (?:nao|may|thang nam nao|thang nao)|"
    r"(?:tu |vao )?(?:khi nao|bao gio|luc nao))"
)
_ISSUED = r"(?:duoc )?(?:ban hanh|ky|ra|ra doi|de|co|thong qua)"
_YES_NO = r"\b(?:phai|dung|chinh xac)(?: la)? (?:khong|ko|k|chua|hong|hem|hok)\b|\bco phai\b"
_BODY = r"(?:co quan|cap uy|cap|don vi|ban|ben|noi|to chuc|uy ban|bo)"
# Each way of asking, in bare words.
_CUES = {
    Told.NUMBER: r"\bso (?:may|hieu|bao nhieu|nao)\b|\bmang so\b|\bla so\b|\bdanh so\b|\bxin so\b",
    Told.DATE: rf"\b{_ISSUED} {_WHEN}|\b(?:bao gio|khi nao|ngay nao) (?:ban hanh|ra|ky)\b|\bngay ban hanh\b|"
    rf"\bngay thang nam nao\b|\bngay, thang, nam nao\b|\bban hanh (?:ngay|khi|bao gio)\b",
    Told.ISSUER: rf"\b(?:ai|{_BODY} nao) (?:ban hanh|bh|ra)\b|\bcua (?:nhung )?(?:ai|{_BODY} nao)\b|"
    rf"\bdo (?:ai|{_BODY} nao)\b(?=.*\b(?:ban hanh|ra)\b)",
    Told.SUBJECT: r"\b(?:noi|ban|quy dinh|neu|lo|viet)? ?(?:ve|vu|chuyen|cai|viec|van de)"
    r"(?: (?:cai|viec|van de|chuyen|noi dung|vd|vu))? (?:gi|chi|j|nao)\b|\bnoi (?:gi|j)\b|\bban cai (?:gi|j)\b|"
    r"\bla (?:cai )?(?:gi|j)\b",
    Told.SIGNER: r"\bai (?:la nguoi )?(?:da )?ky\b(?! ket)|\bnguoi ky\b|\bky ten\b|\bdo ai ky\b|"
    r"\bky (?:phai|dung) (?:khong|ko|k)\b|\bgiu chuc\b|\bchuc(?: vu)? (?:gi|j)\b",
    Told.ADDRESSEES: r"\bnoi nhan\b|"
    r"\bgui (?:cho |den |toi |ve )?(?:nhung )?(?:ai|dau|noi nao|cho nao|(?:co quan|don vi) nao)\b",
    Told.CITED_BY: r"\b(?:nhac|dan|vien dan|trich|trich dan|dan chieu|van dung|ap dung|co mat|nam trong|co trong|"
    r"co o|dan ra|nhac den|nhac toi)\b",
}
_DATE_ALONE = re.compile(rf"\b{_WHEN}|\b(?:ngay|thang|nam) (?:nao|may)\b")
_DATE_NAMED = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\bnam \d{4}\b|\bngay \d{1,2}\b")
_NUMBER_NAMED = re.compile(r"\bso (?:la )?\d+(?![\d/]*\d{4})")
_CITING = re.compile(
    rf"\b(?:{ANY_KIND}|noi|don vi|dia phuong|cap uy|cho) (?:cua noi )?(?:nao|gi)\b|\bo dau\b|\bmay (?:van ban|vb)\b"
)
_DATE_WRITTEN = re.compile(r"\b(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\bnăm \d{4}\b")
_FOR_YES_NO = re.compile(_YES_NO)
_ASKING = {told: re.compile(cue) for told, cue in _CUES.items()}


def confirms_a_date(asking: str) -> bool:
    """Whether a question names a date or year and asks whether it is right."""
    line = bare(asking)
    return _FOR_YES_NO.search(line) is not None and _DATE_NAMED.search(line) is not None


def other_dates(asking: str, iso: str) -> list[str]:
    """The dates and years that a question asks to confirm and that are not this one (ISO 8601), as written."""
    if not confirms_a_date(asking):
        return []
    year, month, day = (int(part) for part in iso.split("-"))
    written = [match[0] for match in _DATE_WRITTEN.finditer(folded(asking))]
    return [each for each in written if [int(n) for n in re.findall(r"\d+", each)] not in ([day, month, year], [year])]


def asked_of_a_document(asking: str, *, cited: bool) -> frozenset[Told]:
    """What a question asks of a document; of one that is `cited`, a bare "ngày nào" asks for its date."""
    line = bare(asking)
    found = {told for told, cue in _ASKING.items() if cue.search(line)}
    if cited and _DATE_ALONE.search(line):
        found.add(Told.DATE)
    if _FOR_YES_NO.search(line):
        found |= {Told.DATE} if _DATE_NAMED.search(line) else set()
        found |= {Told.NUMBER} if _NUMBER_NAMED.search(line) else set()
    if Told.CITED_BY in found and not _CITING.search(line):
        found.discard(Told.CITED_BY)
    return frozenset(found)
