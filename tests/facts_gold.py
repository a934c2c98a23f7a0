"""How the typed facts agree with the gold files that people wrote.

    python -m tests.facts_gold        # recall and precision of each type, with what was missed and what was wrong

A found fact is right when it stands in the same document, shares at least half of the shorter of the two spans,
and says the same: a target the same values, a duty the same body (a level such as "xã" at the end of either name
left out), a mention of a source the same number. Records that the gold files call borderline or optional count
neither as missed nor as wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from corpus.facts import duties, sources, targets
from corpus.facts.reading import one_tone_place
from corpus.folding import folded
from corpus.library import BUNDLED, list_folder, read_document
from corpus.records import Document

GOLD = Path(__file__).parent / "golden"
_LEVEL = re.compile(r"\s(?:xã|huyện|tỉnh|khối|cấp huyện|cấp xã)$")


class Placed(Protocol):
    """A fact with its place."""

    @property
    def doc_id(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def quote(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was found of one type: `required` gold facts, those missed, the right and the wrong predictions."""

    required: int
    missed: tuple[str, ...]
    right: int
    wrong: tuple[str, ...]

    @property
    def recall(self) -> float:
        """The share of the required facts that were found."""
        return 1 - len(self.missed) / self.required

    @property
    def precision(self) -> float:
        """The share of right ones among the predictions that count."""
        return self.right / (self.right + len(self.wrong))


def bundled_documents() -> tuple[Document, ...]:
    """The documents that the gold files were written for."""
    return tuple(read_document(file) for file in list_folder(BUNDLED).files)


def gold(name: str) -> list[dict[str, Any]]:
    """The records of a gold file."""
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def shares_span(record: dict[str, Any], fact: Placed) -> bool:
    """Whether the two share at least half of the shorter span."""
    common = min(record["end"], fact.end) - max(record["start"], fact.start)
    shorter = min(record["end"] - record["start"], fact.end - fact.start)
    return record["doc_id"] == fact.doc_id and 2 * common >= shorter


def agreement(
    required: Sequence[dict[str, Any]],
    tolerated: Sequence[dict[str, Any]],
    found: Sequence[Placed],
    same: Callable[[dict[str, Any], Placed], bool],
) -> Agreement:
    """Compare facts with gold records; a prediction that only a tolerated record matches does not count."""
    missed = tuple(r["quote"] for r in required if not any(same(r, fact) for fact in found))
    right = [fact for fact in found if any(same(r, fact) for r in required)]
    wrong = [
        fact
        for fact in found
        if not any(same(r, fact) for r in required) and not any(shares_span(r, fact) for r in tolerated)
    ]
    return Agreement(len(required), missed, len(right), tuple(fact.quote for fact in wrong))


def _values(values: Sequence[str]) -> list[str]:
    return ["".join(value.lower().split()) for value in values]


def targets_agreement(documents: Sequence[Document]) -> Agreement:
    """Targets: the same values at the same place."""
    records = gold("targets")
    found = [fact for document in documents for fact in targets.extract(document)]
    return agreement(
        [record for record in records if not record["borderline"]],
        [record for record in records if record["borderline"]],
        found,
        lambda record, fact: shares_span(record, fact) and _values(record["values"]) == _values(fact.values),  # type: ignore[attr-defined]
    )


def body_key(name: str) -> str:
    """A body's name for comparing: folded, without "các", without the level at its end."""
    return _LEVEL.sub("", re.sub(r"^(?:các|mỗi)\s+", "", one_tone_place(folded(name))).strip())


def same_duty(record: dict[str, Any], fact: Placed) -> bool:
    """The same body at the same place."""
    return shares_span(record, fact) and body_key(record["body"]) == body_key(fact.body)  # type: ignore[attr-defined]


def duties_agreement(documents: Sequence[Document]) -> Agreement:
    """Duties: the same body at the same place; an optional record tolerates its own body only."""
    records = gold("duties")
    found = [fact for document in documents for fact in duties.extract(document)]
    optional = [record for record in records if record["optional"]]
    counted = [
        fact
        for fact in found
        if not any(same_duty(r, fact) for r in optional)
        or any(same_duty(r, fact) for r in records if not r["optional"])
    ]
    return agreement([record for record in records if not record["optional"]], [], counted, same_duty)


def sources_agreement(documents: Sequence[Document]) -> Agreement:
    """Mentions of sources: the same number (none for a source by name) at the same place."""
    required: list[dict[str, Any]] = []
    tolerated: list[dict[str, Any]] = []
    for source in gold("sources"):
        for mention in source["mentions"]:
            doubtful = source.get("borderline") or mention.get("borderline")
            (tolerated if doubtful else required).append({**mention, "number": source["number"]})
    numbers = {
        (mention.doc_id, mention.start, mention.end): source.number
        for source in sources.extract(documents)
        for mention in source.mentions
    }
    found = [mention for document in documents for mention in sources.mentions(document)]
    return agreement(
        required,
        tolerated,
        found,
        lambda record, fact: (
            shares_span(record, fact) and record["number"] == numbers[(fact.doc_id, fact.start, fact.end)]
        ),
    )


def main() -> None:
    """Print recall and precision of each type."""
    documents = bundled_documents()
    for name, measure in (
        ("targets", targets_agreement),
        ("duties", duties_agreement),
        ("sources", sources_agreement),
    ):
        result = measure(documents)
        print(f"{name}: recall {result.recall:.3f} of {result.required}, precision {result.precision:.3f}")
        for quote in result.missed:
            print("  missed:", " ".join(quote.split())[:120])
        for quote in result.wrong:
            print("  wrong: ", " ".join(quote.split())[:120])


if __name__ == "__main__":
    main()
