"""Writes a safetensors file whose bytes depend on nothing but the tensors.

Format: eight bytes with the header's length, a JSON header, then the arrays one after the other,
little-endian (https://huggingface.co/docs/safetensors, "Format").
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
from graph import StoredTensor

ALIGNMENT = 64  # bytes, a cache line: the arrays can be used where they lie


def write(path: Path, tensors: Mapping[str, npt.NDArray[np.float16]]) -> dict[str, StoredTensor]:
    """Write the tensors in their order and return where in the file each one lies."""
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    at = 0
    for name, tensor in tensors.items():
        header[name] = {"dtype": "F16", "shape": tensor.shape, "data_offsets": [at, at + tensor.nbytes]}
        at += tensor.nbytes
    encoded = json.dumps(header, separators=(",", ":")).encode()
    encoded += b" " * (-(8 + len(encoded)) % ALIGNMENT)
    places: dict[str, StoredTensor] = {}
    with path.open("wb") as file:
        file.write(len(encoded).to_bytes(8, "little") + encoded)
        for name, tensor in tensors.items():
            places[name] = StoredTensor(tensor.shape, file.tell(), tensor.nbytes)
            file.write(np.ascontiguousarray(tensor, "<f2").tobytes())
    return places
