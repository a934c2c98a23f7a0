"""Whether every statement of an answer is proved by what it cites.

A statement is the stretch of an answer up to and including its citation marks [n]; words after the last mark are a
statement without a citation. A statement is proved when it carries a mark, every one of its marks names a citation
of the answer, the quote of each is exactly the document's text at its offsets, and every figure of the statement
stands in one of these quotes, in the name of what is cited (title, section, number and date of the document), or in
the question: an answer may say of a figure it was asked about that the documents do not state it.
A row of a table that says "not stated" of a document claims nothing that could be cited, and is passed over.
This is checked here by itself and not by the assistant's own code, so that a fault there cannot hide from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.messages.answers import NOT_STATED
from assistant.records import Citation
from eval.measures.figures import figures

_MARKS = re.compile(r"\[\d+\](?:[\s,;]*\[\d+\])*")
_NUMBER = re.compile(r"\d+")
_WORDS = re.compile(r"\w")
_NOTHING_STATED = re.compile(rf"^\|[^|\n]*(?:\|\s*{NOT_STATED.vi}\s*)+\|[ ]*$", re.MULTILINE)
_ENUMERATOR = re.compile(r"^\s*\d+[.)]\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of an answer with the numbers of the citations it rests on."""

    text: str
    cited: tuple[int, ...]


def statements(answer: str) -> tuple[Statement, ...]:
    """An answer cut into its statements, in order."""
    answer = _NOTHING_STATED.sub("", answer)
    found: list[Statement] = []
    done = 0
    for marks in _MARKS.finditer(answer):
        found.append(Statement(answer[done : marks.start()], tuple(map(int, _NUMBER.findall(marks.group())))))
        done = marks.end()
    if _WORDS.search(answer[done:]):
        found.append(Statement(answer[done:], ()))
    return tuple(found)


def unproven(
    answer: str,
    citations: Sequence[Citation],
    texts: Mapping[str, str],
    names: Mapping[str, str] | None = None,
    question: str = "",
) -> tuple[Statement, ...]:
    """The statements of an answer to `question` that are not proved.

    `texts` holds each document's text and `names` what else identifies it (number, date) by document id.
    """
    by_number = {citation.n: citation for citation in citations}
    asked = frozenset(figures(question))
    return tuple(s for s in statements(answer) if not _proved(s, by_number, texts, names or {}, asked))


def _proved(
    statement: Statement,
    citations: Mapping[int, Citation],
    texts: Mapping[str, str],
    names: Mapping[str, str],
    asked: frozenset[str],
) -> bool:
    if not statement.cited or not all(n in citations for n in statement.cited):
        return False
    rests_on = [citations[n] for n in statement.cited]
    if not all(texts.get(c.doc_id, "")[c.start : c.end] == c.quote != "" for c in rests_on):
        return False
    allowed = set(asked)
    for citation in rests_on:
        named = (citation.quote, citation.title, *citation.section, names.get(citation.doc_id, ""))
        allowed.update(figure for text in named for figure in figures(text))
    return set(figures(_ENUMERATOR.sub("", statement.text))) <= allowed
