"""The index folder: written as a whole or not at all, opened with proof that it is sound.

DIR/current                    the name of the generation in force, replaced in one step
DIR/generations/NAME/          manifest.json, documents.json, passages.json, vectors.faiss, words/
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from corpus.facts.collection import Facts
from corpus.records import Document
from index.dense import Dense
from index.encoder import EncoderSpec
from index.errors import IndexDamaged, IndexMissing, IndexNotWritable
from index.language.mixture import Mixture
from index.lexical import Lexical
from index.records import Passage, Sentence

# Raised when the layout of the folder changes; an older folder is then built again.
FORMAT = 6
_CURRENT = "current"
_GENERATIONS = "generations"
_DRAFT = "draft-"
_LONGEST_WRITE = 3600  # seconds; writing takes a few, so an older draft was left by a process that died
_MANIFEST = "manifest.json"
_DOCUMENTS = "documents.json"
_PASSAGES = "passages.json"
_VECTORS = "vectors.faiss"
_WORDS = "words"
_LANGUAGE = "language.npz"
_FACTS = "facts.json"
_SENTENCES = "sentences.json"
_SENTENCE_VECTORS = "sentences.faiss"
_FIRSTS = "duplicates.npy"

Read = TypeVar("Read")


class IndexedDocument(msgspec.Struct, frozen=True):
    """A document as the manifest lists it; `digest` is `corpus.records.Document.digest`."""

    id: str
    digest: str
    passages: int


class Manifest(msgspec.Struct, frozen=True):
    """What an index was made of: `program` is the digest of the code, `files` the SHA-256 of each file."""

    format: int
    program: str
    encoder: EncoderSpec
    documents: tuple[IndexedDocument, ...]
    versions: dict[str, str]
    files: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Contents:
    """What is searched: passage i has vector i and word statistics i, sentence i has sentence vector i.

    `firsts[i]` is the first passage that says the same as passage i (`index.duplicates.firsts_of`).
    """

    documents: tuple[Document, ...]
    passages: tuple[Passage, ...]
    dense: Dense
    lexical: Lexical
    sentences: tuple[Sentence, ...]
    sentence_dense: Dense
    firsts: NDArray[np.int32]
    facts: Facts
    language: Mixture


@dataclass(frozen=True, slots=True)
class Index:
    """An open index."""

    folder: Path
    manifest: Manifest
    contents: Contents

    @property
    def documents(self) -> dict[str, Document]:
        """The documents by id."""
        return {document.id: document for document in self.contents.documents}


def prepare(folder: Path) -> Path:
    """Make the folder that generations go to, so that a place that cannot be written to is found before the work.

    Raises IndexNotWritable.
    """
    generations = folder / _GENERATIONS
    try:
        generations.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=generations):
            pass
    except OSError as error:
        raise IndexNotWritable(folder, error.strerror or str(error)) from error
    return generations


def write(folder: Path, manifest: Manifest, contents: Contents) -> None:
    """Write a new generation and put it in force; the former one stays until then. Raises IndexNotWritable."""
    generations = prepare(folder)
    try:
        draft = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=generations))
        _write_contents(draft, contents)
        sealed = msgspec.structs.replace(manifest, files=_digests(draft))
        (draft / _MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(sealed)))
        final = draft.with_name(draft.name.removeprefix(_DRAFT))
        draft.rename(final)
        _put_in_force(folder, final.name)
        _sweep(generations, keep=final.name)
    except OSError as error:
        raise IndexNotWritable(folder, error.strerror or str(error)) from error


def _write_contents(draft: Path, contents: Contents) -> None:
    (draft / _DOCUMENTS).write_bytes(msgspec.json.encode(contents.documents))
    (draft / _PASSAGES).write_bytes(msgspec.json.encode(contents.passages))
    contents.language.save(draft / _LANGUAGE)
    (draft / _FACTS).write_bytes(msgspec.json.encode(contents.facts))
    (draft / _SENTENCES).write_bytes(msgspec.json.encode(contents.sentences))
    contents.dense.save(draft / _VECTORS)
    contents.sentence_dense.save(draft / _SENTENCE_VECTORS)
    np.save(draft / _FIRSTS, contents.firsts)
    (draft / _WORDS).mkdir()
    contents.lexical.save(draft / _WORDS)


def _put_in_force(folder: Path, name: str) -> None:
    pointer = folder / f".{_CURRENT}-{name}"
    pointer.write_text(name, encoding="utf-8")
    pointer.replace(folder / _CURRENT)


def _sweep(generations: Path, keep: str) -> None:
    for old in generations.iterdir():
        if old.name != keep and not _may_be_in_work(old):
            # A reader on Windows may still hold a file open; the next build sweeps it away.
            shutil.rmtree(old, ignore_errors=True)


def _may_be_in_work(generation: Path) -> bool:
    """Whether another process may be writing it at this moment."""
    try:
        age = time.time() - generation.stat().st_mtime
    except FileNotFoundError:  # that process swept it away itself
        return False
    return generation.name.startswith(_DRAFT) and age < _LONGEST_WRITE


def _digests(generation: Path) -> dict[str, str]:
    files = sorted(path for path in generation.rglob("*") if path.is_file() and path.name != _MANIFEST)
    return {path.relative_to(generation).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def read_manifest(folder: Path) -> tuple[Path, Manifest]:
    """The generation in force and its manifest. Raises IndexMissing, IndexDamaged."""
    return _from_generation_in_force(folder, lambda generation: (generation, _manifest(generation)))


def open_index(folder: Path) -> Index:
    """Open an index after checking every file against the manifest. Raises IndexMissing, IndexDamaged."""
    manifest, contents = _from_generation_in_force(folder, _open)
    return Index(folder, manifest, contents)


def _from_generation_in_force(folder: Path, read: Callable[[Path], Read]) -> Read:
    """What `read` makes of the generation in force; of the next one if another process swaps them meanwhile."""
    generation = _generation_in_force(folder)
    try:
        return read(generation)
    except (IndexDamaged, OSError):
        following = _generation_in_force(folder)
        if following == generation:
            raise
        return read(following)


def _generation_in_force(folder: Path) -> Path:
    pointer = folder / _CURRENT
    if not pointer.is_file():
        raise IndexMissing(folder)
    return folder / _GENERATIONS / pointer.read_text(encoding="utf-8", errors="replace").strip()


def _manifest(generation: Path) -> Manifest:
    path = generation / _MANIFEST
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (OSError, ValueError, msgspec.DecodeError) as error:
        raise IndexDamaged(path, "the manifest cannot be read") from error


def _open(generation: Path) -> tuple[Manifest, Contents]:
    manifest = _manifest(generation)
    if manifest.format != FORMAT:
        raise IndexDamaged(generation / _MANIFEST, f"format {manifest.format}, this program reads {FORMAT}")
    _check_files(generation, manifest)
    return manifest, _read_contents(generation)


def _read_contents(generation: Path) -> Contents:
    return Contents(
        documents=msgspec.json.decode((generation / _DOCUMENTS).read_bytes(), type=tuple[Document, ...]),
        passages=msgspec.json.decode((generation / _PASSAGES).read_bytes(), type=tuple[Passage, ...]),
        dense=Dense.load(generation / _VECTORS),
        lexical=Lexical.load(generation / _WORDS),
        sentences=msgspec.json.decode((generation / _SENTENCES).read_bytes(), type=tuple[Sentence, ...]),
        sentence_dense=Dense.load(generation / _SENTENCE_VECTORS),
        firsts=np.load(generation / _FIRSTS, allow_pickle=False),
        facts=msgspec.json.decode((generation / _FACTS).read_bytes(), type=Facts),
        language=Mixture.load(generation / _LANGUAGE),
    )


def _check_files(generation: Path, manifest: Manifest) -> None:
    found = _digests(generation)
    for name, digest in manifest.files.items():
        if name not in found:
            raise IndexDamaged(generation / name, "the file is missing")
        if found[name] != digest:
            raise IndexDamaged(generation / name, "the file was changed")


def verify(index: Index) -> list[str]:
    """Prove an open index sound: every fault found, as an English sentence; empty when there is none."""
    faults = []
    contents, documents = index.contents, index.documents
    counts = {len(contents.passages), len(contents.dense), contents.lexical.count, len(contents.firsts)}
    if len(counts) != 1:
        faults.append(f"passages, vectors and word statistics differ in number: {sorted(counts)}")
    if len(contents.sentences) != len(contents.sentence_dense):
        faults.append("sentences and their vectors differ in number")
    if contents.dense.dimension != index.manifest.encoder.dimension:
        faults.append("the vectors have another dimension than the encoder")
    for passage in contents.passages:
        if documents[passage.doc_id].text[passage.start : passage.end] != passage.text:
            faults.append(f"{passage.doc_id}[{passage.start}:{passage.end}] is not the passage's text")
    return faults
