"""Measures what a reranker costs: `python benchmarks/reranker.py [LAYERSxDIMENSIONS ...]`.

Time depends on a cross-encoder's size and not on what it learnt, so the models are made here with random weights, over
the bundled tokenizer. Each judges ten passages of the bundled documents for a question, as the program does.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification  # noqa: E402

from corpus.library import BUNDLED, list_folder, read_document  # noqa: E402
from index.bundled import FOLDER  # noqa: E402
from index.chunking import context, passages  # noqa: E402
from index.sentence_models import CrossEncoderReranker  # noqa: E402

# The sizes of mMiniLMv2-L12-H384, XLM-RoBERTa base and large, on which most multilingual cross-encoders are built.
SIZES = ("12x384", "12x768", "24x1024")
PASSAGES = 10
ROUNDS = 10
QUESTION = "Chỉ tiêu kết nạp đảng viên mới bình quân hằng năm là bao nhiêu?"
SEED = 5


def main() -> None:
    """Print the median time for a question with each size of model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", default=SIZES)
    documents = [read_document(file) for file in list_folder(BUNDLED).files]
    texts = [context(passage) for document in documents for passage in passages(document)]
    choose = random.Random(SEED)
    rounds = [choose.sample(texts, PASSAGES) for _ in range(ROUNDS)]
    for size in parser.parse_args().sizes:
        layers, dimensions = map(int, size.split("x"))
        with tempfile.TemporaryDirectory() as folder:
            weights = _make(Path(folder), layers, dimensions)
            reranker = CrossEncoderReranker(folder)
            reranker.scores(QUESTION, rounds[0])
            seconds = [_seconds(reranker, found) for found in rounds]
        print(f"{size}: {weights / 1e6:.0f} million weights, {PASSAGES} passages in {median(seconds):.2f} s (median)")


def _make(folder: Path, layers: int, dimensions: int) -> int:
    """Write a model of random weights; how many it has."""
    tokenizer = AutoTokenizer.from_pretrained(FOLDER)
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=dimensions,
        num_hidden_layers=layers,
        num_attention_heads=dimensions // 64,
        intermediate_size=4 * dimensions,
    )
    config.num_labels = 1
    model = BertForSequenceClassification(config)
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return sum(weights.numel() for weights in model.parameters())


def _seconds(reranker: CrossEncoderReranker, texts: list[str]) -> float:
    start = time.perf_counter()
    reranker.scores(QUESTION, texts)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
