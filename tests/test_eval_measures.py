"""Hand-sized cases of every measure, with the values worked out on paper."""

from __future__ import annotations

import math

import pytest

from assistant.records import Citation, RankedPassage
from corpus.records import Span
from eval.measures.abstention import Abstention, abstention
from eval.measures.answers import answer_accuracy, key_recall, says
from eval.measures.citations import citation_precision, citation_recall
from eval.measures.figures import figure_accuracy, figures
from eval.measures.gold import Located, locate, occurrences
from eval.measures.latency import latency
from eval.measures.passages import covers, first_relevant, recall_at
from eval.measures.proof import statements, unproven
from eval.measures.ranking import rank_measures
from eval.measures.resampling import estimate, paired_p_value
from eval.names import Measure
from eval.records import Gold


def passage(start: int, end: int, doc_id: str = "d") -> RankedPassage:
    return RankedPassage(doc_id, start, end, 0.0)


def citation(start: int, end: int, n: int = 1, doc_id: str = "d", quote: str = "", title: str = "") -> Citation:
    return Citation(n, doc_id, title, (), None, start, end, quote)


def at(*spans: tuple[int, int], doc_id: str = "d") -> Located:
    return Located(doc_id, tuple(Span(*span) for span in spans))


def test_a_quote_is_found_at_every_place_overlapping_ones_too() -> None:
    assert occurrences("aa", "aaa b aa") == (Span(0, 2), Span(1, 3), Span(6, 8))
    assert occurrences("", "abc") == ()
    assert locate((Gold("d", "b"), Gold("none", "b")), {"d": "abcb"}) == (at((1, 2), (3, 4)), Located("none", ()))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (passage(0, 100), True),  # contains the quote
        (passage(15, 40), True),  # holds 5 of its 10 characters
        (passage(16, 40), False),  # holds 4
        (passage(50, 60), True),  # the quote's other place
        (passage(0, 100, "other"), False),
    ],
)
def test_a_passage_is_relevant_from_half_of_the_quote_on(found: RankedPassage, expected: bool) -> None:
    assert covers(found, at((10, 20), (50, 60))) is expected


def test_passage_recall_counts_gold_entries_and_none_twice() -> None:
    gold = [at((0, 10)), at((20, 30)), at((90, 100))]
    ranked = [passage(40, 50), passage(0, 10), passage(0, 12), passage(15, 35)]
    assert [recall_at(k, ranked, gold) for k in (1, 2, 3, 4)] == [0, 1 / 3, 1 / 3, 2 / 3]
    assert first_relevant(ranked, gold) == 2
    assert first_relevant(ranked[:1], gold) is None


def test_rank_measures_of_one_question() -> None:
    # Ranks 2 and 4 are relevant; a third gold entry is covered by no passage.
    gold = [at((0, 10)), at((20, 30)), at((90, 100))]
    ranked = [passage(40, 50), passage(0, 10), passage(60, 70), passage(15, 35)]
    values = rank_measures(ranked, gold)
    ideal = 1 + 1 / math.log2(3) + 1 / 2
    assert values[Measure.NDCG_10] == pytest.approx((1 / math.log2(3) + 1 / math.log2(5)) / ideal)
    assert values[Measure.MRR] == 0.5
    assert [values[m] for m in (Measure.SUCCESS_1, Measure.SUCCESS_5)] == [0, 1]
    assert [values[m] for m in (Measure.PRECISION_1, Measure.PRECISION_5)] == [0, 0.4]
    assert values[Measure.PRECISION_10] == pytest.approx(0.2)


def test_one_passage_with_all_the_gold_is_a_perfect_ranking() -> None:
    values = rank_measures([passage(0, 100), passage(200, 300)], [at((0, 10)), at((20, 30))])
    assert values[Measure.NDCG_10] == 1.0


def test_rank_measures_keep_the_order_given_whatever_the_scores() -> None:
    ranked = [RankedPassage("d", 40, 50, 0.1), RankedPassage("d", 0, 10, 0.9)]
    assert rank_measures(ranked, [at((0, 10))])[Measure.MRR] == 0.5


def test_rank_measures_without_passages_are_zero() -> None:
    assert set(rank_measures([], [at((0, 10))]).values()) == {0.0}


def test_citation_recall_joins_citations_and_counts_shared_characters_once() -> None:
    gold = [at((0, 10)), at((20, 30))]
    assert citation_recall([citation(0, 3), citation(1, 5)], gold) == 0.5  # 5 of 10 covered
    assert citation_recall([citation(0, 3), citation(0, 4)], gold) == 0.0  # 4 of 10, not 7
    assert citation_recall([citation(0, 40)], gold) == 1.0
    assert citation_recall([citation(0, 40, doc_id="other")], gold) == 0.0


def test_citation_precision_takes_half_of_the_shorter_span() -> None:
    gold = [at((0, 10))]
    assert citation_precision([citation(6, 14)], gold) == 1.0  # shares 4 of the citation's 8
    assert citation_precision([citation(7, 15)], gold) == 0.0  # shares 3 of 8
    assert citation_precision([citation(0, 500), citation(50, 60)], gold) == 0.5
    assert citation_precision([], gold) == 0.0


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("3%", "đạt 3% trở lên", True),
        ("3%", "đạt 13% trở lên", False),
        ("3%", "dưới 0,3%", False),
        ("15", "đạt 15,5 điểm", False),
        ("15", "đạt 15.", True),
        ("Ủy ban", "UỶ BAN nhân dân", True),
        ("khóa XI", "khoá xi", True),
        ("hợp", "tổng hợp lại", True),
        ("hợp", "họp", False),
        ("trên\n\n90%", "đạt trên 90% [1]", True),
        ("90% trở lên", "90% [1] trở lên", True),
        ("", "gì cũng được", False),
    ],
)
def test_an_answer_key_stands_as_whole_words(key: str, text: str, expected: bool) -> None:
    assert says(key, text) is expected


def test_answer_accuracy_is_all_or_nothing() -> None:
    assert key_recall(["3%", "4%"], "một nơi 3%, nơi kia 5%") == 0.5
    assert answer_accuracy(["3%", "4%"], "một nơi 3%, nơi kia 5%") == 0.0
    assert answer_accuracy(["3%", "4%"], "3% và 4%") == 1.0


def test_figures_are_compared_whole_and_as_written() -> None:
    assert figures("Trên 95 % của 1.200 hộ, 15-20%") == ("95%", "1.200", "15", "20%")
    assert figure_accuracy(["trên 95%"], "dưới 95%") == 1.0
    assert figure_accuracy(["95%"], "9,5% và 95") == 0.0
    assert figure_accuracy(["Bí thư"], "95%") is None


def test_an_answer_is_cut_at_its_marks() -> None:
    found = statements("Mở đầu:\n- Đạt 3% [1].\n- Đạt 4% [2][3]. Hết.")
    assert [(s.text.strip(), s.cited) for s in found] == [
        ("Mở đầu:\n- Đạt 3%", (1,)),
        (".\n- Đạt 4%", (2, 3)),
        (". Hết.", ()),
    ]


def test_a_row_that_says_nothing_is_stated_is_no_statement() -> None:
    table = "| A | đạt 3% [1] |\n| B giai đoạn 2025-2030 | không nêu |\n| C | đạt 4% [2] |\n| D 2030 | không nêu |"
    assert [s.cited for s in statements(table)] == [(1,), (2,)]
    assert "2025" not in "".join(s.text for s in statements(table))
    # A row that says something is one, with or without a mark.
    assert statements("| A | đạt 3% |")[0].cited == ()


TEXT = "Phấn đấu đạt 3% trở lên."


@pytest.mark.parametrize(
    ("answer", "cited", "count"),
    [
        ("Đạt 3% [1].", citation(13, 15, quote="3%"), 0),
        ("Đạt 4% [1].", citation(13, 15, quote="3%"), 1),  # the figure is not in the quote
        ("Đạt 3% [2].", citation(13, 15, quote="3%"), 1),  # no such citation
        ("Đạt 3% [1].", citation(12, 14, quote="3%"), 1),  # the quote is not what stands there
        ("Đạt 3%.", citation(13, 15, quote="3%"), 1),  # no mark
        ("Theo Quy định 05 đạt 3% [1].", citation(13, 15, quote="3%", title="Quy định 05"), 0),
        ("Theo văn bản ngày 1/2/2023 đạt 3% [1].", citation(13, 15, quote="3%"), 1),
        ("1. Đạt 3% [1].", citation(13, 15, quote="3%"), 0),  # a list's number is no figure
    ],
)
def test_a_statement_needs_a_true_quote_with_its_figures(answer: str, cited: Citation, count: int) -> None:
    assert len(unproven(answer, [cited], {"d": TEXT})) == count


def test_abstention_shares() -> None:
    outcomes = [(True, True), (True, False), (True, False), (True, False), (False, True), (False, False)]
    assert abstention(outcomes) == Abstention(2, 2, 4, 0.5, 0.5, 0.25)
    assert abstention([(True, False)]) == Abstention(0, 0, 1, None, None, 0.0)


def test_latency_takes_the_nearest_rank() -> None:
    times = latency([float(n) for n in range(1, 101)])
    assert (times.p50, times.p90, times.p95, times.p99, times.longest) == (50, 90, 95, 99, 100)
    assert latency([7.0]).p50 == 7.0


def test_an_estimate_is_repeatable_and_holds_its_mean() -> None:
    first = estimate([1.0] * 30 + [0.0] * 70)
    assert first == estimate([1.0] * 30 + [0.0] * 70)
    assert first.mean == 0.3
    # 1.96 standard errors are .0898 for 100 questions at .3.
    assert first.low == pytest.approx(0.21, abs=0.02)
    assert first.high == pytest.approx(0.39, abs=0.02)
    assert estimate([1.0]).low == estimate([1.0]).high == 1.0


def test_the_permutation_test_knows_chance_from_change() -> None:
    assert paired_p_value([0, 1, 0, 1], [0, 1, 0, 1]) == 1.0
    # All of 10 differences point one way: 2 of 1,024 sign patterns are as extreme.
    assert paired_p_value([0.0] * 10, [1.0] * 10) == pytest.approx(2 / 1024, abs=0.001)
    # 3 won and 3 lost: no pattern is less extreme.
    assert paired_p_value([0, 0, 0, 1, 1, 1], [1, 1, 1, 0, 0, 0]) == 1.0


def test_a_figure_of_the_question_may_be_denied() -> None:
    quote = "Tỷ lệ đạt từ 3% trở lên"
    cited = Citation(1, "d", "Nghị quyết", (), None, 0, len(quote), quote)
    answer = f"Không thấy nêu 10%; theo Nghị quyết: “{quote}” [1]."
    assert len(unproven(answer, [cited], {"d": quote})) == 1
    assert unproven(answer, [cited], {"d": quote}, question="Vì sao là 10%?") == ()
