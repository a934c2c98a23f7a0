"""Measures the search on ALQAC 2022, on which nothing was ever tuned: `python benchmarks/alqac.py FOLDER`.

FOLDER holds corpus.jsonl (id, title, text: an article of a law) and queries.jsonl (id, question, gold: article ids).
An article is searched in passages of at most 1,200 characters under its title and heading, and ranked by its best one.
Each question is asked as it stands and without its diacritics; the counts that diacritics are restored with leave the
four laws of this set out, but hold the articles' own words, as every index does. eval/README.md has the figures.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402

from corpus.abbreviations import known  # noqa: E402
from corpus.folding import folded  # noqa: E402
from index import query_adapter  # noqa: E402
from index.chunking import context  # noqa: E402
from index.dense import Dense, Floats  # noqa: E402
from index.encoder import Encoder, Role, load_encoder  # noqa: E402
from index.language.build import language_of  # noqa: E402
from index.language.model import LanguageModel  # noqa: E402
from index.language.restore import Restorer  # noqa: E402
from index.lexical import Lexical  # noqa: E402
from index.records import Passage  # noqa: E402
from index.search import Searcher, SearchQuery  # noqa: E402

LONGEST = 1200
# Passages ranked for a question, so that ten articles are among them.
RANKED = 100
STEP = 64


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a law; its text opens with its heading."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the articles that answer it."""

    question: str
    gold: frozenset[str]


def main() -> None:
    """Print hit@1, hit@5 and MRR of the articles, with and without diacritics."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    articles = [Article(r["id"], r["title"], r["text"]) for r in _records(folder / "corpus.jsonl")]
    asked = [Asked(r["question"], frozenset(r["gold"])) for r in _records(folder / "queries.jsonl")]
    encoder = load_encoder()
    searcher = _searcher(articles, encoder)
    restorer = _restorer(articles)
    bare = [Asked(folded(each.question, diacritics=False), each.gold) for each in asked]
    for name, questions in (("as they stand", asked), ("without diacritics", bare)):
        restored = [restorer.restore(each.question).text for each in questions]
        _report(name, _ranks(searcher, questions, restored, encoder))


def _records(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _searcher(articles: Iterable[Article], encoder: Encoder) -> Searcher:
    passages = [passage for article in articles for passage in _passages(article)]
    texts = [context(passage) for passage in passages]
    return Searcher(passages, Lexical.build(texts), Dense(_encoded(texts, Role.PASSAGE, encoder)))


def _passages(article: Article) -> Iterator[Passage]:
    """The paragraphs of an article, as many together as fit."""
    heading, _, body = article.text.partition("\n\n")
    start, piece = 0, ""
    for paragraph in (body or heading).split("\n\n"):
        if piece and len(piece) + len(paragraph) > LONGEST:
            yield Passage(article.id, start, start + len(piece), (article.title, heading), piece)
            start, piece = start + len(piece), ""
        piece = f"{piece}\n\n{paragraph}" if piece else paragraph
    yield Passage(article.id, start, start + len(piece), (article.title, heading), piece)


def _restorer(articles: Iterable[Article]) -> Restorer:
    return Restorer(LanguageModel(language_of(article.text for article in articles)), known())


def _encoded(texts: Sequence[str], role: Role, encoder: Encoder) -> Floats:
    parts = []
    for start in range(0, len(texts), STEP):
        print(f"\r{start}/{len(texts)} texts", end="", file=sys.stderr, flush=True)
        parts.append(encoder.encode(texts[start : start + STEP], role))
    print(file=sys.stderr)
    return np.concatenate(parts)


def _ranks(searcher: Searcher, asked: Sequence[Asked], restored: Sequence[str], encoder: Encoder) -> list[int | None]:
    """The rank, from 1, of the first right article for each question; None below all that were ranked."""
    vectors = _encoded(restored, Role.QUERY, encoder)
    adapter = query_adapter.load(encoder.spec.digest)
    if adapter is not None:
        vectors = np.array([adapter(vector) for vector in vectors])
    ranks: list[int | None] = []
    for each, text, vector in zip(asked, restored, vectors, strict=True):
        hits = searcher.search(SearchQuery(each.question, text, vector), RANKED)
        ids = list(dict.fromkeys(hit.passage.doc_id for hit in hits))
        ranks.append(next((rank for rank, doc_id in enumerate(ids, start=1) if doc_id in each.gold), None))
    return ranks


def _report(name: str, ranks: Sequence[int | None]) -> None:
    def share(first: int) -> float:
        return sum(rank is not None and rank <= first for rank in ranks) / len(ranks)

    mean = sum(1 / rank for rank in ranks if rank is not None) / len(ranks)
    print(f"{name}: hit@1 {share(1):.3f}, hit@5 {share(5):.3f}, hit@10 {share(10):.3f}, MRR {mean:.3f}")


if __name__ == "__main__":
    main()
