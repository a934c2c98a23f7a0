"""Vectors of the documents that ship, so that the first start need not encode them.

They are looked up by the model and the very text they were made from (`embedding_cache`), so another model, another
document or another way of cutting passages simply finds nothing here and is encoded. After a change of the documents,
of the model or of the chunking: python -m index.shipped_vectors
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from index.embedding_cache import CachedEncoder, Vectors
from index.encoder import Encoder, load_encoder

FILE = Path(__file__).with_name("shipped_vectors.npz")
_KEY_BYTES = 32


class ShippedVectors:
    """A cache that is only read; kept in float16, which moves a cosine by less than .0001."""

    def __init__(self, path: Path = FILE) -> None:
        self._path = path

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        """The vectors, each (d,), of those keys that are there."""
        return {key: self._table[key] for key in keys if key in self._table}

    def put(self, vectors: Mapping[bytes, Vectors]) -> None:
        """Nothing is kept."""

    @cached_property
    def _table(self) -> dict[bytes, Vectors]:
        if not self._path.exists():
            return {}
        with np.load(self._path, allow_pickle=False) as arrays:
            keys, rows = arrays["keys"].tobytes(), arrays["vectors"].astype(np.float32)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return {keys[at * _KEY_BYTES : (at + 1) * _KEY_BYTES]: row for at, row in enumerate(rows)}


class _Recording:
    """A cache that starts empty and remembers what it is given."""

    def __init__(self) -> None:
        self.kept: dict[bytes, Vectors] = {}

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        return {key: self.kept[key] for key in keys if key in self.kept}

    def put(self, vectors: Mapping[bytes, Vectors]) -> None:
        self.kept.update(vectors)


def make(encoder: Encoder, path: Path = FILE) -> int:
    """Encode the documents that ship and write the file; the number of vectors."""
    from tempfile import TemporaryDirectory

    from corpus.library import BUNDLED
    from index.build import bring_up_to_date

    recording = _Recording()
    with TemporaryDirectory() as folder:
        bring_up_to_date(BUNDLED, Path(folder), CachedEncoder(encoder, recording), _quietly)
    keys = sorted(recording.kept)
    vectors = np.stack([recording.kept[key] for key in keys]).astype(np.float16)
    np.savez(path, keys=np.frombuffer(b"".join(keys), dtype=np.uint8), vectors=vectors)
    return len(keys)


def _quietly(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


if __name__ == "__main__":
    print(f"{make(load_encoder())} vectors: {FILE}")
