"""Vectors kept on disk by what they were made from, so that no text is encoded twice by the same model."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from index.encoder import Encoder, EncoderSpec, Role
from index.encoding import as_read

Vectors = npt.NDArray[np.float32]

# At 384 dimensions some 170 MB on disk; the passages and sentences of about a thousand documents.
MOST_VECTORS = 100_000
KEYS_A_QUERY = 500  # SQLite has always allowed 999 placeholders
WAIT_SECONDS = 2.0  # for another process that is writing

_TABLE = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL, checksum INTEGER NOT NULL)"


class EmbeddingCache:
    """A bounded table of vectors in one SQLite file; threads and processes may share it.

    It never stops a run: a file that is no database is begun anew, a vector whose checksum is wrong counts as absent,
    and where nothing can be read or written, nothing is found and nothing is kept.
    """

    def __init__(self, path: Path, most: int = MOST_VECTORS) -> None:
        self._path = path
        self._most = most

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        """The vectors, each (d,), of those keys that are there and sound."""
        found: dict[bytes, Vectors] = {}

        def read(table: sqlite3.Connection) -> None:
            for part in _parts(keys):
                places = ",".join("?" * len(part))
                rows = table.execute(f"SELECT key, vector, checksum FROM vectors WHERE key IN ({places})", part)
                found.update(
                    (key, np.frombuffer(blob, "<f4")) for key, blob, crc in rows if _checksum(key, blob) == crc
                )

        self._use(read)
        return found

    def put(self, vectors: Mapping[bytes, Vectors]) -> None:
        """Keep the vectors; beyond the bound the oldest go."""
        blobs = {key: np.ascontiguousarray(vector, "<f4").tobytes() for key, vector in vectors.items()}

        def write(table: sqlite3.Connection) -> None:
            rows = ((key, blob, _checksum(key, blob)) for key, blob in blobs.items())
            table.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
            # Row ids only grow, and a row written again gets a new one.
            table.execute("DELETE FROM vectors WHERE rowid <= (SELECT max(rowid) FROM vectors) - ?", [self._most])

        self._use(write)

    def _use(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Do the work in one transaction, if the file lets us."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=WAIT_SECONDS)) as connection, connection:
                connection.execute(_TABLE)
                work(connection)
        except sqlite3.OperationalError:
            pass  # locked, full, or not ours to write: do without
        except sqlite3.DatabaseError:
            self._discard()
        except OSError:
            pass

    def _discard(self) -> None:
        with suppress(OSError):  # on Windows a file that another process has open stays
            self._path.unlink(missing_ok=True)


class Cache(Protocol):
    """Keeps vectors by key, or only has some."""

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        """The vectors, each (d,), of those keys that are there."""

    def put(self, vectors: Mapping[bytes, Vectors]) -> None:
        """Keep the vectors, if this cache keeps any."""


class CachedEncoder:
    """An encoder that asks its cache first."""

    def __init__(self, encoder: Encoder, cache: Cache) -> None:
        self._encoder = encoder
        self._cache = cache

    @property
    def spec(self) -> EncoderSpec:
        """That of the encoder behind."""
        return self._encoder.spec

    def encode(self, texts: Sequence[str], role: Role) -> Vectors:
        """See `Encoder.encode`; each distinct text that is not in the cache is encoded once."""
        spec = self._encoder.spec
        keys = [_key(spec, role, text) for text in texts]
        known = {key: row for key, row in self._cache.get(keys).items() if row.shape == (spec.dimension,)}
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            fresh = dict(zip(missing, self._encoder.encode(list(missing.values()), role), strict=True))
            self._cache.put(fresh)
            known |= fresh
        return np.array([known[key] for key in keys], np.float32).reshape(len(keys), spec.dimension)


def _key(spec: EncoderSpec, role: Role, text: str) -> bytes:
    return hashlib.sha256("\0".join((spec.digest, role, as_read(text))).encode()).digest()


def _checksum(key: bytes, blob: bytes) -> int:
    return zlib.crc32(key + blob)


def _parts(keys: Sequence[bytes]) -> Iterator[list[bytes]]:
    remaining = iter(dict.fromkeys(keys))
    while part := list(islice(remaining, KEYS_A_QUERY)):
        yield part
