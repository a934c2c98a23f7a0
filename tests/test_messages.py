"""Every sentence in both languages: the same blanks to fill in, and none left in English."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import assistant.messages
import eval.messages
from assistant.messages import Lang, Message
from assistant.messages.reasons import reason_text
from assistant.messages.translation import translated
from assistant.messages.usage import usage_error
from tests.conftest import ROOT

# The errors that say why in English, and which argument that is.
REASONS = {
    "DocumentUnreadable": 1,
    "IndexDamaged": 1,
    "ModelDamaged": 1,
    "RerankerUnusable": 1,
    "OutputNotWritable": 1,
    "BatchUnreadable": 1,
}


def messages() -> Iterator[tuple[str, Message]]:
    """Every Message that a module of sentences holds, inside tables and tuples too."""
    for package in (assistant.messages, eval.messages):
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                yield from ((f"{found.name}.{name}", message) for message in _inside(value))


def _inside(value: object) -> Iterator[Message]:
    if isinstance(value, Message):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _inside(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _inside(each)


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_fill_in_the_same() -> None:
    assert [name for name, message in messages() if blanks(message.vi) != blanks(message.en)] == []


def test_no_sentence_is_empty() -> None:
    assert [name for name, message in messages() if not (message.vi.strip() and message.en.strip())] == []


def stated_reasons() -> Iterator[tuple[str, str]]:
    """The reasons that the code gives for an error, as written; what varies in one stands as "7"."""
    for package in ("corpus", "index", "assistant"):
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in REASONS:
                    for reason in _strings(node.args[REASONS[node.func.id] :]):
                        yield f"{path.name}:{node.lineno}", reason


def _strings(arguments: list[ast.expr]) -> Iterator[str]:
    for argument in arguments:
        if isinstance(argument, ast.BoolOp):
            yield from _strings(argument.values)
        elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value
        elif isinstance(argument, ast.JoinedStr):
            yield "".join(str(p.value) if isinstance(p, ast.Constant) else "7" for p in argument.values)


def test_every_reason_that_the_code_gives_has_its_vietnamese() -> None:
    found = list(stated_reasons())
    assert len(found) > 10
    assert [each for each in found if reason_text(each[1], Lang.VI) == each[1]] == []


def test_a_reason_carries_over_what_varies_in_it() -> None:
    assert reason_text("not UTF-8 text (byte 17)", Lang.VI) == "không phải văn bản mã UTF-8 (byte thứ 17)"
    assert reason_text("not UTF-8 text (byte 17)", Lang.EN) == "not UTF-8 text (byte 17)"
    assert reason_text("id 'a' is taken by a.txt", Lang.VI) == "mã 'a' đã dùng cho tệp a.txt"


@pytest.mark.parametrize("unknown", ["", "{braces}", "something else (1.5)", "a\nb"])
def test_what_has_no_translation_keeps_its_own_words(unknown: str) -> None:
    assert reason_text(unknown, Lang.VI) == unknown


def test_signs_of_regular_expressions_in_a_sentence_are_only_signs() -> None:
    table = (Message("hỏi {x} (chưa?)", "ask {x} (not yet?)"),)
    assert translated("ask a.b* (not yet?)", table, Lang.VI) == "hỏi a.b* (chưa?)"
    assert translated("ask a (not ye)", table, Lang.VI) == "ask a (not ye)"


def test_argparse_names_the_argument_and_then_what_is_wrong() -> None:
    assert usage_error("argument --doc: expected one argument", Lang.VI) == "--doc: cần một giá trị"
    assert usage_error("argument --doc: expected one argument", Lang.EN) == "argument --doc: expected one argument"


def test_no_sentence_for_users_stands_outside_the_messages() -> None:
    """Vietnamese in the code of commands would be a sentence that English users cannot read."""
    vietnamese = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
    folders = ("assistant/commands", "assistant/ui")
    files = [path for folder in folders for path in Path(ROOT / folder).glob("*.py")]
    wrong = [
        f"{path.name}:{node.lineno}"
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and vietnamese.search(node.value)
    ]
    assert wrong == []
