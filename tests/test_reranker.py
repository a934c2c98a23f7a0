"""The reranker: a real cross-encoder, small enough to know what it must prefer, loaded as a user's would be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import torch
from transformers import BertConfig, BertForSequenceClassification, BertModel, BertTokenizer

from assistant.__main__ import Program, main
from assistant.messages import Lang
from assistant.records import Query
from assistant.service import Assistant
from assistant.settings import Settings
from index import store
from index.build import bring_up_to_date
from index.errors import RerankerUnusable
from index.records import Hit, Passage
from index.reranker import Reranker, reranked
from index.sentence_models import CrossEncoderReranker
from tests.conftest import TopicEncoder

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "gốm", "thuế")
PREFERRED = "gốm"
QUESTION = "Chỉ tiêu kết nạp đảng viên của Tuy Phước?"


def cross_encoder(folder: Path, labels: int = 1) -> Path:
    """A BERT of 8 dimensions and fixed weights; a pair of texts in which PREFERRED stands scores higher."""
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    BertTokenizer(vocab=str(folder / "vocab.txt"), strip_accents=False, model_max_length=64).save_pretrained(folder)
    model = BertForSequenceClassification(config(labels))
    with torch.no_grad():
        for name, weights in model.named_parameters():
            weights.fill_(1.0 if name.endswith("LayerNorm.weight") else 0.0)
        # Attention looks at all words alike and hands on their mean, so that the first place knows of every word.
        layer, bert = model.bert.encoder.layer[0].attention, model.bert
        bert.embeddings.word_embeddings.weight[WORDS.index(PREFERRED), 0] = 1.0
        assert bert.pooler is not None
        for square in (layer.self.value, layer.output.dense, bert.pooler.dense):
            square.weight.copy_(torch.eye(8))
        model.classifier.weight[:, 0] = 1.0
    model.save_pretrained(folder)
    return folder


def config(labels: int = 1) -> BertConfig:
    small = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=8,
        max_position_embeddings=64,
    )
    small.num_labels = labels
    return small


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cross_encoder(tmp_path_factory.mktemp("models") / "small")


def by_hand(folder: Path, question: str, passages: Sequence[str]) -> npt.NDArray[np.float32]:
    """The scores without sentence-transformers."""
    tokenizer = BertTokenizer.from_pretrained(folder)
    model = BertForSequenceClassification.from_pretrained(folder)
    pairs = tokenizer([question] * len(passages), list(passages), padding=True, truncation=True, return_tensors="pt")
    with torch.inference_mode():
        scores: npt.NDArray[np.float32] = torch.sigmoid(model(**pairs).logits[:, 0]).numpy()
    return scores


def test_scores_are_the_models_own_between_nought_and_one(folder: Path) -> None:
    passages = ["thuế thuế", "gốm thuế", "gốm gốm gốm", "gốm " * 500]
    scores = CrossEncoderReranker(str(folder)).scores("thuế", passages)
    np.testing.assert_allclose(scores, by_hand(folder, "thuế", passages), atol=1e-6)
    assert scores.dtype == np.float32
    assert 0 < scores[0] < scores[1] <= 1


def test_no_passages_no_scores(folder: Path) -> None:
    assert CrossEncoderReranker(str(folder)).scores("thuế", []).shape == (0,)


def test_the_digest_tells_models_apart(folder: Path, tmp_path: Path) -> None:
    other = cross_encoder(tmp_path / "other")
    assert CrossEncoderReranker(str(folder)).digest == CrossEncoderReranker(str(other)).digest
    model = BertForSequenceClassification.from_pretrained(other)
    torch.nn.init.constant_(model.classifier.bias, 1.0)
    model.save_pretrained(other)
    assert CrossEncoderReranker(str(folder)).digest != CrossEncoderReranker(str(other)).digest


class Lengths:
    """A reranker to compute by hand: passages of more than eight letters are right."""

    def scores(self, question: str, passages: Sequence[str]) -> npt.NDArray[np.float32]:
        del question
        return np.array([float(len(passage) > 8) for passage in passages], np.float32)


def hit(text: str, score: float, *section: str) -> Hit:
    return Hit(Passage("d", 0, len(text), section, text), score)


def test_the_better_passage_goes_first_and_equals_keep_their_order() -> None:
    short, tiny, long = hit("ngắn", 0.9), hit("bé", 0.8), hit("dài hơn tám chữ", 0.7)
    again = reranked(Lengths(), "?", [short, tiny, long])
    assert [(h.passage.text, h.score) for h in again] == [("dài hơn tám chữ", 1.0), ("ngắn", 0.0), ("bé", 0.0)]


def test_a_passage_is_judged_with_its_headings() -> None:
    assert reranked(Lengths(), "?", [hit("ngắn", 0.9), hit("bé", 0.8, "II. MỤC TIÊU")])[0].passage.text == "bé"


def test_nothing_to_rank() -> None:
    assert reranked(Lengths(), "?", []) == []


@pytest.mark.usefixtures("home")
def test_a_named_model_ranks_the_ten_best_and_none_does_by_default(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Program(Settings.read(None, None), Lang.VI)
    assert plain.reranker is None
    monkeypatch.setenv("NGHIQUYET_RERANKER", str(folder))
    program = Program(Settings.read(None, None), Lang.VI)
    assert program.system.description["reranker"] == CrossEncoderReranker(str(folder)).digest
    assert plain.system.description["reranker"] == "none"
    found, usual = program.assistant.weighed(Query(QUESTION)), plain.assistant.weighed(Query(QUESTION))
    assert {sentence.evidence for sentence in found} == {sentence.evidence for sentence in usual}


def silent(done: int, total: int) -> None:
    """Progress that nobody looks at."""


def test_among_passages_that_fit_alike_the_reranker_decides(
    folder: Path, folder_of: Callable[..., Path], tmp_path: Path
) -> None:
    text = "Xã thu quỹ của làng mộc.\n\nXã thu quỹ của làng gốm."
    bring_up_to_date(folder_of({"a.txt": text}), tmp_path / "index", TopicEncoder(), silent)
    index = store.open_index(tmp_path / "index")

    def best(reranker: Reranker | None) -> str:
        first = Assistant(index, TopicEncoder(), reranker=reranker).ask(Query("Quỹ của làng nào?")).passages[0]
        return text[first.start : first.end]

    assert best(None) == "Xã thu quỹ của làng mộc."
    assert best(CrossEncoderReranker(str(folder))) == "Xã thu quỹ của làng gốm."


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("lang", list(Lang))
def test_a_model_that_cannot_judge_is_named_with_the_variable(
    lang: Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    encoder = cross_encoder(tmp_path / "an encoder")
    BertModel(config()).save_pretrained(encoder)
    three = cross_encoder(tmp_path / "three labels", labels=3)
    for name in ("nobody/no-such-model", str(tmp_path / "empty"), str(encoder), str(three)):
        monkeypatch.setenv("NGHIQUYET_RERANKER", name)
        capsys.readouterr()
        assert main(["--lang", lang, "ask", QUESTION]) == 1
        said = capsys.readouterr().err.strip().splitlines()
        assert said[0].startswith({Lang.VI: "Lỗi: Không dùng", Lang.EN: "Error: The reranker"}[lang])
        assert name in said[0]
        assert (len(said), "NGHIQUYET_RERANKER" in said[1]) == (2, True)
        with pytest.raises(RerankerUnusable):
            CrossEncoderReranker(name)
