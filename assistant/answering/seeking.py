"""The cited document that a question seeks by what it governs or is about ("theo quy định số mấy")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answering.cited import SOUGHT
from assistant.answering.finding import Finding, block_at
from assistant.answering.mentions import clause_of, is_issued, is_of, of_issuer, spans_of, taken_up
from assistant.answering.named_numbers import ANY_KIND, KINDS, bare
from assistant.terms import FUNCTION_WORDS, terms
from corpus.facts.records import Mention
from corpus.records import BlockKind, Document, Span

_KIND_WORD = re.compile(rf"\b({ANY_KIND})\b")
_SEVERAL = re.compile(rf"\b(?:nhung|cac|may) (?:{ANY_KIND})\b")
# "Số mấy", "nghị quyết mấy": what is sought has a number.
_NUMBERED = re.compile(rf"\bso (?:may|hieu|bao nhieu)\b|\b(?:{ANY_KIND}) may\b")
# Asks what a document of ours was made to carry out, which its title says.
_CARRIES_OUT = re.compile(
    r"\b(?:thuc hien|trien khai|lam tiep|noi tiep|tiep tuc|tiep noi|cu the hoa|theo|can cu|dua)\b"
)
# Characters before the kind of the document that a question opens with.
_OPENS_WITHIN = 12
_YEAR = re.compile(r"\bnam (\d{4})\b")
# Words that name kinds of documents or ways of citing; they do not tell what a source is about.
_NO_SUBJECT = FUNCTION_WORDS | frozenset(
    f"{' '.join(KINDS)} so hieu ban hanh can cu dua theo thuc hien trien khai ky nam thang vien "
    "dan nhac bam sat".split()
)
# Where several are asked for, those that come this near to the best one.
_NEAR = 0.8
# Part of the question's words that the source or its sentence must hold, or it is a source of something else.
_LEAST_SHARED = 0.2


@dataclass(frozen=True, slots=True)
class _Weights:
    """What speaks for a mention being of the source sought, each about 0 to 1.

    `sentence`: the score of the sentence it stands in; `own`, `around`: the share of the question's words in what is
    said of the source and in its clause; `office`: the same of what everyday words are called in documents; `kind`:
    it has a number and is of the kind asked for; `issuer`, `dated`: it has the issuer or year named; `title`: the
    title of the document spoken of cites it, and that is what was asked. Set on the development questions.
    """

    sentence: float = 1.0
    own: float = 0.8
    around: float = 0.3
    office: float = 0.4
    kind: float = 0.4
    issuer: float = 0.25
    dated: float = 0.3
    title: float = 0.8


_WEIGHTS = _Weights()


@dataclass(frozen=True, slots=True)
class _Sought:
    """What a question says of the source that it asks for, all bare; `own` is the document made to carry it out."""

    kinds: frozenset[str]
    subject: frozenset[str]
    office: frozenset[str]
    text: str
    several: bool
    numbered: bool
    year: str | None
    own: str | None


@dataclass(frozen=True, slots=True)
class _Read:
    """A mention with its clauses, the terms of what is said of its source, and those around it."""

    mention: Mention
    spans: tuple[Span, ...]
    own: frozenset[str]
    around: frozenset[str]


def by_subject(finding: Finding, own: Document | None) -> list[Mention]:
    """The mentions of the source that a question asks for by what it governs or is about, best first.

    `own` is the document here that the question speaks of, if it is one.
    """
    sought = _read(finding, own)
    read = [_read_mention(m, finding) for m in finding.facts.mentions if _may_be(m, sought, finding)]
    known = frozenset[str]().union(*(each.around for each in read))
    scored = [(_score(each, sought, known, finding), each.mention) for each in read]
    ranked = sorted(((score, m) for score, m in scored if score > 0), key=lambda pair: -pair[0])
    if not ranked:
        return []
    least = ranked[0][0] * (_NEAR if sought.several else 1)
    keys = {m.key for score, m in ranked if score >= least}
    found = [m for _, m in ranked if m.key in keys]
    if sought.several:
        return of_issuer([m for m in found if _is_dated(m, sought)] or found, sought.text)
    later = _later(found[0], finding, sought)
    return found if later is None else [later]


def _read(finding: Finding, own: Document | None) -> _Sought:
    question = finding.question
    # A follow-up that asks for a source of its own matter seeks that, not the former one's.
    topic = question.asking if question.asking != question.text and _seeks(question.asking) else question.topic
    line = bare(topic)
    numbered = _NUMBERED.search(line) is not None
    named = [match[1] for match in SOUGHT.finditer(line)] or (_KIND_WORD.findall(line)[:1] if numbered else [])
    year = _YEAR.search(line)
    opens = bare(question.text).find(bare(own.metadata.kind or "-")) if own is not None else -1
    about_own = own is not None and 0 <= opens <= _OPENS_WITHIN and _CARRIES_OUT.search(line) is not None
    names = frozenset(bare(own.metadata.issuer or "").split() if own is not None else ())
    return _Sought(
        kinds=frozenset(kind for name in named for kind in KINDS[name].split("|") if kind),
        subject=frozenset(t for t in _matter(topic) if not set(t.split()) <= _NO_SUBJECT | names),
        office=_matter(question.office),
        text=bare(question.text),
        several=_SEVERAL.search(line) is not None,
        numbered=numbered,
        year=year[1] if year else None,
        own=own.id if own is not None and about_own else None,
    )


def _seeks(asking: str) -> bool:
    """Whether a question asks for a source and says of what."""
    return SOUGHT.search(bare(asking)) is not None and bool(_matter(asking))


def _matter(text: str) -> frozenset[str]:
    """The terms of a text that tell what a source is about."""
    return frozenset(term for term in terms(text) if not set(term.split()) <= _NO_SUBJECT)


def _read_mention(mention: Mention, finding: Finding) -> _Read:
    document = finding.documents[mention.doc_id]
    spans = spans_of(mention, document)
    own = terms(f"{mention.quote} {_own_subject(mention, finding)} {mention.name or ''}")
    return _Read(mention, spans, own, own.union(*(terms(span.of(document.text)) for span in spans)))


def _own_subject(mention: Mention, finding: Finding) -> str:
    """What a source is about, to the next source beside it where nothing closed the first (footnotes in a row)."""
    subject = mention.subject or ""
    if taken_up(mention):
        return subject
    others = (" ".join(m.quote.split()) for m in finding.facts.mentions if m.doc_id == mention.doc_id)
    ends = [at for other in others if (at := subject.find(other)) > 0]
    return subject[: min(ends)] if ends else subject


def _may_be(mention: Mention, sought: _Sought, finding: Finding) -> bool:
    fits = not sought.kinds or is_of(mention, sought.kinds)
    return mention.doc_id in finding.searched and fits and (mention.number is not None or not sought.numbered)


def _is_dated(mention: Mention, sought: _Sought) -> bool:
    return sought.year is not None and (mention.date or "").startswith(sought.year)


def _score(read: _Read, sought: _Sought, known: frozenset[str], finding: Finding) -> float:
    """How much speaks for a mention being of the source asked for; 0 when it shares nothing with the question.

    Terms that stand near no mention (not `known`) do not count: they tell no source from another.
    """
    mention, weigh, weights = read.mention, finding.rarity.total, _WEIGHTS
    subject, office_terms = sought.subject & known, sought.office & known
    total = weigh(subject) or 1.0
    document = finding.documents[mention.doc_id]
    title = mention.doc_id == sought.own and block_at(document, mention.start).kind is BlockKind.TITLE
    shared = weigh(subject & read.around) / total
    office = weigh(office_terms & read.around) / (weigh(office_terms) or 1.0)
    if max(shared, office) < _LEAST_SHARED and not title:
        return 0.0
    return (
        weights.sentence * _sentence_score(read, finding)
        + weights.own * weigh(subject & read.own) / total
        + weights.around * shared
        + weights.office * office
        + weights.kind * (bool(sought.kinds) and mention.number is not None)
        + weights.issuer * is_issued(mention, sought.text)
        + weights.dated * _is_dated(mention, sought)
        + weights.title * title
    )


def _sentence_score(read: _Read, finding: Finding) -> float:
    best = finding.weighed[0].score or 1.0
    scores = (
        weighed.score / best
        for weighed in finding.weighed
        if weighed.evidence.doc_id == read.mention.doc_id
        and any(weighed.evidence.span.overlaps(span) for span in read.spans)
    )
    return max(scores, default=0.0)


def _later(mention: Mention, finding: Finding, sought: _Sought) -> Mention | None:
    """The mention of the source that takes this one up in the same clause, if that one may be what is sought too."""
    document = finding.documents[mention.doc_id]
    clause = clause_of(mention, document)
    before = (m for m in finding.facts.mentions if m.doc_id == document.id and clause.start <= m.start < mention.start)
    may_be = (m for m in before if not sought.kinds or is_of(m, sought.kinds))
    return next((m for m in may_be if mention.spelling in taken_up(m)), None)
