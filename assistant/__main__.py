"""The command line, and the one place where the parts are put together."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from io import TextIOWrapper
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.commands.parser import build_parser
from assistant.messages import Lang, Message
from assistant.messages import commands as say
from assistant.messages.errors import UserError, explain
from assistant.settings import Settings

if TYPE_CHECKING:
    from socket import socket

    from assistant.service import Assistant
    from eval.run import System
    from index.encoder import Encoder
    from index.sentence_models import CrossEncoderReranker
    from index.store import Index

# Nothing may be fetched while a cadre waits; a model named by configuration has to be on this machine.
os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
# What is wrong with a model is said in our own words.
os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")


@dataclass(frozen=True)
class Program:
    """The parts, each made when it is first needed: most commands need few of them."""

    settings: Settings
    lang: Lang

    @cached_property
    def encoder(self) -> Encoder:
        from index.encoder import load_encoder

        return load_encoder(self.settings.model)

    @cached_property
    def cached_encoder(self) -> Encoder:
        """The encoder for building indexes: what ships encoded, or was encoded before, is not encoded again."""
        from index.embedding_cache import CachedEncoder, EmbeddingCache
        from index.shipped_vectors import ShippedVectors

        kept = CachedEncoder(self.encoder, EmbeddingCache(self.settings.cache / "vectors.sqlite"))
        return CachedEncoder(kept, ShippedVectors())

    @cached_property
    def reranker(self) -> CrossEncoderReranker | None:
        """Off unless someone named a model."""
        if self.settings.reranker is None:
            return None
        from index.sentence_models import CrossEncoderReranker

        return CrossEncoderReranker(self.settings.reranker)

    @cached_property
    def assistant(self) -> Assistant:
        from assistant.service import Assistant
        from assistant.writer import ChatCompletions

        return Assistant(self.index, self.encoder, ChatCompletions.from_environment(), self.reranker)

    @cached_property
    def index(self) -> Index:
        from assistant.commands import index

        return index.opened(self.settings, self.cached_encoder, self.lang, sys.stderr)

    @cached_property
    def system(self) -> System:
        from assistant.writer import ChatCompletions
        from eval.run import System

        encoder = self.encoder.spec
        writer = ChatCompletions.from_environment()
        described = {
            "encoder": encoder.name,
            "encoder_digest": encoder.digest,
            "reranker": "none" if self.reranker is None else self.reranker.digest,
            "writer": "none" if writer is None else writer.model,
            **self.index.manifest.versions,
        }
        return System(self.assistant, self.assistant.documents, described)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status: 0 done, 1 failed and explained on stderr, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Windows would write Vietnamese in a code page that lacks half of its letters.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = list(sys.argv[1:] if argv is None else argv)
    lang = _language(words)
    args = build_parser(lang, lambda parser: _add_eval(parser, lang)).parse_args(words)
    settings = Settings.read(getattr(args, "corpus", None), getattr(args, "index", None))
    try:
        return _COMMANDS[args.command](Program(settings, lang), args)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except UserError as error:
        print(say.ERROR_LINE.text(lang, text=explain(error, lang)), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(say.INTERRUPTED.text(lang), file=sys.stderr)
        return 1


def _language(words: Sequence[str]) -> Lang:
    """The language asked for, found before parsing so that help and usage errors can be in it."""
    for word, following in pairwise((*words, "")):
        value = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and value in set(Lang):
            return Lang(value)
    return Lang.VI


def _add_eval(parser: argparse.ArgumentParser, lang: Lang) -> None:
    from eval.cli import register

    register(parser, lang)


def _eval(program: Program, args: argparse.Namespace) -> int:
    from eval.cli import Context, execute

    return execute(args, Context(program.lang, program.settings.home / "runs", lambda: program.system))


def _ask(program: Program, args: argparse.Namespace) -> int:
    from assistant.commands import ask

    if args.batch is not None:
        if args.out is None:
            return _wrong_usage(say.BATCH_NEEDS_OUT, program.lang)
        return 1 if ask.ask_batch(program.assistant, args.batch, args.out, program.lang) else 0
    if args.question is None:
        return _wrong_usage(say.NO_QUESTION, program.lang)
    ask.check_usable(args.question)
    query = ask.query_of(args.question, args.history, args.doc, verbatim=args.verbatim)
    ask.ask_one(program.assistant, query, json=args.json, lang=program.lang, out=sys.stdout)
    return 0


def _wrong_usage(message: Message, lang: Lang) -> int:
    print(message.text(lang), file=sys.stderr)
    return 2


def _index(program: Program, args: argparse.Namespace) -> int:
    from assistant.commands import index

    if args.action == "build":
        report = index.build(program.settings, program.cached_encoder, program.lang, sys.stderr)
        print(index.describe(program.settings, report, program.lang), file=sys.stderr)
        return 1 if report.faults else 0
    if args.action == "status":
        index.status(program.settings, program.encoder, program.lang, sys.stdout)
    else:
        index.verify(program.settings, program.lang, sys.stdout)
    return 0


def _corpus(program: Program, args: argparse.Namespace) -> int:
    from assistant.commands import corpus

    folder, lang = program.settings.corpus, program.lang
    match args.action:
        case "list":
            corpus.list_documents(folder, lang, sys.stdout)
        case "show":
            corpus.show(corpus.find(folder, args.id), lang, sys.stdout)
        case "text":
            corpus.text(corpus.find(folder, args.id), sys.stdout)
        case "check":
            return 0 if corpus.report_check(folder, lang, sys.stdout) else 1
        case "add":
            for path, doc_id in corpus.add(folder, args.files):
                print(say.ADDED.text(lang, path=path, doc_id=doc_id), file=sys.stderr)
        case "remove":
            path = corpus.remove(folder, args.id)
            print(say.REMOVED.text(lang, doc_id=args.id, path=path), file=sys.stderr)
    return 0


def _chat(program: Program, args: argparse.Namespace) -> int:
    from assistant.ui.listening import listen

    # Before the index is built and the page is made: nobody should wait for a port that is taken.
    with listen(args.host, args.port) as listening:
        _serve(program, args, listening)
    return 0


def _serve(program: Program, args: argparse.Namespace, listening: socket) -> None:
    from assistant.feedback import Feedback
    from assistant.ui.launch import launch
    from assistant.ui.page import build_page
    from assistant.ui.services import Services
    from corpus.slips import find_slips
    from eval.desk import Desk
    from index.language.model import LanguageModel

    language = LanguageModel(program.index.contents.language)
    services = Services(
        program.assistant,
        facts=program.index.contents.facts,
        feedback=Feedback(program.settings.feedback),
        evaluation=Desk(lambda: program.system, program.settings.home / "runs", program.lang),
        doubts=lambda document: find_slips(document, language, counted=True),
    )
    page = build_page(services, program.lang)
    url = f"http://{args.host}:{listening.getsockname()[1]}"
    ready = partial(print, say.CHAT_AT.text(program.lang, url=url), file=sys.stderr)
    launch(page, listening, program.lang, mcp=args.mcp, ready=ready)


def _facts(program: Program, args: argparse.Namespace) -> int:
    from assistant.commands import facts

    if args.format == "xlsx" and args.out is None and sys.stdout.isatty():
        return _wrong_usage(say.XLSX_NEEDS_OUT, program.lang)
    documents, found = facts.read(program.settings.corpus, args.doc)
    width = facts.width_for(sys.stdout)
    content = facts.rendered(args.kind, args.format, documents, found, program.lang, width)
    facts.write(content, args.out, sys.stdout)
    if args.out is not None:
        print(say.WRITTEN.text(program.lang, path=args.out), file=sys.stderr)
    return 0


def _feedback(program: Program, args: argparse.Namespace) -> int:
    from assistant.commands import feedback

    count = feedback.export(program.settings.feedback, args.out)
    print(say.FEEDBACK_EXPORTED.text(program.lang, count=count, path=args.out), file=sys.stderr)
    return 0


_COMMANDS = {
    "ask": _ask,
    "chat": _chat,
    "corpus": _corpus,
    "eval": _eval,
    "facts": _facts,
    "feedback": _feedback,
    "index": _index,
}


if __name__ == "__main__":
    sys.exit(main())
