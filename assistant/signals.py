"""What speaks for and against a sentence as the answer to a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields

from assistant.aspects import aspects, shares
from assistant.kinds import Asked
from assistant.records import Kind
from assistant.resolve import Resolved
from assistant.stated import FactsAt
from assistant.terms import Rarity, terms
from corpus.facts.records import Duty, Measure, Mention
from corpus.folding import folded


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for a sentence (or, with a negative weight, against it), each about 0 to 1.

    `passage`: its passage's score by the best one's; `meaning`: how near its vector is to the question's, as such
    things go; `words`, `heading`: the share of the question's words, the rarer the heavier, that it holds itself and
    that only its headings hold; `office`: the share of what everyday words are called in documents that it holds;
    `fact`: it states a fact of the kind asked for; `named`: that fact is about the body or document number that the
    question names; `timed`: it says when, and that was asked; `organised`: it stands under "Tổ chức thực hiện" and a
    duty was asked for; `frame`: it belongs to the document's frame (title, mailing list, signature, preamble), which
    answers few questions; `aspect`: it looks at the matter from the side that the question does.
    """

    passage: float
    meaning: float
    words: float
    heading: float
    office: float
    fact: float
    named: float
    timed: float
    organised: float
    frame: float
    aspect: float


# Tuned on the development questions by benchmarks/tune_answers.py (listwise, with a penalty on large weights).
WEIGHTS = Signals(
    passage=0.85,
    meaning=0.8,
    words=0.4,
    heading=0.1,
    office=0.15,
    fact=0.15,
    named=0.1,
    timed=0.1,
    organised=0.05,
    frame=-0.1,
    aspect=0.25,
)


class Question:
    """A resolved question, read once for all sentences it is compared with."""

    def __init__(self, question: Resolved, asked: Asked, rarity: Rarity) -> None:
        self.asked = asked
        self._terms = terms(question.topic)
        self._office = terms(question.office) - self._terms
        self._ordinals = {ordinal.lstrip("0") for ordinal in _ORDINAL.findall(question.topic)}
        self._aspects = aspects(question.text)
        self._rarity = rarity
        # What a follow-up says itself counts more than what it leans on.
        self._recalled = self._terms - terms(question.asking) if question.asking != question.text else frozenset[str]()
        self._total = self._weight(self._terms) or 1.0
        self._office_total = rarity.total(self._office) or 1.0

    def signals(
        self, said: str, section: Sequence[str], facts: FactsAt, *, passage: float, nearness: float, frame: bool
    ) -> Signals:
        """What speaks for a sentence, given its text, its headings and the facts it states."""
        own, about = terms(said), terms(" ".join(section))
        duty = self.asked.matter is Kind.DUTY
        return Signals(
            passage=passage,
            meaning=_stretched(nearness),
            words=self._weight(self._terms & own) / self._total,
            heading=self._weight((self._terms & about) - own) / self._total,
            office=self._rarity.total(self._office & own) / self._office_total,
            fact=float(_states(self.asked.matter, facts)),
            named=self._named(facts),
            timed=float(self.asked.when and _says_when(facts)),
            organised=float(duty and _ORGANISATION.search(folded(" ".join(section))) is not None),
            frame=float(frame),
            aspect=shares(self._aspects, said, section),
        )

    def _weight(self, listed: frozenset[str]) -> float:
        recalled = listed & self._recalled
        return self._rarity.total(listed - recalled) + _RECALLED * self._rarity.total(recalled)

    def _named(self, facts: FactsAt) -> float:
        """Whether a cited document's number, or how much of a duty's body, stands in the question."""
        if self.asked.matter is Kind.SOURCE:
            return float(any(self._cites(mention) for mention in facts.mentions))
        return max((self._shares(duty) for duty in facts.duties), default=0.0)

    def _cites(self, mention: Mention) -> bool:
        ordinal = _ORDINAL.match(mention.number or "")
        return ordinal is not None and ordinal[0].lstrip("0") in self._ordinals

    def _shares(self, duty: Duty) -> float:
        body = terms(duty.body)
        return len(body & self._terms) / len(body) if body else 0.0


# What a word of a former question counts in a follow-up, by one of its own. Set on the development questions.
_RECALLED = 0.3
_ORDINAL = re.compile(r"\d+(?:[./]\d+)*")
_ORGANISATION = re.compile(r"tổ chức thực hiện|trách nhiệm|phân công")
# Standard deviations by which sentences that answer are nearer to their question than sentences of any official
# document are: one and a half to nine on the development questions. As a cosine that differs from model to model.
_NEAREST = 10.0


def score(signals: Signals, weights: Signals = WEIGHTS) -> float:
    """One figure for all signals; higher is better."""
    return sum(float(getattr(signals, f.name) * getattr(weights, f.name)) for f in fields(Signals))


def _stretched(nearness: float) -> float:
    return min(1.0, max(0.0, nearness / _NEAREST))


def _states(kind: Kind, facts: FactsAt) -> bool:
    return bool({Kind.TARGET: facts.targets, Kind.DUTY: facts.duties, Kind.SOURCE: facts.mentions}.get(kind))


def _says_when(facts: FactsAt) -> bool:
    timed = any(target.measure in (Measure.DEADLINE, Measure.FREQUENCY) or target.when for target in facts.targets)
    return timed or any(duty.when for duty in facts.duties)
