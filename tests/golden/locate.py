"""Prove that the gold files point where they say, or fill in missing offsets.

`python -m tests.golden.locate` checks; `--write` also fills `start` and `end` where they are null.
Every offset is a Python string index into the document's file read with no newline translation.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).resolve().parent
DOCUMENTS = GOLDEN.parent.parent / "corpus" / "documents"
TARGETS, SOURCES = "targets.jsonl", "sources.jsonl"

COMPARATORS = {">=", "<=", ">", "<", "=", "range", None}
CHECKED_FIELDS = ("subject", "unit", "when")
PARTY_NUMBER = re.compile(r"\d{2,3}-(?:QĐ|NQ|KL|CT|CTr|KH|QC|HD)/[A-ZĐ]+")
STATE_NUMBER = re.compile(r"\d+(?:\.\d+)?/\d{4}/(?:NĐ|NQ)-[A-Z]+")

Record = dict[str, Any]  # one JSON object as it stands in the file, so that writing it back loses nothing


def read_records(path: Path) -> list[Record]:
    """Return the objects of one JSON-lines file, in order."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_documents(folder: Path) -> dict[str, str]:
    """Return each document's text under its id, unchanged (no newline is translated)."""
    return {path.stem: path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))}


def occurrences(text: str, quote: str) -> list[int]:
    """Return every offset at which `quote` begins in `text`."""
    return [match.start() for match in re.finditer(f"(?={re.escape(quote)})", text)]


def locate(span: Record, texts: dict[str, str]) -> None:
    """Fill null offsets from the only place where the quote stands; leave an ambiguous one null."""
    if span["start"] is None:
        places = occurrences(texts[span["doc_id"]], span["quote"])
        if len(places) == 1:
            span["start"], span["end"] = places[0], places[0] + len(span["quote"])


def plain(text: str) -> str:
    """Return `text` with markdown marks dropped and each run of white space as one space."""
    return " ".join(re.sub(r"[*#]", " ", text).split())


def span_problems(span: Record, texts: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with the place or the section of one quote."""
    text, quote = texts[span["doc_id"]], span["quote"]
    if span["start"] is None:
        yield f"no offset; {quote!r} stands at {occurrences(text, quote)}"
        return
    if not quote or text[span["start"] : span["end"]] != quote:
        yield f"{quote!r} is not at {span['start']}; it stands at {occurrences(text, quote)}"
    body = " ".join(plain(line) for line in text.splitlines())
    after = 0
    for title in span["section"]:
        found = body.find(" ".join(title.split()), after)
        if found < 0:
            yield f"heading {title!r} does not follow the one before it"
            return
        after = found + len(title)


def target_problems(record: Record, texts: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with one target: each field not inferred stands in its quote."""
    yield from span_problems(record, texts)
    if record["comparator"] not in COMPARATORS:
        yield f"unknown comparator {record['comparator']!r}"
    if not record["values"] and not record["borderline"]:
        yield "no value"
    stated = [record[name] for name in CHECKED_FIELDS if name not in record["inferred"]]
    for value in [*record["values"], *stated]:
        if value is not None and value not in record["quote"]:
            yield f"{value!r} is not in the quote"


def source_problems(record: Record, texts: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with one source or with any of its mentions."""
    number = record["number"]
    if (number is None) != (record["named"] == "name") or not (number or record["name"]):
        yield "a source has either a number or a name"
    if number and not (PARTY_NUMBER.fullmatch(number) or STATE_NUMBER.fullmatch(number)):
        yield f"{number!r} is not in the normal form"
    if record["date"]:
        date.fromisoformat(record["date"])
    if not record["mentions"]:
        yield "no mention"
    for mention in record["mentions"]:
        yield from span_problems(mention, texts)
        if mention["spelling"].casefold() not in mention["quote"].casefold():
            yield f"{mention['spelling']!r} is not in its quote"


def problems(targets: list[Record], sources: list[Record], texts: dict[str, str]) -> list[str]:
    """Return one line for each thing wrong in the gold, empty when all is sound."""
    found = [f"{record['id']}: {text}" for record in targets for text in target_problems(record, texts)]
    found += [f"{record['id']}: {text}" for record in sources for text in source_problems(record, texts)]
    ids = [record["id"] for record in (*targets, *sources)]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    found += [f"{name}: the id is used twice" for name in twice]
    return found


def write_records(path: Path, records: list[Record]) -> None:
    """Write the objects as JSON lines."""
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def main() -> int:
    """Check the gold files beside this script; 0 when sound, 1 with the problems on stderr."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="fill null offsets and write the files back")
    arguments = parser.parse_args()
    texts = read_documents(DOCUMENTS)
    targets, sources = read_records(GOLDEN / TARGETS), read_records(GOLDEN / SOURCES)
    mentions = [mention for record in sources for mention in record["mentions"]]
    if arguments.write:
        for span in (*targets, *mentions):
            locate(span, texts)
        write_records(GOLDEN / TARGETS, targets)
        write_records(GOLDEN / SOURCES, sources)
    found = problems(targets, sources, texts)
    print(*found, sep="\n", end="\n" if found else "", file=sys.stderr)
    print(f"{len(targets)} targets, {len(sources)} sources, {len(mentions)} mentions, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
