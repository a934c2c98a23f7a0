"""Cited documents: every mention in one document, and the sources that the mentions of many add up to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from corpus.facts.names import named
from corpus.facts.numbers import LAW_NUMBER, NUMBER, Number, read_number
from corpus.facts.reading import Reading, readings
from corpus.facts.records import Mention, Source
from corpus.facts.references import Reference, numbered
from corpus.folding import folded
from corpus.records import BlockKind, Document

_CITING = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FOOTNOTE)
# Signs under which one and the same programme is cited.
_SIGN_FAMILIES = {"CTHĐ": "CTR", "CTHD": "CTR", "CTRHĐ": "CTR", "QYĐ": "QĐ", "QĐI": "QĐ"}
_LOCAL_ISSUER = re.compile(r".*(?:TU|HU|ĐU|ĐUK|ĐUX|UBND|HĐND|QU)$")
_LEVEL = re.compile(r"toàn quốc|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|khối", re.IGNORECASE)
# The years in which a Central Committee of a term sat, with the year of the congress at both ends.
_TERM_YEARS = {
    "VII": (1991, 1996),
    "VIII": (1996, 2001),
    "IX": (2001, 2006),
    "X": (2006, 2011),
    "XI": (2011, 2016),
    "XII": (2016, 2021),
    "XIII": (2021, 2026),
}
_CARRIES_OUT = re.compile(r"(?:thực hiện|triển khai)\b")
_TERM = re.compile(r"[Kk]h(?:óa|oá)\s+([IVX]+)")
_CENTRAL = re.compile(r"Trung ương|Bộ Chính trị|Ban Bí thư")


def mentions(document: Document) -> tuple[Mention, ...]:
    """Every place in a document that cites another one, in reading order."""
    found: list[Mention] = []
    own = document.metadata.number
    for reading in readings(document, _CITING):
        references = numbered(reading.line.text)
        references += named(reading.line.text, references)
        for reference in sorted(references, key=lambda item: (item.start, item.name or "")):
            bare = reference.kind is None or reference.start == 0
            own_number = reference.number is not None and own is not None and _same_number(reference.number, own)
            if own_number or (reading.block.kind is BlockKind.TITLE and bare and reference.number is not None):
                continue
            found.append(_mention(document, reading, reference))
    return tuple(found)


def extract(documents: Sequence[Document]) -> tuple[Source, ...]:
    """The sources that documents cite, most cited first."""
    numbers = {document.id: document.metadata.number for document in documents}
    return merge([mention for document in documents for mention in mentions(document)], numbers)


def merge(found: Iterable[Mention], numbers: dict[str, str | None]) -> tuple[Source, ...]:
    """Put mentions of one source together; `numbers` are the own numbers of the documents by id."""
    own = {number_key(number): doc_id for doc_id, number in numbers.items() if number}
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        groups[mention.key].append(mention)
    sources = [_source(key, part, own) for group in groups.values() for key, part in _apart(group)]
    return tuple(sorted(sources, key=lambda source: (-len(source.mentions), source.key)))


def number_key(spelling: str) -> str:
    """What all spellings of one number have in common."""
    match = NUMBER.search(spelling) or LAW_NUMBER.search(spelling)
    return _key(read_number(match)) if match else folded(spelling)


def _same_number(number: Number, own: str) -> bool:
    return _key(number) == number_key(own)


def _key(number: Number) -> str:
    sign = _SIGN_FAMILIES.get(number.sign, number.sign)
    head = re.match(r"[\d.]+(?:/\d{4})?", number.normal)
    return f"{head[0] if head else ''}|{sign}|{number.issuer.upper()}"


def _mention(document: Document, reading: Reading, reference: Reference) -> Mention:
    span = reading.line.span(reference.start, reference.end)
    number = reference.number
    return Mention(
        doc_id=document.id,
        start=span.start,
        end=span.end,
        quote=span.of(document.text),
        section=document.structure.path(reading.section),
        key=_key(number) if number else _name_key(document.id, reference),
        number=number.normal if number else None,
        name=reference.name,
        spelling=reference.spelling,
        kind=reference.kind,
        issuer=reference.issuer,
        date=reference.date,
        subject=reference.subject,
        context=reference.context,
    )


def _name_key(doc_id: str, reference: Reference) -> str:
    """A congress of a province, district or commune is another one in another document, unless it is named."""
    name = folded(reference.name or reference.spelling)
    if "đại hội" in name and "toàn quốc" not in name:
        level = _LEVEL.search(name)
        rank = re.search(r"[ivxlc]+$", name)
        return f"{doc_id}|đại hội|{level[0] if level else ''}|{rank[0] if rank else ''}"
    return name


def _apart(group: list[Mention]) -> list[tuple[str, list[Mention]]]:
    """Local numbers that different documents date differently are different documents."""
    key = group[0].key
    dates = {mention.date for mention in group if mention.date}
    local = bool(group[0].number and _LOCAL_ISSUER.match(key.rsplit("|", 1)[-1]))
    if not local or len(dates) < 2 or len({mention.doc_id for mention in group}) < 2:
        return [(key, group)]
    of_document = {mention.doc_id: mention.date for mention in group if mention.date}
    parts: dict[str, list[Mention]] = defaultdict(list)
    for mention in group:
        parts[of_document.get(mention.doc_id) or "?"].append(mention)
    return [(f"{key}|{date}", part) for date, part in parts.items()]


def _source(key: str, group: list[Mention], own: dict[str, str]) -> Source:
    number = _most([mention.number for mention in group])
    return Source(
        key=key,
        number=number,
        kind=_most([mention.kind for mention in group]),
        title_or_subject=_subject([mention.subject for mention in group])
        or (_most([mention.name for mention in group]) if number is None else None),
        issuer=_most([mention.issuer for mention in group]),
        date=_most([mention.date for mention in group]),
        in_corpus=own.get(group[0].key),
        mentions=tuple(group),
        conflicts=_conflicts(group),
    )


def _most(values: Iterable[str | None]) -> str | None:
    counts: dict[str, int] = defaultdict(int)
    for value in values:
        if value:
            counts[value] += 1
    return max(counts, key=lambda value: counts[value]) if counts else None


def _subject(values: Sequence[str | None]) -> str | None:
    """The subject that most mentions give; a document's own title before what it carries out."""
    given = [value for value in values if value]
    counts = {folded(value): sum(folded(value) == folded(other) for other in given) for value in given}
    return max(
        given,
        key=lambda value: (not _CARRIES_OUT.match(value), counts[folded(value)], len(value)),
        default=None,
    )


def _conflicts(group: list[Mention]) -> tuple[str, ...]:
    """What the mentions say differently, as "field: one | other"."""
    found = []
    spellings = _distinct(re.sub(r"\s", "", mention.spelling) for mention in group if mention.number)
    if len(spellings) > 1:
        found.append("number: " + " | ".join(spellings))
    for field, values in (
        ("kind", _distinct(mention.kind for mention in group)),
        ("date", _distinct(mention.date for mention in group)),
        ("issuer", _disagreeing(_distinct(mention.issuer for mention in group))),
    ):
        if len(values) > 1:
            found.append(f"{field}: " + " | ".join(values))
    found += _distinct(_term_conflict(mention) for mention in group)
    return tuple(found)


def _distinct(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def _disagreeing(issuers: list[str]) -> list[str]:
    """Issuers of which neither is a shorter form of the other ("Ban Bí thư", "Ban Bí thư Trung ương Đảng")."""
    bare = {issuer: folded(_TERM.sub("", issuer)).strip(" ()") for issuer in issuers}
    kept: list[str] = []
    for issuer in issuers:
        if not any(bare[issuer] in bare[other] or bare[other] in bare[issuer] for other in kept):
            kept.append(issuer)
    return kept


def _term_conflict(mention: Mention) -> str | None:
    """A term of the Central Committee that does not go with the date."""
    term = _TERM.search(mention.issuer or "")
    if not (term and mention.date and _CENTRAL.search(mention.issuer or "")):
        return None
    years = _TERM_YEARS.get(term[1])
    year = int(mention.date[:4])
    return f"term: khóa {term[1]} | {mention.date}" if years and not years[0] <= year <= years[1] else None
