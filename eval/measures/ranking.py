"""Rank measures of the passages, computed by ir_measures (the only import of it).

The relevance judgments of a question are pooled from its own ten passages: every passage among them that is
relevant to a gold entry is judged 1, every other one 0, and each gold entry to which none of the ten is relevant
adds one relevant passage that was not retrieved. So nDCG is 1 exactly when no gold entry is missed and no other
passage stands above a relevant one. With G gold entries in one passage, that one passage is all there is to find.

Source: MacAvaney, Macdonald, Ounis, "Streamlining Evaluation with ir-measures", ECIR 2022; pooling to depth ten as
in Sparck Jones and van Rijsbergen 1975; nDCG as in Järvelin and Kekäläinen 2002 with gain 1 and log2(1 + rank).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from assistant.records import RankedPassage
from eval.measures.gold import Located
from eval.measures.passages import covers
from eval.names import Measure

DEPTH: Final = 10
"""How many passages an answer carries."""

NAMES: Final[Mapping[Measure, str]] = {
    Measure.SUCCESS_1: "Success@1",
    Measure.SUCCESS_5: "Success@5",
    Measure.SUCCESS_10: "Success@10",
    Measure.PRECISION_1: "P@1",
    Measure.PRECISION_5: "P@5",
    Measure.PRECISION_10: "P@10",
    Measure.MRR: "RR@10",
    Measure.NDCG_10: "nDCG@10",
}
"""The measures in ir_measures' notation. Success@k: a relevant passage is among the first k. P@k: the share of k
places that hold a relevant passage (fewer than k passages count as misses). RR@10: one over the rank of the first
relevant passage, 0 where it is not among ten."""


def rank_measures(passages: Sequence[RankedPassage], gold: Sequence[Located]) -> dict[Measure, float]:
    """The rank measures of one question with gold; the order of `passages` counts, their scores do not."""
    import ir_measures

    judged = passages[:DEPTH]
    qrels = [
        ir_measures.Qrel("q", f"p{i}", int(any(covers(passage, entry) for entry in gold)))
        for i, passage in enumerate(judged)
    ]
    missed = [entry for entry in gold if not any(covers(passage, entry) for passage in judged)]
    qrels += [ir_measures.Qrel("q", f"missed{i}", 1) for i in range(len(missed))]
    if not judged:
        return dict.fromkeys(NAMES, 0.0)
    ranked = [ir_measures.ScoredDoc("q", f"p{i}", float(-i)) for i in range(len(judged))]
    measures = {ir_measures.parse_measure(name): measure for measure, name in NAMES.items()}
    return {
        measures[metric.measure]: float(metric.value) for metric in ir_measures.iter_calc(list(measures), qrels, ranked)
    }
