"""The documents with their metadata, and one of them to read with its outline. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.messages import Lang
from assistant.messages import page as say
from assistant.ui.links import link_to
from assistant.ui.markup import button, escape, tag
from assistant.ui.naming import short_title
from assistant.ui.viewer import Highlight, document_html
from corpus.folding import folded, word_spans
from corpus.records import Document, Level, Section, Span
from corpus.slips import Slip

ANCHORS = "read-"
_LINK = (
    '<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" fill="none" stroke="currentColor">'
    '<path d="M6.5 9.5l3-3M7 4.5l1.6-1.6a3 3 0 014.3 4.3L11.3 8.8M9 11.5l-1.6 1.6a3 3 0 01-4.3-4.3L4.7 7.2"/></svg>'
)
_AT_A_GLANCE = frozenset({"number", "date", "issuer", "period"})
_DEEPEST_SHOWN = 3  # levels of the outline; numbered paragraphs below would bury it


@dataclass(frozen=True, slots=True)
class Reading:
    """A document being read: the stretches to highlight, and which of them is in view."""

    document: Document
    marked: tuple[Span, ...] = ()
    current: int = 0
    sought: str = ""
    doubts: tuple[Slip, ...] = ()


def find(document: Document, sought: str) -> tuple[Span, ...]:
    """Where some words stand next to each other, with or without diacritics as they were typed."""
    exact = folded(sought, diacritics=False) != folded(sought)
    wanted = [word for word, _ in word_spans(sought, diacritics=exact)]
    there = word_spans(document.text, diacritics=exact)
    if not wanted:
        return ()
    names = [word for word, _ in there]
    size = len(wanted)
    starts = (at for at in range(len(names) - size + 1) if names[at : at + size] == wanted)
    return tuple(Span(there[at][1].start, there[at + size - 1][1].end) for at in starts)


def list_html(documents: Mapping[str, Document], open_id: str, lang: Lang) -> str:
    """The documents as buttons; the open one says so."""
    items = "".join(
        tag("li", button(short_title(each), class_="choice", data_doc=each.id, aria_current=_yes(each.id == open_id)))
        for each in documents.values()
    )
    return tag("nav", tag("ul", items), aria_label=say.DOCUMENT_LIST.text(lang))


def _yes(value: bool) -> str | None:
    return "true" if value else None


def reading_html(reading: Reading, lang: Lang) -> str:
    """A document with its metadata, outline and search."""
    document = reading.document
    label = say.LINKED_PLACE.text(lang)
    highlights = [Highlight(span, label, current=at == reading.current) for at, span in enumerate(reading.marked)]
    paper = document_html(document, highlights, lang, ANCHORS, reading.doubts)
    region = tag("div", paper, class_="paper", tabindex=0, role="region", aria_label=document.metadata.title)
    head = tag("h2", escape(document.metadata.title)) + _metadata(document, lang)
    body = tag("div", _outline(document, lang) + region, class_="open-book")
    return tag("section", tag("header", head) + _search(reading, lang) + body, class_="reading", data_doc=document.id)


def _metadata(document: Document, lang: Lang) -> str:
    about = document.metadata
    rows, known = [], []
    for name, label in say.FIELDS.items():
        value = getattr(about, name)
        shown = say.NOT_STATED.text(lang) if value is None else _value(value, lang)
        inferred = f" ({say.INFERRED.text(lang)})" if name in about.inferred else ""
        rows.append(tag("div", tag("dt", escape(label.text(lang))) + tag("dd", escape(shown + inferred))))
        if value is not None and name in _AT_A_GLANCE:
            known.append(shown)
    summary = tag("summary", escape(" · ".join((*known, say.ABOUT.text(lang)))))
    return tag("details", summary + tag("dl", "".join(rows)), class_="about")


def _value(value: str, lang: Lang) -> str:
    if isinstance(value, Level):
        return say.LEVEL_NAMES[value].text(lang)
    try:
        return date.fromisoformat(value).strftime("%d/%m/%Y")
    except ValueError:
        return value


def _search(reading: Reading, lang: Lang) -> str:
    field = f'<input type="search" value="{escape(reading.sought)}" maxlength="200">'
    label = tag("label", escape(say.FIND.text(lang)) + field)
    parts = [label, tag("button", escape(say.FIND_BUTTON.text(lang)), class_="tool")]
    if reading.sought:
        count = len(reading.marked)
        found = say.FOUND.text(lang, at=reading.current + 1, count=count) if count else say.FOUND_NONE.text(lang)
        parts.append(tag("span", escape(found), role="status", class_="found"))
        if count > 1:
            for text, step in ((say.PREVIOUS, -1), (say.NEXT, 1)):
                parts.append(button(text.text(lang), class_="tool", data_find=(reading.current + step) % count))
    return tag("form", "".join(parts), class_="find", role="search")


def _outline(document: Document, lang: Lang) -> str:
    shown = [each for each in document.structure.sections[1:] if each.depth <= _DEEPEST_SHOWN and _named(each)]
    items = "".join(_entry(document, each, lang) for each in shown)
    title = tag("summary", escape(say.OUTLINE.text(lang)))
    content = tag("nav", tag("ul", items), aria_label=say.OUTLINE.text(lang))
    return tag("details", title + content, class_="outline", open=True)


def _named(section: Section) -> bool:
    return any(map(str.isalpha, section.title))


def _entry(document: Document, section: Section, lang: Lang) -> str:
    href = link_to(document.id, section.heading.start)
    label = say.LINK_TO.text(lang, section=section.title)
    opener = tag("a", escape(section.title), href=href, data_at=section.heading.start)
    copier = tag("button", _LINK, type="button", class_="permalink", data_link=href, aria_label=label, title=label)
    return tag("li", opener + copier, class_=f"depth-{section.depth}")
