"""Proof of a text in somebody else's words: it may leave out and join, and say nothing that a quote does not say.

Each stretch up to its [n] is proven against those citations alone. Either it is whole clauses of a quote, word for
word, or all of these hold:

- every word stands in a quote or a heading, or is glue (`assistant.proof.glue`), and beside a word it stands beside
  there;
- every figure stands in a quote with the same comparator, unit and order, and is said of nothing but what the quote
  says it of;
- no denial or condition is added or dropped;
- every body does, and has done to it, what a quote says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.proof.bodies import bodies_hold
from assistant.proof.denials import DENIALS, denials_hold, is_wide
from assistant.proof.figures import figures, number_runs
from assistant.proof.glue import GLUE, INTRODUCE
from assistant.proof.said_of import figures_hold
from assistant.proof.tokens import Token, joined, read, words_of
from assistant.records import Citation

_MARKS = re.compile(r"(?:\s*\[\d{1,4}\][,;]?)+")
_MARK = re.compile(r"\[(\d{1,4})\]")
_QUOTED = re.compile(r"“([^“”]*)”")
# A stop with more words after it ends a sentence; so does a line end, unless a colon stands before it.
_SENTENCE_END = re.compile(r"[.!?…](?=\s)|(?<![:\n])\s*\n")
_EDGES = " \t\n.;,!?-–•+|)”\"'"


@dataclass(frozen=True, slots=True)
class _Fragment:
    """What is said up to a group of marks, and their numbers."""

    said: str
    numbers: tuple[str, ...]


def text_is_proven(text: str, citations: Sequence[Citation], question: str) -> bool:
    """Whether a text says only what its citations say; linear in the length of both.

    Each sentence must carry an [n] that is among the citations. Nothing is taken from the question: a writer that
    repeats a false premise, or puts the place asked for in front of another's figure, is refused.
    """
    del question
    by_number = {str(cited.n): cited for cited in citations}
    fragments = list(_fragments(text))
    if any(number not in by_number for each in fragments for number in each.numbers):
        return False
    if not all(each.numbers or not read(each.said) for each in fragments):
        return False
    read_once = {number: read(by_number[number].quote) for number in {n for each in fragments for n in each.numbers}}
    proofs = [
        _Proof(
            each.said,
            [read_once[number] for number in each.numbers],
            list(_headings(by_number[number] for number in each.numbers)),
        )
        for each in fragments
        if each.numbers
    ]
    return (
        bool(proofs)
        and all(_is_one_sentence(each.said) and _quotes_hold(each, by_number) for each in fragments)
        and all(proof.holds() for proof in proofs)
    )


def _fragments(text: str) -> Iterator[_Fragment]:
    start = 0
    for marks in _MARKS.finditer(text):
        yield _Fragment(text[start : marks.start()], tuple(_MARK.findall(marks[0])))
        start = marks.end()
    yield _Fragment(text[start:], ())


def _is_one_sentence(said: str) -> bool:
    """Whether one [n] at the end is enough: sentences inside “…” are one quotation."""
    return not _SENTENCE_END.search(_QUOTED.sub("“”", said).strip(_EDGES))


def _quotes_hold(fragment: _Fragment, citations: dict[str, Citation]) -> bool:
    quotes = [joined(words_of(read(citations[number].quote))) for number in fragment.numbers]
    return all(
        any(joined(words_of(read(quoted))) in quote for quote in quotes) for quoted in _QUOTED.findall(fragment.said)
    )


def _headings(citations: Iterator[Citation]) -> Iterator[tuple[str, ...]]:
    for cited in citations:
        for heading in (cited.title, *cited.section):
            yield words_of(read(heading))


class _Proof:
    """One fragment, read, with the quotes and names that it may rest on."""

    def __init__(self, said: str, quotes: Sequence[Sequence[Token]], names: Sequence[tuple[str, ...]]) -> None:
        rest = _QUOTED.sub(lambda part: " : " if _is_clauses_of_any(part[1], quotes) else part[0], said)
        self._quotes_clauses = rest != said
        self._said = read(rest)
        self._quotes = quotes
        self._names = names

    def holds(self) -> bool:
        """Whether the fragment is proven; an empty one is not."""
        if not self._said:
            return self._quotes_clauses
        if any(_is_whole_clauses(self._said, quote) for quote in self._quotes):
            return True
        if self._quotes_clauses and self._only_names_the_place():
            return True
        named = "".join(joined(name) for name in self._names)
        introduction = _introduction(self._said, named)
        claim = self._said[introduction:]
        return (
            bool(claim)
            and self._words_hold()
            and denials_hold(self._said, self._quotes)
            and bodies_hold(self._said, self._quotes, introduction)
            and self._numbers_in_words_hold()
            and figures_hold(claim, self._quotes)
            and self._introduction_holds(introduction)
        )

    def _only_names_the_place(self) -> bool:
        known = {word for name in self._names for word in name}
        return all(token.text in known or (token.text in GLUE and not token.figure) for token in self._said)

    def _introduction_holds(self, length: int) -> bool:
        """A figure in the introduction ("Theo Nghị quyết 03-NQ/TU, …") stands in the names."""
        known = {word for name in self._names for word in name}
        return all(token.text in known for token in self._said[:length] if token.figure)

    def _words_hold(self) -> bool:
        stretches = [*(words_of(quote) for quote in self._quotes), *self._names]
        known = {word for stretch in stretches for word in stretch}
        pairs = {pair for stretch in stretches for pair in _pairs(stretch)}
        compared = {at for figure in figures(self._said) for at in figure.comparing}
        said = [t.text for at, t in enumerate(self._said) if t.text not in GLUE and at not in compared]
        beside = [False, *(pair in pairs for pair in pairwise(said)), False]
        return all(
            word in known and (beside[at] or beside[at + 1] or word in DENIALS or word[0].isdigit())
            for at, word in enumerate(said)
        )

    def _numbers_in_words_hold(self) -> bool:
        known = {run for quote in self._quotes for run in number_runs(quote)}
        return all(run in known for run in number_runs(self._said))


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    content = [word for word in words if word not in GLUE]
    yield from pairwise(content)


def _is_clauses_of_any(quoted: str, quotes: Sequence[Sequence[Token]]) -> bool:
    sought = read(quoted)
    return bool(sought) and any(_is_whole_clauses(sought, quote) for quote in quotes)


def _is_whole_clauses(said: Sequence[Token], quote: Sequence[Token]) -> bool:
    """Whether the fragment is, word for word, a run of clauses of the quote, with no denial before it to lose."""
    words = words_of(quote)
    text, wanted = joined(words), joined(words_of(said))
    at = 0
    for position, token in enumerate(quote):
        end = position + len(said)
        if token.opens and text.startswith(wanted, at) and (end == len(quote) or quote[end].opens):
            return True
        if token.text in DENIALS and is_wide(quote, position):
            return False
        at += len(token.text) + 1
    return False


def _introduction(said: Sequence[Token], named: str) -> int:
    """How many tokens at the beginning only say where the rest is taken from: "Theo <names>," or a name."""
    words = words_of(said)
    first = next((at for at, token in enumerate(said) if token.piece != said[0].piece), 0)
    if words[0] in INTRODUCE and first:
        known = set(named.split()) | GLUE
        if all(word in known for word in words[:first]):
            return first
    longest = 0
    while longest < len(words) and joined(words[: longest + 1]) in named:
        longest += 1
    return longest if longest > 1 else 0
