"""Reading a folder of documents: bytes, ids, manifest, and the files that cannot be read."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import CorpusEmpty, CorpusNotFound, DocumentUnknown, ManifestBroken
from corpus.library import BUNDLED, list_folder, read_document, select
from corpus.records import Document

MANIFEST = tomllib.loads((BUNDLED / "manifest.toml").read_text(encoding="utf-8"))["document"]


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["id"])
def test_the_five_documents_are_byte_for_byte_what_the_manifest_pins(
    entry: dict[str, str], documents: dict[str, Document]
) -> None:
    content = (BUNDLED / entry["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert documents[entry["id"]].text.encode() == content


def test_the_manifest_names_every_bundled_file() -> None:
    files = {path.name for path in BUNDLED.iterdir()} - {"manifest.toml"}
    assert {entry["file"] for entry in MANIFEST} == files
    assert list_folder(BUNDLED).faults == ()


def test_without_a_manifest_the_id_is_the_stem_and_the_order_is_that_of_ids(folder_of: Callable[..., Path]) -> None:
    listing = list_folder(folder_of({"b.txt": "hai", "a.md": "một", ".hidden.txt": "ẩn"}))
    assert [(source.id, source.path.name) for source in listing.files] == [("a", "a.md"), ("b", "b.txt")]


@pytest.mark.parametrize(
    "content",
    [b"\xef\xbb\xbfc\xc3\xb3 BOM\r\nhai", "một\r\nhai\r\n".encode(), "một\rhai".encode(), "không hết dòng".encode()],
    ids=["bom", "crlf", "cr", "no-line-end"],
)
def test_a_text_is_read_unchanged(content: bytes, folder_of: Callable[..., Path]) -> None:
    document = read_document(list_folder(folder_of({"a.txt": content})).files[0])
    assert document.text.encode() == content


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(folder_of: Callable[..., Path]) -> None:
    folder = folder_of(
        {"good.md": "văn bản", "good.txt": "x", "latin.txt": b"x\xe3", "empty.txt": " \n", "table.zip": b"PK"}
    )
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    listing = list_folder(folder)
    assert [source.id for source in listing.files] == ["good"]
    assert read_document(listing.files[0]).text == "văn bản"
    assert {fault.path.name: fault.reason for fault in listing.faults} == {
        "good.txt": "id 'good' is taken by good.md",
        "latin.txt": "not UTF-8 text (byte 1)",
        "empty.txt": "the file is empty",
        "table.zip": "format .zip is not supported",
        "gone.txt": "No such file or directory",
    }


def test_the_manifest_overrules_the_text(folder_of: Callable[..., Path]) -> None:
    stated = '[[document]]\nid = "mot"\nfile = "a.txt"\ntitle = "Tên được nêu"\ndate = "2020-01-02"\n'
    folder = folder_of({"a.txt": "NGHỊ QUYẾT\nvề việc chung\n\nNội dung.", "b.txt": "khác", "manifest.toml": stated})
    listing = list_folder(folder)
    assert [source.id for source in listing.files] == ["b", "mot"]
    metadata = read_document(listing.files[1]).metadata
    assert (metadata.title, metadata.date) == ("Tên được nêu", "2020-01-02")


def test_a_change_in_the_manifest_alone_changes_the_digest(folder_of: Callable[..., Path]) -> None:
    stated = '[[document]]\nid = "a"\nfile = "a.txt"\ntitle = "{}"\n'
    digests = {
        list_folder(folder_of({"a.txt": "x", "manifest.toml": stated.format(title)})).files[0].digest
        for title in ("Tên cũ", "Tên mới")
    }
    assert len(digests) == 2


def test_a_file_that_is_not_the_one_the_manifest_pins_is_left_out(folder_of: Callable[..., Path]) -> None:
    stated = '[[document]]\nid = "a"\nfile = "a.txt"\nsha256 = "00"\n[[document]]\nid = "c"\nfile = "c.txt"\n'
    listing = list_folder(folder_of({"a.txt": "x", "b.txt": "y", "manifest.toml": stated}))
    assert [source.id for source in listing.files] == ["b"]
    assert {fault.path.name for fault in listing.faults} == {"a.txt", "c.txt"}


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CorpusNotFound):
        list_folder(tmp_path / "nowhere")


def test_a_folder_without_a_readable_document(folder_of: Callable[..., Path]) -> None:
    with pytest.raises(CorpusEmpty) as empty:
        list_folder(folder_of({"x.zip": b"PK"}))
    assert [fault.path.name for fault in empty.value.faults] == ["x.zip"]


@pytest.mark.parametrize(
    "manifest",
    [b"[[document]\n", b"[[document]]\nid = 1\nfile = 'a.txt'\n", b"[[document]]\nwhat = 'x'\n", b"\xff\xfe"],
    ids=["syntax", "type", "unknown-field", "bytes"],
)
def test_a_manifest_that_cannot_be_understood(manifest: bytes, folder_of: Callable[..., Path]) -> None:
    with pytest.raises(ManifestBroken):
        list_folder(folder_of({"a.txt": "x", "manifest.toml": manifest}))


def test_two_documents_of_one_id_in_the_manifest_are_noticed(folder_of: Callable[..., Path]) -> None:
    stated = '[[document]]\nid = "a"\nfile = "a.txt"\n[[document]]\nid = "a"\nfile = "b.txt"\n'
    listing = list_folder(folder_of({"a.txt": "x", "b.txt": "y", "manifest.toml": stated}))
    assert [source.path.name for source in listing.files] == ["a.txt"]
    assert [fault.path.name for fault in listing.faults] == ["b.txt"]


def test_selecting_an_id_that_is_not_there_names_those_that_are(documents: dict[str, Document]) -> None:
    with pytest.raises(DocumentUnknown) as unknown:
        select(documents.values(), "nq-khong-co")
    assert set(unknown.value.known) == set(documents)
