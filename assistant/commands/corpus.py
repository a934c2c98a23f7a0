"""`nghiquyet corpus`: the documents, as they are read."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.table import Table

from assistant.errors import CorpusNotWritable
from assistant.messages import Lang
from assistant.messages import commands as say
from assistant.messages.reasons import reason_text
from corpus.errors import CorpusNotFound, DocumentUnknown, DocumentUnreadable
from corpus.library import Listing, SourceFile, list_folder, read_document
from corpus.records import BlockKind, Document
from corpus.slips import find_slips
from index.language.build import language_of
from index.language.model import LanguageModel

REMOVED_FOLDER = ".removed"
_PIPE_WIDTH = 1000  # characters; the longest title of the bundled documents has 222


def list_documents(folder: Path, lang: Lang, out: TextIO) -> None:
    """Print a table of the documents, ids first."""
    table = Table(*(column.text(lang) for column in say.COLUMNS), box=None, pad_edge=False)
    for document in map(read_document, list_folder(folder).files):
        known = document.metadata
        table.add_row(document.id, known.kind or "", known.number or "", known.date or "", known.title)
    # Wide when it goes to a file or pipe, so that no title is cut there.
    console = Console(file=out, width=None if out.isatty() else _PIPE_WIDTH, highlight=False, markup=False)
    with console.capture() as captured:
        console.print(table)
    for line in captured.get().splitlines():
        print(line.rstrip(), file=out)


def find(folder: Path, doc_id: str) -> Document:
    """Read one document by id; raises DocumentUnknown."""
    return read_document(_find_file(list_folder(folder), doc_id))


def _find_file(listing: Listing, doc_id: str) -> SourceFile:
    for source in listing.files:
        if source.id == doc_id:
            return source
    raise DocumentUnknown(doc_id, (source.id for source in listing.files))


def show(document: Document, lang: Lang, out: TextIO) -> None:
    """Print a document's metadata and its heading tree with spans."""
    known = document.metadata
    stated = {name: value for name in say.FIELDS if (value := getattr(known, name))}
    labels = {name: say.FIELDS[name].text(lang) + (" (*)" if name in known.inferred else "") for name in stated}
    width = max(map(len, labels.values())) + 2
    for name, value in stated.items():
        print(f"{labels[name] + ':':<{width}}{value}", file=out)
    if any(name in known.inferred for name in stated):
        print(say.INFERRED.text(lang), file=out)
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
            raise CorpusNotWritable(target, error.strerror or str(error)) from error
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
        raise CorpusNotWritable(kept, error.strerror or str(error)) from error
    return kept


def report_check(folder: Path, lang: Lang, out: TextIO) -> bool:
    """Print unreadable files, suspected slips of the scan, and what is not understood; whether all can be read."""
    listing = list_folder(folder)
    documents = [read_document(source) for source in listing.files]
    language = LanguageModel(language_of(document.text for document in documents))
    lines = [
        say.CHECK_FAULT.text(lang, path=fault.path, reason=reason_text(fault.reason, lang)) for fault in listing.faults
    ]
    for document in documents:
        lines += [
            say.CHECK_SLIP.text(
                lang,
                doc_id=document.id,
                start=slip.span.start,
                end=slip.span.end,
                found=slip.written,
                likely=slip.likely,
            )
            for slip in find_slips(document, language, counted=True)
        ]
        lines += [
            say.CHECK_DEBRIS.text(
                lang, doc_id=document.id, start=block.span.start, end=block.span.end, text=block.span.of(document.text)
            )
            for block in document.structure.blocks
            if block.kind is BlockKind.DEBRIS
        ]
    print("\n".join(lines) or say.CHECK_CLEAN.text(lang), file=out)
    return not listing.faults


def report_faults(found: Sequence[DocumentUnreadable], lang: Lang, err: TextIO) -> None:
    """Name the files that were left out."""
    for fault in found:
        print(say.FILE_LEFT_OUT.text(lang, path=fault.path, reason=reason_text(fault.reason, lang)), file=err)
