"""Whose target it is and what is measured: the words around a value."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.facts.bodies import read_bodies
from corpus.facts.indicators import canonical_names, deadline_name, split_predicate
from corpus.facts.periods import first_when
from corpus.facts.records import Measure
from corpus.facts.values import Value

AIM_LEAD = re.compile(
    r"^(?:(?:(?:Ph[ấầ]n đ[ấầ]u|ph[ấầ]n đ[ấầ]u|Hằng năm|hằng năm|Hàng năm|hàng năm|Đến năm \d{4}|"
    r"đến năm \d{4}|Năm \d{4}|có|Có|đạt|Đạt|duy trì|Duy trì|"
    r"trong đó|Trong đó|đảm bảo|bảo đảm|Bảo đảm|Đảm bảo|tỷ lệ|Tỷ lệ|và)\s*,?\s*)*)"
)
"""Words of aiming and of time that stand before what a clause is about."""
VERB_LEAD = re.compile(
    r"(?:duy trì|bảo đảm|đảm bảo|ph[ấầ]n đ[ấầ]u(?:\s+(?:có|đạt))?|để|đưa|có|cấp|xây dựng|thực hiện)\s*$",
    re.IGNORECASE,
)
"""A verb right before a value whose subject and predicate follow it: "duy trì 100% chi bộ … có cấp ủy"."""
_TRAILING = re.compile(
    r"\s*(?:ph[ấầ]n đ[ấầ]u(?:\s+(?:có|đạt))?|đạt(?:\s+tỷ lệ)?|từ|có|là|ít nhất)?\s*$",
    re.IGNORECASE,
)
_RATING = re.compile(r"(?:\s*,?\s*(?:được|đạt|đánh giá|xếp loại(?:\s+chất lượng)?|xếp|từ))+\s*$")
_ACT = re.compile(
    r"(?:(?:phát triển|tập hợp|thu hút|kết nạp|nâng|giảm|tăng|thực hiện|tổ chức|xây dựng|"
    r"giải quyết)(?![^\W\d_]))",
    re.IGNORECASE,
)
_SENTENCE_CHARS = 3000
_LABEL_CHARS = 80
_ASSIGNED = re.compile(r"(?:Giao|giao)\s+(?:cho\s+)?")
_LABEL = re.compile(r"(?:[Đđ]ối với\s+)?(?P<label>[^:;,]{2,40}):\s*$")


@dataclass(frozen=True, slots=True)
class Description:
    """Subject ("" where the clause has none), indicator, and the indicator's names in one form."""

    subject: str
    indicator: str
    canonical: tuple[str, ...]


def describe(line: str, start: int, end: int, value: Value) -> Description:
    """What the clause `line[start:end]` says is to be reached, and by whom."""
    before = line[start : value.start]
    place = first_when(before, 0, len(before))
    if place and value.measure is not Measure.DEADLINE:
        before = before[: place[0]] + " " + before[place[1] :]
    before = " ".join(before.split()).strip(" ,")
    after = line[value.end : end].strip(' ,"”')
    if value.measure is Measure.SHARE:
        return _share(before, after)
    if value.measure is Measure.GRADE:
        return _grade(before, after, value)
    if value.measure is Measure.DEADLINE:
        return _deadline(before, after)
    return _count(line, start, before, after, value)


def rename(named: Description, value: Value, subject: str) -> Description:
    """The names again, once a subject has been found outside the clause."""
    if not subject or value.measure is not Measure.SHARE:
        return named
    predicate = named.indicator.removeprefix("tỷ lệ ")
    return replace(named, canonical=canonical_names("tỷ lệ", subject, predicate))


def leading_body(line: str, position: int) -> str:
    """The body that the sentence around a position begins with, else the line; "" where there is none."""
    stop = line.rfind(". ", max(0, position - _SENTENCE_CHARS), position)
    sentence = stop + 2 if stop >= 0 else 0
    for start in dict.fromkeys((sentence, 0)):
        assigned = _ASSIGNED.match(line, start)
        begin = assigned.end() if assigned else start
        bodies, end = read_bodies(line, begin, min(len(line), begin + _SENTENCE_CHARS))
        if bodies and end <= position:
            return line[begin:end].strip(" ,")
    return ""


def _share(before: str, after: str) -> Description:
    lead = AIM_LEAD.sub("", before).strip(" ,:")
    held = VERB_LEAD.search(before)
    subject, predicate = split_predicate(after)
    if held and predicate and after:
        owner = AIM_LEAD.sub("", before[: held.start()]).strip(" ,:")
        if held[0].strip().lower() == "có" and owner:
            return Description(owner, f"tỷ lệ {after}", canonical_names("tỷ lệ", owner, after))
        return Description(subject, f"tỷ lệ {predicate}", canonical_names("tỷ lệ", subject, predicate))
    lead = _TRAILING.sub("", lead).strip(" ,:")
    if _CHANGE.match(lead):
        return Description(
            after, f"tỷ lệ {_lower_first(lead)} {after}", canonical_names("tỷ lệ", "", f"{lead} {after}")
        )
    if not lead:
        if not predicate:
            subject, predicate = ("", after) if _RATED.match(after) else (subject, "")
        return Description(subject, f"tỷ lệ {predicate or subject}", canonical_names("tỷ lệ", subject, predicate))
    if after and split_predicate("x " + after)[1] == after:
        return Description(lead, f"tỷ lệ {after}", canonical_names("tỷ lệ", lead, after))
    if _RATED.match(lead) or _ACT.match(lead):
        return Description("", f"tỷ lệ {_lower_first(lead)}", canonical_names("tỷ lệ", "", lead))
    subject, predicate = split_predicate(lead)
    if predicate.startswith("là ") and subject.endswith("đồng thời"):
        further = split_predicate(predicate[3:])
        subject, predicate = f"{subject} là {further[0]}", further[1]
    return Description(subject, f"tỷ lệ {predicate or subject}", canonical_names("tỷ lệ", subject, predicate))


_CHANGE = re.compile(r"(?i:giảm|tăng|nâng|hỗ trợ|bố trí|thu hồi)$")
_RATED = re.compile(r"(?i:hoàn thành|không hoàn thành)")


def _grade(before: str, after: str, value: Value) -> Description:
    ratio = re.match(r"(?:tỷ lệ|Tỷ lệ)\s+", before)
    lead = AIM_LEAD.sub("", before).strip(" ,:")
    bare = _RATING.sub("", lead).strip(" ,:")
    if value.low is not None:
        return Description("", f"số {after}", canonical_names("số", "", after))
    if ratio:
        what, _, whose = bare.partition(" của ")
        return Description(whose, f"tỷ lệ {what}", canonical_names("tỷ lệ", "", what))
    return Description(bare, "mức xếp loại", canonical_names("xếp loại", bare, ""))


def _deadline(before: str, after: str) -> Description:
    assigned = _ASSIGNED.match(before)
    begin = assigned.end() if assigned else 0
    bodies, stop = read_bodies(before, begin, len(before))
    subject = before[begin:stop].strip(" ,") if bodies else ""
    act = AIM_LEAD.sub("", before[stop if bodies else 0 :]).strip(" ,:") or after
    return Description(subject, f"thời hạn {_lower_first(act)}".strip(), (deadline_name(act),))


def _count(line: str, start: int, before: str, after: str, value: Value) -> Description:
    lead = AIM_LEAD.sub("", before).strip(" ,:")
    above = line[max(0, start - _LABEL_CHARS) : start].rstrip()
    label = _LABEL.search(above if above.endswith(":") else before)
    bodies, stop = read_bodies(lead, 0, len(lead))
    subject = lead[:stop].strip(" ,:") if bodies else _label(label)
    act = lead[stop:].strip(" ,:") if bodies else lead
    what = " ".join(f"{value.unit or ''} {after}".split())
    if not bodies and not label and lead and after.startswith(("trở", "được")):
        subject = lead
    return Description(subject, f"số {what} {act}".strip(), canonical_names("số", what, act))


def _label(found: re.Match[str] | None) -> str:
    """The body, or what "đối với" names, before a colon."""
    if not found:
        return ""
    label = found["label"].strip()
    bare = re.sub(r"^[Đđ]ối với\s+", "", label)
    return bare if bare != label or read_bodies(bare, 0, len(bare))[0] else ""


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]
