"""What a mention of a cited document tells of it, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answering.finding import Finding, block_at
from assistant.answering.named_numbers import bare
from assistant.answering.told import Told
from assistant.statements import Evidence
from corpus.facts.records import Mention
from corpus.records import BlockKind, Document, Span
from corpus.sentences import clauses, trim

# "… về tổng kết 10 năm thực hiện Nghị quyết số 22-NQ/TW …": a source that takes another one up.
_TAKES_UP = re.compile(r"\b(?:thuc hien|tong ket|so ket|trien khai|cu the hoa|thay the|sua doi|bo sung)\b[^.;]*$")
_TERM = re.compile(r"\s*\(?\s*khoa [ivx]+\s*\)?")
_BOARD = re.compile(r"^ban (?:thuong vu|chap hanh) ")
# Whose number a sign ends in.
_LEVELS = {"trung uong": "/tw", "cua tinh": "/tu", "cap tinh": "/tu", "tinh uy": "/tu", "huyen uy": "/hu"}


def told(mention: Mention) -> frozenset[Told]:
    """What a mention tells of its source."""
    fields = {Told.DATE: mention.date, Told.ISSUER: mention.issuer, Told.SUBJECT: mention.subject}
    return frozenset(field for field, value in fields.items() if value is not None)


def telling(mentions: Iterable[Mention], asked: frozenset[Told]) -> list[Mention]:
    """The mentions that tell all that is asked of their source; where none does, those that tell most."""
    listed = list(mentions)
    most = max((len(told(m) & asked) for m in listed), default=0)
    return [m for m in listed if len(told(m) & asked) == most]


def fullest(mentions: Iterable[Mention]) -> list[Mention]:
    """For each document and source the mention that says most of it, the fullest first."""
    found: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        known = found.get((mention.doc_id, mention.key))
        if known is None or len(told(mention)) > len(told(known)):
            found[mention.doc_id, mention.key] = mention
    return sorted(found.values(), key=lambda mention: -len(told(mention)))


def place_of(mention: Mention, document: Document) -> Evidence:
    """A mention to the end of its clause; where it does not tell what the source is about, with what it governs."""
    clause = clause_of(mention, document)
    whole = mention.subject is None or block_at(document, mention.start).kind is BlockKind.TITLE
    start = min(clause.start, mention.start) if whole else mention.start
    end = max(mention.end, clause.end)
    closed = document.text[start:end].rstrip(" ;,.\n*")
    return Evidence(mention.doc_id, trim(document.text, Span(start, start + len(closed))))


def clause_of(mention: Mention, document: Document) -> Span:
    """The clause that a mention stands in; the whole block in a title."""
    block = block_at(document, mention.start)
    if block.kind is BlockKind.TITLE:
        return block.span
    return next((c for c in clauses(document.text, block.span) if c.start <= mention.start < c.end), block.span)


def spans_of(mention: Mention, document: Document) -> tuple[Span, ...]:
    """The clause of a mention and, where that is a footnote, the clause that bears its mark."""
    clause = clause_of(mention, document)
    note = next((n for n in document.structure.footnotes if n.span.overlaps(clause) and n.anchor is not None), None)
    if note is None or note.anchor is None:
        return (clause,)
    block = block_at(document, note.anchor)
    anchored = next((c for c in clauses(document.text, block.span) if c.start <= note.anchor <= c.end), block.span)
    return clause, anchored


def governing(mention: Mention, finding: Finding) -> Mention | None:
    """The mention of the same source in the running text that bears the footnote in which a mention stands."""
    spans = spans_of(mention, finding.documents[mention.doc_id])
    same = (m for m in finding.facts.mentions if m.doc_id == mention.doc_id and m.key == mention.key)
    return next((m for m in same if len(spans) > 1 and spans[1].start <= m.start < spans[1].end), None)


def is_of(mention: Mention, kinds: Iterable[str]) -> bool:
    """Whether a source is of one of the kinds, bare; a "chương trình hành động" is a "chương trình"."""
    return any(bare(mention.kind or "").startswith(kind) for kind in kinds)


def taken_up(mention: Mention) -> str:
    """The part of a source's subject that names the document it takes up, "" where it takes none up."""
    subject = mention.subject or ""
    number = re.search(r"\d", subject)
    return subject if number and _TAKES_UP.search(bare(subject[: number.start()])) else ""


def is_issued(mention: Mention, line: str) -> bool:
    """Whether a bare text names the issuer of a source, or its level."""
    issuer = _TERM.sub("", _BOARD.sub("", bare(mention.issuer or ""))).strip()
    number = bare(mention.number or "")
    levels = [sign for name, sign in _LEVELS.items() if name in line]
    return bool(issuer and issuer in line) or any(number.endswith(sign) for sign in levels)


def of_issuer(mentions: Iterable[Mention], line: str) -> list[Mention]:
    """The mentions of the sources whose issuer a bare text names; all when it names none of them."""
    listed = list(mentions)
    keys = {mention.key for mention in listed if is_issued(mention, line)}
    return [mention for mention in listed if mention.key in keys] if keys else listed
