"""What several test files share: the five documents, one real index of them, and an encoder small enough for a hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from assistant.__main__ import main
from corpus.library import BUNDLED, list_folder, read_document
from corpus.records import Document
from index.encoder import EncoderSpec, Role

ROOT = Path(__file__).parent.parent
TOPICS = ("đảng viên", "dân vận", "kinh tế")


@dataclass
class TopicEncoder:
    """An encoder to compute by hand: one axis a topic in TOPICS, a last one for texts about none of them.

    A text about one topic is that axis; about two, the unit vector halfway between them. `encoded` keeps what it
    was asked for, to tell what a build encoded again.
    """

    name: str = "topics"
    digest: str = "1"
    encoded: list[str] = field(default_factory=list)

    @property
    def spec(self) -> EncoderSpec:
        """Two of another `name` or `digest` are two models."""
        return EncoderSpec(self.name, self.digest, len(TOPICS) + 1)

    def encode(self, texts: Sequence[str], role: Role) -> npt.NDArray[np.float32]:
        """One row a text; the role makes no difference."""
        del role
        self.encoded.extend(texts)
        rows = np.array([[topic in text for topic in TOPICS] + [False] for text in texts], dtype=np.float32)
        rows = rows.reshape(len(texts), len(TOPICS) + 1)
        rows[:, -1] = rows.sum(axis=1) == 0
        unit: npt.NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


@pytest.fixture(scope="session")
def documents() -> dict[str, Document]:
    """The five documents by id."""
    return {source.id: read_document(source) for source in list_folder(BUNDLED).files}


@pytest.fixture(scope="session")
def built_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's data directory with the index of the five documents, made once by the command line itself."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NGHIQUYET_HOME", str(home))
        patch.delenv("NGHIQUYET_MODEL", raising=False)
        assert main(["index", "build"]) == 0
    return home


@pytest.fixture
def home(built_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data directory with that index, in force for one test."""
    monkeypatch.setenv("NGHIQUYET_HOME", str(built_home))
    monkeypatch.delenv("NGHIQUYET_MODEL", raising=False)
    return built_home


@pytest.fixture
def folder_of(tmp_path: Path) -> Callable[..., Path]:
    """Makes a corpus folder out of file names and their contents (text or bytes)."""

    def make(files: dict[str, str | bytes], name: str = "corpus") -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for file, content in files.items():
            (folder / file).write_bytes(content.encode() if isinstance(content, str) else content)
        return folder

    return make
