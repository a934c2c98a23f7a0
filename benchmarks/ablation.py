"""Measures what each part of the search brings: `python benchmarks/ablation.py [QUESTIONS.jsonl]`.

Every row leaves one part out, or keeps one alone, and ranks the passages of the bundled documents for the answerable
questions: hit@k is the share of questions with a right passage among the first k (`eval.measures.passages`), in
brackets the 95% interval of hit@5. The second line gives hit@5 by style and category. eval/README.md has figures.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402

from assistant.evidence import Evidences  # noqa: E402
from assistant.kinds import asked  # noqa: E402
from assistant.ranking import by_sentences  # noqa: E402
from assistant.records import RankedPassage  # noqa: E402
from assistant.resolve import Resolved, Resolver  # noqa: E402
from corpus import thesaurus  # noqa: E402
from corpus.abbreviations import definitions, known  # noqa: E402
from corpus.library import BUNDLED  # noqa: E402
from eval.measures.gold import Located, locate  # noqa: E402
from eval.measures.passages import first_relevant  # noqa: E402
from eval.measures.resampling import estimate  # noqa: E402
from eval.reading.checks import check  # noqa: E402
from eval.reading.jsonl import read_jsonl  # noqa: E402
from eval.records import Question  # noqa: E402
from index import query_adapter  # noqa: E402
from index.build import bring_up_to_date  # noqa: E402
from index.dense import Floats  # noqa: E402
from index.encoder import Encoder, Role, load_encoder  # noqa: E402
from index.language.model import LanguageModel  # noqa: E402
from index.language.restore import Restorer  # noqa: E402
from index.query_adapter import QueryAdapter  # noqa: E402
from index.scope import Scope, Scoper  # noqa: E402
from index.search import WEIGHTS, Searcher, SearchQuery, Weights  # noqa: E402
from index.sentence_scores import BestSentences  # noqa: E402
from index.store import Contents, open_index  # noqa: E402

Encode = Callable[[str], Floats]

LIMIT = 10


@dataclass(frozen=True, slots=True)
class Variant:
    """The search with some of its parts: what is put right, what is weighed."""

    name: str
    weights: Weights = WEIGHTS
    verbatim: bool = False
    scoped: bool = True
    office: bool = True
    facts: bool = True
    adapted: bool = True


_NOTHING = Weights(dense=0, sentence=0, accented=0, bare=0, office=0, favour=0)
VARIANTS = (
    Variant("everything"),
    Variant("without the best sentence and its facts", facts=False),
    Variant("without the map of question vectors", adapted=False),
    Variant("without sentences", replace(WEIGHTS, sentence=0)),
    Variant("without words for everyday words", replace(WEIGHTS, office=0), office=False),
    Variant("without scope", scoped=False),
    Variant("as typed: nothing put right", verbatim=True),
    Variant("without vectors", replace(WEIGHTS, dense=0, sentence=0)),
    Variant("without words", replace(WEIGHTS, accented=0, bare=0, office=0)),
    Variant("words as typed alone", replace(_NOTHING, bare=1), True, False, False, False, False),
    Variant("vectors as typed alone", replace(_NOTHING, dense=1), True, False, False, False, False),
)


def main() -> None:
    """Print a line a variant and, for each, hit@5 by style and category."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path, nargs="?", default=ROOT / "eval" / "questions" / "dev.jsonl")
    path = parser.parse_args().questions
    encoder = load_encoder()
    encode = cache(partial(encoded, encoder))
    adapter = query_adapter.load(encoder.spec.digest)
    with tempfile.TemporaryDirectory() as folder:
        bring_up_to_date(BUNDLED, Path(folder), encoder, silent)
        contents = open_index(Path(folder)).contents
        texts = {document.id: document.text for document in contents.documents}
        questions, faults = check(read_jsonl(path.read_bytes()), texts)
        if faults:
            raise SystemExit(f"{path}: {len(faults)} faults")
        answerable = [question for question in questions if question.answerable]
        gold = [locate(question.gold, texts) for question in answerable]
        print(f"{path.name}: {len(answerable)} answerable questions")
        for variant in VARIANTS:
            _report(variant, answerable, ranks(variant, answerable, gold, contents, encode, adapter))


def ranks(
    variant: Variant,
    questions: Sequence[Question],
    gold: Sequence[Sequence[Located]],
    contents: Contents,
    encode: Encode,
    adapter: QueryAdapter | None,
) -> list[int | None]:
    """The rank of the first right passage for each question, None when it is not among the first ten."""
    resolver = _resolver(contents)
    best = BestSentences(contents.sentence_dense, contents.sentences, len(contents.passages))
    searcher = Searcher(contents.passages, contents.lexical, contents.dense, variant.weights, best)
    evidences = Evidences(contents, {document.id: document for document in contents.documents})
    ranks = []
    for question, entries in zip(questions, gold, strict=True):
        resolved = _resolved(variant, question, resolver)
        vector = _vector(resolved, encode, adapter if variant.adapted else None)
        scope = resolved.scope
        query = SearchQuery(question.question, resolved.topic, vector, scope.narrowed, scope.favoured, resolved.office)
        hits = searcher.search(query, LIMIT)
        if variant.facts:
            wanted = asked(resolved.asking, resolved.original)
            hits = by_sentences(hits, evidences.weigh(hits, resolved, wanted, vector))
        places = [RankedPassage(h.passage.doc_id, h.passage.start, h.passage.end, h.score) for h in hits]
        ranks.append(first_relevant(places, entries))
    return ranks


def _resolved(variant: Variant, question: Question, resolver: Resolver) -> Resolved:
    resolved = resolver.resolve(replace(question.query(), verbatim=variant.verbatim))
    if not variant.scoped:
        # The names of places are words like any others then.
        resolved = replace(resolved, scope=Scope(), topic=resolved.text)
    return resolved if variant.office else replace(resolved, office="")


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""
    del done, total


def _vector(resolved: Resolved, encode: Encode, adapter: QueryAdapter | None) -> Floats:
    total = encode(resolved.topic)
    if resolved.asking != resolved.text:
        total = total + encode(resolved.asking)
    unit: Floats = total / np.linalg.norm(total)
    return unit if adapter is None else adapter(unit)


def encoded(encoder: Encoder, text: str) -> Floats:
    """The vector of a question, (d,)."""
    vector: Floats = encoder.encode([text], Role.QUERY)[0]
    return vector


def _resolver(contents: Contents) -> Resolver:
    abbreviations = known().with_definitions(definitions(contents.documents))
    model = LanguageModel(contents.language)
    return Resolver(Restorer(model, abbreviations), Scoper(contents.documents, model), thesaurus.load())


def _report(variant: Variant, questions: Sequence[Question], ranks: Sequence[int | None]) -> None:
    found = {k: np.array([rank is not None and rank <= k for rank in ranks]) for k in (1, 5, 10)}
    at_five = estimate(found[5].tolist())
    shares = " ".join(f"hit@{k} {values.mean():.3f}" for k, values in found.items())
    print(f"{variant.name}: {shares} [{at_five.low:.3f}-{at_five.high:.3f}]")
    groups: dict[str, list[bool]] = defaultdict(list)
    for question, hit in zip(questions, found[5].tolist(), strict=True):
        groups[str(question.style)].append(hit)
        groups[str(question.category)].append(hit)
    print("   " + ", ".join(f"{name} {share:.2f}" for name, share in _means(groups)), flush=True)


def _means(groups: Mapping[str, Sequence[bool]]) -> Iterable[tuple[str, float]]:
    return ((name, sum(hits) / len(hits)) for name, hits in sorted(groups.items()))


if __name__ == "__main__":
    main()
