"""Diacritics, slips and abbreviations of a question put right by what the documents' language makes likely.

Each word has candidate spellings, each with a cost for how far it is from what was typed; the cheapest way through
them under the language model is taken (Viterbi).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.abbreviations import Abbreviations
from corpus.folding import composed, folded, words
from corpus.syllables import is_syllable
from index.language.model import LanguageModel
from index.language.slips import keystrokes, one_edit

# Costs in nats, tuned on the development questions.
RESTORED_IN_BARE_TEXT = 0.0
RESTORED_IN_MARKED_TEXT = 3.5
WRONG_MARK = 6.0
# In a question typed with care this much: of wrong marks made by chance in one word of five, 2.8 % of all words stay
# wrong at 10 and 2.2 % at 8; of words typed right none is changed by either.
WRONG_MARK_WITH_CARE = 8.0
TELEX = 1.0
ONE_EDIT = 7.0
LATER_READING = 0.5
# A word that the language model does not know, kept as typed: dearer than a slip put right, unless it can be a
# Vietnamese syllable and the model has just never met it.
UNKNOWN = 14.0
UNKNOWN_SYLLABLE = 0.0
# Share of marked syllables from which a question counts as typed with diacritics; running text has about .75.
MARKED_SHARE = 0.3
# And from which as typed with care; where marks were dropped by mistake the share falls below.
CAREFUL_SHARE = 0.7
# A spelling one edit away must be this frequent to be meant: once in 150,000 syllables.
_USUAL = 7e-6
_MOST_CANDIDATES = 12
# Letters: the longest syllable, "nghiêng", with one too many; and one typed key by key, tone and shapes included.
_LONGEST_SLIP = 8
_LONGEST_TYPED = 12
_VOWEL = re.compile("[aeiouy]")
_UNITS = frozenset("xã phường trấn huyện quận phố tỉnh thôn ấp khu".split())
_ROMAN = re.compile("[ivxl]{1,6}")
_NUMBERED = frozenset("khoa quy phan chuong muc dieu lan".split())
# A document's number stays as it is ("217-QĐ/TW", "66.7/2025/NQ-CP"); the rest is words and what stands between.
_TOKEN = re.compile(
    r"\d[\d./]{0,20}(?:[-/]|\s?[-/]\s?(?=[A-ZĐ]{2}))[^\W\d_]+(?:[-/][^\W\d_]+)*|[^\W_]+|[\W_]+?(?=[^\W_]|$)"
)


@dataclass(frozen=True, slots=True)
class Restored:
    """A question put right: its text, whether diacritics were added, and what else was changed, (typed, meant)."""

    text: str
    accented: bool
    corrections: tuple[tuple[str, str], ...]
    expansions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    cost: float
    syllables: tuple[str, ...]
    expansion: bool = False


@dataclass(frozen=True, slots=True)
class _Path:
    """A sequence of candidates, kept by its last one so that a long question costs no copies."""

    candidate: _Candidate
    before: _Path | None


def _spelling(text: str, cost: float) -> _Candidate:
    return _Candidate(text, cost, (text,))


class Restorer:
    """Puts questions right; safe to share between threads."""

    def __init__(self, model: LanguageModel, abbreviations: Abbreviations) -> None:
        self._model = model
        self._abbreviations = abbreviations

    def restore(self, question: str) -> Restored:
        """The question as it was most likely meant; what is not a word stays as it is."""
        tokens = _TOKEN.findall(composed(question).text)
        marked = _marked_share(tokens)
        names = _names(tokens) if marked >= MARKED_SHARE else frozenset()
        listed = [
            list(self._candidates(token, marked)) if token.isalpha() or _is_shorthand(token) else None
            for token in tokens
        ]
        for position in names | _ordinals(tokens):
            listed[position] = [_spelling(folded(tokens[position]), 0.0)]
        chosen = self._cheapest(listed)
        out, corrections, expansions, accented = [], [], [], False
        for token, candidate in zip(tokens, chosen, strict=True):
            if candidate is None or folded(candidate.text) == folded(token):
                out.append(token)
                continue
            meant = _in_case_of(token, candidate.text)
            out.append(meant)
            if candidate.expansion:
                expansions.append((token, meant))
            elif folded(meant, diacritics=False) == folded(token) and marked < MARKED_SHARE:
                accented = True
            else:
                corrections.append((token, meant))
        return Restored("".join(out), accented, tuple(corrections), tuple(expansions))

    def _candidates(self, token: str, marked: float) -> Iterator[_Candidate]:
        typed = folded(token)
        bare = folded(token, diacritics=False)
        known = typed in self._model
        spellings = self._model.accented.get(bare, ())
        readings = self._abbreviations.readings(token)
        yield _spelling(typed, self._cost_of_keeping(token, typed, bool(readings)))
        for rank, reading in enumerate(readings):
            if token.isupper() or not any(spelling != typed for spelling in spellings):
                yield _Candidate(reading, LATER_READING * rank, tuple(words(reading)), expansion=True)
        if typed == bare:
            cost = RESTORED_IN_BARE_TEXT if marked < MARKED_SHARE else RESTORED_IN_MARKED_TEXT
        else:
            cost = WRONG_MARK_WITH_CARE if marked >= CAREFUL_SHARE else WRONG_MARK
        for spelling in spellings[:_MOST_CANDIDATES]:
            if spelling != typed and not token.isupper():
                yield _spelling(spelling, cost)
        if not known and not readings and not token.isupper():
            yield from self._slips(bare, typed)

    def _cost_of_keeping(self, token: str, typed: str, readable: bool) -> float:
        if readable and (token.isupper() or not is_syllable(typed)):
            return UNKNOWN
        if typed in self._model or token.isupper():
            return 0.0
        marked = typed != folded(typed, diacritics=False)
        return UNKNOWN_SYLLABLE if marked and is_syllable(typed) else UNKNOWN

    def _slips(self, bare: str, typed: str) -> Iterator[_Candidate]:
        if len(typed) > _LONGEST_TYPED:
            return
        for decoded in keystrokes(typed):
            for spelling in self._model.accented.get(folded(decoded, diacritics=False), ())[:_MOST_CANDIDATES]:
                exact = folded(decoded) == spelling or folded(decoded) == folded(decoded, diacritics=False)
                yield _spelling(spelling, TELEX if exact else TELEX + WRONG_MARK)
        # Without a vowel it is shorthand that nobody here knows, and to guess at it would ask something else.
        if not 2 <= len(bare) <= _LONGEST_SLIP or not _VOWEL.search(bare) or self._model.accented.get(bare):
            return
        for edited in one_edit(bare):
            for spelling in self._model.accented.get(edited, ())[:4]:
                if self._model.frequency(spelling) >= _USUAL:
                    yield _spelling(spelling, ONE_EDIT)

    def _cheapest(self, listed: Sequence[list[_Candidate] | None]) -> list[_Candidate | None]:
        """One candidate for each place that has any, the sequence cheapest under the language model."""
        places = [position for position, candidates in enumerate(listed) if candidates]
        paths: list[tuple[float, _Path | None]] = [(0.0, None)]
        previous = -2
        for position in places:
            # Digits and punctuation other than a blank break the sentence for the model.
            joined = previous >= 0 and all(listed[between] is None for between in range(previous + 1, position))
            best: dict[str, tuple[float, _Path | None]] = {}
            for candidate in listed[position] or ():
                cost, path = min(
                    (
                        (cost - self._likelihood(candidate, path.candidate if joined and path else None), path)
                        for cost, path in paths
                    ),
                    key=lambda each: each[0],
                )
                total = cost + candidate.cost
                last = candidate.syllables[-1] if candidate.syllables else candidate.text
                if last not in best or total < best[last][0]:
                    best[last] = (total, _Path(candidate, path))
            paths = list(best.values())
            previous = position
        path = min(paths, key=lambda each: each[0])[1]
        chosen: list[_Candidate | None] = [None] * len(listed)
        for position in reversed(places):
            assert path is not None
            chosen[position], path = path.candidate, path.before
        return chosen

    def _likelihood(self, candidate: _Candidate, before: _Candidate | None) -> float:
        syllables = candidate.syllables
        last = before.syllables[-1] if before is not None and before.syllables else None
        if not syllables:
            return 0.0
        # Of a longer reading only its first syllable counts: it is not less likely for being longer.
        return self._model.log_probability(syllables[0], last)


def _marked_share(tokens: Sequence[str]) -> float:
    listed = [token for token in tokens if token.isalpha()]
    marked = sum(folded(token) != folded(token, diacritics=False) for token in listed)
    return marked / len(listed) if listed else 0.0


def _names(tokens: Sequence[str]) -> frozenset[int]:
    """Where in a text with diacritics the syllables of names of places stand ("xã Bình Minh"): they are as meant.

    A name that no document holds would else become one that some document does.
    """
    found: set[int] = set()
    listed = [position for position, token in enumerate(tokens) if token.isalpha()]
    for before, position in pairwise(listed):
        capital = tokens[position][:1].isupper() and not tokens[position].isupper()
        if capital and is_syllable(folded(tokens[position])) and (before in found or _opens_a_name(tokens[before])):
            found.add(position)
    return frozenset(found)


def _ordinals(tokens: Sequence[str]) -> frozenset[int]:
    """Where in a text Roman figures stand that number a term, quarter or part ("khoa xi", "quý IV")."""
    listed = [position for position, token in enumerate(tokens) if token.isalpha()]
    return frozenset(
        position
        for before, position in pairwise(listed)
        if _ROMAN.fullmatch(folded(tokens[position])) and folded(tokens[before], diacritics=False) in _NUMBERED
    )


def _opens_a_name(token: str) -> bool:
    return folded(token) in _UNITS


def _is_shorthand(token: str) -> bool:
    """A word with digits in it, as VNI typing leaves ("dan6", "dang3")."""
    return any(c.isalpha() for c in token) and any(c.isdigit() for c in token) and token[0].isalpha()


def _in_case_of(typed: str, meant: str) -> str:
    return meant[:1].upper() + meant[1:] if typed[:1].isupper() else meant
