"""English sentences of libraries and of the lower packages, put into the user's language.

As gettext does it, the English sentence is the key. What varies in it stands in `{braces}`, and is carried over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.messages import Lang, Message

_HOLE = re.compile(r"\\{(\w+)\\}")


def translated(english: str, table: Sequence[Message], lang: Lang) -> str:
    """The sentence in `lang` by the first message of the table that it fits; as it is when none fits."""
    if lang is Lang.EN:
        return english
    for message in table:
        found = _pattern(message.en).fullmatch(english)
        if found is not None:
            return message.text(lang, **found.groupdict())
    return english


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(_HOLE.sub(r"(?P<\1>.+?)", re.escape(template)), re.DOTALL)
