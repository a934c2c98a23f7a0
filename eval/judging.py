"""Answers judged by people: the sheet to mark, and how far two judges agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from assistant.messages import Lang
from corpus.folding import folded
from eval.errors import SheetError
from eval.messages import judging as say
from eval.messages import tables
from eval.run import Run
from eval.workbook import Sheet, SheetUnreadable, first_sheet, workbook


class Mark(StrEnum):
    """What a judge says of an answer."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"


_NAMES: Final[Mapping[str, Mark]] = {
    folded(name): Mark(value) for value, message in say.MARKS.items() for name in (message.vi, message.en, value)
}


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two judges agree over the `n` answers that both have marked.

    `observed` is the share of equal marks; `kappa` is Cohen's, None where chance alone makes them agree on
    everything (both gave one and the same mark throughout). `table` counts pairs of marks, the first judge's first.
    """

    n: int
    observed: float
    kappa: float | None
    table: Counter[tuple[Mark, Mark]]
    disagreed: tuple[str, ...]


def judge_sheet(run: Run, lang: Lang) -> bytes:
    """A workbook with every question and answer, a drop-down to mark it, and no word of how it was scored."""
    rows = []
    for question, answer in zip(run.questions, run.answers, strict=True):
        quotes = "\n".join(f"[{citation.n}] {' '.join(citation.quote.split())}" for citation in answer.citations)
        asked = "\n".join((*question.history, question.question))
        rows.append([question.id, asked, answer.answer, quotes, question.answer, "", ""])
    heads = [message.text(lang) for message in (tables.HEAD_ID, say.QUESTION, say.ANSWER, say.QUOTES, say.MODEL)]
    heads += [say.MARK.text(lang), say.REMARK.text(lang)]
    marks = [message.text(lang) for message in say.MARKS.values()]
    name = say.SHEET.text(lang, run=run.id)
    return workbook(
        [Sheet(name, heads, rows, (10, 44, 60, 60, 44, 18, 40), ((heads.index(say.MARK.text(lang)), marks),))]
    )


def read_marks(data: bytes, name: str) -> dict[str, Mark]:
    """The marks of a sheet by question id; rows without a mark are left out.

    Raises SheetError, with the line, where it is no judge's sheet or a mark is not one of the three.
    """
    try:
        head, *rows = first_sheet(data) or [[]]
    except SheetUnreadable as error:
        raise SheetError(say.UNREADABLE, name=name, reason=error) from error
    ids, marks = (_column(head, message.vi, message.en) for message in (tables.HEAD_ID, say.MARK))
    if ids is None or marks is None:
        raise SheetError(say.NO_MARKS_COLUMN, name=name)
    found: dict[str, Mark] = {}
    for line, row in enumerate(rows, start=2):
        written = row[marks].strip() if marks < len(row) else ""
        if not written:
            continue
        mark = _NAMES.get(folded(written))
        if mark is None:
            known = ", ".join(message.vi for message in say.MARKS.values())
            raise SheetError(say.UNKNOWN_MARK, name=name, line=line, value=written, known=known)
        found[row[ids].strip()] = mark
    return found


def _column(head: Sequence[str], *names: str) -> int | None:
    wanted = {folded(name) for name in names}
    return next((index for index, title in enumerate(head) if folded(title.strip()) in wanted), None)


def agreement(first: dict[str, Mark], second: dict[str, Mark]) -> Agreement:
    """Cohen's κ over the answers that both have marked; raises SheetError where there is none.

    κ = (observed − expected) / (1 − expected), where expected is the chance that two judges with these shares of
    marks agree. Source: Cohen, "A coefficient of agreement for nominal scales", 1960.
    """
    both = [each for each in first if each in second]
    if not both:
        raise SheetError(say.NOTHING_IN_COMMON)
    n = len(both)
    table = Counter((first[each], second[each]) for each in both)
    observed = sum(table[mark, mark] for mark in Mark) / n
    ours, theirs = Counter(first[each] for each in both), Counter(second[each] for each in both)
    expected = sum(ours[mark] * theirs[mark] for mark in Mark) / n**2
    kappa = None if expected == 1 else (observed - expected) / (1 - expected)
    return Agreement(n, observed, kappa, table, tuple(each for each in both if first[each] is not second[each]))
