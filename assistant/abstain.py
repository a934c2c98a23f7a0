"""When a sentence is not enough of an answer: it is better to say that the documents do not tell."""

from __future__ import annotations

from assistant.evidence import Weighed
from assistant.kinds import Asked
from assistant.resolve import Resolved

# A sentence answers when this much speaks for it: the share of the question's words that it, its headings and what
# everyday words are called in documents cover, and how near its meaning is. Tuned on the development questions.
ENOUGH = 0.0


def is_enough(best: Weighed, asked: Asked, question: Resolved) -> bool:
    """Whether the best sentence can be taken for an answer."""
    return support(best) >= ENOUGH


def support(best: Weighed) -> float:
    """How much speaks for a sentence being an answer at all, about 0 to 2."""
    signals = best.signals
    return signals.words + 0.5 * signals.heading + 0.5 * signals.office + signals.meaning
