"""Names of bodies in a text, and whether each does, and has done to it, what a quote says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from assistant.proof.glue import FRAME_VERBS, GLUE, INTRODUCE
from assistant.proof.tokens import Token, words_of
from corpus.folding import folded

# Bodies and posts that are also written without capitals.
_COMMON = (
    "chi bộ|chi ủy|cấp ủy|đảng ủy|đảng bộ|huyện ủy|tỉnh ủy|thành ủy|quận ủy|thị ủy|đảng đoàn|ban cán sự đảng|"
    "ban thường vụ|ban chấp hành|ban thường trực|ban chỉ đạo|ban tuyên giáo|ban tổ chức|ban dân vận|"
    "ban xây dựng đảng|ban nội chính|ủy ban kiểm tra|ủy ban nhân dân|ủy ban mặt trận|hội đồng nhân dân|"
    "mặt trận tổ quốc|văn phòng|công đoàn|đoàn thanh niên|hội nông dân|hội phụ nữ|hội cựu chiến binh|"
    "bí thư|phó bí thư|chủ tịch|phó chủ tịch|người đứng đầu|chính quyền|công an|quân sự|thủ trưởng|bộ chính trị|"
    "ban bí thư|thủ tướng|chính phủ|quốc hội"
)
_SMALL = frozenset(folded("ban ủy tra vụ trận dân viên đảng hành trực giáo chính quyền xã huyện tỉnh khối").split())


def mentions(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where names of bodies and places stand: start and end positions."""
    position = 0
    while position < len(tokens):
        end = _name_end(tokens, position)
        if end > position:
            yield position, end
        position = max(end, position + 1)


def _name_end(tokens: Sequence[Token], start: int) -> int:
    """The end of the name that starts at a position, the position itself where none does."""
    end = start + _common(tokens, start)
    named = end > start
    if not named and (not tokens[start].capital or (tokens[start].opens and not tokens[start].code)):
        return start  # a capital that opens a sentence is no part of a name
    end = max(end, start + 1)
    while end < len(tokens) and tokens[end].piece == tokens[start].piece:
        step = _common(tokens, end) or int(tokens[end].capital or (tokens[end].text in _SMALL and named))
        if not step:
            break
        named, end = True, end + step
    return end if named or tokens[start].code else start


def _common(tokens: Sequence[Token], start: int) -> int:
    """How many tokens a body written without capitals takes up from here."""
    for phrase in _phrases().get(tokens[start].text, ()):
        if words_of(tokens[start : start + len(phrase)]) == phrase:
            return len(phrase)
    return 0


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """By first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(each.split()) for each in folded(_COMMON).split("|")), key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def bodies_hold(said: Sequence[Token], quotes: Sequence[Sequence[Token]], introduction: int) -> bool:
    """Whether each body of `said` stands between the same words as in a quote, glue aside.

    So "A báo cáo B" cannot become "B báo cáo A". A name among the first `introduction` tokens may say where the rest
    is taken from ("Theo … của A,") or be the one that says it ("A quy định"), and do nothing else.
    """
    contexts = _contexts(said, quotes)
    for start, end in mentions(said):
        if end <= introduction and _only_introduces(said, introduction):
            continue
        before, after = _neighbours(said, start, end)
        if start == 0 or said[start - 1].piece != said[start].piece:
            before = ""
        found = contexts.get(words_of(said[start:end]), ())
        if not any(before in ("", left) and after in ("", right) for left, right in found):
            return False
    return True


def _only_introduces(said: Sequence[Token], introduction: int) -> bool:
    if introduction == len(said) or said[introduction].text in FRAME_VERBS:
        return True
    if said[introduction].piece == said[introduction - 1].piece:
        return False
    return said[0].text in INTRODUCE or not any(_common(said, at) for at in range(introduction))


def _contexts(said: Sequence[Token], quotes: Sequence[Sequence[Token]]) -> dict[tuple[str, ...], set[tuple[str, str]]]:
    """The names of `said` by the words before and after them in the quotes."""
    wanted = {words_of(said[start:end]) for start, end in mentions(said)}
    lengths = sorted({len(name) for name in wanted})
    found: dict[tuple[str, ...], set[tuple[str, str]]] = {}
    for quote in quotes:
        words = words_of(quote)
        for start in range(len(words)):
            for length in lengths:
                name = words[start : start + length]
                if name in wanted:
                    found.setdefault(name, set()).add(_neighbours(quote, start, start + length))
    return found


def _neighbours(tokens: Sequence[Token], start: int, end: int) -> tuple[str, str]:
    """The nearest words on both sides that are not glue; "" at the ends."""
    before = next((t.text for t in reversed(tokens[max(0, start - 12) : start]) if t.text not in GLUE), "")
    after = next((t.text for t in tokens[end : end + 12] if t.text not in GLUE), "")
    return before, after
