"""From what was found to a draft answer: which way of answering fits the question."""

from __future__ import annotations

from dataclasses import replace

from assistant.abstain import asks_how_things_stand, is_enough
from assistant.answering import cited, comparison, duty, inside, own, plain, source, target
from assistant.answering.extent import with_footnotes
from assistant.answering.finding import Finding, quote
from assistant.answering.told import confirms_a_date
from assistant.evidence import Weighed
from assistant.expected import fits
from assistant.records import Kind
from assistant.statements import Draft
from corpus.folding import words

# A sentence that holds what is asked for is the answer when its score comes this near to the best of all.
_NEAR_BEST = 0.6

_WAYS = {
    Kind.TARGET: target.answer,
    Kind.DUTY: duty.answer,
    Kind.SOURCE: source.answer,
    Kind.CONTENT: plain.answer,
}


def compose(finding: Finding) -> Draft:
    """The draft of an answer; without statements when the documents do not answer."""
    scope = finding.question.scope
    if finding.asked.kind is Kind.OUT_OF_SCOPE or _is_outside(finding) or not finding.weighed:
        return Draft(())
    if own.is_asked(finding):
        return own.answer(finding)
    if source.comes_first(finding):
        return source.answer(finding)
    if finding.asked.kind is Kind.COMPARISON and len(finding.searched) > 1 and not scope.outside:
        return comparison.answer(finding)
    if cited.numbers_of_others(finding) and not cited.by_number(finding):
        return Draft(())
    if inside.is_asked(finding):
        return inside.answer(finding)
    if source.is_asked(finding):
        return source.answer(finding)
    fitting = _fitting(finding)
    if scope.outside or not fitting or not is_enough(fitting[0]) or asks_how_things_stand(finding.question):
        return Draft(())
    answer = source.answer if cited.is_sought(finding) else _WAYS[finding.asked.matter]
    return with_footnotes(answer(replace(finding, weighed=fitting)), finding)


def _is_outside(finding: Finding) -> bool:
    """Whether a question names what the documents do not speak of, and not only a year of issue to be confirmed."""
    scope = finding.question.scope
    only_year = not replace(scope, unknown_year=None).outside
    return scope.outside and not (only_year and confirms_a_date(finding.question.asking))


def _fitting(finding: Finding) -> list[Weighed]:
    """The sentences that hold what the question calls for; none when the best of them is far from the best of all."""
    weighed = finding.weighed
    if finding.asked.matter is not Kind.SOURCE:
        # Titles, preambles and mailing lists name matters and bodies, and say nothing of them.
        weighed = [piece for piece in weighed if not piece.signals.frame] or weighed
    kept = [
        piece for piece in weighed if _holds(quote(piece.evidence, finding.documents[piece.evidence.doc_id]), finding)
    ]
    return kept if kept and kept[0].score >= _NEAR_BEST * weighed[0].score else []


def _holds(said: str, finding: Finding) -> bool:
    """Whether a quote holds what is asked for, and names the place that texts only mention if the question does."""
    place = finding.question.scope.mentioned
    named = place is None or " ".join(words(place, diacritics=False)) in " ".join(words(said, diacritics=False))
    return named and fits(finding.question.asking, said)
