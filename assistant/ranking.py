"""Passages found, ranked by the best of their sentences as well, and by what the answer rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.evidence import Weighed
from index.records import Hit, Passage

# What the best sentence's score (0 to about 3) counts beside the passage's own as a share of the best one's (0 to 1).
# On the development questions, weights of the sentences cross-validated by writer: hit@1 .740 without, .757 with .3
# to .5, .753 with the sentence alone; hit@5 .940, .935 and .926.
BEST_SENTENCE = 0.35


def by_sentences(hits: Sequence[Hit], weighed: Iterable[Weighed]) -> list[Hit]:
    """The hits with what their best sentences add to their scores, best first, given their weighed sentences.

    Among equals the order stays.
    """
    best: dict[tuple[str, int], float] = {}
    for sentence in weighed:
        place = _place(sentence.passage)
        best[place] = max(best.get(place, 0.0), sentence.score)
    highest = max((hit.score for hit in hits), default=1.0) or 1.0
    scored = [
        replace(hit, score=hit.score / highest + BEST_SENTENCE * best.get(_place(hit.passage), 0.0)) for hit in hits
    ]
    return sorted(scored, key=lambda hit: -hit.score)


def cited_first(ranked: Sequence[Hit], cited: Iterable[Passage]) -> list[Hit]:
    """The ranked hits behind the passages that an answer rests on, these too best first; as many as there were.

    A document's own date or signer is read from its frame, which no search by subject finds.
    """
    held = {_place(hit.passage): hit for hit in ranked}
    top = ranked[0].score if ranked else 0.0
    first: dict[tuple[str, int], Hit] = {}
    for passage in cited:
        found = held.get(_place(passage), Hit(passage, top))
        first.setdefault(_place(passage), replace(found, score=found.score + top))
    rest = [hit for hit in ranked if _place(hit.passage) not in first]
    return [*sorted(first.values(), key=lambda hit: -hit.score), *rest][: max(len(ranked), len(first))]


def _place(passage: Passage) -> tuple[str, int]:
    return passage.doc_id, passage.start
