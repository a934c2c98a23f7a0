"""Answers as a Word document, each statement with its numbered source."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from assistant.messages import Lang
from assistant.messages import page as say
from assistant.prose import Items, Paragraph, Part, Table, parts
from assistant.records import Answer, Citation

if TYPE_CHECKING:
    from docx.document import Document

_FONT = "Times New Roman"  # what Vietnamese administrative documents are set in (Decree 30/2020/NĐ-CP)
_SIZE_PT = 13


def answers_docx(answers: Sequence[Answer], lang: Lang) -> bytes:
    """A .docx file with the questions, the answers and, under each, its sources with their quotes."""
    document = _blank()
    document.add_heading(say.EXPORT_TITLE.text(lang), level=0)
    for answer in answers:
        document.add_heading(answer.question, level=1)
        for part in parts(answer.answer):
            _add(document, part)
        if answer.citations:
            document.add_heading(say.SOURCES.text(lang), level=2)
        for citation in answer.citations:
            document.add_paragraph(source_line(citation, lang))
    document.add_paragraph(say.EXPORT_NOTE.text(lang)).runs[0].italic = True
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def source_line(citation: Citation, lang: Lang) -> str:
    """A numbered source in one line: where it stands and what it says."""
    quote = " ".join(citation.quote.split())
    return f"[{citation.n}] {place(citation, lang)}: “{quote}”"


def place(citation: Citation, lang: Lang) -> str:
    """Where a citation stands: document, section, page."""
    page = () if citation.page is None else (say.PAGE.text(lang, page=citation.page),)
    return " › ".join((citation.title, *citation.section, *page))


def _blank() -> Document:
    # Imported here: python-docx takes a third of a second, and most sessions export nothing.
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    document = docx.Document()
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet"):
        font = document.styles[name].font
        font.name = _FONT
        # Word takes the face for Vietnamese letters from the theme unless each script is named.
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), _FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)
        font.color.rgb = RGBColor(0, 0, 0)
    document.styles["Normal"].font.size = Pt(_SIZE_PT)
    return document


def _add(document: Document, part: Part) -> None:
    match part:
        case Paragraph(text):
            document.add_paragraph(text)
        case Items(items):
            for item in items:
                document.add_paragraph(item, style="List Bullet")
        case Table(head, rows):
            table = document.add_table(rows=0, cols=len(head), style="Table Grid")
            for row in (head, *rows):
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
            for cell in table.rows[0].cells:
                cell.paragraphs[0].runs[0].bold = True
