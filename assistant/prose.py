"""The text of an answer as its parts: paragraphs, lists and tables. Pure; screens and files are drawn from it."""

from __future__ import annotations

import re
from dataclasses import dataclass

CITED = re.compile(r"\[(\d+)\]")
_RULE = re.compile(r"^\s*\|?(\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$")
_BAR = re.compile(r"(?<!\\)\|")
_BULLET = "- "


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list, its dashes left out."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Part = Paragraph | Items | Table


def parts(text: str) -> tuple[Part, ...]:
    """The parts of an answer in order; lines with "- " make a list, lines with "|" a table."""
    found: list[Part] = []
    lines = [line.strip() for line in text.split("\n")]
    at = 0
    while at < len(lines):
        end = at + 1
        if lines[at].startswith("|"):
            end = _run(lines, at, "|")
            found.append(_table(lines[at:end]))
        elif lines[at].startswith(_BULLET):
            end = _run(lines, at, _BULLET)
            found.append(Items(tuple(line.removeprefix(_BULLET) for line in lines[at:end])))
        elif lines[at]:
            found.append(Paragraph(lines[at]))
        at = end
    return tuple(found)


def _run(lines: list[str], start: int, lead: str) -> int:
    """The position behind the last of the lines that begin alike."""
    end = start
    while end < len(lines) and lines[end].startswith(lead):
        end += 1
    return end


def _table(lines: list[str]) -> Table:
    drawn = [cells(line) for line in lines if not _RULE.match(line)]
    head, rows = (drawn[0], drawn[1:]) if drawn else ((), [])
    padding = ("",) * len(head)
    return Table(head, tuple((*row, *padding)[: len(head)] for row in rows))


def cells(line: str) -> tuple[str, ...]:
    r"""The cells of a table's line; `\|` stands for a bar inside a cell."""
    bare = line.strip().removeprefix("|").removesuffix("|")
    return tuple(cell.strip().replace("\\|", "|") for cell in _BAR.split(bare))
