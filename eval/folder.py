"""A run as a folder, named by what it was made with.

answers.jsonl      one answer a line, in the form of docs/interface.md; written as they come, so a run that was
                   broken off goes on where it stopped
questions.jsonl    the question set
documents.jsonl    the documents that questions and answers name
environment.json   versions, index and encoder, hashes
scores.json        the measures of each answer; written last: a folder that has it is complete
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from assistant.records import Answer
from eval.environment import Environment, describe
from eval.errors import RunError
from eval.messages import commands as say
from eval.records import Question, Score
from eval.run import Evidence, Progress, Run, System, answers_of, measured

T = TypeVar("T")

ANSWERS, QUESTIONS, DOCUMENTS = "answers.jsonl", "questions.jsonl", "documents.jsonl"
ENVIRONMENT, SCORES = "environment.json", "scores.json"


def run_into(
    out: Path, questions: Sequence[Question], system: System, progress: Progress | None = None
) -> tuple[Run, Path]:
    """Run a set and keep it in a folder under `out`; a run begun there before goes on where it stopped.

    Raises RunError when the folder cannot be written.
    """
    environment = describe(questions, system.documents, system.description)
    folder = out / environment.run_id
    try:
        folder.mkdir(parents=True, exist_ok=True)
        known = _answers_so_far(folder / ANSWERS)
        _write_lines(folder / ANSWERS, known.values())
        answers: list[Answer] = []
        with (folder / ANSWERS).open("ab") as file:
            for answer in answers_of(questions, system, known, progress):
                if answer.id not in known:
                    file.write(msgspec.json.encode(answer) + b"\n")
                    file.flush()
                answers.append(answer)
        run = measured(questions, answers, system, environment)
        _write(folder, run)
    except OSError as error:
        raise RunError(say.UNWRITABLE, path=folder, reason=error.strerror or str(error)) from error
    return run, folder


def _write(folder: Path, run: Run) -> None:
    _write_lines(folder / ANSWERS, run.answers)
    _write_lines(folder / QUESTIONS, run.questions)
    _write_lines(folder / DOCUMENTS, run.documents.values())
    _replace(folder / ENVIRONMENT, msgspec.json.format(msgspec.json.encode(run.environment)))
    _replace(folder / SCORES, msgspec.json.format(msgspec.json.encode(run.scores)))


def open_run(folder: Path) -> Run:
    """A complete run from its folder. Raises RunError when it is missing, incomplete or damaged."""
    if not folder.is_dir():
        raise RunError(say.NO_RUN, path=folder)
    if not (folder / SCORES).is_file():
        raise RunError(say.INCOMPLETE_RUN, path=folder)
    try:
        environment = msgspec.json.decode((folder / ENVIRONMENT).read_bytes(), type=Environment)
        run = Run(
            id=environment.run_id,
            environment=environment,
            questions=_lines(folder / QUESTIONS, Question),
            answers=_lines(folder / ANSWERS, Answer),
            scores=msgspec.json.decode((folder / SCORES).read_bytes(), type=tuple[Score, ...]),
            documents={each.id: each for each in _lines(folder / DOCUMENTS, Evidence)},
        )
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RunError(say.DAMAGED_RUN, path=folder, reason=error) from error
    ids = [[each.id for each in column] for column in (run.questions, run.answers, run.scores)]
    if not ids[0] == ids[1] == ids[2]:
        raise RunError(say.DAMAGED_RUN, path=folder, reason="questions, answers and scores do not go together")
    return run


def _answers_so_far(path: Path) -> Mapping[str, Answer]:
    """The answers of a run that was broken off; a last line that was not finished is left out."""
    if not path.is_file():
        return {}
    found: dict[str, Answer] = {}
    for line in path.read_bytes().split(b"\n"):
        try:
            answer = msgspec.json.decode(line, type=Answer)
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
        found[answer.id] = answer
    return found


def _lines(path: Path, kind: type[T]) -> tuple[T, ...]:
    return tuple(msgspec.json.decode(line, type=kind) for line in path.read_bytes().split(b"\n") if line)


def _write_lines(path: Path, records: Iterable[object]) -> None:
    _replace(path, b"".join(msgspec.json.encode(record) + b"\n" for record in records))


def _replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    unfinished = path.with_name(path.name + ".part")
    unfinished.write_bytes(data)
    unfinished.replace(path)
