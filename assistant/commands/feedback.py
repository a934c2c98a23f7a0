"""`nghiquyet feedback`: what users of the web chat thought of answers."""

from __future__ import annotations

import json
from pathlib import Path

from assistant.errors import OutputNotWritable
from assistant.feedback import Feedback, questions


def export(database: Path, target: Path) -> int:
    """Write the opinions as a question set; the number of questions. Raises OutputNotWritable."""
    records = list(questions(Feedback(database).all()))
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    try:
        target.write_text(lines, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputNotWritable(target, error.strerror or str(error)) from error
    return len(records)
