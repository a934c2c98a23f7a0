"""`nghiquyet corpus`: the documents, as they are read."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.table import Table

from assistant.errors import OutputNotWritable
from assistant.messages import Lang
from assistant.messages import commands as say
from corpus.errors import CorpusNotFound, DocumentUnknown, DocumentUnreadable
from corpus.library import Listing, SourceFile, list_folder, read_document
from corpus.records import Document

REMOVED_FOLDER = ".removed"


def list_documents(folder: Path, out: TextIO) -> None:
    """Print a table of the documents, ids first."""
    table = Table("id", "kind", "number", "date", "title", box=None, pad_edge=False)
    for document in map(read_document, list_folder(folder).files):
        known = document.metadata
        table.add_row(document.id, known.kind or "", known.number or "", known.date or "", known.title)
    _console(out).print(table)


def find(folder: Path, doc_id: str) -> Document:
    """Read one document by id; raises DocumentUnknown."""
    return read_document(_find_file(list_folder(folder), doc_id))


def _find_file(listing: Listing, doc_id: str) -> SourceFile:
    for source in listing.files:
        if source.id == doc_id:
            return source
    raise DocumentUnknown(doc_id, (source.id for source in listing.files))


def show(document: Document, out: TextIO) -> None:
    """Print a document's metadata and its heading tree with spans."""
    known = document.metadata
    for name in known.__slots__:
        value = getattr(known, name)
        if value and name != "inferred":
            mark = " (*)" if name in known.inferred else ""
            print(f"{name + mark + ':':<16}{value}", file=out)
    print(file=out)
    for section in document.structure.sections[1:]:
        indent = "  " * (section.depth - 1)
        print(f"{indent}{section.title} [{section.span.start}:{section.span.end}]", file=out)


def text(document: Document, out: TextIO) -> None:
    """Print exactly the text that offsets count in: no line end is added or changed."""
    out.flush()
    buffer = getattr(out, "buffer", None)
    if buffer is None:
        out.write(document.text)
    else:
        buffer.write(document.text.encode("utf-8"))
        buffer.flush()


def faults(folder: Path) -> tuple[DocumentUnreadable, ...]:
    """The files of a folder that cannot be read."""
    return list_folder(folder).faults


def add(folder: Path, files: Sequence[Path]) -> list[tuple[Path, str]]:
    """Copy files into the folder; (path, id) for each. A file that cannot be a document is refused before any copy."""
    if not folder.is_dir():
        raise CorpusNotFound(folder)
    targets = []
    for file in files:
        target = folder / file.name
        if target.exists():
            raise DocumentUnreadable(file, f"{target.name} is already in the folder")
        if not file.is_file():
            raise DocumentUnreadable(file, "no such file")
        targets.append(target)
    for file, target in zip(files, targets, strict=True):
        try:
            shutil.copyfile(file, target)
        except OSError as error:
            raise OutputNotWritable(target, error.strerror or str(error)) from error
    listing = list_folder(folder)
    for target in targets:
        for fault in listing.faults:
            if fault.path == target:
                target.unlink()
                raise fault
    return [(target, target.stem) for target in targets]


def remove(folder: Path, doc_id: str) -> Path:
    """Take a document out of the folder; its file is kept in a hidden folder beside the others, nothing is lost."""
    source = _find_file(list_folder(folder), doc_id)
    kept = folder / REMOVED_FOLDER / source.path.name
    try:
        kept.parent.mkdir(exist_ok=True)
        source.path.replace(kept)
    except OSError as error:
        raise OutputNotWritable(kept, error.strerror or str(error)) from error
    return kept


def _console(out: TextIO) -> Console:
    # Wide when it goes to a file or pipe, so that no title is cut there.
    return Console(file=out, width=None if out.isatty() else 400, highlight=False, markup=False)


def report_faults(found: Sequence[DocumentUnreadable], lang: Lang, err: TextIO) -> None:
    """Name the files that were left out."""
    for fault in found:
        print(say.FILE_LEFT_OUT.text(lang, path=fault.path, reason=fault.reason), file=err)
