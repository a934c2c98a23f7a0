"""The panel beside an answer: the cited document, scrolled to the quote. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.messages import Lang
from assistant.messages import page as say
from assistant.records import Answer, Citation, RankedPassage
from assistant.ui.links import link_to
from assistant.ui.markup import button, escape, tag
from assistant.ui.viewer import Highlight, document_html
from corpus.records import Document, Span
from corpus.slips import Slip

ANCHORS = "source-"


def empty_html(lang: Lang) -> str:
    """The panel before a source is opened."""
    return tag("p", escape(say.VIEWER_EMPTY.text(lang)), class_="nothing")


def source_html(answer: Answer, n: int, document: Document, turn: int, lang: Lang, doubts: Sequence[Slip] = ()) -> str:
    """The document that citation `n` of an answer stands in, with that quote current and its others marked."""
    citation = next(each for each in answer.citations if each.n == n)
    highlights = [
        Highlight(Span(each.start, each.end), say.QUOTE_LABEL.text(lang, n=each.n), current=each.n == n)
        for each in answer.citations
        if each.doc_id == citation.doc_id
    ]
    header = _header(
        say.VIEWER_PLACE.text(lang, n=n),
        citation.title,
        citation.section,
        (
            _step(answer.citations, n - 1, turn, say.PREVIOUS_SOURCE.text(lang, n=n - 1)),
            _step(answer.citations, n + 1, turn, say.NEXT_SOURCE.text(lang, n=n + 1)),
            _open(document, citation.start, citation.end, lang),
            button(say.BACK_TO_ANSWER.text(lang), class_="tool back", data_back=f"{turn}:{n}"),
        ),
    )
    return _panel(header, document_html(document, highlights, lang, ANCHORS, doubts), document, turn, str(n))


def passage_html(passage: RankedPassage, document: Document, turn: int, rank: int, lang: Lang) -> str:
    """The document that a passage stands in, with the passage current."""
    section = document.structure.path(_section_at(document, passage.start))
    header = _header(
        say.PASSAGE_PLACE.text(lang),
        document.metadata.title,
        section,
        (_open(document, passage.start, passage.end, lang),),
    )
    highlight = Highlight(Span(passage.start, passage.end), say.PASSAGE_PLACE.text(lang), current=True)
    return _panel(header, document_html(document, [highlight], lang, ANCHORS), document, turn, f"passage-{rank}")


def _panel(header: str, paper: str, document: Document, turn: int, shown: str) -> str:
    region = tag("div", paper, class_="paper", tabindex=0, role="region", aria_label=document.metadata.title)
    return tag("section", header + region, class_="source", data_turn=turn, data_n=shown)


def _header(caption: str, title: str, section: Sequence[str], tools: Sequence[str]) -> str:
    where = tag("p", escape(" › ".join(section)), class_="where") if section else ""
    return tag(
        "header",
        tag("p", escape(caption), class_="caption")
        + tag("h2", escape(title))
        + where
        + tag("div", "".join(tools), class_="tools"),
    )


def _step(citations: Sequence[Citation], n: int, turn: int, label: str) -> str:
    if not any(each.n == n for each in citations):
        return ""
    return button(label, class_="tool", data_go=f"{turn}:{n}")


def _open(document: Document, start: int, end: int, lang: Lang) -> str:
    href = link_to(document.id, start, end)
    return tag("a", escape(say.OPEN_DOCUMENT.text(lang)), class_="tool", href=href, target="_blank")


def _section_at(document: Document, offset: int) -> int:
    """The innermost section that an offset stands in."""
    sections = document.structure.sections
    return max(
        (each.position for each in sections if each.span.start <= offset < each.span.end),
        key=lambda position: sections[position].depth,
        default=0,
    )
