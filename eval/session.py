"""What a user does with a question set, from the command line or the chat's evaluation tab.

`load_questions` → `run` (kept on disk: `run_into`, `open_run`) → `report_html`, `report_xlsx`; `compare` →
`comparison_html`. `template_xlsx` gives a question set to fill in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Final

from eval.compare import compare
from eval.errors import QuestionSetError
from eval.folder import open_run, run_into
from eval.messages import faults as say
from eval.reading.checks import check
from eval.reading.drafts import Reading
from eval.reading.jsonl import read_jsonl
from eval.reading.tables import read_csv, read_xlsx
from eval.reading.template import template_xlsx
from eval.records import Fault, Question
from eval.report.compared import comparison_html
from eval.report.page import report_html
from eval.report.sheet import report_xlsx
from eval.run import Progress, Run, System, run

READERS: Final[Mapping[str, Callable[[bytes], Reading]]] = {
    ".jsonl": read_jsonl,
    ".csv": read_csv,
    ".xlsx": read_xlsx,
}

__all__ = [
    "READERS",
    "Progress",
    "Run",
    "System",
    "compare",
    "comparison_html",
    "load_questions",
    "open_run",
    "read_questions",
    "report_html",
    "report_xlsx",
    "run",
    "run_into",
    "template_xlsx",
]


def load_questions(data: bytes, filename: str, texts: Mapping[str, str]) -> tuple[Question, ...]:
    """The questions of a file, checked against the documents' texts by id.

    Raises QuestionSetError, with every fault in its `faults`, when there is any.
    """
    questions, faults = read_questions(data, filename, texts)
    if faults:
        raise faulty(filename, faults)
    return questions


def read_questions(
    data: bytes, filename: str, texts: Mapping[str, str]
) -> tuple[tuple[Question, ...], tuple[Fault, ...]]:
    """The sound questions of a file and the faults of the others; raises QuestionSetError for another format."""
    suffix = PurePath(filename).suffix.casefold()
    if suffix not in READERS:
        raise QuestionSetError(say.UNKNOWN_FORMAT, name=filename)
    return check(READERS[suffix](data), texts)


def faulty(filename: str, faults: tuple[Fault, ...]) -> QuestionSetError:
    """The error that says that a set has these faults."""
    return QuestionSetError(say.FAULTS, faults, name=PurePath(filename).name, count=len(faults))
