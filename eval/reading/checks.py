"""Drafts checked against the documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final

from eval.measures.answers import plain, stands
from eval.messages import faults as say
from eval.names import Category, Style
from eval.reading.drafts import Draft, DraftGold, Place, Reading
from eval.reading.nearest import nearest, nearest_name
from eval.records import Fault, Question

_SHOWN: Final = 8
"""How many known names a message lists; more would hide the nearest one."""


def check(reading: Reading, texts: Mapping[str, str]) -> tuple[tuple[Question, ...], tuple[Fault, ...]]:
    """The questions of a file and every fault in it, by line; with a fault in a draft it is no question.

    `texts` holds the documents' texts by id.
    """
    faults = list(reading.faults)
    questions: list[Question] = []
    first: dict[str, int] = {}
    haystacks = {doc_id: plain(text) for doc_id, text in texts.items()}
    for draft in reading.drafts:
        found = [*_fields(draft, first), *_gold(draft, texts), *_keys(draft, haystacks)]
        first.setdefault(draft.id, draft.line)
        faults += found
        if not found:
            questions.append(_question(draft))
    if not reading.drafts and not faults:
        faults.append(Fault(1, "-", say.NO_QUESTIONS, {}))
    return tuple(questions), tuple(sorted(faults, key=lambda fault: fault.line))


def _question(draft: Draft) -> Question:
    return Question(
        id=draft.id,
        category=Category(draft.category),
        style=Style(draft.style),
        question=draft.question,
        history=draft.history,
        gold=tuple(entry.gold for entry in draft.gold),
        answer=draft.answer,
        answer_keys=draft.answer_keys,
        note=draft.note,
        line=draft.line,
    )


def _fields(draft: Draft, first: Mapping[str, int]) -> Iterator[Fault]:
    for name in ("id", "category", "style", "question"):
        if not getattr(draft, name):
            yield draft.at(name).fault(say.MISSING)
    if draft.id in first and draft.id:
        yield draft.at("id").fault(say.DUPLICATE_ID, value=draft.id, first=first[draft.id])
    yield from _closed(draft, "category", draft.category, Category)
    yield from _closed(draft, "style", draft.style, Style)
    if draft.category == Category.FOLLOWUP and not draft.history:
        yield draft.at("history").fault(say.HISTORY_WANTED)


def _closed(draft: Draft, name: str, value: str, known: type[StrEnum]) -> Iterator[Fault]:
    names = [each.value for each in known]
    if value and value not in names:
        near = nearest_name(value, names)
        yield draft.at(name).fault(say.UNKNOWN_VALUE, value=value, nearest=near, known=", ".join(names))


def _gold(draft: Draft, texts: Mapping[str, str]) -> Iterator[Fault]:
    unanswerable = draft.category == Category.UNANSWERABLE
    if unanswerable and draft.gold:
        yield draft.at("gold").fault(say.GOLD_UNWANTED)
    if not unanswerable and not draft.gold:
        yield draft.at("gold").fault(say.GOLD_WANTED)
    for entry in draft.gold:
        yield from _entry(entry, texts)


def _entry(entry: DraftGold, texts: Mapping[str, str]) -> Iterator[Fault]:
    doc_id, quote = entry.gold.doc_id, entry.gold.quote
    if not doc_id:
        yield entry.document_at.fault(say.MISSING)
    elif doc_id not in texts:
        near = nearest_name(doc_id, texts)
        known = _some(texts)
        yield entry.document_at.fault(say.UNKNOWN_DOCUMENT, value=doc_id, nearest=near, known=known)
    elif quote is not None and not quote.strip():
        yield entry.quote_at.fault(say.MISSING)
    elif quote is not None and quote not in texts[doc_id]:
        yield _not_verbatim(entry.quote_at, doc_id, quote, texts)


def _not_verbatim(at: Place, doc_id: str, quote: str, texts: Mapping[str, str]) -> Fault:
    elsewhere = next((other for other, text in texts.items() if quote in text), None)
    if elsewhere is not None:
        return at.fault(say.NOT_VERBATIM_ELSEWHERE, doc_id=doc_id, elsewhere=elsewhere)
    near = nearest(quote, texts[doc_id])
    if near is None:
        return at.fault(say.NOT_IN_DOCUMENT, doc_id=doc_id)
    found, similarity = near.span.of(texts[doc_id]), round(100 * near.similarity)
    return at.fault(say.NOT_VERBATIM, doc_id=doc_id, nearest=found, similarity=similarity)


def _keys(draft: Draft, haystacks: Mapping[str, str]) -> Iterator[Fault]:
    # The documents of the gold first, for there it most often stands.
    named = [haystacks[e.gold.doc_id] for e in draft.gold if e.gold.doc_id in haystacks]
    places = (plain(draft.answer), *named, *haystacks.values())
    for key in draft.answer_keys:
        if not key.strip():
            yield draft.at("answer_keys").fault(say.MISSING)
        elif not any(stands(plain(key), text) for text in places):
            yield draft.at("answer_keys").fault(say.KEY_NOWHERE, value=key)


def _some(names: Iterable[str]) -> str:
    listed = sorted(names)
    return ", ".join(listed[:_SHOWN]) + (" …" if len(listed) > _SHOWN else "")
