"""`nghiquyet facts`: the typed facts of the documents, as a table, CSV, JSON or a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shutil import get_terminal_size
from typing import TextIO

from assistant import facts_export as export
from assistant.errors import OutputNotWritable
from assistant.facts_export import Table
from assistant.messages import Lang
from corpus.errors import DocumentUnknown
from corpus.facts.collection import Facts, collect
from corpus.facts.records import Duty, Source, Target
from corpus.library import list_folder, read_document
from corpus.records import Document

# Characters in a row that goes to a file or another program.
_WIDE = 160


def read(folder: Path, doc_ids: Sequence[str]) -> tuple[list[Document], Facts]:
    """The documents asked for (all when none is named) and their facts. Raises CorpusError."""
    sources = list_folder(folder).files
    known = {source.id: source for source in sources}
    for doc_id in doc_ids:
        if doc_id not in known:
            raise DocumentUnknown(doc_id, known)
    chosen = [read_document(known[doc_id]) for doc_id in doc_ids] or [read_document(source) for source in sources]
    return chosen, collect(chosen)


def choose(kind: str, documents: Sequence[Document], facts: Facts) -> Sequence[Target | Duty | Source]:
    """The facts of one kind."""
    if kind == "targets":
        return facts.targets
    return facts.duties if kind == "duties" else facts.sources(documents)


def table_of(kind: str, documents: Sequence[Document], facts: Facts) -> Table:
    """The facts of one kind as rows."""
    if kind == "targets":
        return export.targets_table(facts.targets)
    if kind == "duties":
        return export.duties_table(facts.duties)
    return export.sources_table(facts.sources(documents))


def rendered(kind: str, form: str, documents: Sequence[Document], facts: Facts, lang: Lang, width: int) -> bytes:
    """The facts in one of the forms: table, csv, json, xlsx."""
    if form == "json":
        return export.to_json(choose(kind, documents, facts)).encode()
    table = table_of(kind, documents, facts)
    if form == "xlsx":
        return export.to_xlsx(table, lang)
    if form == "csv":
        # With a byte order mark, for spreadsheet programs take a file without one for another encoding.
        return export.to_csv(table, lang).encode("utf-8-sig")
    return export.to_text(table, lang, width).encode()


def width_for(out: TextIO) -> int:
    """How many characters a row of a table may have."""
    return get_terminal_size().columns if out.isatty() else _WIDE


def write(content: bytes, target: Path | None, out: TextIO) -> None:
    """Write to a file, or to the standard output without touching a byte. Raises OutputNotWritable."""
    if target is not None:
        try:
            target.write_bytes(content)
        except OSError as error:
            raise OutputNotWritable(target, error.strerror or str(error)) from error
        return
    buffer = getattr(out, "buffer", None)
    if buffer is None:
        out.write(content.decode())
    else:
        out.flush()
        buffer.write(content)
        buffer.flush()
