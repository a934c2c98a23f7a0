"""Makes `general.npz`: python -m index.language.make_counts SOURCE... [--without NAME]...

A source is a folder of Vietnamese legal and administrative texts (.txt) or a .jsonl file with a "text" in each line.
The figures that ship were counted over 106 laws and 458 official documents; the three codes that the ALQAC 2022
questions are about (civil, criminal, labour) were left out, so that measuring on those questions stays honest.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from index.language.counts import count

TARGET = Path(__file__).with_name("general.npz")
# Seen fewer times, a pair is as often a slip of the scan as a habit of the language.
LEAST = 3


def main() -> None:
    """Count the texts of a folder and write the file that ships."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path, nargs="+", metavar="SOURCE")
    parser.add_argument("--without", action="append", default=[], metavar="NAME", help="stem of a file to leave out")
    args = parser.parse_args()
    listed = [text for source in args.sources for text in texts(source, frozenset(args.without))]
    counts = count(listed, LEAST)
    counts.save(TARGET)
    print(f"{len(listed)} texts, {len(counts.syllables)} syllables, {len(counts.pairs)} pairs: {TARGET}")


def texts(source: Path, without: frozenset[str]) -> Iterator[str]:
    """The texts of a folder's .txt files, less those with the stems named, or of a .jsonl file's lines."""
    if source.is_dir():
        for path in sorted(source.glob("*.txt")):
            if path.stem not in without:
                yield path.read_text(encoding="utf-8")
        return
    for line in source.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["text"]


if __name__ == "__main__":
    main()
