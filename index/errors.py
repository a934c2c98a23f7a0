"""What can go wrong with an index and its model.

IndexingError
├── IndexMissing      there is no index in the folder
├── IndexDamaged      a file of the index is missing, changed or cannot be read
├── IndexMismatch     the index was made by another model or another version of the program
├── IndexNotWritable  the folder cannot be written to
├── ModelNotFound     no model has this name
├── ModelDamaged      a file of the model is missing, changed or cannot be read
└── RerankerUnusable  the model that was to rank passages once more cannot be loaded, or does not rank
"""

from __future__ import annotations

from pathlib import Path


class IndexingError(Exception):
    """The root of this package's errors."""


class IndexMissing(IndexingError):
    """There is no index in the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"no index in {folder}")
        self.folder = folder


class IndexDamaged(IndexingError):
    """A file of the index is missing, changed or cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class IndexMismatch(IndexingError):
    """The index was made by another model or another version of the program; it has to be built again."""

    def __init__(self, folder: Path, made_by: str, wanted: str) -> None:
        super().__init__(f"{folder} was made by {made_by}, not by {wanted}")
        self.folder = folder
        self.made_by = made_by
        self.wanted = wanted


class IndexNotWritable(IndexingError):
    """The folder cannot be written to."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"{folder}: {reason}")
        self.folder = folder
        self.reason = reason


class ModelNotFound(IndexingError):
    """No model has this name: neither a folder nor one that the hub's cache holds."""

    def __init__(self, name: str, reason: str = "") -> None:
        super().__init__(f"no model {name!r} {reason}".rstrip())
        self.name = name
        self.reason = reason


class ModelDamaged(IndexingError):
    """A file of the model is missing, changed or cannot be read."""

    def __init__(self, path: Path, reason: str = "damaged") -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class RerankerUnusable(IndexingError):
    """The model that was to rank passages once more cannot be loaded, or gives no score to rank by."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason
