"""The clause around each value of a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.facts.aims import ACTION
from corpus.facts.indicators import split_predicate
from corpus.facts.phrases import AIM_LEAD, VERB_LEAD
from corpus.facts.records import Measure
from corpus.facts.values import SHARE, Value

_BRACKET_CHARS = 600  # a longer stretch in brackets is no aside
_CLAUSE = re.compile(r";\s+|,\s+(?=trong đó\b|không có\b)|\s+và\s+(?=hội giảng|tổng kết|sơ kết)|:\s+(?=[^\s])")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a line with one value."""

    start: int
    end: int
    value: Value


def clauses(line: str, bounds: tuple[int, int], values: list[Value]) -> list[Clause]:
    """One clause around each value: cut at semicolons, and at commas between two values."""
    cuts = [bounds[0], *(found.end() for found in _CLAUSE.finditer(line, *bounds)), bounds[1]]
    found: list[Clause] = []
    for position, value in enumerate(values):
        left = max(cut for cut in cuts if cut <= value.start)
        right = min(cut for cut in cuts if cut >= value.end)
        previous = values[position - 1] if position else None
        following = values[position + 1] if position + 1 < len(values) else None
        if previous and previous.end > left:
            left = _between(line, previous, value, left)
        if following and following.start < right:
            right = _between(line, value, following, left)
        if value.measure is not Measure.DEADLINE:
            left, right = _brackets(line, value, left, right)
        left, right = _complete(line, value, left, right, bounds)
        found.append(Clause(*_trim(line, left, right), value))
    return found


def _between(line: str, first: Value, second: Value, left: int) -> int:
    """Where one clause ends and the next begins, between two values."""
    gap = line[first.end : second.start]
    lead = line[left : first.start] if left < first.start else ""
    leads = len(AIM_LEAD.sub("", lead).strip()) > 8
    places = [found.end() for found in re.finditer(r",\s+|\s+và\s+(?=\d|ít nhất|trên)|\(|\)", gap)]
    if not places:
        return first.end
    return first.end + (places[0] if leads else places[-1])


def _brackets(line: str, value: Value, left: int, right: int) -> tuple[int, int]:
    """A clause inside brackets stays inside."""
    opened = line.rfind("(", max(0, value.start - _BRACKET_CHARS), value.start)
    closed = line.find(")", value.end, value.end + _BRACKET_CHARS)
    if opened >= 0 and closed >= 0 and line.find(")", opened, value.start) < 0:
        return max(left, opened + 1), min(right, closed)
    return left, right


def _complete(line: str, value: Value, left: int, right: int, bounds: tuple[int, int]) -> tuple[int, int]:
    """A share whose predicate stands after the semicolon of an enumerated subject reaches that far."""
    if value.measure is Measure.SHARE and right < bounds[1] and line[right - 2 : right - 1] == ";":
        lead = AIM_LEAD.sub("", line[left : value.start]).strip()
        if not lead and not split_predicate(line[value.end : right])[1]:
            stop = line.find(";", right, bounds[1])
            rest_has_value = SHARE.search(line, right, stop if stop >= 0 else bounds[1])
            if not rest_has_value:
                right = stop if stop >= 0 else bounds[1]
    if value.measure is Measure.COUNT and line[value.end : value.end + 2] == ", ":
        right = value.end
    if value.measure in (Measure.SHARE, Measure.COUNT, Measure.DEADLINE):
        left = _own_start(line, value, left)
    return left, right


def _own_start(line: str, value: Value, left: int) -> int:
    """What stands before the last comma belongs to another clause when the value's own clause begins after it."""
    lead = line[left : value.start]
    comma = lead.rfind(", ")
    if comma < 0 or not AIM_LEAD.sub("", lead[:comma]).strip():
        return left
    tail = lead[comma + 2 :]
    bare = AIM_LEAD.sub("", tail).strip()
    opens = value.measure is Measure.SHARE and (not bare or VERB_LEAD.search(tail))
    acts = value.measure in (Measure.DEADLINE, Measure.COUNT) and ACTION.match(tail)
    aims = tail.lower().startswith(("phấn đấu", "phần đấu", "phần đầu"))
    return left + comma + 2 if opens or acts or aims else left


def _trim(line: str, left: int, right: int) -> tuple[int, int]:
    while left < right and line[left] in ' ,;:-–+"':
        left += 1
    right = left + len(re.sub(r"[\s,;:.(]+(?:và)?[\s,;:.(]*$", "", line[left:right]))
    return left, right
