"""The plots of a report as inline SVG; colours and fonts come from the page's style."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from eval.measures.latency import percentile
from eval.measures.resampling import Estimate
from eval.report.markup import Markup, el, join

# User units of the SVGs; each is as wide as its column on the page and scales with it.
_WIDTH: Final = 640
_ROW: Final = 30
_LABEL: Final = 200
_VALUE: Final = 92


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a bar plot."""

    label: str
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a stacked bar: its name, its style class and how many questions it holds."""

    label: str
    kind: str
    count: int


def bars(rows: Sequence[Bar], title: str) -> Markup:
    """Horizontal bars from 0 to 100% with their 95% intervals as whiskers."""
    height = _ROW * len(rows) + 26
    scale = _WIDTH - _LABEL - _VALUE
    axis = [
        join(
            el("line", x1=_x(share, scale), x2=_x(share, scale), y1=0, y2=height - 22, class_="grid"),
            el("text", f"{round(100 * share)}%", x=_x(share, scale), y=height - 6, class_="axis", text_anchor="middle"),
        )
        for share in (0.0, 0.25, 0.5, 0.75, 1.0)
    ]
    return _svg(title, height, *axis, *(_bar(row, n * _ROW, scale) for n, row in enumerate(rows)))


def _bar(row: Bar, top: float, scale: float) -> Markup:
    middle = top + _ROW / 2
    e = row.estimate
    shown = f"{100 * e.mean:.0f}% ({e.n})"
    return join(
        el("text", row.label, x=_LABEL - 10, y=middle + 5, text_anchor="end", class_="label"),
        el("rect", x=_LABEL, y=top + 6, width=round(scale * e.mean, 1), height=_ROW - 12, rx=2, class_="bar"),
        el("line", x1=_x(e.low, scale), x2=_x(e.high, scale), y1=middle, y2=middle, class_="whisker"),
        el("line", x1=_x(e.low, scale), x2=_x(e.low, scale), y1=middle - 4, y2=middle + 4, class_="whisker"),
        el("line", x1=_x(e.high, scale), x2=_x(e.high, scale), y1=middle - 4, y2=middle + 4, class_="whisker"),
        el("text", shown, x=_WIDTH, y=middle + 5, text_anchor="end", class_="value"),
    )


def stacked(rows: Sequence[tuple[str, Sequence[Part]]], title: str) -> Markup:
    """One bar a row, split by the shares of its parts, with the counts in them."""
    scale = _WIDTH - _LABEL
    drawn: list[Markup] = []
    for n, (label, parts) in enumerate(rows):
        top = n * (_ROW + 8)
        drawn.append(el("text", label, x=_LABEL - 10, y=top + 20, text_anchor="end", class_="label"))
        total, x = sum(part.count for part in parts), float(_LABEL)
        for part in parts:
            width = scale * part.count / total if total else 0.0
            drawn.append(_segment(part, x, top, width))
            x += width
    return _svg(title, (_ROW + 8) * len(rows), *drawn)


def _segment(part: Part, x: float, top: float, width: float) -> Markup:
    inside = str(part.count) if width > 26 else ""
    return el(
        "g",
        el("title", f"{part.label}: {part.count}"),
        el("rect", x=round(x, 1), y=top, width=round(width, 1), height=_ROW, class_=f"part {part.kind}"),
        el("text", inside, x=round(x + width / 2, 1), y=top + 20, text_anchor="middle", class_="inside"),
    )


def histogram(values: Sequence[float], title: str, marks: Sequence[tuple[str, float]]) -> Markup:
    """How often each stretch of the values occurs, with named values marked; cut at the 99th percentile."""
    bins, height, base = 32, 150, 112
    top = max(percentile(values, 0.99), 1e-9)
    counts = [0] * bins
    for value in values:
        counts[min(bins - 1, int(bins * value / top))] += 1
    step = _WIDTH / bins
    tallest = max(counts)
    drawn = [
        el(
            "rect",
            x=round(n * step + 1, 1),
            y=round(base - 88 * count / tallest, 1),
            width=round(step - 2, 1),
            height=round(88 * count / tallest, 1),
            class_="bar",
        )
        for n, count in enumerate(counts)
    ]
    drawn.append(el("line", x1=0, x2=_WIDTH, y1=base, y2=base, class_="grid"))
    for n, (label, value) in enumerate(marks):
        x = round(min(_WIDTH, _WIDTH * value / top), 1)
        anchor = "end" if x > _WIDTH * 0.7 else "start"
        drawn.append(el("line", x1=x, x2=x, y1=10, y2=base, class_="mark"))
        drawn.append(el("text", label, x=x, y=base + 16 + 16 * (n % 2), text_anchor=anchor, class_="axis"))
    return _svg(title, height, *drawn)


def _x(share: float, scale: float) -> float:
    return round(_LABEL + scale * share, 1)


def _svg(title: str, height: float, *children: Markup) -> Markup:
    return el("svg", el("title", title), *children, viewBox=f"0 0 {_WIDTH} {round(height)}", role="img")
