"""The layout of a document: nothing lost, nothing executed, quotes where they stand."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from assistant.messages import Lang
from assistant.messages import page as say
from assistant.ui.viewer import Highlight, document_html
from corpus.library import BUNDLED
from corpus.records import Block, BlockKind, Document, Metadata, Section, Span, Structure

DOC_IDS = sorted(path.stem for path in BUNDLED.glob("*.txt"))


class _Reader(HTMLParser):
    """Collects the text of a page and that of its marks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.marked = ""
        self._in_mark = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._in_mark |= tag == "mark"

    def handle_endtag(self, tag: str) -> None:
        self._in_mark &= tag != "mark"

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._in_mark:
            self.marked += data


def letters(text: str) -> str:
    """Letters and figures only: layout may change everything else."""
    return re.sub(r"[\W_]", "", text)


def one_paragraph(text: str) -> Document:
    """A document of a single paragraph."""
    whole = Span(0, len(text))
    structure = Structure(
        (Section(0, None, 0, "", "", Span(0, 0), whole),), (Block(BlockKind.PARAGRAPH, (whole,), "", 0),), ()
    )
    return Document("one", text, "", Metadata("One"), structure)


@pytest.mark.parametrize("doc_id", DOC_IDS)
def test_no_letter_of_a_document_is_lost(doc_id: str, documents: dict[str, Document]) -> None:
    document = documents[doc_id]
    shown = _Reader(document_html(document, (), Lang.VI, "a-")).text
    # A paragraph that a footnote parts is joined again, so the order may differ; nothing else may.
    assert Counter(letters(shown.replace(say.PAGE_BREAK.vi, ""))) == Counter(letters(document.text))


@pytest.mark.parametrize("doc_id", DOC_IDS)
def test_each_block_can_be_marked_alone(doc_id: str, documents: dict[str, Document]) -> None:
    document = documents[doc_id]
    for block in document.structure.blocks:
        quote = block.pieces[0]
        html = document_html(document, [Highlight(quote, "here", current=True)], Lang.VI, "a-")
        assert letters(_Reader(html).marked) == letters(quote.of(document.text))


def test_overlapping_highlights_keep_the_text_and_the_current_one_wins() -> None:
    document = one_paragraph("một hai ba bốn")
    highlights = [Highlight(Span(0, 7), "first"), Highlight(Span(4, 10), "second", current=True)]
    assert document_html(document, highlights, Lang.VI, "a-") == (
        '<p id="a-0" class="paragraph"><mark title="first">một </mark>'
        '<mark data-current title="second">hai</mark><mark data-current title="second"> ba</mark> bốn</p>'
    )


def test_markup_in_a_document_is_shown_as_it_is_written() -> None:
    text = '<script>alert("x")</script> & <b>đậm</b>'
    html = document_html(one_paragraph(text), (), Lang.VI, "a-")
    assert "<script" not in html
    assert "<b>" not in html
    assert _Reader(html).text == text
