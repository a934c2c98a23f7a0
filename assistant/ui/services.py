"""What the page needs, put together outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from assistant.records import Answer, Query
from corpus.records import Document


class Answering(Protocol):
    """Answers questions over its documents; called from many threads at once."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents that can be asked about, by id."""
        ...

    def ask(self, query: Query) -> Answer:
        """The answer; the same for the same question."""
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """The parts behind the page."""

    assistant: Answering
