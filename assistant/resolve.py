"""A question as it is searched: completed from earlier turns, with diacritics, slips and abbreviations put right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.records import Query
from corpus.folding import folded, folded_line, words
from corpus.records import Span
from corpus.thesaurus import Thesaurus
from index.language.restore import Restorer
from index.scope import Scope, Scoper

# Words that lean on what was asked before, compared with the folded bare question.
_LEANS = re.compile(
    r"^(con|the con|vay con|the|vay|roi|trong do|ngoai ra|tiep theo|con lai)\b|"
    r"\b((viec|cai|dieu|van ban|noi dung|chi tieu|nhiem vu|ke hoach|cho|noi|cong viec|nghi quyet|quy dinh|ket luan|so|"
    r"ty le|muc|don vi|co quan|to chuc|ban|nguoi|phan|nhom|dot|lop|chuyen|vu|hai|ba|may) (do|nay|ay|tren|kia))\b"
)
# "Hội nghị đó", "mô hình ấy": any noun that is pointed at; not "sau đó", "lúc này", "điều này điều kia".
_POINTS = re.compile(r"\b(?!(?:sau|trước|lúc|dịp|năm|hôm|khi|do|từ) )\w+ (?:đó|ấy|này|đấy)\b(?! \w+ (?:kia|nọ))")
# A question without a subject asks for something of what was spoken of: "Do cấp ủy nào ban hành, ngày nào?".
_NO_SUBJECT = re.compile(
    r"^(do (ai|\w+( \w+){0,3} nao) (ban hanh|ky|ra)|(duoc |da )?(ban hanh|ky|gui|nop|trinh) (?!ket)|noi nhan|"
    r"so (may|hieu)|gom (nhung|cac|may)|bao gio (thi )?\w+ ?\w*$)\b"
)
# "It" and "they", with diacritics: bare, they are the first half of "hồ sơ", "hộ nghèo", "nợ đọng" and more.
_PRONOUN = re.compile(r"\b(nó|họ)\b")
# Words that only look alike without diacritics, or open a question of their own.
_OTHER_OPENING = re.compile(r"^\s*(con (đường|người|em|số)|thế nào|thế giới|thế hệ)\b")
# "Còn ở xã Hà Tam thì sao?" asks the former question again, of another place, number or body.
_SAME_AGAIN = re.compile(r"^(con|the con|vay con|the|vay)\b")
# A question of so few words that ask for something cannot stand alone after another one.
_FEWEST_WORDS = 4
_JOINS = ("o ", "cua ", "tai ", "trong ", "theo ", "ben ")
_YEAR = re.compile(r"(?:19|20)\d\d(?:-(?:19|20)\d\d)?")
_NUMBER = re.compile(r"\d[\d./]*(?:-[^\s,?]+)?")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question as understood.

    `text` is shown and searched; `original` is what was typed, `asking` the part of `text` that says what kind of
    thing is asked for. `topic` is `text` without the names of places that `scope` already took into account.
    `office` holds what everyday words of the topic are called in documents. `changed` tells whether `text` is
    anything else than what was typed.
    """

    original: str
    text: str
    asking: str
    topic: str
    office: str
    scope: Scope

    @property
    def changed(self) -> bool:
        """Whether something was put right or filled in."""
        return self.text != self.original


class Resolver:
    """Resolves questions; built once for an index."""

    def __init__(self, restorer: Restorer, scoper: Scoper, thesaurus: Thesaurus) -> None:
        self._restorer = restorer
        self._thesaurus = thesaurus
        self._scoper = scoper

    def resolve(self, query: Query) -> Resolved:
        """The question of a query, completed from its history."""
        text = self._put_right(query.question, verbatim=query.verbatim)
        asking, leaning = text, _leans(text)
        earlier = [self._put_right(each, verbatim=query.verbatim) for each in reversed(query.history)]
        followed = bool(earlier) and leaning
        for before in earlier:
            if not leaning:
                break
            asking, text = self._completed(asking, text, before, query.question)
            leaning = _leans(before)
        scope = self._scope(text, query.question)
        if followed:
            scope = self._kept(scope, earlier)
        topic = _without(text, scope.places)
        office = " ; ".join(phrase for found in self._thesaurus.expand(topic) for phrase in found.phrases)
        return Resolved(query.question, text, asking, topic, office, scope)

    def _put_right(self, question: str, *, verbatim: bool) -> str:
        return question if verbatim else self._restorer.restore(question).text

    def _scope(self, text: str, typed: str) -> Scope:
        return self._scoper.read(text, typed)

    def _kept(self, scope: Scope, earlier: Sequence[str]) -> Scope:
        """The scope of a follow-up; when it names no document, the one that was last spoken of."""
        if scope.narrowed or scope.unknown_place or scope.unknown_issuer:
            return scope
        former = (self._scoper.read(before) for before in earlier)
        return replace(scope, narrowed=next((each.narrowed for each in former if each.narrowed), frozenset()))

    def _completed(self, asking: str, text: str, before: str, typed: str) -> tuple[str, str]:
        """What is asked for, and the whole question, filled in from the one before."""
        mine, theirs = self._scope(text, typed), self._scoper.read(before)
        bare = folded(text, diacritics=False)
        place = mine.places[0].of(text) if mine.places else mine.unknown_place
        if _SAME_AGAIN.search(bare) and (place is not None or _only_number(text)):
            whole = _renumbered(before, text) if place is None else _replaced(before, theirs.places, place)
            return whole, whole
        # A place of its own, known or not, must not be joined by the former one, or that one's figures would answer.
        subject = before if place is None else _without(before, theirs.places)
        return asking, f"{text.rstrip(' ?.')} ({subject.rstrip(' ?.')})"


def _leans(text: str) -> bool:
    bare = folded_line(text, diacritics=False)
    if _OTHER_OPENING.search(folded(text)):
        return False
    points = _PRONOUN.search(folded(text)) or _POINTS.search(folded(text))
    return bool(_LEANS.search(bare) or _NO_SUBJECT.search(bare) or points) or len(bare.split()) <= _FEWEST_WORDS


def _only_number(text: str) -> bool:
    return _NUMBER.search(text) is not None


def _replaced(before: str, theirs: tuple[Span, ...], name: str) -> str:
    """The former question with the new place in place of the old one, or at its end when it had none."""
    joined = name if folded(name, diacritics=False).startswith(_JOINS) else f"ở {name}"
    if not theirs:
        return f"{before.rstrip(' ?.')} {joined}"
    return f"{before[: theirs[0].start]}{name}{before[theirs[0].end :]}"


def _renumbered(before: str, text: str) -> str:
    """The former question with the new number in place of the old one that is alike: a year for a year.

    A number after a word ("chỉ thị 36") takes the place of the one after the same word, if there is one.
    """
    new = _NUMBER.search(text)
    alike = [old for old in _NUMBER.finditer(before) if new is not None and _form(old, before) == _form(new, text)]
    if new is None or not alike:
        return f"{before.rstrip(' ?.')} {text}"
    old = next((each for each in alike if _word_before(each, before) == _word_before(new, text)), alike[0])
    return f"{before[: old.start()]}{new[0]}{before[old.end() :]}"


def _form(number: re.Match[str], text: str) -> str:
    """What kind of number one is: a share, a year, or any other."""
    if text[number.end() :].lstrip().startswith("%"):
        return "%"
    return "year" if _YEAR.fullmatch(number[0]) else ""


def _word_before(number: re.Match[str], text: str) -> str:
    """The last word before a number, "số" left out, bare."""
    listed = [word for word in words(text[: number.start()], diacritics=False) if word != "so"]
    return listed[-1] if listed else ""


def _without(text: str, spans: tuple[Span, ...]) -> str:
    """The text without some stretches."""
    kept, start = [], 0
    for span in spans:
        kept.append(text[start : span.start])
        start = span.end
    return " ".join("".join([*kept, text[start:]]).split())
