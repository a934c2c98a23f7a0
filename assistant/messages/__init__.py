"""Every sentence that a user can see, in Vietnamese and English, sorted by where it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Lang(StrEnum):
    """The language of messages; answers are always in the documents' own, Vietnamese."""

    VI = "vi"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence in both languages, with `{names}` for what is filled in."""

    vi: str
    en: str

    def text(self, lang: Lang, **values: object) -> str:
        """The sentence in one language, filled in."""
        return (self.vi if lang is Lang.VI else self.en).format(**values)
