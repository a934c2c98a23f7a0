"""Models that someone configured, run by sentence-transformers (only here): encoders and cross-encoders."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.encoding import E5_PROMPTS, EncoderSpec, Role, as_read
from index.errors import ModelDamaged, ModelNotFound, RerankerUnusable

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder, SentenceTransformer
    from torch.nn import Module

# Models of the E5 family are trained with these, but few of them say so in their configuration; the instruct
# models among them are trained with others, and do say so. (arXiv:2402.05672, section 2)
E5_NAME = re.compile(r"(^|[-_/\\])e5([-_]|$)(?!.*instruct)", re.IGNORECASE)
PROMPT_NAMES: Mapping[Role, tuple[str, ...]] = {Role.QUERY: ("query",), Role.PASSAGE: ("passage", "document")}


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


class CrossEncoderReranker:
    """Any sentence-transformers cross-encoder with one score for a pair, run by torch; see `Reranker`.

    `digest` is the SHA-256 over its weights in hex.
    """

    def __init__(self, name: str) -> None:
        """A model by folder or hub name. Raises `RerankerUnusable`."""
        self._model = _load_cross_encoder(name)
        self.digest = _weights_digest(self._model)

    def scores(self, question: str, passages: Sequence[str]) -> npt.NDArray[np.float32]:
        """See `Reranker.scores`: the model's own figure through the logistic function, which keeps the order."""
        if not passages:
            return np.empty(0, np.float32)
        from torch.nn import Sigmoid

        pairs = [(as_read(question), as_read(passage)) for passage in passages]
        judged = self._model.predict(pairs, activation_fn=Sigmoid(), show_progress_bar=False)
        return np.asarray(judged, np.float32)


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


def _load_cross_encoder(name: str) -> CrossEncoder:
    from sentence_transformers import CrossEncoder  # takes seconds

    # It would say that it turns an encoder into a cross-encoder; whether the model may judge is decided below.
    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
    try:
        # Never from the network: a cadre who asks a question should not wait for a download.
        model = CrossEncoder(name, device="cpu", local_files_only=True)
    except Exception as error:  # each file format has its own errors, and all of them mean this
        reason = _first_line(error) if Path(name).is_dir() else "neither a folder nor downloaded"
        raise RerankerUnusable(name, reason) from error
    if not _judges(model):
        raise RerankerUnusable(name, "it does not give a pair of texts one score")
    return model


def _judges(model: CrossEncoder) -> bool:
    """Whether the weights were trained to judge: any other model would be given a head of random weights."""
    trained = any(kind.endswith("ForSequenceClassification") for kind in model.config.architectures or ())
    return model.num_labels == 1 and (trained or len(model) > 1)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _prompts(name: str, configured: Mapping[str, str]) -> dict[Role, str]:
    """The prompt of each role: from the model's configuration, else by its family, else none."""
    found = {role: next(filter(None, map(configured.get, PROMPT_NAMES[role])), "") for role in Role}
    if not any(found.values()) and E5_NAME.search(name):
        return dict(E5_PROMPTS)
    return found


def _weights_digest(model: Module) -> str:
    """SHA-256 over names and values of all weights, so that it does not matter which file they came from."""
    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(tensor.contiguous().view(-1).numpy().tobytes())
    return digest.hexdigest()
