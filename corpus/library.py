"""A folder of documents: which files it holds, and reading them.

A folder may carry a `manifest.toml`; what it says of a document overrules what the text says. A document that
the manifest does not name, or a folder without one, is read all the same: its id is its file's stem.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.errors import CorpusEmpty, CorpusNotFound, DocumentUnknown, DocumentUnreadable
from corpus.manifest import MANIFEST_NAME, Entry, read_manifest
from corpus.metadata import read_metadata
from corpus.records import Document, Metadata
from corpus.sections import parse

TEXT_SUFFIXES = frozenset({".txt", ".md"})
BUNDLED = Path(__file__).parent / "documents"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that holds a document; `digest` is the SHA-256 (hex) of its bytes and of what the manifest says."""

    id: str
    path: Path
    digest: str
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class Listing:
    """The documents of a folder in the order of their ids, and the files that cannot be read."""

    folder: Path
    files: tuple[SourceFile, ...]
    faults: tuple[DocumentUnreadable, ...]


def list_folder(folder: Path) -> Listing:
    """Find the documents in a folder, without reading their structure.

    Raises CorpusNotFound, ManifestBroken, and CorpusEmpty when no file can be read.
    """
    if not folder.is_dir():
        raise CorpusNotFound(folder)
    entries = read_manifest(folder / MANIFEST_NAME)
    files: dict[str, SourceFile] = {}
    faults: list[DocumentUnreadable] = []
    for path in sorted(filter(_may_be_document, folder.iterdir())):
        try:
            found = _source_file(path, entries.pop(path.name, None))
            if found.id in files:
                raise DocumentUnreadable(path, f"id {found.id!r} is taken by {files[found.id].path.name}")
        except DocumentUnreadable as fault:
            faults.append(fault)
        else:
            files[found.id] = found
    faults += [DocumentUnreadable(folder / name, "named in the manifest, not in the folder") for name in entries]
    if not files:
        raise CorpusEmpty(folder, faults)
    return Listing(folder, tuple(files[doc_id] for doc_id in sorted(files)), tuple(faults))


def _may_be_document(path: Path) -> bool:
    """Whether a user would expect the file to be read; a link to nowhere is one that has to be named."""
    lost_link = path.is_symlink() and not path.exists()
    return (path.is_file() or lost_link) and not path.name.startswith(".") and path.name != MANIFEST_NAME


def _source_file(path: Path, entry: Entry | None) -> SourceFile:
    if path.suffix.lower() not in TEXT_SUFFIXES:
        raise DocumentUnreadable(path, f"format {path.suffix or '(none)'} is not supported")
    content = _read_bytes(path)
    if not _decode(path, content).strip():
        raise DocumentUnreadable(path, "the file is empty")
    sha256 = hashlib.sha256(content).hexdigest()
    if entry is not None and entry.sha256 is not None and entry.sha256 != sha256:
        raise DocumentUnreadable(path, "its SHA-256 is not the one in the manifest")
    # The manifest's words are part of what an index is built from, so a change there must be noticed too.
    digest = sha256 if entry is None else hashlib.sha256(f"{sha256}{entry!r}".encode()).hexdigest()
    return SourceFile(path.stem if entry is None else entry.id, path, digest, entry)


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DocumentUnreadable(path, error.strerror or "cannot be opened") from error


def _decode(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentUnreadable(path, f"not UTF-8 text (byte {error.start})") from error


def read_document(source: SourceFile) -> Document:
    """Read one document with its structure and metadata.

    Raises DocumentUnreadable. The text is the file's own, line ends and all.
    """
    text = _decode(source.path, _read_bytes(source.path))
    structure = parse(text)
    metadata = read_metadata(text, structure)
    if source.entry is not None:
        metadata = overruled(metadata, source.entry)
    return Document(source.id, text, source.digest, metadata, structure)


def overruled(read: Metadata, entry: Entry) -> Metadata:
    """What was read from the text, with what the manifest says in its place."""
    stated = entry.stated()
    kept = tuple(name for name in read.inferred if name not in stated)
    return replace(read, **stated, inferred=tuple(sorted({*kept, *entry.inferred})))


def select(documents: Iterable[Document], doc_id: str) -> Document:
    """The document with this id; raises DocumentUnknown."""
    known = {document.id: document for document in documents}
    if doc_id not in known:
        raise DocumentUnknown(doc_id, known)
    return known[doc_id]
