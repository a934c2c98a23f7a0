"""Text that was changed for reading or matching, with the way back to the document it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.records import Span


@dataclass(frozen=True, slots=True)
class MappedText:
    """A changed text whose every character knows the stretch of the original that it stands for.

    `starts[i]` and `ends[i]` are the original offsets of the character `text[i]`; both have `len(text)` entries
    and never decrease.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def identity(cls, text: str, offset: int = 0) -> MappedText:
        """A text that stands unchanged in the original from `offset` on."""
        return cls(text, range(offset, offset + len(text)), range(offset + 1, offset + len(text) + 1))

    def span(self, start: int, end: int) -> Span:
        """The original stretch behind `text[start:end]`; the stretch must not be empty."""
        return Span(self.starts[start], self.ends[end - 1])
