"""Which documents the visitor wants searched, by document, level and period. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from corpus.records import Document


def chosen(
    documents: Mapping[str, Document], doc_ids: Collection[str], levels: Collection[str], periods: Collection[str]
) -> tuple[str, ...] | None:
    """The ids that pass all filters, empty when no filter is set, None when nothing passes."""
    if not (doc_ids or levels or periods):
        return ()
    passing = tuple(
        doc_id
        for doc_id, document in documents.items()
        if (not doc_ids or doc_id in doc_ids)
        and (not levels or document.metadata.level in levels)
        and (not periods or document.metadata.period in periods)
    )
    return passing or None
