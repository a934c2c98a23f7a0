"""Scores put together: over all questions, by category, by style, by document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eval.measures.abstention import Abstention, abstention
from eval.measures.latency import Latency, latency
from eval.measures.resampling import Estimate, estimate
from eval.names import Category, Failure, Grouping, Measure, Style
from eval.records import Question, Score


@dataclass(frozen=True, slots=True)
class Group:
    """The figures over some questions; a measure that is defined for none of them is absent."""

    name: str
    questions: int
    estimates: Mapping[Measure, Estimate]
    abstention: Abstention
    latency: Latency
    failures: Mapping[Failure, int]


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures over all questions and over each group; a question counts for every document of its gold."""

    overall: Group
    groups: Mapping[Grouping, tuple[Group, ...]]


def summarise(questions: Sequence[Question], scores: Sequence[Score]) -> Summary:
    """The summary of a run; `scores` stand in the order of `questions`, at least one."""
    pairs = tuple(zip(questions, scores, strict=True))
    documents = sorted({doc_id for question in questions for doc_id in question.documents})
    return Summary(
        overall=_group("", pairs),
        groups={
            Grouping.CATEGORY: _groups((c.value, [p for p in pairs if p[0].category is c]) for c in Category),
            Grouping.STYLE: _groups((s.value, [p for p in pairs if p[0].style is s]) for s in Style),
            Grouping.DOCUMENT: _groups((d, [p for p in pairs if d in p[0].documents]) for d in documents),
        },
    )


def _groups(named: Iterable[tuple[str, Sequence[tuple[Question, Score]]]]) -> tuple[Group, ...]:
    return tuple(_group(name, pairs) for name, pairs in named if pairs)


def _group(name: str, pairs: Sequence[tuple[Question, Score]]) -> Group:
    scores = [score for _, score in pairs]
    defined = {measure: [s.values[measure] for s in scores if measure in s.values] for measure in Measure}
    return Group(
        name=name,
        questions=len(pairs),
        estimates={measure: estimate(values) for measure, values in defined.items() if values},
        abstention=abstention((question.answerable, score.refused) for question, score in pairs),
        latency=latency([score.elapsed_ms for score in scores]),
        failures={f: sum(s.failure is f for s in scores) for f in Failure if any(s.failure is f for s in scores)},
    )
