"""Pieces of HTML. Whatever comes from a document or a user passes through `escape` before it stands in one."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence

from assistant.prose import CITED, Items, Paragraph, Part, Table, parts

_QUOTED = re.compile(r"“[^“”]*”")


def escape(text: str) -> str:
    """Text as it may stand in HTML, inside an element or a quoted attribute."""
    return html.escape(text, quote=True)


def attributes(**values: str | int | bool | None) -> str:
    """Attributes for a tag, each led by a space; `_` stands for `-`, True for a bare name, None and False vanish."""
    parts = []
    for name, value in values.items():
        if value is None or value is False:
            continue
        key = name.rstrip("_").replace("_", "-")
        parts.append(f" {key}" if value is True else f' {key}="{escape(str(value))}"')
    return "".join(parts)


def tag(name: str, content: str = "", **values: str | int | bool | None) -> str:
    """An element around HTML that is safe already."""
    return f"<{name}{attributes(**values)}>{content}</{name}>"


def button(label: str, **values: str | int | bool | None) -> str:
    """A button that submits nothing; `label` is plain text."""
    return tag("button", escape(label), type="button", **values)


def rich_text(text: str, cite: Callable[[int], str]) -> str:
    """An answer's plain text as HTML: paragraphs, lists, tables; `cite` draws the [n]."""
    return "".join(_part(part, cite) for part in parts(text))


def _part(part: Part, cite: Callable[[int], str]) -> str:
    match part:
        case Items(items):
            return tag("ul", "".join(tag("li", _inline(item, cite)) for item in items))
        case Table(head, rows):
            heads = "".join(tag("th", _inline(cell, cite), scope="col") for cell in head)
            body = "".join(tag("tr", _row(row, cite)) for row in rows)
            table = tag("table", tag("thead", tag("tr", heads)) + tag("tbody", body))
            return tag("div", table, class_="table", tabindex=0)
        case Paragraph(text):
            return tag("p", _inline(text, cite))


def _inline(text: str, cite: Callable[[int], str]) -> str:
    safe = _QUOTED.sub(lambda found: tag("span", found.group(), class_="quoted"), escape(text))
    return CITED.sub(lambda found: cite(int(found.group(1))), safe)


def _row(row: Sequence[str], cite: Callable[[int], str]) -> str:
    first, rest = row[0], row[1:]
    return tag("th", _inline(first, cite), scope="row") + "".join(tag("td", _inline(cell, cite)) for cell in rest)
