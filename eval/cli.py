"""`nghiquyet eval`: the words of its command line and what they do.

The composition root hands in how a system is opened, for this package does not know how one is put together.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from assistant.messages import Lang, Message
from assistant.messages import commands as say_program
from eval import baseline, judging
from eval.compare import compare
from eval.errors import EvalError, OutputError, QuestionSetError
from eval.folder import open_run, run_into
from eval.importing.records import write as write_imported
from eval.importing.sources import SOURCES
from eval.messages import commands as say
from eval.messages import faults, terms
from eval.printing import percent, print_agreement, print_comparison, print_faults, print_summary
from eval.reading.template import template_csv, template_xlsx
from eval.report.compared import comparison_html
from eval.report.page import report_html
from eval.report.sheet import report_xlsx
from eval.run import Run, System
from eval.session import faulty, read_questions


@dataclass(frozen=True, slots=True)
class Context:
    """What a command needs of the program: the language, where runs are kept, and how the system is opened."""

    lang: Lang
    runs: Path
    open_system: Callable[[], System]


def register(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the actions of `nghiquyet eval` to its parser."""
    shared = _shared(lang)
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")

    def add(name: str, text: Message, act: Callable[[argparse.Namespace, Context], int]) -> argparse.ArgumentParser:
        action = actions.add_parser(name, help=text.text(lang), parents=[shared])
        action.set_defaults(act=act)
        return action

    def out(action: argparse.ArgumentParser, text: Message, metavar: str, *, required: bool) -> None:
        action.add_argument("--out", type=Path, required=required, metavar=metavar, help=text.text(lang))

    running = add("run", say.HELP_RUN, _run)
    running.add_argument("--questions", type=Path, required=True, metavar="FILE", help=say.HELP_QUESTIONS.text(lang))
    running.add_argument("--skip-faulty", action="store_true", help=say.HELP_SKIP_FAULTY.text(lang))
    out(running, say.HELP_OUT_RUNS, "DIR", required=False)
    comparing = add("compare", say.HELP_COMPARE, _compare)
    _paths(comparing, ("before", "after"), "RUN", say.HELP_RUN_FOLDER, lang)
    out(comparing, say.HELP_OUT_FILE, "FILE.html", required=False)
    reporting = add("report", say.HELP_REPORT, _report)
    _paths(reporting, ("run",), "RUN", say.HELP_RUN_FOLDER, lang)
    out(reporting, say.HELP_OUT_FILE, "FILE", required=False)
    out(add("template", say.HELP_TEMPLATE, _template), say.HELP_OUT_FILE, "FILE", required=True)
    setting = add("baseline", say.HELP_BASELINE, _baseline)
    _paths(setting, ("run",), "RUN", say.HELP_RUN_FOLDER, lang)
    setting.add_argument("--lower", action="store_true", help=say.HELP_LOWER.text(lang))
    out(setting, say.HELP_OUT_FILE, "FILE", required=False)
    importing = add("import", say.HELP_IMPORT, _import)
    importing.add_argument("kind", choices=sorted(SOURCES))
    _paths(importing, ("source",), "PATH", say.HELP_SOURCE, lang)
    out(importing, say.HELP_OUT_FOLDER, "DIR", required=True)
    judged = add("judge", say.HELP_JUDGE, _judge)
    _paths(judged, ("run",), "RUN", say.HELP_RUN_FOLDER, lang)
    out(judged, say.HELP_OUT_FILE, "FILE.xlsx", required=True)
    _paths(add("kappa", say.HELP_KAPPA, _kappa), ("first", "second"), "FILE.xlsx", say.HELP_SHEET, lang)


def _shared(lang: Lang) -> argparse.ArgumentParser:
    """The options of every command; SUPPRESS keeps them from undoing those that stood before the command."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--lang", choices=[each.value for each in Lang], help=say_program.HELP_LANG.text(lang))
    shared.add_argument("--corpus", type=Path, metavar="DIR", help=say_program.HELP_CORPUS.text(lang))
    shared.add_argument("--index", type=Path, metavar="DIR", help=say_program.HELP_INDEX.text(lang))
    return shared


def _paths(action: argparse.ArgumentParser, names: tuple[str, ...], metavar: str, text: Message, lang: Lang) -> None:
    for name in names:
        action.add_argument(name, type=Path, metavar=metavar, help=text.text(lang))


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
    questions, found = read_questions(data, args.questions.name, texts)
    if found:
        error = faulty(args.questions.name, found)
        if not (args.skip_faulty and questions):
            raise error
        print_faults(error, context.lang, sys.stderr)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stderr)) as bar:
        task = bar.add_task(say.ASKING.text(context.lang), total=len(questions))
        run, folder = run_into(
            args.out or context.runs, questions, system, lambda done, _: bar.update(task, completed=done)
        )
    print_summary(run, context.lang, sys.stdout)
    _tell(say.KEPT, context, path=folder)
    return 0


def _compare(args: argparse.Namespace, context: Context) -> int:
    comparison = compare(_open(args.before, context), _open(args.after, context))
    if args.out is not None:
        _write(args.out, {".html": lambda: comparison_html(comparison, context.lang).encode()}, context)
    print_comparison(comparison, context.lang, sys.stdout)
    return 0


def _report(args: argparse.Namespace, context: Context) -> int:
    run = _open(args.run, context)
    writers: Mapping[str, Callable[[], bytes]] = {
        ".html": lambda: report_html(run, context.lang).encode(),
        ".xlsx": lambda: report_xlsx(run, context.lang),
    }
    _write(args.out or Path(f"nghiquyet-{run.id}.html"), writers, context)
    return 0


def _template(args: argparse.Namespace, context: Context) -> int:
    lang = context.lang
    _write(args.out, {".xlsx": lambda: template_xlsx(lang), ".csv": lambda: template_csv(lang)}, context)
    return 0


def _baseline(args: argparse.Namespace, context: Context) -> int:
    run, path = _open(args.run, context), args.out or baseline.BASELINE
    known = baseline.read_baseline(path)
    # Over other questions the old figures mean nothing, and the new ones take their place.
    same = known is not None and known.environment.questions == run.environment.questions
    if known is not None and same and not args.lower:
        held = baseline.hold(known, run)
        if held.fallen:
            fallen = ", ".join(
                f"{terms.MEASURES[each.measure].text(context.lang)} "
                f"{percent(each.before, context.lang)} → {percent(each.after, context.lang)}"
                for each in held.fallen
            )
            raise OutputError(say.BASELINE_LOWER, fallen=fallen, lost=", ".join(held.lost) or "–")
    baseline.write_baseline(baseline.baseline_of(run), path)
    _tell(say.BASELINE_SET, context, run=run.id, path=path)
    return 0


def _import(args: argparse.Namespace, context: Context) -> int:
    imported = SOURCES[args.kind](args.source)
    write_imported(imported, args.out)
    documents, questions = len(imported.items), len(imported.asked)
    _tell(say.IMPORTED, context, documents=documents, questions=questions, left_out=imported.left_out, out=args.out)
    return 0


def _judge(args: argparse.Namespace, context: Context) -> int:
    run = _open(args.run, context)
    _write(args.out, {".xlsx": lambda: judging.judge_sheet(run, context.lang)}, context)
    return 0


def _kappa(args: argparse.Namespace, context: Context) -> int:
    first, second = (judging.read_marks(_read(path), path.name) for path in (args.first, args.second))
    print_agreement(judging.agreement(first, second), context.lang, sys.stdout)
    return 0


def _open(path: Path, context: Context) -> Run:
    """A run by its folder, or by its name among the runs that are kept."""
    kept = context.runs / path
    return open_run(kept if not path.exists() and kept.is_dir() else path)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OutputError(faults.UNREADABLE, path=path, reason=error.strerror or str(error)) from error


def _write(path: Path, writers: Mapping[str, Callable[[], bytes]], context: Context) -> None:
    """Write a file in the form that its suffix asks for."""
    writer: Final = writers.get(path.suffix.casefold())
    if writer is None:
        raise OutputError(say.OUT_SUFFIX, path=path, known=", ".join(writers))
    data = writer()
    try:
        path.write_bytes(data)
    except OSError as error:
        raise OutputError(say.UNWRITABLE_FILE, path=path, reason=error.strerror or str(error)) from error
    _tell(say.WRITTEN, context, path=path)


def _tell(message: Message, context: Context, **values: object) -> None:
    print(message.text(context.lang, **values), file=sys.stderr)
