"""HTML and SVG from nested calls; text is escaped unless it is markup already."""

from __future__ import annotations

from html import escape


class Markup(str):
    """Text that is markup and needs no escaping."""

    __slots__ = ()


def el(name: str, *children: str, **attributes: str | int | float) -> Markup:
    """An element; "_" ends a Python keyword ("class_") and stands for "-" inside a name ("text_anchor")."""
    named = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"' for key, value in attributes.items())
    inner = join(*children)
    return Markup(f"<{name}{named}>{inner}</{name}>")


def join(*children: str) -> Markup:
    """Pieces one after the other, plain text escaped."""
    return Markup("".join(child if isinstance(child, Markup) else escape(child) for child in children))
