"""The typed facts as tables, side by side, and as a picture. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.messages import Lang, Message
from assistant.messages import page as say
from assistant.ui.links import link_to
from assistant.ui.markup import button, escape, tag
from assistant.ui.naming import short_title, whose
from corpus.facts.records import Duty, Mention, Source, Target
from corpus.records import Document

# Sources in the picture; the table below it has them all.
_MOST_DRAWN = 24
_ROW, _COLUMN, _LABELS, _HEAD = 30, 116, 330, 44  # pixels of the picture
_LONGEST_LABEL = 44  # characters of a source's name in the picture


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as HTML, and what it is sorted by."""

    html: str
    key: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the documents `doc_ids`."""

    doc_ids: tuple[str, ...]
    cells: tuple[Cell, ...]


def plain(text: str | None) -> Cell:
    """A cell of text."""
    return Cell(escape(text or ""), (text or "").casefold())


def jump(doc_id: str, start: int, end: int, text: str) -> str:
    """A text that opens its place in the document."""
    return tag("a", escape(text), href=link_to(doc_id, start, end), data_doc=doc_id, data_at=f"{start}-{end}")


def value(target: Target) -> str:
    """A target's value as a person says it."""
    amount = " – ".join(target.values)
    # A value as written may say by itself how it is meant.
    if not amount[:1].isdigit():
        return amount
    return say.COMPARATORS[target.comparator.value].format(amount)


class Tables:
    """Draws the tables of some facts over some documents."""

    def __init__(self, documents: Mapping[str, Document], lang: Lang) -> None:
        self._documents = documents
        self._lang = lang

    def targets(self, facts: Iterable[Target]) -> str:
        """One row a target."""
        heads = (say.COLUMN_INDICATOR, say.COLUMN_VALUE, say.COLUMN_SUBJECT, say.COLUMN_WHEN, say.COLUMN_DOCUMENT)
        rows = [
            Row(
                (fact.doc_id,),
                (
                    Cell(jump(fact.doc_id, fact.start, fact.end, _sentence(fact.indicator)), fact.indicator.casefold()),
                    Cell(escape(value(fact)), "" if fact.low is None else f"{fact.low:020.4f}"),
                    plain(fact.subject),
                    plain(fact.when and _sentence(fact.when)),
                    self._place(fact.doc_id, fact.section),
                ),
            )
            for fact in facts
        ]
        return self.table(self._texts(heads), rows)

    def duties(self, facts: Iterable[Duty]) -> str:
        """One row a duty."""
        heads = (say.COLUMN_BODY, say.COLUMN_ROLE, say.COLUMN_TASK, say.COLUMN_WITH, say.COLUMN_WHEN,
                 say.COLUMN_DOCUMENT)  # fmt: skip
        rows = [
            Row(
                (fact.doc_id,),
                (
                    plain(fact.body),
                    plain(", ".join(role.value for role in fact.roles)),
                    Cell(jump(fact.doc_id, fact.start, fact.end, _sentence(fact.task)), fact.task.casefold()),
                    plain(fact.with_whom),
                    plain(fact.when and _sentence(fact.when)),
                    self._place(fact.doc_id, fact.section),
                ),
            )
            for fact in facts
        ]
        return self.table(self._texts(heads), rows)

    def sources(self, facts: Iterable[Source]) -> str:
        """One row a cited document, with every place that cites it."""
        heads = (say.COLUMN_SOURCE, say.COLUMN_ISSUER, say.COLUMN_DATE, say.COLUMN_MENTIONS, say.COLUMN_CONFLICTS)
        rows = [
            Row(
                tuple(dict.fromkeys(mention.doc_id for mention in fact.mentions)),
                (
                    plain(name(fact)),
                    plain(fact.issuer),
                    plain(fact.date),
                    Cell(self._mentions(fact.mentions), f"{len(fact.mentions):06d}"),
                    plain("; ".join(fact.conflicts)),
                ),
            )
            for fact in facts
        ]
        return self.table(self._texts(heads), rows)

    def compared(self, facts: Sequence[Target]) -> str:
        """Indicators that at least two documents set, one column a document."""
        heads = (say.COLUMN_INDICATOR.text(self._lang), *map(self._name, self._documents))
        rows = []
        for indicator in dict.fromkeys(fact.canonical for fact in facts):
            alike = [fact for fact in facts if indicator in (fact.canonical, *fact.canonical_also)]
            if len({fact.doc_id for fact in alike}) > 1:
                columns = (self._values(each, alike) for each in self._documents)
                rows.append(Row(tuple({fact.doc_id for fact in alike}), (plain(_sentence(indicator)), *columns)))
        return self.table(heads, rows)

    def _values(self, doc_id: str, alike: Sequence[Target]) -> Cell:
        here = [fact for fact in alike if fact.doc_id == doc_id]
        links = (tag("li", jump(doc_id, each.start, each.end, _short(each))) for each in here)
        return Cell(tag("ul", "".join(links)) if here else "–", value(here[0]) if here else "")

    def table(self, heads: Sequence[str], rows: Sequence[Row]) -> str:
        """A table whose heads sort it."""
        head = "".join(
            tag("th", button(each, class_="sort", data_column=at), scope="col", aria_sort="none")
            for at, each in enumerate(heads)
        )
        body = "".join(
            tag(
                "tr",
                "".join(tag("td", cell.html, data_key=cell.key) for cell in row.cells),
                data_docs=" ".join(row.doc_ids),
            )
            for row in rows
        )
        count = tag("p", escape(say.ROWS.text(self._lang, count=len(rows))), class_="count", role="status")
        return count + tag(
            "div",
            tag("table", tag("thead", tag("tr", head)) + tag("tbody", body)),
            class_="table",
            tabindex=0,
        )

    def _texts(self, heads: Iterable[Message]) -> list[str]:
        return [each.text(self._lang) for each in heads]

    def _place(self, doc_id: str, section: Sequence[str]) -> Cell:
        where = tag("small", escape(section[-1])) if section else ""
        return Cell(escape(self._name(doc_id)) + (f"<br>{where}" if where else ""), self._name(doc_id))

    def _mentions(self, mentions: Sequence[Mention]) -> str:
        """One line a document: its spellings of the source, each further place with it as a number."""
        lines = []
        for doc_id in dict.fromkeys(each.doc_id for each in mentions):
            here = [each for each in mentions if each.doc_id == doc_id]
            links = []
            for at, each in enumerate(here):
                repeated = at > 0 and each.spelling == here[at - 1].spelling
                links.append(jump(doc_id, each.start, each.end, f"({at + 1})" if repeated else each.spelling))
            lines.append(tag("li", f"{escape(self._name(doc_id))}: {', '.join(links)}"))
        return tag("ul", "".join(lines))

    def _name(self, doc_id: str) -> str:
        return short_title(self._documents[doc_id])

    def picture(self, sources: Sequence[Source]) -> str:
        """A dot for each document (column) that cites a source (row), as inline SVG."""
        drawn = sources[:_MOST_DRAWN]
        columns = list(self._documents.values())
        width, height = _LABELS + _COLUMN * len(columns), _HEAD + _ROW * len(drawn)
        heads = "".join(
            _svg_text(_LABELS + _COLUMN * (at + 0.5), _HEAD - 20, whose(each) or each.id, "middle")
            for at, each in enumerate(columns)
        )
        rows = "".join(self._drawn_row(source, at, columns, width) for at, source in enumerate(drawn))
        title = say.PICTURE_TITLE.text(self._lang)
        svg = tag("svg", heads + rows, viewBox=f"0 0 {width} {height}", role="img", aria_label=title, width=width)
        return tag("figure", tag("figcaption", escape(title)) + tag("div", svg, class_="drawn"), class_="picture")

    def _drawn_row(self, source: Source, at: int, columns: Sequence[Document], width: int) -> str:
        y = _HEAD + _ROW * (at + 0.5)
        label = name(source)
        short = label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1].rstrip() + "…"
        parts = [f'<line x1="0" x2="{width}" y1="{y + _ROW / 2}" y2="{y + _ROW / 2}" />']
        parts.append(_svg_text(0, y + 5, short, "start", label))
        for column, document in enumerate(columns):
            count = sum(mention.doc_id == document.id for mention in source.mentions)
            if count:
                x = _LABELS + _COLUMN * (column + 0.5)
                parts.append(f'<circle cx="{x}" cy="{y}" r="{min(8 + count, 14)}" />')
                parts.append(_svg_text(x, y + 5, str(count), "middle"))
        return "".join(parts)


def name(source: Source) -> str:
    """What a cited document is called: its kind and number, or its title."""
    if source.number:
        return f"{source.kind} {source.number}" if source.kind else source.number
    title = source.title_or_subject
    if not title:
        return source.kind or source.key
    # Some are known by a title that begins with the kind: "Điều lệ Đảng".
    return title if source.kind is None or title.startswith(source.kind) else f"{source.kind} {title}"


def _short(target: Target) -> str:
    amount = value(target)
    return f"{amount}, {target.when}" if target.when and target.when not in amount else amount


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _svg_text(x: float, y: float, text: str, anchor: str, title: str = "") -> str:
    whole = tag("title", escape(title)) if title and title != text else ""
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{whole}{escape(text)}</text>'
