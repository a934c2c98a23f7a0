"""One question of a report: what was asked, answered and wanted, and why it failed."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.messages import Lang
from assistant.records import Answer
from corpus.records import Span
from eval.measures.gold import Located, locate
from eval.measures.passages import first_relevant
from eval.measures.proof import unproven
from eval.messages import report as say
from eval.messages import terms
from eval.names import Failure
from eval.records import Question, Score
from eval.report.excerpts import excerpt
from eval.report.markup import Markup, el, join
from eval.run import Run

RIGHT = "right"
"""The style class of a right answer; a failed one has the name of its failure."""


def question_block(run: Run, position: int, lang: Lang) -> Markup:
    """A block that opens to show everything about one question."""
    question, answer, score = run.questions[position], run.answers[position], run.scores[position]
    gold = locate(question.gold, {doc_id: document.text for doc_id, document in run.documents.items()})
    kind = score.failure.value if score.failure else RIGHT
    badge = terms.FAILURES[score.failure] if score.failure else say.RIGHT
    chips = f"{terms.CATEGORIES[question.category].text(lang)} · {terms.STYLES[question.style].text(lang)}"
    head = el(
        "summary",
        el("span", badge.text(lang), class_=f"badge {'good' if kind == RIGHT else 'bad'}"),
        el("span", question.question, class_="asked"),
        el("span", f"{question.id} · {chips}", class_="chips"),
    )
    body = el("div", *_body(run, question, answer, score, gold, lang), class_="body")
    return el("details", head, body, class_="question", data_kind=kind, id=f"q-{question.id}")


def _body(
    run: Run, question: Question, answer: Answer, score: Score, gold: Sequence[Located], lang: Lang
) -> list[Markup]:
    shown: list[Markup] = []
    if score.failure:
        shown.append(el("p", _reason(score.failure, answer, gold, lang), class_="reason"))
    if question.history:
        shown.append(_row(say.ASKED_BEFORE.text(lang), el("p", " → ".join(question.history))))
    if answer.resolved_question not in ("", question.question):
        shown.append(_row(say.SEARCHED.text(lang), el("p", answer.resolved_question)))
    label = say.REFUSAL if score.refused else say.ANSWER
    shown.append(_row(label.text(lang), el("p", answer.answer, class_="answer")))
    if not score.refused:
        shown += _loose(run, answer, lang)
    if question.answer:
        shown.append(_row(say.MODEL_ANSWER.text(lang), el("p", question.answer)))
    if question.answer_keys:
        keys = (el("span", key, class_="key") for key in question.answer_keys)
        shown.append(_row(say.KEYS.text(lang), el("p", *keys)))
    shown += _places(run, answer, gold, lang)
    if question.note:
        shown.append(_row(say.NOTE.text(lang), el("p", question.note, class_="quiet")))
    return shown


def _reason(failure: Failure, answer: Answer, gold: Sequence[Located], lang: Lang) -> str:
    reason = say.EXPLANATIONS[failure].text(lang)
    if not gold:
        return reason
    rank, found = first_relevant(answer.passages, gold), len(answer.passages)
    place = say.NO_RANK.text(lang, all=found) if rank is None else say.RANK.text(lang, rank=rank, all=found)
    return f"{reason} {place}"


def _loose(run: Run, answer: Answer, lang: Lang) -> list[Markup]:
    texts = {doc_id: document.text for doc_id, document in run.documents.items()}
    names = {doc_id: document.name for doc_id, document in run.documents.items()}
    found = unproven(answer.answer, answer.citations, texts, names)
    label = say.UNPROVEN_STATEMENT.text(lang)
    return [_row(label, el("p", statement.text.strip(), class_="loose")) for statement in found]


def _places(run: Run, answer: Answer, gold: Sequence[Located], lang: Lang) -> list[Markup]:
    """The gold with what was cited of it, then the citations that touch no gold."""
    shown: list[Markup] = []
    for entry in gold:
        if entry.whole:
            shown.append(_row(say.GOLD.text(lang), el("p", entry.doc_id)))
        elif entry.doc_id in run.documents and entry.spans:
            place = _best_place(entry, answer)
            shown.append(_row(say.GOLD.text(lang), *_excerpt(run, entry.doc_id, place, answer, gold)))
    for citation in answer.citations:
        span = Span(citation.start, citation.end)
        quoted = [e for e in gold if e.doc_id == citation.doc_id and not e.whole]
        touched = any(span.overlaps(place) for entry in quoted for place in entry.spans)
        if not touched and citation.doc_id in run.documents:
            label = f"{say.CITED.text(lang)} [{citation.n}]"
            shown.append(_row(label, *_excerpt(run, citation.doc_id, span, answer, gold)))
    return shown


def _best_place(entry: Located, answer: Answer) -> Span:
    """Of the places at which a quote stands, the first one that was cited, or the first."""
    cited = [Span(c.start, c.end) for c in answer.citations if c.doc_id == entry.doc_id]
    return next((place for place in entry.spans if any(place.overlaps(span) for span in cited)), entry.spans[0])


def _excerpt(run: Run, doc_id: str, centre: Span, answer: Answer, gold: Sequence[Located]) -> list[Markup]:
    document = run.documents[doc_id]
    cited = [Span(c.start, c.end) for c in answer.citations if c.doc_id == doc_id]
    wanted = [place for entry in gold if entry.doc_id == doc_id and not entry.whole for place in entry.spans]
    return [
        el("p", f"{document.title} ({doc_id})", class_="quiet"),
        el("blockquote", excerpt(document.text, centre, cited, wanted)),
    ]


def _row(label: str, *content: Markup) -> Markup:
    return el("div", el("h4", label), el("div", join(*content)), class_="row")
