"""The vectors that ship are those of the documents that ship."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from corpus.library import BUNDLED
from index.build import bring_up_to_date
from index.embedding_cache import CachedEncoder, Vectors
from index.encoder import Encoder, Role, load_encoder
from index.shipped_vectors import ShippedVectors

REMAKE = "remake them: python -m index.shipped_vectors"


class Counting:
    """The vectors that ship, with a count of what was not among them."""

    def __init__(self) -> None:
        self.shipped = ShippedVectors()
        self.missing = 0

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        found = self.shipped.get(keys)
        self.missing += len(set(keys) - set(found))
        return found

    def put(self, vectors: Mapping[bytes, Vectors]) -> None:
        self.shipped.put(vectors)


def test_the_first_index_encodes_nothing(tmp_path: Path) -> None:
    counting = Counting()
    bring_up_to_date(BUNDLED, tmp_path, CachedEncoder(load_encoder(), counting), lambda _done, _total: None)
    assert counting.missing == 0, REMAKE


def test_they_are_what_the_model_gives() -> None:
    encoder: Encoder = load_encoder()
    text = "Tỷ lệ phát triển hội viên, đoàn viên của từng tổ chức đạt chỉ tiêu giao hàng năm."
    shipped = CachedEncoder(encoder, ShippedVectors()).encode([text], Role.PASSAGE)[0]
    assert float(np.dot(shipped, encoder.encode([text], Role.PASSAGE)[0])) > 0.9999, REMAKE


def test_without_the_file_everything_is_encoded(tmp_path: Path) -> None:
    assert ShippedVectors(tmp_path / "none.npz").get([b"x" * 32]) == {}
