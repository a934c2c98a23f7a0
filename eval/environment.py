"""What a run was made with, and the name that follows from it."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path
from typing import Final

import msgspec

from corpus.records import Document
from eval.records import Question

_PACKAGES: Final = ("bm25s", "faiss-cpu", "nghiquyet", "numpy", "onnxruntime", "sentence-transformers", "underthesea")
"""The distributions whose version can change an answer."""

_CODE: Final = ("corpus", "index", "assistant")
"""The packages whose code makes the answers."""

_NAME_LENGTH: Final = 12
"""Hex digits of a run's name: 48 bits, no clash to be expected below millions of runs."""


@dataclass(frozen=True, slots=True)
class Environment:
    """Everything that decides the answers of a run.

    `corpus` holds the digest of each document, `system` what the composition root says of index and
    encoder, `versions` those of Python and of the libraries, `code` and `questions` are SHA-256 (hex).
    """

    questions: str
    corpus: Mapping[str, str]
    system: Mapping[str, str]
    versions: Mapping[str, str]
    code: str

    @property
    def run_id(self) -> str:
        """The name of the run: the same set on the same system has the same one, on any day."""
        return hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()[:_NAME_LENGTH]


def describe(
    questions: Sequence[Question], documents: Mapping[str, Document], system: Mapping[str, str]
) -> Environment:
    """The environment of a run that is about to begin here."""
    return Environment(
        questions=digest_of(questions),
        corpus={doc_id: document.digest for doc_id, document in sorted(documents.items())},
        system=dict(system),
        versions=_versions(),
        code=_code_digest(Path(__file__).parents[1]),
    )


def digest_of(questions: Sequence[Question]) -> str:
    """The SHA-256 (hex) of a question set; the format it was kept in and its line numbers do not count."""
    records = [msgspec.to_builtins(replace(question, line=0)) for question in questions]
    return hashlib.sha256(msgspec.json.encode(records, order="sorted")).hexdigest()


def _versions() -> dict[str, str]:
    found = {"python": platform.python_version()}
    for name in _PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            # Run from a checkout that was never installed, or with an encoder that does not need this one.
            continue
    return found


def _code_digest(root: Path) -> str:
    whole = hashlib.sha256()
    for package in _CODE:
        for path in sorted((root / package).rglob("*.py")):
            whole.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()
