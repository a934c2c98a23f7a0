"""Makes `general.npz`: python -m index.language.make_counts FOLDER [--without NAME]...

FOLDER holds Vietnamese legal and administrative texts (.txt). The figures that ship were counted over 106 laws; the
three codes that the ALQAC 2022 questions are about (civil, criminal, labour) were left out, so that measuring on those
questions stays honest.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from index.language.counts import count

TARGET = Path(__file__).with_name("general.npz")
# Seen fewer times, a pair is as often a slip of the scan as a habit of the language.
LEAST = 3


def main() -> None:
    """Count the texts of a folder and write the file that ships."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--without", action="append", default=[], metavar="NAME", help="stem of a file to leave out")
    args = parser.parse_args()
    chosen = [path for path in sorted(args.folder.glob("*.txt")) if path.stem not in args.without]
    counts = count((path.read_text(encoding="utf-8") for path in chosen), LEAST)
    counts.save(TARGET)
    print(f"{len(chosen)} texts, {len(counts.syllables)} syllables, {len(counts.pairs)} pairs: {TARGET}")


if __name__ == "__main__":
    main()
