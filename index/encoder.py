"""Texts to vectors: the model that ships with the program, or any other (only here: sentence_transformers)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from index.combining import Combiner
from index.errors import ModelDamaged, ModelNotFound

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from index.bundled import BundledModel

BUNDLED = "bundled"
# Models of the E5 family are trained with these, but few of them say so in their configuration; the instruct
# models among them are trained with others, and do say so. (arXiv:2402.05672, section 2)
E5_NAME = re.compile(r"(^|[-_/\\])e5([-_]|$)(?!.*instruct)", re.IGNORECASE)


class Role(StrEnum):
    """What a text is to the search; such models encode a question and a passage differently."""

    QUERY = "query"
    PASSAGE = "passage"


E5_PROMPTS: Mapping[Role, str] = {Role.QUERY: "query: ", Role.PASSAGE: "passage: "}
PROMPT_NAMES: Mapping[Role, tuple[str, ...]] = {Role.QUERY: ("query",), Role.PASSAGE: ("passage", "document")}


@dataclass(frozen=True, slots=True)
class EncoderSpec:
    """Which model it is: `bundled`, hub name or folder; SHA-256 over its weights in hex; vector length."""

    name: str
    digest: str
    dimension: int


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
    return SentenceTransformersEncoder(name)


def as_read(text: str) -> str:
    """The text as models are given it: in NFC, which they were trained on, and valid Unicode.

    A lone surrogate, as a broken JSON escape gives, becomes a question mark.
    """
    return unicodedata.normalize("NFC", text).encode("utf-8", "replace").decode("utf-8")


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


class SentenceTransformersEncoder:
    """Any sentence-transformers model, run by torch, with the prompts its configuration gives."""

    def __init__(self, name: str) -> None:
        self._model = _load_sentence_transformer(name)
        self._prompts = _prompts(name, self._model.prompts)
        dimension = self._model.get_embedding_dimension()
        if dimension is None:
            raise ModelDamaged(Path(name), "does not say how long its vectors are")
        self.spec = EncoderSpec(name, _weights_digest(self._model), dimension)

    def encode(self, texts: Sequence[str], role: Role) -> npt.NDArray[np.float32]:
        """See `Encoder.encode`; sentence-transformers sorts the texts by length itself."""
        if not texts:
            return np.empty((0, self.spec.dimension), np.float32)
        vectors = self._model.encode(
            [as_read(text) for text in texts],
            prompt=self._prompts[role],
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, np.float32)


def _load_sentence_transformer(name: str) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer  # takes seconds

    folder = Path(name)
    if folder.is_dir():
        try:
            return SentenceTransformer(str(folder), device="cpu")
        except Exception as error:  # each file format has its own errors, and all of them mean this
            raise ModelDamaged(folder, _first_line(error)) from error
    # First from the hub's cache alone: with no network every look at the hub would cost half a minute of retries.
    with suppress(OSError, ValueError):
        return SentenceTransformer(name, device="cpu", local_files_only=True)
    try:
        return SentenceTransformer(name, device="cpu")
    except (OSError, ValueError) as error:  # what huggingface_hub's errors derive from
        raise ModelNotFound(name, _first_line(error)) from error


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _prompts(name: str, configured: Mapping[str, str]) -> dict[Role, str]:
    """The prompt of each role: from the model's configuration, else by its family, else none."""
    found = {role: next(filter(None, map(configured.get, PROMPT_NAMES[role])), "") for role in Role}
    if not any(found.values()) and E5_NAME.search(name):
        return dict(E5_PROMPTS)
    return found


def _weights_digest(model: SentenceTransformer) -> str:
    """SHA-256 over names and values of all weights, so that it does not matter which file they came from."""
    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(tensor.contiguous().view(-1).numpy().tobytes())
    return digest.hexdigest()
