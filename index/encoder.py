"""Texts to vectors: what indexing and searching need of a model, and the one that ships with the program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from index.combining import Combiner
from index.encoding import E5_PROMPTS, EncoderSpec, Role, as_read

if TYPE_CHECKING:
    from index.bundled import BundledModel

__all__ = ["BUNDLED", "BundledEncoder", "Encoder", "EncoderSpec", "Role", "load_encoder"]

BUNDLED = "bundled"


class Encoder(Protocol):
    """What indexing and searching need of a model."""

    @property
    def spec(self) -> EncoderSpec:
        """The model's identity, to be recorded in what it made."""

    def encode(self, texts: Sequence[str], role: Role) -> npt.NDArray[np.float32]:
        """Vectors of length 1 for the texts: (n, d) float32, (0, d) for none."""


def load_encoder(name: str | None = None) -> Encoder:
    """The bundled model (None or "bundled"), or a sentence-transformers model by folder or hub name.

    Raises `ModelNotFound` for a name that leads nowhere and `ModelDamaged` for files that cannot be used.
    """
    if name is None or name == BUNDLED:
        from index.bundled import BundledModel

        return BundledEncoder(BundledModel())
    from index.sentence_models import SentenceTransformersEncoder

    return SentenceTransformersEncoder(name)


class BundledEncoder:
    """The model that ships with the program, by the fastest path; safe to share among threads."""

    def __init__(self, model: BundledModel) -> None:
        self._model = model
        self._questions = Combiner(model.encode)
        self.spec = EncoderSpec(BUNDLED, model.digest, model.dimension)

    def encode(self, texts: Sequence[str], role: Role) -> npt.NDArray[np.float32]:
        """See `Encoder.encode`; questions that several threads ask at the same time run as one batch."""
        prompted = [E5_PROMPTS[role] + as_read(text) for text in texts]
        return self._questions(prompted) if role is Role.QUERY else self._model.encode(prompted)
