"""Pieces of HTML. Whatever comes from a document or a user passes through `escape` before it stands in one."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

_TABLE_RULE = re.compile(r"^\s*\|?(\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$")
_QUOTED = re.compile(r"“[^“”]*”")
_CITED = re.compile(r"\[(\d+)\]")


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
    """An answer's plain text as HTML: paragraphs, "- " lists, pipe tables; `cite` draws the [n]."""
    out: list[str] = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        end = at + 1
        if lines[at].lstrip().startswith("|"):
            end = _run(lines, at, "|")
            out.append(_table(lines[at:end], cite))
        elif lines[at].lstrip().startswith("- "):
            end = _run(lines, at, "- ")
            items = (tag("li", _inline(line.lstrip()[2:], cite)) for line in lines[at:end])
            out.append(tag("ul", "".join(items)))
        elif lines[at].strip():
            out.append(tag("p", _inline(lines[at].strip(), cite)))
        at = end
    return "".join(out)


def _run(lines: list[str], start: int, lead: str) -> int:
    """The position behind the last of the lines that begin alike."""
    end = start
    while end < len(lines) and lines[end].lstrip().startswith(lead):
        end += 1
    return end


def _inline(text: str, cite: Callable[[int], str]) -> str:
    safe = _QUOTED.sub(lambda found: tag("span", found.group(), class_="quoted"), escape(text))
    return _CITED.sub(lambda found: cite(int(found.group(1))), safe)


def cells(line: str) -> list[str]:
    """The cells of a row of a pipe table; `\\|` stands for a bar inside a cell."""
    bare = line.strip().removeprefix("|").removesuffix("|")
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", bare)]


def _table(lines: list[str], cite: Callable[[int], str]) -> str:
    rows = [cells(line) for line in lines if not _TABLE_RULE.match(line)]
    head = "".join(tag("th", _inline(cell, cite), scope="col") for cell in rows[0])
    body = "".join(tag("tr", _row(row, cite)) for row in rows[1:])
    return tag("div", tag("table", tag("thead", tag("tr", head)) + tag("tbody", body)), class_="table", tabindex=0)


def _row(row: list[str], cite: Callable[[int], str]) -> str:
    first, rest = row[0], row[1:]
    return tag("th", _inline(first, cite), scope="row") + "".join(tag("td", _inline(cell, cite)) for cell in rest)
