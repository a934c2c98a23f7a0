"""The words of the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

from assistant.messages import Lang, Message
from assistant.messages import commands as say
from assistant.messages import usage as say_usage

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 7860

AddEval = Callable[[argparse.ArgumentParser], None]
"""Adds the evaluation's own sub-commands; handed in, because this package may not import `eval`."""


class VietnameseFormatter(argparse.HelpFormatter):
    """argparse's help with its own word for "usage" in Vietnamese."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """See argparse; only the prefix differs."""
        super().add_usage(usage, actions, groups, say_usage.USAGE.vi if prefix is None else prefix)


class VietnameseParser(argparse.ArgumentParser):
    """argparse with its own words in Vietnamese; sub-commands get the same class from argparse."""

    def __init__(self, *, add_help: bool = True, **options: Any) -> None:
        super().__init__(add_help=False, **{"formatter_class": VietnameseFormatter, **options})
        self._positionals.title = say_usage.POSITIONALS.vi
        self._optionals.title = say_usage.OPTIONS.vi
        if add_help:
            self.add_argument("-h", "--help", action="help", help=say_usage.HELP.vi)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with status 2."""
        self.print_usage(sys.stderr)
        text = say_usage.usage_error(message, Lang.VI)
        self.exit(2, say_usage.ERROR.text(Lang.VI, program=self.prog, text=text))


_PARSERS: dict[Lang, type[argparse.ArgumentParser]] = {Lang.VI: VietnameseParser, Lang.EN: argparse.ArgumentParser}


def port(word: str) -> int:
    """A port, 0 for any that is free; raises ValueError. argparse names the function in its message."""
    number = int(word)
    if number not in range(65536):
        raise ValueError(word)
    return number


def build_parser(lang: Lang, add_eval: AddEval) -> argparse.ArgumentParser:
    """The whole command line, its help in the language asked for."""
    shared = _shared(lang)
    parser = _PARSERS[lang](prog="nghiquyet", description=say.PROGRAM.text(lang), parents=[shared])
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, help_text: Message) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help_text.text(lang), parents=[shared])

    _chat(add("chat", say.HELP_CHAT), lang)
    _ask(add("ask", say.HELP_ASK), lang)
    _index(add("index", say.HELP_INDEX_COMMAND), lang, shared)
    _corpus(add("corpus", say.HELP_CORPUS_COMMAND), lang, shared)
    _facts(add("facts", say.HELP_FACTS), lang)
    _feedback(add("feedback", say.HELP_FEEDBACK), lang, shared)
    add_eval(add("eval", say.HELP_EVAL))
    return parser


def _shared(lang: Lang) -> argparse.ArgumentParser:
    """Options that stand before or after the command; SUPPRESS keeps the later parser from undoing the earlier."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--lang", choices=[each.value for each in Lang], help=say.HELP_LANG.text(lang))
    shared.add_argument("--corpus", type=Path, metavar="DIR", help=say.HELP_CORPUS.text(lang))
    shared.add_argument("--index", type=Path, metavar="DIR", help=say.HELP_INDEX.text(lang))
    return shared


def _chat(parser: argparse.ArgumentParser, lang: Lang) -> None:
    parser.add_argument("--host", default=DEFAULT_HOST, help=say.HELP_HOST.text(lang))
    parser.add_argument("--port", type=port, default=DEFAULT_PORT, help=say.HELP_PORT.text(lang))
    parser.add_argument("--mcp", action="store_true", help=say.HELP_MCP.text(lang))


def _ask(parser: argparse.ArgumentParser, lang: Lang) -> None:
    parser.add_argument("question", nargs="?", metavar="QUESTION", help=say.HELP_QUESTION.text(lang))
    parser.add_argument("--history", action="append", default=[], metavar="TEXT", help=say.HELP_HISTORY.text(lang))
    parser.add_argument("--doc", action="append", default=[], metavar="ID", help=say.HELP_DOC.text(lang))
    parser.add_argument("--json", action="store_true", help=say.HELP_JSON.text(lang))
    parser.add_argument("--verbatim", action="store_true", help=say.HELP_VERBATIM.text(lang))
    parser.add_argument("--batch", type=Path, metavar="IN.jsonl", help=say.HELP_BATCH.text(lang))
    parser.add_argument("--out", type=Path, metavar="OUT.jsonl", help=say.HELP_OUT.text(lang))


def _index(parser: argparse.ArgumentParser, lang: Lang, shared: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, text in (
        ("build", say.HELP_INDEX_BUILD),
        ("status", say.HELP_INDEX_STATUS),
        ("verify", say.HELP_INDEX_VERIFY),
    ):
        actions.add_parser(name, help=text.text(lang), parents=[shared])


def _corpus(parser: argparse.ArgumentParser, lang: Lang, shared: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help=say.HELP_CORPUS_LIST.text(lang), parents=[shared])
    actions.add_parser("check", help=say.HELP_CORPUS_CHECK.text(lang), parents=[shared])
    for name, text in (
        ("show", say.HELP_CORPUS_SHOW),
        ("text", say.HELP_CORPUS_TEXT),
        ("remove", say.HELP_CORPUS_REMOVE),
    ):
        action = actions.add_parser(name, help=text.text(lang), parents=[shared])
        action.add_argument("id", metavar="ID", help=say.HELP_ID.text(lang))
    adding = actions.add_parser("add", help=say.HELP_CORPUS_ADD.text(lang), parents=[shared])
    adding.add_argument("files", nargs="+", type=Path, metavar="FILE", help=say.HELP_FILES.text(lang))


def _facts(parser: argparse.ArgumentParser, lang: Lang) -> None:
    kinds = ["targets", "duties", "sources"]
    parser.add_argument("kind", choices=kinds, help=say.HELP_FACTS_KIND.text(lang))
    parser.add_argument("--doc", action="append", default=[], metavar="ID", help=say.HELP_DOC.text(lang))
    formats = ["table", "csv", "json", "xlsx"]
    parser.add_argument("--format", choices=formats, default="table", help=say.HELP_FORMAT.text(lang))
    parser.add_argument("--out", type=Path, metavar="FILE", help=say.HELP_OUT.text(lang))


def _feedback(parser: argparse.ArgumentParser, lang: Lang, shared: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    export = actions.add_parser("export", help=say.HELP_FEEDBACK_EXPORT.text(lang), parents=[shared])
    export.add_argument("--out", type=Path, required=True, metavar="FILE", help=say.HELP_OUT.text(lang))
