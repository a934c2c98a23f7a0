"""Asking every question of a set and measuring the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.records import Answer
from corpus.records import Document
from eval.environment import Environment, describe
from eval.records import Answerer, Question, Score
from eval.scoring import Source, score, source_of

Progress = Callable[[int, int], None]
"""Called with the number of questions done and the number of all."""


@dataclass(frozen=True, slots=True)
class System:
    """The system under test, what it answers from, and what there is to say of its index and encoder."""

    answerer: Answerer
    documents: Mapping[str, Document]
    description: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document as a run keeps it, so that a report can be made when the corpus has long changed."""

    id: str
    title: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """The questions of a set with their answers and scores, in the same order, and what they were made with."""

    id: str
    environment: Environment
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    scores: tuple[Score, ...]
    documents: Mapping[str, Evidence]


def answers_of(
    questions: Sequence[Question], system: System, known: Mapping[str, Answer], progress: Progress | None = None
) -> Iterator[Answer]:
    """The answer to each question in order; those in `known` are not asked again."""
    for done, question in enumerate(questions, start=1):
        yield known[question.id] if question.id in known else system.answerer.ask(question.query())
        if progress is not None:
            progress(done, len(questions))


def run(questions: Sequence[Question], system: System, progress: Progress | None = None) -> Run:
    """A whole run in memory; `eval.folder.run_into` keeps it on disk as it goes."""
    environment = describe(questions, system.documents, system.description)
    answers = tuple(answers_of(questions, system, {}, progress))
    return measured(questions, answers, system, environment)


def measured(questions: Sequence[Question], answers: Sequence[Answer], system: System, environment: Environment) -> Run:
    """A run from its answers, given in the order of the questions; `environment` is that of before the first one."""
    source = source_of(tuple(system.documents.values()))
    pairs = zip(questions, answers, strict=True)
    return Run(
        id=environment.run_id,
        environment=environment,
        questions=tuple(questions),
        answers=tuple(answers),
        scores=tuple(score(question, answer, source) for question, answer in pairs),
        documents=_evidence(questions, answers, system.documents, source),
    )


def _evidence(
    questions: Sequence[Question], answers: Sequence[Answer], documents: Mapping[str, Document], source: Source
) -> dict[str, Evidence]:
    named = {doc_id for question in questions for doc_id in question.documents}
    named |= {citation.doc_id for answer in answers for citation in answer.citations}
    named |= {passage.doc_id for answer in answers for passage in answer.passages}
    return {
        doc_id: Evidence(doc_id, documents[doc_id].metadata.title, source.names[doc_id], documents[doc_id].text)
        for doc_id in sorted(named & documents.keys())
    }
