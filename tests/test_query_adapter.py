"""The map of question vectors: by hand, for one model only, and that it does what it was learnt for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index import query_adapter
from index.encoder import load_encoder
from index.query_adapter import QueryAdapter

RESIDUAL = np.array([[0, 1], [0, 0]], np.float32)
USUAL = np.array([[1, 0]], np.float32)


def test_a_vector_is_moved_and_keeps_its_length() -> None:
    adapted = QueryAdapter(RESIDUAL, USUAL)(np.array([1, 0], np.float32))
    assert adapted == pytest.approx([2**-0.5, 2**-0.5])


def test_it_comes_back_for_the_model_it_was_learnt_for_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "adapter.npz"
    query_adapter.save(RESIDUAL, USUAL, "abc", path)
    adapter = query_adapter.load("abc", path)
    assert adapter is not None
    assert adapter(np.array([0, 1], np.float32)) == pytest.approx([0, 1])
    assert adapter.usual.tolist() == USUAL.tolist()
    assert query_adapter.load("other", path) is None
    assert query_adapter.load("abc", tmp_path / "none.npz") is None


def test_the_shipped_map_is_of_the_shipped_model() -> None:
    spec = load_encoder().spec
    adapter = query_adapter.load(spec.digest)
    assert adapter is not None
    assert adapter(np.eye(spec.dimension, dtype=np.float32)[0]).shape == (spec.dimension,)
