"""The three formats of public sets; each reader takes a path and gives an `Imported`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from eval.errors import ImportSourceError
from eval.importing.records import Asked, Imported, Item, field, read_lines, read_text
from eval.measures.answers import says
from eval.messages import commands as say

_SENTENCE_END: Final = re.compile(r"(?<=[.!?;])\s+|\n+")


def alqac(path: Path) -> Imported:
    """The ALQAC legal question answering set: a folder with corpus.jsonl (articles) and queries.jsonl.

    Gold is the whole article, as the competition judges it; an answer that stands in its article word for word is
    an answer key, another one ("Đúng", a choice's letter) is not.
    Source: Nguyen et al., "A Summary of the ALQAC 2022 Competition", KSE 2022.
    """
    corpus, queries = path / "corpus.jsonl", path / "queries.jsonl"
    items = {
        field(record, "id", corpus): f"{field(record, 'title', corpus)}\n\n{field(record, 'text', corpus)}"
        for record in read_lines(corpus)
    }
    asked: list[Asked] = []
    left_out = 0
    for record in read_lines(queries):
        gold = [str(each) for each in record.get("gold", []) if str(each) in items]
        if not gold:
            left_out += 1
            continue
        answer = str(record.get("answer", "") or "")
        keys = (answer,) if answer and any(says(answer, items[each]) for each in gold) else ()
        whole = tuple((each, None) for each in gold)
        asked.append(Asked(field(record, "id", queries), field(record, "question", queries), whole, answer, keys))
    return Imported(tuple(Item(each, text) for each, text in items.items()), tuple(asked), left_out)


def beir(path: Path) -> Imported:
    """A retrieval set in BEIR's form: corpus.jsonl, queries.jsonl and qrels/test.tsv in a folder.

    Gold is every document judged above 0; queries without one are left out.
    Source: Thakur et al., "BEIR: A Heterogeneous Benchmark for Zero-shot Evaluation", NeurIPS 2021.
    """
    corpus, queries = path / "corpus.jsonl", path / "queries.jsonl"
    items = {
        field(record, "_id", corpus): f"{record.get('title') or ''}\n\n{field(record, 'text', corpus)}".strip()
        for record in read_lines(corpus)
    }
    judged: dict[str, list[str]] = {}
    qrels = path / "qrels" / "test.tsv"
    for number, line in enumerate(read_text(qrels).splitlines(), start=1):
        cells = line.split("\t")
        if number == 1 or not line.strip():
            continue
        if len(cells) != 3 or not cells[2].strip().lstrip("-").isdigit():
            raise ImportSourceError(say.NOT_THE_FORMAT, path=qrels, line=number, reason="query-id, corpus-id, score")
        if int(cells[2]) > 0 and cells[1] in items:
            judged.setdefault(cells[0], []).append(cells[1])
    every = [(field(record, "_id", queries), field(record, "text", queries)) for record in read_lines(queries)]
    asked = [Asked(each, text, tuple((doc, None) for doc in judged[each])) for each, text in every if each in judged]
    return Imported(tuple(Item(each, text) for each, text in items.items()), tuple(asked), len(every) - len(asked))


def xquad(path: Path) -> Imported:
    """A reading-comprehension set in SQuAD's form (one JSON file), such as XQuAD's Vietnamese part.

    Every paragraph is a document of its own. Gold is the sentence that holds the answer, and the answer is the
    answer key. Questions that SQuAD 2 calls impossible are left out, for another paragraph may answer them.
    Source: Artetxe, Ruder, Yogatama, "On the Cross-lingual Transferability of Monolingual Representations", ACL 2020.
    """
    try:
        articles = json.loads(read_text(path))["data"]
        paragraphs = [
            (f"{article.get('title') or 'doc'}-{number}", paragraph)
            for article in articles
            for number, paragraph in enumerate(article["paragraphs"], start=1)
        ]
        asked = [_squad_question(item, paragraph, qa) for item, paragraph in paragraphs for qa in paragraph["qas"]]
        items = tuple(Item(item, paragraph["context"]) for item, paragraph in paragraphs)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise ImportSourceError(say.NOT_THE_FORMAT, path=path, line="?", reason=repr(error)) from error
    known = tuple(each for each in asked if each is not None)
    return Imported(items, known, len(asked) - len(known))


def _squad_question(item: str, paragraph: dict[str, Any], qa: dict[str, Any]) -> Asked | None:
    if not qa.get("answers"):
        return None
    answer, start = str(qa["answers"][0]["text"]), int(qa["answers"][0]["answer_start"])
    quote = _sentence(paragraph["context"], start, start + len(answer))
    return Asked(str(qa["id"]), str(qa["question"]), ((item, quote),), answer, (answer,))


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence, or sentences, that hold `text[start:end]`."""
    borders = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    first = max(border for border in borders if border <= start)
    last = min(border for border in borders if border >= end)
    return text[first:last].strip()


SOURCES: Final[Mapping[str, Callable[[Path], Imported]]] = {"alqac": alqac, "xquad": xquad, "beir": beir}
