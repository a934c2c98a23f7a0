"""Documents that documents cite: what is said of them, where they are cited, and which one governs a matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.answering import cited, inside, mentions, own, plain, seeking
from assistant.answering.finding import Finding, corrected, place, quote, sentences, without_repeats
from assistant.answering.named_numbers import ANY_KIND, bare
from assistant.answering.told import Told, asked_of_a_document, other_dates
from assistant.messages import Lang
from assistant.messages import answers as say
from assistant.records import Kind
from assistant.statements import Draft, Evidence, Statement
from corpus.facts.records import Mention

_DOCUMENT = re.compile(rf"\b(?:{ANY_KIND})\b")
# What a citation can tell of its source, and what only the source's own text could.
_TELLABLE = frozenset({Told.NUMBER, Told.DATE, Told.ISSUER, Told.SUBJECT, Told.CITED_BY})
_UNTOLD = frozenset({Told.SIGNER, Told.ADDRESSEES})
# "Ban Dân vận xây dựng kế hoạch gì?": to be made, not followed.
_TO_MAKE = re.compile(rf"\b(?:xay dung|lap|soan thao|tham muu|de ra) (?:{ANY_KIND}) (?:gi|nao)\b")
# Places quoted of one document where all that cite a source are asked for.
_MOST_PLACES = 3


def is_asked(finding: Finding) -> bool:
    """Whether something is asked of a document that is cited here by the number or name given."""
    asks = finding.asked.matter is Kind.SOURCE or bool(_asked(finding))
    return asks and bool(_named(finding))


def comes_first(finding: Finding) -> bool:
    """Whether places that cite a source are to be listed, or sources to be compared, and not the documents here."""
    keys = {mention.key for mention in cited.by_number(finding)}
    lists = Told.CITED_BY in _asked(finding) and bool(_named(finding))
    return lists or (len(keys) > 1 and len(finding.doc_ids) <= 1)


def _named(finding: Finding) -> list[Mention]:
    """The mentions of the source that a question names; by its name only where that source itself is asked about."""
    found = cited.by_number(finding)
    if found or cited.numbers_of_others(finding):
        return found
    asked = _asked(finding)
    about = Told.CITED_BY in asked or (asked & {Told.DATE, Told.ISSUER} and not cited.asks_for_a_source(finding))
    return cited.by_name(finding) if about else []


def answer(finding: Finding) -> Draft:
    """What is told of the source named or sought, one place a document; the best sentences where there is none."""
    named = _named(finding)
    found = named or seeking.by_subject(finding, own.document_of(finding))
    asked = _asked(finding)
    if not found or (not named and not _rests_on(found[0], finding)):
        return sentences([finding.weighed[0].evidence, *plain.as_good_elsewhere(finding)], finding.documents)
    if Told.CITED_BY in asked:
        return sentences(_everywhere(found, finding), finding.documents)
    if asked & _UNTOLD and not asked & _TELLABLE:
        return inside.answer(finding)
    telling = mentions.fullest(mentions.telling(found, asked))
    if not named and not asked - {Told.NUMBER, Told.SUBJECT}:
        # What governs a matter is told by the running text, its number and date perhaps by the footnote.
        telling = [*telling, found[0]]
        telling += filter(None, [mentions.governing(m, finding) for m in telling])
    return _told(telling, asked, finding)


def _told(telling: list[Mention], asked: frozenset[Told], finding: Finding) -> Draft:
    """What the mentions tell; that they have no date where one is asked for, and which date is not theirs."""
    draft = sentences(_places(telling, finding), finding.documents)
    first = draft.statements[0].evidence[0]
    if Told.DATE in asked and not any(mention.date for mention in telling):
        return _undated(first, finding, answered=bool(asked & _TELLABLE - {Told.DATE}))
    if asked == {Told.SUBJECT} and not any(mention.subject for mention in telling):
        return inside.absent(first, finding)
    wrong = other_dates(finding.question.asking, telling[0].date) if telling[0].date else []
    if not wrong:
        return draft
    right = corrected(first, finding.documents[first.doc_id], wrong)
    return replace(draft, statements=(right, *draft.statements[1:]))


def _rests_on(mention: Mention, finding: Finding) -> bool:
    """Whether a source sought may answer: a document is asked for, or the best sentence is the one that cites it."""
    line = bare(finding.question.text)
    if _DOCUMENT.search(line) and not _TO_MAKE.search(line):
        return True
    best, document = finding.weighed[0].evidence, finding.documents[mention.doc_id]
    return best.doc_id == document.id and any(best.span.overlaps(s) for s in mentions.spans_of(mention, document))


def _asked(finding: Finding) -> frozenset[Told]:
    return asked_of_a_document(finding.question.asking, cited=finding.asked.matter is Kind.SOURCE)


def _everywhere(found: Iterable[Mention], finding: Finding) -> list[Evidence]:
    """The places that cite a source, document by document, those that tell most of it first."""
    kept: dict[str, list[Evidence]] = {}
    for mention in sorted(found, key=lambda m: (m.date is None, m.subject is None)):
        kept.setdefault(mention.doc_id, []).append(mentions.place_of(mention, finding.documents[mention.doc_id]))
    return [piece for pieces in kept.values() for piece in without_repeats(pieces)[:_MOST_PLACES]]


def _places(found: Iterable[Mention], finding: Finding) -> list[Evidence]:
    return without_repeats([mentions.place_of(m, finding.documents[m.doc_id]) for m in found])


def _undated(piece: Evidence, finding: Finding, *, answered: bool) -> Draft:
    """That no mention of the source has a date, with where it is cited."""
    document = finding.documents[piece.doc_id]
    text = say.DATE_UNSTATED.text(Lang.VI, place=place(piece, document), quote=quote(piece, document))
    return Draft((Statement(text, (piece,)),), answered=answered)
