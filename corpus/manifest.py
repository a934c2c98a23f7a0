"""`manifest.toml`: what the keeper of a corpus folder states about its documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from corpus.errors import ManifestBroken
from corpus.records import Level

MANIFEST_NAME = "manifest.toml"


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A document as the manifest states it; a field left out is read from the text."""

    id: str
    file: str
    sha256: str | None = None
    title: str | None = None
    kind: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    locality: str | None = None
    level: Level | None = None
    period: str | None = None
    signer: str | None = None
    inferred: tuple[str, ...] = ()

    def stated(self) -> dict[str, Any]:
        """The metadata fields that are stated, by name."""
        names = ("title", "kind", "number", "date", "issuer", "locality", "level", "period", "signer")
        return {name: value for name in names if (value := getattr(self, name)) is not None}


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file: one `[[document]]` table a document."""

    document: tuple[Entry, ...] = ()


def read_manifest(path: Path) -> dict[str, Entry]:
    """The entries by file name; empty when there is no manifest. Raises ManifestBroken."""
    if not path.exists():
        return {}
    try:
        manifest = msgspec.toml.decode(path.read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ManifestBroken(path, str(error)) from error
    return {entry.file: entry for entry in manifest.document}
