"""The sentences of the passages found, weighed against the question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.statements import Evidence
from corpus.folding import words
from corpus.records import Document, Span
from corpus.sentences import sentences
from index.records import Hit

# Share of a sentence's weight that its passage's rank gives; the rest are the question's own words.
_PASSAGE_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence, how well it fits the question (higher is better), and the share of its words it covers (0..1)."""

    evidence: Evidence
    score: float
    coverage: float


def weigh(
    hits: Sequence[Hit], documents: dict[str, Document], question: str, rarity: dict[str, float]
) -> list[Weighed]:
    """The sentences of the hits, best first. `rarity` gives each folded bare word its weight, rarer is higher."""
    asked = _terms(words(question, diacritics=False))
    total = sum(_rarity(term, rarity) for term in asked) or 1.0
    found = []
    for hit in hits:
        text = documents[hit.passage.doc_id].text
        heading = _terms(words(" ".join(hit.passage.section), diacritics=False))
        for span in sentences(text, Span(hit.passage.start, hit.passage.end)):
            said = _terms(words(span.of(text), diacritics=False))
            own = sum(_rarity(term, rarity) for term in asked & said) / total
            lent = sum(_rarity(term, rarity) for term in asked & heading - said) / total
            coverage = own + lent
            score = _PASSAGE_SHARE * hit.score + (1 - _PASSAGE_SHARE) * (own + lent / 2)
            found.append(Weighed(Evidence(hit.passage.doc_id, span), score, coverage))
    return sorted(found, key=lambda weighed: -weighed.score)


def _terms(tokens: Iterable[str]) -> frozenset[str]:
    listed = list(tokens)
    return frozenset(listed) | {f"{a} {b}" for a, b in pairwise(listed)}


def _rarity(term: str, rarity: dict[str, float]) -> float:
    return sum(rarity.get(word, max(rarity.values(), default=1.0)) for word in term.split()) / len(
        term.split()
    )
