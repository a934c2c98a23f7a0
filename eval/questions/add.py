"""Add question files to the project's own sets: `python -m eval.questions.add FILE.jsonl...`

Every question of FILE names its set in a field "split", "dev" or "test". Tuning looks at dev only; test is what the
quality gate and the published figures are measured on. The files are written sorted by id, so that a diff shows
what was added.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
SPLITS: Final = ("dev", "test")


def main(paths: Sequence[str]) -> int:
    """Add the files to the sets beside this script; 1 when an id would occur twice."""
    added = [record for path in paths for record in _records(Path(path))]
    kept = {split: _records(FOLDER / f"{split}.jsonl") for split in SPLITS}
    ids = [record["id"] for record in (*added, *kept["dev"], *kept["test"])]
    twice = sorted({str(each) for each in ids if ids.count(each) > 1})
    if twice:
        print(f"these ids would occur twice: {', '.join(twice)}", file=sys.stderr)
        return 1
    for record in added:
        kept[str(record.pop("split"))].append(record)
    for split, records in kept.items():
        _write(FOLDER / f"{split}.jsonl", sorted(records, key=lambda record: str(record["id"])))
    return 0


def _records(path: Path) -> list[dict[str, object]]:
    if path.parent == FOLDER and path.stem in SPLITS and not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _write(path: Path, records: Iterable[dict[str, object]]) -> None:
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    path.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
