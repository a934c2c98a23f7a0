"""The panel beside an answer: the cited document, scrolled to the quote. Pure."""

from __future__ import annotations

from assistant.messages import Lang
from assistant.messages import page as say
from assistant.records import Answer, Citation
from assistant.ui.markup import button, escape, tag
from assistant.ui.viewer import Highlight, document_html
from corpus.records import Document, Span

ANCHORS = "source-"


def empty_html(lang: Lang) -> str:
    """The panel before a source is opened."""
    return tag("p", escape(say.VIEWER_EMPTY.text(lang)), class_="nothing")


def source_html(answer: Answer, n: int, document: Document, turn: int, lang: Lang) -> str:
    """The document that citation `n` of an answer stands in, with that quote current and its others marked."""
    citation = next(each for each in answer.citations if each.n == n)
    highlights = [_highlight(each, n, lang) for each in answer.citations if each.doc_id == citation.doc_id]
    paper = document_html(document, highlights, lang, ANCHORS)
    return tag(
        "section",
        _header(citation, turn, lang)
        + tag("div", paper, class_="paper", tabindex=0, role="region", aria_label=document.metadata.title),
        class_="source",
        data_turn=turn,
        data_n=n,
    )


def _highlight(citation: Citation, n: int, lang: Lang) -> Highlight:
    span = Span(citation.start, citation.end)
    return Highlight(span, say.QUOTE_LABEL.text(lang, n=citation.n), current=citation.n == n)


def _header(citation: Citation, turn: int, lang: Lang) -> str:
    where = " › ".join(citation.section)
    back = button(say.BACK_TO_ANSWER.text(lang), class_="tool back", data_back=f"{turn}:{citation.n}")
    return tag(
        "header",
        tag("p", escape(say.VIEWER_PLACE.text(lang, n=citation.n)), class_="caption")
        + tag("h3", escape(citation.title))
        + (tag("p", escape(where), class_="where") if where else "")
        + tag("p", back, class_="tools"),
    )
