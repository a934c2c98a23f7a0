"""The typed facts. All offsets are into the document's text; `quote` is always `text[start:end]`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Comparator(StrEnum):
    """How a target's value is meant."""

    AT_LEAST = ">="
    AT_MOST = "<="
    MORE = ">"
    LESS = "<"
    EQUAL = "="
    RANGE = "range"


class Measure(StrEnum):
    """What kind of value a target has."""

    SHARE = "share"
    COUNT = "count"
    FREQUENCY = "frequency"
    DEADLINE = "deadline"
    GRADE = "grade"


@dataclass(frozen=True, slots=True)
class Target:
    """One figure, level or date that is to be reached.

    `values` are as written ("3%", "15-20%", "quý IV năm 2024"); `low` and `high` are the numbers they stand for, None
    for dates and grades. `canonical` is the indicator's name in one form for all documents, `canonical_also` further
    names when one figure holds for two subjects. `inferred` names the fields that stand outside the quote.
    """

    doc_id: str
    start: int
    end: int
    quote: str
    section: tuple[str, ...]
    measure: Measure
    indicator: str
    subject: str | None
    comparator: Comparator
    values: tuple[str, ...]
    low: float | None
    high: float | None
    unit: str | None
    when: str | None
    canonical: str
    canonical_also: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()


class Role(StrEnum):
    """What a body has to do in a task."""

    LEAD = "chủ trì"
    COOPERATE = "phối hợp"
    ADVISE = "tham mưu"
    GUIDE_POLITICALLY = "lãnh đạo"
    DIRECT = "chỉ đạo"
    PLAN = "xây dựng kế hoạch"
    CARRY_OUT = "tổ chức thực hiện"
    INSTRUCT = "hướng dẫn"
    INSPECT = "kiểm tra"
    SUPERVISE = "giám sát"
    FOLLOW = "theo dõi"
    URGE = "đôn đốc"
    COLLECT = "tổng hợp"
    REPORT = "báo cáo"
    ANSWER = "chịu trách nhiệm"
    DECIDE = "quyết định"
    ASSIGN = "phân công"
    SUBMIT = "trình"


@dataclass(frozen=True, slots=True)
class Duty:
    """What one body or post has to do, by one sentence.

    `body` is the full name in one form, `body_as_written` the words used. `role` is the role of the leading
    predicate, `roles` all of the sentence's. A body taken from the item's or the heading's subject is named in
    `inferred`.
    """

    doc_id: str
    start: int
    end: int
    quote: str
    section: tuple[str, ...]
    body: str
    body_as_written: str
    role: Role
    roles: tuple[Role, ...]
    task: str
    with_whom: str | None
    report_to: str | None
    when: str | None
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a document cites another, and what is said of that other there.

    `key` is what mentions of one source have in common; `number` is in one normal form, `spelling` as written;
    `context` is the word that says how it is cited ("căn cứ", "thực hiện", "theo").
    """

    doc_id: str
    start: int
    end: int
    quote: str
    section: tuple[str, ...]
    key: str
    number: str | None
    name: str | None
    spelling: str
    kind: str | None
    issuer: str | None
    date: str | None
    subject: str | None
    context: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """A cited document with every place that cites it.

    `in_corpus` is the id of the document itself where it is among those searched; `conflicts` says in words what
    the mentions say differently.
    """

    key: str
    number: str | None
    kind: str | None
    title_or_subject: str | None
    issuer: str | None
    date: str | None
    in_corpus: str | None
    mentions: tuple[Mention, ...]
    conflicts: tuple[str, ...]
