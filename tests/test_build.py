"""Bringing an index up to date: what is encoded again, what is noticed, what never mixes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from corpus.library import BUNDLED, list_folder
from index import store
from index.build import bring_up_to_date, is_current
from index.encoder import Role
from tests.conftest import TopicEncoder

FIRST = "Kết nạp đảng viên mới.\n\nLàm tốt công tác dân vận."
SECOND = "Phát triển kinh tế."


def silent(done: int, total: int) -> None:
    """Progress that nobody looks at."""


def build(corpus: Path, folder: Path, encoder: TopicEncoder | None = None) -> TopicEncoder:
    """Build and hand back the encoder with what it was asked to encode."""
    encoder = encoder or TopicEncoder()
    bring_up_to_date(corpus, folder, encoder, silent)
    return encoder


def test_vectors_stand_in_the_order_of_passages(folder_of: Callable[..., Path], tmp_path: Path) -> None:
    build(folder_of({"a.txt": FIRST, "b.txt": SECOND}), tmp_path / "index")
    contents = store.open_index(tmp_path / "index").contents
    assert [p.text for p in contents.passages] == ["Kết nạp đảng viên mới.", "Làm tốt công tác dân vận.", SECOND]
    assert contents.dense.vectors.tolist() == [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]]
    positions, scores = contents.dense.search(TopicEncoder().encode(["công tác dân vận"], Role.QUERY)[0], 1)
    assert (positions.tolist(), scores.tolist()) == ([1], [1.0])
    about_two = TopicEncoder().encode(["đảng viên, kinh tế"], Role.QUERY)[0]
    assert contents.dense.scores(about_two).tolist() == pytest.approx([0.5**0.5, 0, 0.5**0.5])


def test_nothing_is_encoded_when_nothing_changed(folder_of: Callable[..., Path], tmp_path: Path) -> None:
    corpus = folder_of({"a.txt": FIRST})
    build(corpus, tmp_path / "index")
    before = (tmp_path / "index" / "current").read_text()
    again = TopicEncoder()
    report = bring_up_to_date(corpus, tmp_path / "index", again, silent)
    assert (report.rebuilt, report.encoded, again.encoded) == (False, 0, [])
    assert (tmp_path / "index" / "current").read_text() == before


def test_only_what_changed_is_encoded(folder_of: Callable[..., Path], tmp_path: Path) -> None:
    build(folder_of({"a.txt": FIRST, "b.txt": SECOND}), tmp_path / "index")
    corpus = folder_of({"a.txt": FIRST + "\n\nMột đoạn mới hẳn."})
    assert set(build(corpus, tmp_path / "index").encoded) == {"Một đoạn mới hẳn."}
    contents = store.open_index(tmp_path / "index").contents
    assert contents.dense.vectors.tolist() == [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]]


def test_a_removed_document_leaves_the_index(folder_of: Callable[..., Path], tmp_path: Path) -> None:
    corpus = folder_of({"a.txt": FIRST, "b.txt": SECOND})
    build(corpus, tmp_path / "index")
    (corpus / "a.txt").unlink()
    assert build(corpus, tmp_path / "index").encoded == []
    index = store.open_index(tmp_path / "index")
    assert list(index.documents) == ["b"]
    assert len(index.contents.dense) == 1


def test_a_document_under_another_name_is_another_document(folder_of: Callable[..., Path], tmp_path: Path) -> None:
    corpus = folder_of({"a.txt": FIRST})
    build(corpus, tmp_path / "index")
    (corpus / "a.txt").rename(corpus / "z.txt")
    build(corpus, tmp_path / "index")
    assert {p.doc_id for p in store.open_index(tmp_path / "index").contents.passages} == {"z"}


@pytest.mark.parametrize("other", [TopicEncoder(name="other"), TopicEncoder(digest="2")], ids=["name", "weights"])
def test_another_model_encodes_everything_again(
    other: TopicEncoder, folder_of: Callable[..., Path], tmp_path: Path
) -> None:
    corpus = folder_of({"a.txt": FIRST, "b.txt": SECOND})
    asked = build(corpus, tmp_path / "index").encoded
    assert not is_current(tmp_path / "index", list_folder(corpus), other.spec)
    assert build(corpus, tmp_path / "index", other).encoded == asked


def test_an_index_of_another_corpus_is_not_taken_for_this_one(folder_of: Callable[..., Path], tmp_path: Path) -> None:
    build(folder_of({"a.txt": FIRST}, "one"), tmp_path / "index")
    other = folder_of({"a.txt": SECOND}, "two")
    assert not is_current(tmp_path / "index", list_folder(other), TopicEncoder().spec)
    build(other, tmp_path / "index")
    assert [p.text for p in store.open_index(tmp_path / "index").contents.passages] == [SECOND]


def test_a_damaged_index_is_built_again_from_the_documents(folder_of: Callable[..., Path], tmp_path: Path) -> None:
    corpus = folder_of({"a.txt": FIRST})
    asked = build(corpus, tmp_path / "index").encoded
    next((tmp_path / "index").rglob("vectors.faiss")).write_bytes(b"")
    assert build(corpus, tmp_path / "index").encoded == asked
    assert store.verify(store.open_index(tmp_path / "index")) == []


def test_what_cannot_be_read_is_reported_and_the_rest_indexed(folder_of: Callable[..., Path], tmp_path: Path) -> None:
    corpus = folder_of({"a.txt": FIRST, "bad.txt": b"\xff\xfe\x00"})
    report = bring_up_to_date(corpus, tmp_path / "index", TopicEncoder(), silent)
    assert [fault.path.name for fault in report.faults] == ["bad.txt"]
    assert list(store.open_index(tmp_path / "index").documents) == ["a"]


class Interrupted(Exception):
    """What stops a build half-way."""


class FailingEncoder(TopicEncoder):
    """An encoder that dies at its second batch."""

    def encode(self, texts: Sequence[str], role: Role) -> npt.NDArray[np.float32]:
        if self.encoded:
            raise Interrupted
        return super().encode(texts, role)


def test_an_interrupted_build_leaves_the_old_index_in_force(folder_of: Callable[..., Path], tmp_path: Path) -> None:
    build(folder_of({"a.txt": FIRST}), tmp_path / "index")
    corpus = folder_of({"a.txt": "\n\n".join(f"Đoạn số {n} nói về kinh tế." for n in range(100))})
    with pytest.raises(Interrupted):
        bring_up_to_date(corpus, tmp_path / "index", FailingEncoder(), silent)
    index = store.open_index(tmp_path / "index")
    assert index.documents["a"].text == FIRST
    assert store.verify(index) == []


def test_progress_counts_up_to_what_there_was_to_encode(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    report = bring_up_to_date(BUNDLED, tmp_path / "index", TopicEncoder(), lambda *step: seen.append(step))
    assert seen == sorted(seen)
    assert seen[-1] == (report.encoded, report.encoded)
