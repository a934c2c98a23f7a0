"""Passages by their best sentences, and those that an answer rests on first."""

from __future__ import annotations

from assistant.evidence import Weighed
from assistant.ranking import BEST_SENTENCE, by_sentences, cited_first
from assistant.signals import Signals
from assistant.stated import FactsAt, by_place
from assistant.statements import Evidence
from corpus.records import Span
from index.records import Hit, Passage

NOTHING = Signals(**dict.fromkeys(Signals.__slots__, 0.0))


def hit(start: int, score: float, doc_id: str = "a") -> Hit:
    return Hit(Passage(doc_id, start, start + 10, (), "0123456789"), score)


def sentence(of: Hit, score: float) -> Weighed:
    evidence = Evidence(of.passage.doc_id, Span(of.passage.start, of.passage.end))
    return Weighed(evidence, of.passage, score, NOTHING, FactsAt((), (), ()))


def scores(hits: list[Hit]) -> list[tuple[str, int, float]]:
    return [(each.passage.doc_id, each.passage.start, round(each.score, 6)) for each in hits]


def test_the_best_sentence_of_a_passage_counts_beside_its_own_score() -> None:
    first, second = hit(0, 0.5), hit(20, 0.4)
    weighed = [sentence(first, 1.0), sentence(second, 2.0), sentence(second, 0.5)]
    assert scores(by_sentences([first, second], weighed)) == [
        ("a", 20, round(0.8 + 2 * BEST_SENTENCE, 6)),
        ("a", 0, round(1 + BEST_SENTENCE, 6)),
    ]


def test_passages_of_other_documents_at_the_same_place_are_others() -> None:
    first, second = hit(0, 0.5), hit(0, 0.5, "b")
    assert scores(by_sentences([first, second], [sentence(second, 1.0)]))[0][0] == "b"


def test_without_sentences_the_order_stays() -> None:
    hits = [hit(0, 0.4), hit(20, 0.4), hit(40, 0.3)]
    assert [each.passage for each in by_sentences(hits, [])] == [each.passage for each in hits]
    assert by_sentences([], []) == []


def test_what_an_answer_rests_on_goes_first_and_pushes_the_last_out() -> None:
    first, second, elsewhere = hit(0, 1.0), hit(20, 0.9), hit(80, 0.0)
    passages_at = by_place([first.passage, second.passage, elsewhere.passage])
    cited = passages_at(Evidence("a", Span(82, 85)))
    assert scores(cited_first([first, second], cited)) == [("a", 80, 2.0), ("a", 0, 1.0)]
    assert scores(cited_first([first, second], passages_at(Evidence("a", Span(21, 25))))) == [
        ("a", 20, 1.9),
        ("a", 0, 1.0),
    ]
    assert cited_first([first], []) == [first]
