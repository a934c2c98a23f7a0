"""The index folder: whole or not at all, and every damage noticed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from index import store
from index.build import bring_up_to_date
from index.errors import IndexDamaged, IndexMissing, IndexNotWritable
from tests.conftest import TopicEncoder

TEXT = "Kết nạp đảng viên mới.\n\nLàm tốt công tác dân vận."


def silent(done: int, total: int) -> None:
    """Progress that nobody looks at."""


@pytest.fixture
def folder(folder_of: Callable[..., Path], tmp_path: Path) -> Path:
    """A small sound index."""
    bring_up_to_date(folder_of({"a.txt": TEXT}), tmp_path / "index", TopicEncoder(), silent)
    return tmp_path / "index"


def generation(folder: Path) -> Path:
    return folder / "generations" / (folder / "current").read_text(encoding="utf-8")


FILES = (
    "documents.json",
    "passages.json",
    "sentences.json",
    "vectors.faiss",
    "sentences.faiss",
    "duplicates.npy",
    "words/accented-scores.npy",
    "words/bare-keys.npy",
    "words/count.npy",
)


def test_what_was_written_is_what_is_opened(folder: Path) -> None:
    index = store.open_index(folder)
    assert index.documents["a"].text == TEXT
    assert [p.text for p in index.contents.passages] == TEXT.split("\n\n")
    assert index.contents.dense.vectors.tolist() == [[1, 0, 0, 0], [0, 1, 0, 0]]
    assert index.manifest.encoder == TopicEncoder().spec
    assert [(d.id, d.passages) for d in index.manifest.documents] == [("a", 2)]
    assert store.verify(index) == []


def test_the_manifest_lists_every_file(folder: Path) -> None:
    written = {path.relative_to(generation(folder)).as_posix() for path in generation(folder).rglob("*.*")}
    assert set(store.open_index(folder).manifest.files) | {"manifest.json"} == written
    assert set(FILES) <= written


@pytest.mark.parametrize("file", FILES)
def test_a_changed_byte_is_noticed(file: str, folder: Path) -> None:
    path = generation(folder) / file
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(IndexDamaged) as damaged:
        store.open_index(folder)
    assert damaged.value.path == path


@pytest.mark.parametrize("file", [*FILES, "manifest.json"])
def test_a_missing_file_is_noticed(file: str, folder: Path) -> None:
    path = generation(folder) / file
    path.unlink()
    with pytest.raises(IndexDamaged) as damaged:
        store.open_index(folder)
    assert damaged.value.path == path


@pytest.mark.parametrize("content", [b"", b"{}", b"[1, 2", b"\xff\xfe", b'{"format": "x"}'])
def test_a_manifest_that_cannot_be_understood_is_noticed(content: bytes, folder: Path) -> None:
    (generation(folder) / "manifest.json").write_bytes(content)
    with pytest.raises(IndexDamaged):
        store.open_index(folder)


def test_a_pointer_to_nowhere_is_noticed(folder: Path) -> None:
    (folder / "current").write_bytes(b"\xff gone")
    with pytest.raises(IndexDamaged):
        store.open_index(folder)


@pytest.mark.parametrize("name", ["", "..", "../../elsewhere", "a\0b", "x" * 5000], ids=repr)
def test_a_pointer_that_is_no_name_is_noticed(name: str, folder: Path) -> None:
    (folder / "current").write_text(name, encoding="utf-8")
    with pytest.raises(IndexDamaged):
        store.open_index(folder)


def test_no_index_where_none_was_built(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        store.open_index(tmp_path)


def test_an_index_of_another_format_is_not_read(folder: Path) -> None:
    path = generation(folder) / "manifest.json"
    path.write_text(path.read_text().replace(f'"format": {store.FORMAT}', '"format": 999'))
    with pytest.raises(IndexDamaged, match="999"):
        store.open_index(folder)


def test_a_new_generation_replaces_the_old_one_and_nothing_is_left_over(
    folder: Path, folder_of: Callable[..., Path]
) -> None:
    abandoned = folder / "generations" / "draft-abandoned"
    abandoned.mkdir()
    os.utime(abandoned, (0, 0))
    old = generation(folder)
    bring_up_to_date(folder_of({"a.txt": "Phát triển kinh tế."}), folder, TopicEncoder(), silent)
    assert not old.exists()
    assert [path.name for path in (folder / "generations").iterdir()] == [generation(folder).name]
    assert sorted(path.name for path in folder.iterdir()) == ["current", "generations"]


def test_a_draft_that_another_process_is_writing_is_left_alone(folder: Path, folder_of: Callable[..., Path]) -> None:
    (folder / "generations" / "draft-of-another").mkdir()
    bring_up_to_date(folder_of({"a.txt": "Phát triển kinh tế."}), folder, TopicEncoder(), silent)
    assert (folder / "generations" / "draft-of-another").is_dir()


def test_a_write_that_fails_leaves_the_old_index_in_force(folder: Path, folder_of: Callable[..., Path]) -> None:
    before = (folder / "current").read_text()
    # A folder where the pointer's draft would have to go stands for a full disk: root ignores permissions.
    (folder / "current").unlink()
    (folder / "current").mkdir()
    (folder / "current" / "in the way").touch()
    with pytest.raises(IndexNotWritable):
        bring_up_to_date(folder_of({"a.txt": "Phát triển kinh tế."}), folder, TopicEncoder(), silent)
    (folder / "current" / "in the way").unlink()
    (folder / "current").rmdir()
    (folder / "current").write_text(before)
    assert store.open_index(folder).documents["a"].text == TEXT


def test_a_file_where_the_folder_should_be_is_explained(folder_of: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file")
    with pytest.raises(IndexNotWritable):
        bring_up_to_date(folder_of({"a.txt": TEXT}), tmp_path / "index", TopicEncoder(), silent)
    assert (tmp_path / "index").read_text() == "a file"


def test_verify_finds_passages_that_do_not_stand_where_they_say(folder: Path) -> None:
    path = generation(folder) / "passages.json"
    manifest = generation(folder) / "manifest.json"
    old = store._digests(generation(folder))["passages.json"]
    path.write_text(path.read_text(encoding="utf-8").replace("dân vận", "dân van"), encoding="utf-8")
    new = store._digests(generation(folder))["passages.json"]
    manifest.write_text(manifest.read_text().replace(old, new))
    assert store.verify(store.open_index(folder)) == ["a[24:49] is not the passage's text"]


@pytest.mark.parametrize("before", ["_manifest", "_check_files", "_read_contents"])
def test_a_reader_overtaken_by_a_new_generation_reads_that(
    before: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = getattr(store, before)
    swaps: list[Path] = []

    def swap_first(*arguments: object) -> object:
        if not swaps:
            swaps.append(generation(folder))
            index = store.open_index(folder)
            store.write(folder, index.manifest, index.contents)
            assert not swaps[0].exists()
        return step(*arguments)

    monkeypatch.setattr(store, before, swap_first)
    assert store.open_index(folder).documents["a"].text == TEXT
    assert store.read_manifest(folder)[0] != swaps[0]
