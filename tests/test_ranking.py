"""Facts in the ranking: what a hit gains, and what it does not."""

from __future__ import annotations

from assistant.evidence import Weighed
from assistant.ranking import FACT, NAMED, by_facts
from assistant.signals import Signals
from assistant.stated import FactsAt
from assistant.statements import Evidence
from corpus.records import Span
from index.records import Hit, Passage


def hit(start: int, score: float, doc_id: str = "a") -> Hit:
    return Hit(Passage(doc_id, start, start + 10, (), "0123456789"), score)


def sentence(of: Hit, *, fact: float = 0.0, named: float = 0.0) -> Weighed:
    signals = Signals(
        passage=1.0,
        meaning=0.5,
        words=0.5,
        heading=0.0,
        office=0.0,
        fact=fact,
        named=named,
        timed=0.0,
        organised=0.0,
        frame=0.0,
    )
    evidence = Evidence(of.passage.doc_id, Span(of.passage.start, of.passage.end))
    return Weighed(evidence, of.passage, 1.0, signals, FactsAt((), (), ()), 0.8)


def scores(hits: list[Hit]) -> list[tuple[str, int, float]]:
    return [(each.passage.doc_id, each.passage.start, round(each.score, 6)) for each in hits]


def test_a_fact_lifts_its_passage_over_a_slightly_better_one() -> None:
    first, second = hit(0, 0.55), hit(20, 0.5)
    ranked = by_facts([first, second], [sentence(first), sentence(second, fact=1.0)])
    assert scores(ranked) == [("a", 20, 0.5 + FACT), ("a", 0, 0.55)]


def test_a_fact_does_not_lift_over_a_much_better_one() -> None:
    first, second = hit(0, 0.9), hit(20, 0.5)
    ranked = by_facts([first, second], [sentence(second, fact=1.0, named=1.0)])
    assert scores(ranked) == [("a", 0, 0.9), ("a", 20, round(0.5 + FACT + NAMED, 6))]


def test_many_facts_in_one_passage_count_once() -> None:
    only = hit(0, 0.5)
    ranked = by_facts([only], [sentence(only, fact=1.0), sentence(only, fact=1.0, named=0.5)])
    assert scores(ranked) == [("a", 0, round(0.5 + FACT + NAMED / 2, 6))]


def test_the_same_offset_in_another_document_gains_nothing() -> None:
    first, second = hit(0, 0.5), hit(0, 0.5, "b")
    assert scores(by_facts([first, second], [sentence(second, fact=1.0)]))[0] == ("b", 0, 0.5 + FACT)


def test_without_facts_the_order_stays() -> None:
    hits = [hit(40, 0.5), hit(0, 0.5), hit(20, 0.5)]
    assert by_facts(hits, [sentence(each) for each in hits]) == hits
    assert by_facts([], []) == []
