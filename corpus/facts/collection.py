"""All typed facts of some documents together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.facts import duties, sources, targets
from corpus.facts.records import Duty, Mention, Source, Target
from corpus.records import Document


@dataclass(frozen=True, slots=True)
class Facts:
    """Targets, duties and mentions of cited documents, each in reading order, document by document."""

    targets: tuple[Target, ...]
    duties: tuple[Duty, ...]
    mentions: tuple[Mention, ...]

    def within(self, doc_ids: Iterable[str]) -> Facts:
        """The facts of some documents only."""
        kept = frozenset(doc_ids)
        return Facts(
            tuple(target for target in self.targets if target.doc_id in kept),
            tuple(duty for duty in self.duties if duty.doc_id in kept),
            tuple(mention for mention in self.mentions if mention.doc_id in kept),
        )

    def sources(self, documents: Iterable[Document]) -> tuple[Source, ...]:
        """The cited documents, most cited first; `documents` are those that might themselves be cited."""
        return sources.merge(self.mentions, {document.id: document.metadata.number for document in documents})


def collect(documents: Iterable[Document]) -> Facts:
    """The typed facts of documents."""
    listed = tuple(documents)
    return Facts(
        tuple(target for document in listed for target in targets.extract(document)),
        tuple(duty for document in listed for duty in duties.extract(document)),
        tuple(mention for document in listed for mention in sources.mentions(document)),
    )
