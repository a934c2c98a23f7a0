"""What an answer must hold to be one: money where money is asked for, a number of people where people are counted.

A passage can speak of a matter at length and not tell what was asked. Each rule is a way of asking, read from a
resolved question, and what a text must then hold; a question may call for several.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from assistant.quantities import ASKS_OTHERWISE, holds_quantity, wants_quantity, years
from corpus.folding import folded_line

Check = Callable[[str], bool]
"""Whether a folded text in one line holds what is asked for."""

_FIGURE = r"(?:\d[\d.,]*|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_CURRENCY = r"\d(?:[.,]?\d)*\s*(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|đ)\b|(?:triệu|tỷ|tỉ|nghìn)\b(?! lệ))"
# Ways of asking, and what a text must hold then.
_RULES = tuple(
    (re.compile(asked), re.compile(held))
    for asked, held in (
        (r"%|\b(?:phần trăm|(?:tỷ|tỉ) lệ (?:là )?bao nhiêu)\b", r"\d\s*%|phần trăm"),
        (r"\b(?:bao nhiêu|mấy) (?:tiền|đồng|triệu|tỷ)\b", _CURRENCY),
        (r"\b(?:bao nhiêu|mấy) tuổi\b", r"\btuổi\b"),
        (r"\bthứ mấy\b", r"\bthứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])\b|chủ nhật"),
        (r"\bmấy giờ\b", r"\d\s*(?:giờ|h)\b"),
        (r"\b(?:bao nhiêu|mấy) lần\b", r"\blần\b|\b(?:hằng|hàng|mỗi|định kỳ)\b"),
        (r"\b(?:số điện thoại|sdt|sđt)\b", r"\b0\d{8,10}\b"),
    )
)
# Lengths of time; "mấy năm rồi" and "mấy năm một lần" ask for none.
_ONCE = re.compile(r"\b(?:một|1) lần\b")
_LENGTHS = tuple(
    (re.compile(rf"\b(?:bao nhiêu|mấy) {asked}\b(?! (?:rồi|nay|qua|một|1|mới|lại))"), re.compile(held))
    for asked, held in (
        (r"(?:ngày|bữa|hôm)", rf"{_FIGURE}\s+ngày\b"),
        (r"tháng", r"\btháng\b|\bquý\b"),
        (r"năm", rf"{_FIGURE}\s+năm\b"),
    )
)
# An amount of something that is paid: the thing must be named beside a figure.
_PAID = re.compile(
    r"\b(?:học phí|lệ phí|đảng phí|phụ cấp|lương|thù lao|(?:tiền|mức) thưởng|kinh phí|ngân sách|(?:tiền|mức) phạt|"
    r"mức (?:chi|thu|đóng))\b(?=.*\b(?:bao nhiêu|mấy)\b)"
)
_MEMBERS_TOO = re.compile(r"\b(?:gồm|tên)\b")
# A count may be said in words; how often, by "hằng năm" alone.
_IN_WORDS = re.compile(r"\b(?:một(?! số| bộ phận| phần| cách)|hai|ba|bốn|không có|không để)\s+[^\W\d_]")
_OFTEN = re.compile(r"\b(?:hằng|hàng|mỗi|định kỳ)\b")
_ASKS_HOW_OFTEN = re.compile(r"\blần\b|\bbao lâu\b|\bmấy (?:tháng|năm|quý)\b")
_COUNTED = re.compile(r"\b(bao nhiêu|mấy)\s+([^\W\d_]+(?: [^\W\d_]+)?)")
_PEOPLE = (
    "người|đồng chí|đ/c|đảng viên|cán bộ|thành viên|hội viên|đoàn viên|giảng viên|ủy viên|cá nhân|quần chúng|công chức|"
    "đại biểu|học viên"
)
_COUNTS_PEOPLE = re.compile(rf"(?:{_PEOPLE})\b")
# "Hiện có bao nhiêu đảng viên": a number of people all told, which no share of them tells.
_ALL_TOLD = re.compile(
    r"\b(?:tất cả|tổng cộng|cả thảy|tổng số|hiện có|hiện nay có|hiện giờ|hiện nay|đang có|có) (?:\w+ )?bao nhiêu\b|"
    r"\bbao nhiêu \w+(?: \w+)? (?:tất cả|cả thảy|tổng cộng|tính đến)\b"
)
# "Chi bộ có từ 50 đảng viên trở lên" tells a bound and no total.
_TOTAL_OF_PEOPLE = re.compile(
    rf"\b(?:có|gồm|tổng số|tổng cộng|với|là|:)\s+(?:(?!từ\b)[^\W\d_]+\s+){{0,3}}\d[\d.,]*\s+(?:{_PEOPLE})\b(?! trở lên)"
)
# Words after "bao nhiêu" that open no count.
_NO_THING = frozenset(
    "là thì thôi rồi vậy thế đó đi nữa hẹn đúng để trong cho ở mà và hay so với phần trăm chục tiền đồng triệu tỷ tuổi "
    "giờ lần ngày bữa hôm tháng năm trở lên phải mới được cùng đã đang sẽ của cái nơi chỗ thứ loại điều việc ý mục "
    "nhóm bên chuyện môn khoản con cấp".split()
)
_PAPERS = re.compile(
    r"\b(?:hồ sơ|thủ tục)\b.*\b(?:gồm|cần|mang|nộp|chuẩn bị)\b|\b(?:cần|mang|nộp|chuẩn bị)\b.*\bgiấy tờ\b|"
    r"giấy tờ gì .*nộp"
)
_PAPERS_LISTED = re.compile(r"\b(?:hồ sơ|giấy tờ)\b[^.]*(?:gồm|:)")
# "4 xin, 4 luôn là những gì", "“3 không” cụ thể là gì": a named thing, whose parts a text must list and not only name.
_PARTS = re.compile(r"\b(?:là (?:những |các |mấy )?(?:gì|câu|điều|ý)|cụ thể|gồm (?:những|các|mấy)|nghĩa là)\b")
# Shorter words in quotation marks are a manner of speaking ("căn bệnh").
_NICKNAME = 2
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
_NAMED_THING = re.compile(r"[“\"]([^”\"]+)[”\"]|\b(\d+ [^\W\d_]+(?:,? \d+ [^\W\d_]+)+)")


def fits(question: str, text: str) -> bool:
    """Whether a text holds what a resolved question asks for, as far as its words tell what that must be."""
    checks = _checks(question)
    if not checks:
        return True
    said = folded_line(text)
    return all(check(said) for check in checks)


@lru_cache(maxsize=64)
def _checks(question: str) -> tuple[Check, ...]:
    asked = folded_line(question)
    found = [_holds(held) for asking, held in _RULES if asking.search(asked)]
    if not ASKS_OTHERWISE.search(asked) and not _ONCE.search(asked):
        found += [_holds(held) for asking, held in _LENGTHS if asking.search(asked)]
    return (
        *found,
        *_paid(asked),
        *_counted(asked),
        *_papers(asked),
        *_parts(asked),
        *_quantity(asked),
        *_quoted(asked),
    )


def _paid(asked: str) -> Iterator[Check]:
    match = _PAID.search(asked)
    if match is not None:
        named = re.compile(rf"{match[0].split()[-1]}\b[^.;]*\d|\d[^.;]*{match[0].split()[-1]}\b|{_CURRENCY}")
        yield _holds(named)


def _counted(asked: str) -> Iterator[Check]:
    all_told = _ALL_TOLD.search(asked) is not None
    otherwise = ASKS_OTHERWISE.search(asked) is not None
    for word, thing in _COUNTED.findall(asked):
        if thing.split()[0] in _NO_THING or (word == "mấy" and otherwise):
            continue
        if not _COUNTS_PEOPLE.match(thing):
            yield _figure_beside(thing.split()[0])
        elif all_told:
            yield _holds(_TOTAL_OF_PEOPLE)


def _figure_beside(thing: str) -> Check:
    """Where a text names the thing, one of its figures must count it; in other words it may be called anything."""
    named = re.compile(rf"\b{thing}\b")
    counted = re.compile(rf"\d\s*%?\s+(?:[^\W\d_]+\s+){{0,3}}?{thing}\b|\b{thing}\b[^.;]{{0,80}}\d")
    return lambda said: named.search(said) is None or counted.search(said) is not None


def _papers(asked: str) -> Iterator[Check]:
    if _PAPERS.search(asked):
        yield _holds(_PAPERS_LISTED)


def _parts(asked: str) -> Iterator[Check]:
    match = _NAMED_THING.search(asked)
    if match is not None and _PARTS.search(asked) and "tên" not in asked.split():
        name = r"\W+".join(re.escape(word) for word in re.findall(r"\w+", match[0]))
        yield _holds(re.compile(rf"\b{name}\b[”\"*]*\s*(?:\(|:|gồm|bao gồm|là|như|tức)"))


def _quantity(asked: str) -> Iterator[Check]:
    """A figure where one is asked for, and not one for another year."""
    if not wants_quantity(asked) or _MEMBERS_TOO.search(asked):
        return
    often = _ASKS_HOW_OFTEN.search(asked) is not None
    yield (
        lambda said: (
            holds_quantity(said) or _IN_WORDS.search(said) is not None or (often and _OFTEN.search(said) is not None)
        )
    )
    named = years(asked)
    if len(named) == 1:
        yield lambda said: not (others := years(said)) or bool(named & others)


def _quoted(asked: str) -> Iterator[Check]:
    """A name in quotation marks is that very name; with a question word in it, it is one half remembered."""
    for name in _QUOTED.findall(asked):
        said_so = re.findall(r"\w+", name)
        if len(said_so) > _NICKNAME and not ASKS_OTHERWISE.search(name):
            yield _holds(re.compile(r"\b" + r"\W+".join(map(re.escape, said_so)) + r"\b"))


def _holds(pattern: re.Pattern[str]) -> Check:
    return lambda said: pattern.search(said) is not None
