"""Which cited documents a question is about: by their numbers, and by what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answering import named_numbers
from assistant.answering.finding import Finding, block_at
from assistant.answering.named_numbers import ANY_KIND, KINDS, bare
from assistant.answering.told import Told
from assistant.statements import Evidence
from assistant.terms import FUNCTION_WORDS, terms
from corpus.facts.records import Mention
from corpus.records import BlockKind, Document, Span
from corpus.sentences import clauses

# What is asked for: "nghị quyết nào", "quyết định cấp tỉnh nào", "quy định số mấy"; not "nghị quyết này".
_SOUGHT = re.compile(
    rf"\b({ANY_KIND})(?: (?!nay\b|nao\b|do\b)\w+){{0,3}}? (?:nao|may|gi|so may|so hieu|so bao nhieu)\b"
)
_SEVERAL = re.compile(rf"\b(?:nhung|cac|may) (?:{ANY_KIND})\b")
# Asks for a document that takes another one up: "văn bản nào tổng kết Nghị quyết 22".
_TAKES_UP = re.compile(r"\b(?:thuc hien|tong ket|so ket|trien khai|cu the hoa|thay the|sua doi|bo sung)\b[^.;]*$")
# Asks what a document of ours was made to carry out, which its title and preamble say.
_CARRIES_OUT = re.compile(r"\b(?:thuc hien|trien khai|lam tiep|noi tiep|tiep tuc|tiep noi|cu the hoa|theo)\b")
_YEAR = re.compile(r"\bnam (\d{4})\b")
_TERM = re.compile(r"\s*\(?\s*khoa [ivx]+\s*\)?")
_LEVELS = {"trung uong": "/tw", "cua tinh": "/tu", "cap tinh": "/tu", "tinh uy": "/tu", "huyen uy": "/hu"}
# Words that name kinds of documents or ways of citing; they do not tell what a source is about.
_NO_SUBJECT = FUNCTION_WORDS | frozenset(
    f"{' '.join(KINDS)} so hieu ban hanh can cu dua theo thuc hien trien khai ky nam thang vien "
    "dan nhac bam sat".split()
)
# Weights of what speaks for a mention, each about 0 to 1. Set on the development questions.
_SENTENCE, _OWN, _AROUND, _OFFICE, _KIND, _ISSUER, _DATED, _TITLE = 1.0, 0.8, 0.3, 0.4, 0.4, 0.25, 0.3, 0.8
# Where several are asked for, those that come this near to the best one.
_NEAR = 0.8
# Part of the question's words that the source or its sentence must hold, or it is a source of something else.
_LEAST_SHARED = 0.2


@dataclass(frozen=True, slots=True)
class _Sought:
    """What a question says of the source that it asks for, all bare."""

    kinds: frozenset[str]
    subject: frozenset[str]
    office: frozenset[str]
    text: str
    year: str | None
    own: str | None


def by_number(finding: Finding) -> list[Mention]:
    """The mentions of the documents whose numbers a question names, or of those that take them up if it asks so."""
    numbers = named_numbers.named(finding.question)
    here = [m for m in finding.facts.mentions if m.doc_id in finding.searched]
    named = [m for m in here if any(number.fits(m) for number in numbers)]
    if not named or not (sought := _kinds_sought(finding, numbers)):
        return named
    return [m for m in here if _is_of(m, sought) and any(n.stands_in(_taken_up(m)) for n in numbers)] or named


def by_subject(finding: Finding, own: Document | None) -> list[Mention]:
    """The mentions of the source that a question asks for by what it governs or is about, best first.

    `own` is the document here that the question speaks of, if it is one.
    """
    sought = _read(finding, own)
    scored = [(_score(m, sought, finding), m) for m in finding.facts.mentions if m.doc_id in finding.searched]
    fitting = [(score, m) for score, m in scored if score > 0]
    if not fitting:
        return []
    most = max(score for score, _ in fitting)
    least = _NEAR * most if _SEVERAL.search(sought.text) else most
    keys = {m.key for score, m in fitting if score >= least}
    ranked = sorted(fitting, key=lambda pair: -pair[0])
    return [m for _, m in ranked if m.key in keys]


def telling(mentions: Iterable[Mention], asked: frozenset[Told]) -> list[Mention]:
    """The mentions that tell all that is asked of their source; where none does, those that tell most."""
    listed = list(mentions)
    most = max((len(_told(m) & asked) for m in listed), default=0)
    return [m for m in listed if len(_told(m) & asked) == most]


def fullest(mentions: Iterable[Mention]) -> list[Mention]:
    """For each document and source the mention that says most of it, the fullest first."""
    found: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        known = found.get((mention.doc_id, mention.key))
        if known is None or len(_told(mention)) > len(_told(known)):
            found[mention.doc_id, mention.key] = mention
    return sorted(found.values(), key=lambda mention: -len(_told(mention)))


def place_of(mention: Mention, document: Document) -> Evidence:
    """A mention to the end of its clause; where it does not tell what the source is about, with what it governs."""
    clause = clause_of(mention, document)
    start = mention.start if mention.subject else min(clause.start, mention.start)
    end = max(mention.end, clause.end)
    closed = document.text[start:end].rstrip(" ;,.\n*")
    return Evidence(mention.doc_id, Span(start, start + len(closed)))


def clause_of(mention: Mention, document: Document) -> Span:
    """The clause that a mention stands in."""
    block = block_at(document, mention.start)
    if block.kind is BlockKind.TITLE:
        return block.span
    return next((c for c in clauses(document.text, block.span) if c.start <= mention.start < c.end), block.span)


def _told(mention: Mention) -> frozenset[Told]:
    told = {Told.DATE: mention.date, Told.ISSUER: mention.issuer, Told.SUBJECT: mention.subject}
    return frozenset(field for field, value in told.items() if value is not None)


def _kinds_sought(finding: Finding, numbers: list[named_numbers.NamedNumber]) -> frozenset[str] | None:
    """The kinds of the document that is asked for besides the one named, None when that is the one."""
    line = bare(finding.question.asking)
    found = next((m[1] for m in _SOUGHT.finditer(line) if not any(n.start == m.start() for n in numbers)), None)
    return None if found is None else frozenset(KINDS[found].split("|"))


def _is_of(mention: Mention, kinds: frozenset[str]) -> bool:
    return any(bare(mention.kind or "").startswith(kind) for kind in kinds)


def _taken_up(mention: Mention) -> str:
    """The part of a source's subject that names what it takes up."""
    subject = mention.subject or ""
    number = re.search(r"\d", subject)
    return subject if number and _TAKES_UP.search(bare(subject[: number.start()])) else ""


def _read(finding: Finding, own: Document | None) -> _Sought:
    question = finding.question
    line = bare(question.topic)
    kinds = {kind for match in _SOUGHT.finditer(line) for kind in KINDS[match[1]].split("|")}
    year = _YEAR.search(line)
    about_own = own is not None and _CARRIES_OUT.search(line) and line.find(bare(own.metadata.kind or "-")) in range(12)
    names = frozenset(bare(own.metadata.issuer or "").split() if own is not None else ())
    return _Sought(
        kinds=frozenset(kinds - {""}),
        subject=frozenset(t for t in terms(question.topic) if not set(t.split()) <= _NO_SUBJECT | names),
        office=frozenset(t for t in terms(question.office) if not set(t.split()) <= _NO_SUBJECT),
        text=line,
        year=year[1] if year else None,
        own=own.id if own is not None and about_own else None,
    )


def _score(mention: Mention, sought: _Sought, finding: Finding) -> float:
    """How much speaks for a mention being of the source asked for; 0 when it is not of the kind or shares nothing."""
    document = finding.documents[mention.doc_id]
    if sought.kinds and not _is_of(mention, sought.kinds):
        return 0.0
    spans = _spans(mention, document)
    own = terms(f"{mention.quote} {mention.subject or ''} {mention.name or ''}")
    around = own.union(*(terms(span.of(document.text)) for span in spans))
    weigh, total = finding.rarity.total, finding.rarity.total(sought.subject) or 1.0
    title = mention.doc_id == sought.own and block_at(document, mention.start).kind is BlockKind.TITLE
    shared = weigh(sought.subject & around) / total
    office = weigh(sought.office & around) / (weigh(sought.office) or 1.0)
    if max(shared, office) < _LEAST_SHARED and not title:
        return 0.0
    return (
        _SENTENCE * _sentence_score(mention, spans, finding)
        + _OWN * weigh(sought.subject & own) / total
        + _AROUND * shared
        + _OFFICE * office
        + _KIND * (bool(sought.kinds) and mention.number is not None)
        + _ISSUER * _is_issued(mention, sought.text)
        + _DATED * (sought.year is not None and (mention.date or "").startswith(sought.year))
        + _TITLE * title
    )


def _spans(mention: Mention, document: Document) -> tuple[Span, ...]:
    """The clause of a mention and, where that is a footnote, the clause that bears its mark."""
    clause = clause_of(mention, document)
    note = next((n for n in document.structure.footnotes if n.span.overlaps(clause) and n.anchor is not None), None)
    if note is None or note.anchor is None:
        return (clause,)
    block = block_at(document, note.anchor)
    anchored = next((c for c in clauses(document.text, block.span) if c.start <= note.anchor <= c.end), block.span)
    return clause, anchored


def _sentence_score(mention: Mention, spans: tuple[Span, ...], finding: Finding) -> float:
    best = finding.weighed[0].score or 1.0
    scores = (
        weighed.score / best
        for weighed in finding.weighed
        if weighed.evidence.doc_id == mention.doc_id and any(weighed.evidence.span.overlaps(span) for span in spans)
    )
    return max(scores, default=0.0)


def _is_issued(mention: Mention, line: str) -> bool:
    issuer = _TERM.sub("", bare(mention.issuer or "")).strip()
    number = bare(mention.number or "")
    levels = [sign for name, sign in _LEVELS.items() if name in line]
    return bool(issuer and issuer in line) or any(number.endswith(sign) for sign in levels)
