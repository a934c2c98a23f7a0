"""What argparse itself says, in Vietnamese."""

from __future__ import annotations

from assistant.messages import Lang, Message
from assistant.messages.translation import translated

USAGE = Message("cách dùng: ", "usage: ")
POSITIONALS = Message("đối số", "positional arguments")
OPTIONS = Message("tùy chọn", "options")
HELP = Message("in hướng dẫn này rồi thoát", "show this help message and exit")
ERROR = Message("{program}: lỗi: {text}\n", "{program}: error: {text}\n")

_ERRORS = (
    Message("thiếu {names}", "the following arguments are required: {names}"),
    Message("không hiểu: {words}", "unrecognized arguments: {words}"),
    Message("không rõ {option} là {matches}", "ambiguous option: {option} could match {matches}"),
    Message("cần một giá trị", "expected one argument"),
    Message("cần ít nhất một giá trị", "expected at least one argument"),
    Message("không nhận giá trị {value}", "ignored explicit argument {value}"),
    Message("{value} không dùng được (chọn trong: {choices})", "invalid choice: {value} (choose from {choices})"),
    Message("{value} không phải số nguyên", "invalid int value: {value}"),
    Message("{value} không phải số cổng (từ 0 đến 65535)", "invalid port value: {value}"),
    Message("{value} không phải giá trị kiểu {type}", "invalid {type} value: {value}"),
)
_OF_ARGUMENT = "argument "


def usage_error(english: str, lang: Lang) -> str:
    """An error of argparse in the user's language; "argument --port: …" names an argument, then says what is wrong."""
    name, colon, rest = english.removeprefix(_OF_ARGUMENT).partition(": ")
    if english.startswith(_OF_ARGUMENT) and colon and lang is not Lang.EN:
        return f"{name}: {translated(rest, _ERRORS, lang)}"
    return translated(english, _ERRORS, lang)
