"""Bring an index up to date with a corpus folder: only what changed is read and encoded again."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import numpy as np

from corpus.errors import DocumentUnreadable
from corpus.facts.collection import collect
from corpus.library import Listing, list_folder, read_document
from corpus.records import Document
from index import store
from index.chunking import context, passages, searched, sentences_of
from index.dense import Dense, Floats
from index.duplicates import firsts_of
from index.encoder import Encoder, EncoderSpec, Role
from index.errors import IndexingError
from index.language.build import EVERYDAY, GENERAL, language_of
from index.lexical import Lexical
from index.records import Passage, Sentence

# Passages handed to the encoder at once: often enough for a progress bar to move, and large enough for batches.
_STEP = 32
_RECORDED_PACKAGES = (
    "bm25s",
    "faiss-cpu",
    "langchain-text-splitters",
    "onnxruntime",
    "sentence-transformers",
)

Progress = Callable[[int, int], None]
"""Called with (texts encoded, texts to encode)."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did; `rebuilt` is False when the index was already up to date."""

    rebuilt: bool
    documents: int
    passages: int
    encoded: int
    faults: tuple[DocumentUnreadable, ...]


@cache
def program_digest() -> str:
    """SHA-256 (hex) of the code and data that decide what an index holds: others, another index."""
    root = Path(__file__).parent.parent
    code = sorted(path for package in ("corpus", "index") for path in (root / package).rglob("*.py"))
    tables = [*sorted((root / "corpus").glob("*.toml")), GENERAL, EVERYDAY]
    digest = hashlib.sha256()
    for path in (*code, *tables):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_current(folder: Path, listing: Listing, encoder: EncoderSpec) -> bool:
    """Whether the index in `folder` holds exactly the listed documents, made by this encoder and program."""
    try:
        _, manifest = store.read_manifest(folder)
    except IndexingError:
        return False
    return (
        manifest.format == store.FORMAT
        and manifest.program == program_digest()
        and manifest.encoder == encoder
        and {(d.id, d.digest) for d in manifest.documents} == {(f.id, f.digest) for f in listing.files}
    )


def bring_up_to_date(corpus: Path, folder: Path, encoder: Encoder, progress: Progress) -> Report:
    """Build the index of a corpus folder, or the part of it that changed.

    A file that cannot be read is left out and named in the report. Raises CorpusError, IndexNotWritable.
    """
    listing = list_folder(corpus)
    old = _former(folder, encoder.spec)
    if old is not None and is_current(folder, listing, encoder.spec):
        return Report(False, len(old.documents), len(old.contents.passages), 0, listing.faults)
    store.prepare(folder)
    documents = _read(listing, old)
    by_document = [passages(document) for document in documents]
    found = [passage for each in by_document for passage in each]
    sentences = sentences_of(found)
    passage_texts = [context(passage) for passage in found]
    texts = passage_texts + _sentence_texts(documents, found, sentences)
    vectors, encoded = _vectors(texts, old, encoder, progress)
    contents = store.Contents(
        documents=tuple(documents),
        passages=tuple(found),
        dense=Dense(vectors[: len(found)]),
        lexical=Lexical.build([text for of in zip(documents, by_document, strict=True) for text in searched(*of)]),
        sentences=sentences,
        sentence_dense=Dense(vectors[len(found) :]),
        firsts=firsts_of(found),
        facts=collect(documents),
        language=language_of(document.text for document in documents),
    )
    store.write(folder, _manifest(encoder.spec, contents), contents)
    return Report(True, len(documents), len(found), encoded, listing.faults)


def _manifest(encoder: EncoderSpec, contents: store.Contents) -> store.Manifest:
    sizes = Counter(passage.doc_id for passage in contents.passages)
    return store.Manifest(
        format=store.FORMAT,
        program=program_digest(),
        encoder=encoder,
        documents=tuple(store.IndexedDocument(d.id, d.digest, sizes[d.id]) for d in contents.documents),
        versions={name: version(name) for name in _RECORDED_PACKAGES},
    )


def _sentence_texts(documents: Sequence[Document], found: Sequence[Passage], of: Sequence[Sentence]) -> list[str]:
    """Each sentence in one line, without its headings: what it says by itself."""
    texts = {document.id: document.text for document in documents}
    return [" ".join(texts[found[s.passage].doc_id][s.start : s.end].split()) for s in of]


def _former(folder: Path, encoder: EncoderSpec) -> store.Index | None:
    """The index as it stands, if its vectors can be used again."""
    try:
        old = store.open_index(folder)
    except IndexingError:
        return None
    return old if old.manifest.encoder == encoder else None


def _read(listing: Listing, old: store.Index | None) -> list[Document]:
    known: dict[str, Document] = {}
    if old is not None and old.manifest.program == program_digest():
        known = {document.digest: document for document in old.documents.values()}
    return [
        known[source.digest]
        if source.digest in known and known[source.digest].id == source.id
        else read_document(source)
        for source in listing.files
    ]


def _vectors(texts: list[str], old: store.Index | None, encoder: Encoder, progress: Progress) -> tuple[Floats, int]:
    """One vector a text, shape (n, d), and how many of them had to be encoded."""
    vectors = np.empty((len(texts), encoder.spec.dimension), dtype=np.float32)
    known = {} if old is None else _vectors_by_text(old.contents)
    missing = []
    for position, text in enumerate(texts):
        if text in known:
            vectors[position] = known[text]
        else:
            missing.append(position)
    # Texts of like length go together, so that little of a batch is padding.
    missing.sort(key=lambda position: len(texts[position]))
    for done in range(0, len(missing), _STEP):
        batch = missing[done : done + _STEP]
        vectors[batch] = encoder.encode([texts[position] for position in batch], Role.PASSAGE)
        progress(min(done + _STEP, len(missing)), len(missing))
    return vectors, len(missing)


def _vectors_by_text(old: store.Contents) -> dict[str, Floats]:
    texts = [context(passage) for passage in old.passages]
    texts += _sentence_texts(old.documents, old.passages, old.sentences)
    vectors = np.concatenate([old.dense.vectors, old.sentence_dense.vectors])
    return dict(zip(texts, vectors, strict=True))
