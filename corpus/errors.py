"""What can go wrong with documents.

CorpusError
├── CorpusNotFound        the folder is not there
├── CorpusEmpty           the folder holds no document that can be read
├── ManifestBroken        manifest.toml cannot be understood
├── ThesaurusBroken       a line of the list of everyday words cannot be understood
├── DocumentUnreadable    one file cannot be read; the others can
└── DocumentUnknown       no document has this id
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class CorpusError(Exception):
    """The root of this package's errors."""


class CorpusNotFound(CorpusError):
    """The corpus folder is not there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"no such corpus folder: {folder}")
        self.folder = folder


class CorpusEmpty(CorpusError):
    """The corpus folder holds no document that can be read."""

    def __init__(self, folder: Path, faults: Iterable[DocumentUnreadable] = ()) -> None:
        super().__init__(f"no readable document in {folder}")
        self.folder = folder
        self.faults = tuple(faults)


class ManifestBroken(CorpusError):
    """manifest.toml cannot be understood."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class ThesaurusBroken(CorpusError):
    """A line of the list of everyday words cannot be understood."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}, line {line}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class DocumentUnreadable(CorpusError):
    """One file cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class DocumentUnknown(CorpusError):
    """No document has this id."""

    def __init__(self, doc_id: str, known: Iterable[str]) -> None:
        self.doc_id = doc_id
        self.known = tuple(known)
        super().__init__(f"no document {doc_id!r}; there are: {', '.join(self.known)}")
