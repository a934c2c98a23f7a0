"""`nghiquyet eval`: the words of its command line and what they do.

The composition root hands in how a system is opened, for this package does not know how one is put together.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from assistant.messages import Lang
from eval.errors import EvalError, OutputError, QuestionSetError
from eval.folder import run_into
from eval.messages import commands as say
from eval.messages import faults
from eval.printing import print_faults, print_summary
from eval.run import System
from eval.session import load_questions


@dataclass(frozen=True, slots=True)
class Context:
    """What a command needs of the program: the language, where runs are kept, and how the system is opened."""

    lang: Lang
    runs: Path
    open_system: Callable[[], System]


def register(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the actions of `nghiquyet eval` to its parser."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    running = actions.add_parser("run", help=say.HELP_RUN.text(lang))
    running.add_argument("--questions", type=Path, required=True, metavar="FILE", help=say.HELP_QUESTIONS.text(lang))
    running.add_argument("--out", type=Path, metavar="DIR", help=say.HELP_OUT_RUNS.text(lang))
    running.set_defaults(act=_run)


def execute(args: argparse.Namespace, context: Context) -> int:
    """Do what the parsed words say; the exit status."""
    try:
        status: int = args.act(args, context)
    except QuestionSetError as error:
        print_faults(error, context.lang, sys.stderr)
        return 1
    except EvalError as error:
        print(say.ERROR_LINE.text(context.lang, text=error.text(context.lang)), file=sys.stderr)
        return 1
    return status


def _run(args: argparse.Namespace, context: Context) -> int:
    data = _read(args.questions)
    system = context.open_system()
    texts = {doc_id: document.text for doc_id, document in system.documents.items()}
    questions = load_questions(data, args.questions.name, texts)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stderr)) as bar:
        task = bar.add_task(say.ASKING.text(context.lang), total=len(questions))
        run, folder = run_into(
            args.out or context.runs, questions, system, lambda done, _: bar.update(task, completed=done)
        )
    print_summary(run, context.lang, sys.stdout)
    print(say.KEPT.text(context.lang, path=folder), file=sys.stderr)
    return 0


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OutputError(faults.UNREADABLE, path=path, reason=error.strerror or str(error)) from error
