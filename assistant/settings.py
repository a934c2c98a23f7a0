"""Where things are on this machine: the corpus, the index, the user's data."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from corpus.library import BUNDLED

HOME_VARIABLE = "NGHIQUYET_HOME"
MODEL_VARIABLE = "NGHIQUYET_MODEL"
RERANKER_VARIABLE = "NGHIQUYET_RERANKER"


@dataclass(frozen=True, slots=True)
class Settings:
    """`model` is the name of an encoder, None for the one that ships; `reranker` of a cross-encoder, None for none."""

    corpus: Path
    index: Path
    home: Path
    model: str | None
    reranker: str | None

    @classmethod
    def read(cls, corpus: Path | None, index: Path | None) -> Settings:
        """What the command line and the environment say, with defaults for what they leave out."""
        home = Path(os.environ.get(HOME_VARIABLE) or user_data_path("nghiquyet", appauthor=False))
        folder = BUNDLED if corpus is None else corpus
        # One index a corpus folder and model, so that two never mix.
        model = os.environ.get(MODEL_VARIABLE) or None
        name = hashlib.sha256(f"{folder.resolve()}\n{model or ''}".encode()).hexdigest()[:16]
        place = home / "index" / name if index is None else index
        return cls(folder, place, home, model, os.environ.get(RERANKER_VARIABLE) or None)

    @property
    def feedback(self) -> Path:
        """The database of what users thought of answers."""
        return self.home / "feedback.sqlite"

    @property
    def cache(self) -> Path:
        """The folder of what can be made again."""
        return self.home / "cache"
