"""One answer measured against its question; pure.

An answer is right when
- the documents do not answer the question and it was refused; or
- they do, it was not refused, no statement is unproven, its text says every answer key, and it cites at least one
  gold entry (`citation_recall > 0`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.records import Answer, Status
from corpus.records import Document
from eval.measures.answers import answer_accuracy, key_recall
from eval.measures.citations import citation_precision, citation_recall
from eval.measures.figures import figure_accuracy
from eval.measures.gold import Located, locate
from eval.measures.passages import first_relevant, recall_at
from eval.measures.proof import unproven
from eval.measures.ranking import rank_measures
from eval.names import Failure, Measure
from eval.records import Question, Score

LOW_RANK = 5
"""A reader looks at about five passages; gold that stands only below them was found but ranked too low."""


@dataclass(frozen=True, slots=True)
class Source:
    """What measuring needs to know of the documents: their texts, and their numbers and dates, by document id."""

    texts: Mapping[str, str]
    names: Mapping[str, str]


def source_of(documents: Sequence[Document]) -> Source:
    """The texts and names of documents; a date is written both ways in which documents write it."""
    return Source(
        texts={document.id: document.text for document in documents},
        names={document.id: _name(document) for document in documents},
    )


def score(question: Question, answer: Answer, source: Source) -> Score:
    """The measures of one answer."""
    gold = locate(question.gold, source.texts)
    refused = answer.status is Status.NOT_FOUND
    values = _measures(question, answer, gold, source, refused)
    failure = _failure(question, answer, gold, values, refused)
    values[Measure.RIGHT] = float(failure is None)
    return Score(question.id, values, refused, answer.elapsed_ms, failure)


def _measures(
    question: Question, answer: Answer, gold: Sequence[Located], source: Source, refused: bool
) -> dict[Measure, float]:
    values: dict[Measure, float] = {}
    if gold:
        values |= _passage_measures(answer, gold)
        values[Measure.CITATION_RECALL] = 0.0 if refused else citation_recall(answer.citations, gold)
        if not refused:
            values[Measure.CITATION_PRECISION] = citation_precision(answer.citations, gold)
    if question.answerable and question.answer_keys:
        said = "" if refused else answer.answer
        values[Measure.ANSWER_KEYS] = answer_accuracy(question.answer_keys, said)
        values[Measure.KEY_RECALL] = key_recall(question.answer_keys, said)
        figures = figure_accuracy(question.answer_keys, said)
        if figures is not None:
            values[Measure.FIGURES] = figures
    if not refused:
        loose = unproven(answer.answer, answer.citations, source.texts, source.names, question.question)
        values[Measure.UNPROVEN] = float(bool(loose))
    return values


def _passage_measures(answer: Answer, gold: Sequence[Located]) -> dict[Measure, float]:
    recalls = {
        Measure.RECALL_1: recall_at(1, answer.passages, gold),
        Measure.RECALL_5: recall_at(5, answer.passages, gold),
        Measure.RECALL_10: recall_at(10, answer.passages, gold),
    }
    return recalls | rank_measures(answer.passages, gold)


def _failure(
    question: Question, answer: Answer, gold: Sequence[Located], values: Mapping[Measure, float], refused: bool
) -> Failure | None:
    """The first stage that went wrong, an unproven statement before all others; None for a right answer."""
    if values.get(Measure.UNPROVEN, 0.0) > 0:
        return Failure.UNPROVEN
    if not question.answerable:
        return None if refused else Failure.NOT_REFUSED
    rank = first_relevant(answer.passages, gold)
    if refused:
        return Failure.NOT_RETRIEVED if rank is None else Failure.REFUSED
    if gold and values[Measure.CITATION_RECALL] == 0:
        return Failure.NOT_RETRIEVED if rank is None else Failure.RANKED_LOW if rank > LOW_RANK else Failure.WRONG_SPAN
    if values.get(Measure.ANSWER_KEYS, 1.0) < 1:
        partly = values[Measure.KEY_RECALL] > 0 or (gold and values[Measure.CITATION_RECALL] < 1)
        return Failure.INCOMPLETE if partly else Failure.WRONG_FACT
    return None


def _name(document: Document) -> str:
    metadata = document.metadata
    known = [metadata.title, metadata.number or "", metadata.period or ""]
    if metadata.date:
        year, month, day = metadata.date.split("-")
        known += [f"{day}/{month}/{year}", f"{int(day)}/{int(month)}/{year}"]
    return "; ".join(known)
