"""The heading tree: which numbered lines are headings, and what stands under which."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.records import Block, BlockKind, Section, Span
from corpus.structure.blocks import Draft
from corpus.structure.endings import finished
from corpus.structure.lines import UPPER, Rank
from corpus.structure.zones import kind_line

_HEADING_CHARS = 400  # headings of the genre that name a programme in full stay below this
_WEAK_HEADING_CHARS = 320  # with a full stop at its end, a heading must be shorter than this
_LEAD_IN_CHARS = 160  # a list item longer than this that ends in a colon is a sentence with a list in it
_CLOSING = re.compile(
    r"(?:Nghị quyết|Kết luận|Kế hoạch|Chỉ thị|Quyết định|Quy định|Quy chế|Hướng dẫn|"
    r"Chương trình(?: hành động)?"
    r"|Đề án|Thông báo) này\b|Trên đây là\b|Trong quá trình\b"
)
_SENTENCE_BREAK = re.compile(rf"[.!?…][\"”)]*\s+[{UPPER}]")


@dataclass(frozen=True, slots=True)
class Node:
    """What a block contributes to the tree: nothing, a numbered paragraph, or a heading."""

    heading: bool
    opens: bool


def build(text: str, drafts: Sequence[Draft]) -> tuple[tuple[Section, ...], tuple[Block, ...]]:
    """Sections in reading order (0 is the document) and the blocks that stand in them."""
    return _Builder(text, drafts, _decide(text, drafts)).build()


def _decide(text: str, drafts: Sequence[Draft]) -> list[Node]:
    nodes = [Node(False, False)] * len(drafts)
    body = [position for position, draft in enumerate(drafts) if draft.kind is None]
    following = dict(pairwise(body))
    votes: dict[int, int] = {}
    for position in body:
        after = drafts[following[position]] if position in following else None
        votes[position] = _vote(text, drafts[position], after)
    for group in _siblings(drafts, body):
        firm = sum(votes[position] for position in group if abs(votes[position]) == 2)
        share = sum(1 for position in group if votes[position] == 1)
        weak = firm > 0 or (firm == 0 and share == len(group) and len(group) > 1)
        for position in group:
            rank = drafts[position].head.rank
            heading = votes[position] == 2 or (votes[position] == 1 and weak)
            opens = heading or (rank.numbers and rank is not Rank.LETTER)
            nodes[position] = Node(heading, opens)
    return nodes


def _vote(text: str, draft: Draft, after: Draft | None) -> int:
    """2 a heading for sure, 1 perhaps, -2 surely not; judged from the block and what follows it."""
    body = " ".join(line.body.of(text) for line in draft.lines).strip()
    rank = draft.head.rank
    content = after is not None and _below(rank, after.head.rank)
    if rank in (Rank.DASH, Rank.PLUS):
        return 2 if _leads_in(body, rank, after) else -2
    if rank is Rank.PLAIN:
        return _plain_vote(body, draft, content)
    if rank < Rank.ROMAN or not body:
        return 2
    if len(body) > _HEADING_CHARS or _SENTENCE_BREAK.search(body):
        return -2
    if draft.head.marked_up or body.isupper():
        return 2
    if body[-1] in ",;" or not content:
        return -2
    if body.endswith(":"):
        return 2 if len(body) <= _LEAD_IN_CHARS and rank is not Rank.ARTICLE else -2
    if rank is Rank.LETTER:
        return 2 if not finished(body) and len(body) <= _LEAD_IN_CHARS else -2
    if not finished(body):
        return 2
    return 1 if len(body) <= _WEAK_HEADING_CHARS else -2


def _plain_vote(body: str, draft: Draft, content: bool) -> int:
    """A line without a number is a heading when it is set as one: in bold, with #, or in capitals."""
    if len(body) > _HEADING_CHARS or len(body) < 4 or _SENTENCE_BREAK.search(body):
        return -2
    whole = all(line.marked_up for line in draft.lines)
    capitals = body.isupper() and " " in body and not any(sign.isdigit() for sign in body)
    return 2 if content and (whole or capitals) else -2


def _below(rank: Rank, other: Rank) -> bool:
    return other > rank or (other is Rank.PLAIN and rank is not Rank.PLAIN) or rank is Rank.PLAIN


def _leads_in(body: str, rank: Rank, after: Draft | None) -> bool:
    """Whether a list item names what the items of the next lower kind are about."""
    lower = Rank.PLUS if rank is Rank.DASH else Rank.DASH
    if after is None or after.head.rank is not lower or len(body) > _LEAD_IN_CHARS * 2:
        return False
    if rank is Rank.PLUS:
        return False
    return (not finished(body) or body.endswith(":")) and not _SENTENCE_BREAK.search(body)


def _siblings(drafts: Sequence[Draft], body: Sequence[int]) -> list[list[int]]:
    """Blocks with the same kind of marker under the same numbered block."""
    groups: dict[tuple[int, Rank], list[int]] = defaultdict(list)
    stack: list[tuple[Rank, int]] = []
    for position in body:
        rank = drafts[position].head.rank
        if rank in (Rank.PLAIN, Rank.DASH, Rank.PLUS):
            groups[(position, rank)].append(position)
            continue
        while stack and stack[-1][0] >= rank:
            stack.pop()
        groups[(stack[-1][1] if stack else -1, rank)].append(position)
        stack.append((rank, position))
    return list(groups.values())


class _Builder:
    """One pass over the blocks with the stack of open sections."""

    def __init__(self, text: str, drafts: Sequence[Draft], nodes: Sequence[Node]) -> None:
        self._text = text
        self._drafts = drafts
        self._nodes = nodes
        self._open: list[tuple[Rank, int]] = []
        self._sections: list[Section] = []
        self._ends: list[int] = []

    def build(self) -> tuple[tuple[Section, ...], tuple[Block, ...]]:
        """Walk the blocks once and close the sections."""
        self._sections.append(_root(self._text, self._drafts))
        self._ends.append(len(self._text))
        blocks = [self._place(draft, node) for draft, node in zip(self._drafts, self._nodes, strict=True)]
        closed = tuple(
            Section(s.position, s.parent, s.depth, s.marker, s.title, s.heading, Span(s.span.start, end))
            for s, end in zip(self._sections, self._ends, strict=True)
        )
        return closed, tuple(blocks)

    def _place(self, draft: Draft, node: Node) -> Block:
        if draft.kind in (BlockKind.MAILING_LIST, BlockKind.SIGNATURE, BlockKind.TITLE):
            self._open.clear()
        elif node.opens:
            self._enter(draft, node.heading)
        elif draft.kind is None and draft.head.rank is Rank.PLAIN:
            self._leave_lists(draft)
        elif draft.kind is None and draft.head.rank is Rank.DASH:
            while self._open and self._open[-1][0] in (Rank.DASH, Rank.PLUS):
                self._open.pop()
        elif draft.kind is None and draft.head.rank is Rank.LETTER:
            while self._open and self._open[-1][0] >= Rank.LETTER:
                self._open.pop()
        section = self._open[-1][1] if self._open else 0
        pieces = draft.pieces
        if draft.kind not in (BlockKind.FOOTNOTE, BlockKind.DEBRIS, BlockKind.STAMP):
            for _, position in self._open:
                self._ends[position] = max(self._ends[position], pieces[-1].end)
        return Block(_kind(draft, node), pieces, _marker(self._text, draft), section)

    def _leave_lists(self, draft: Draft) -> None:
        """An unnumbered paragraph ends a bullet's list; a closing formula ends every numbered paragraph."""
        while self._open and self._open[-1][0] in (Rank.DASH, Rank.PLUS):
            self._open.pop()
        last = draft is next((d for d in reversed(self._drafts) if d.kind is None), None)
        if last and _CLOSING.match(draft.head.body.of(self._text)):
            while self._open and not self._is_heading(self._open[-1][1]):
                self._open.pop()

    def _is_heading(self, position: int) -> bool:
        section = self._sections[position]
        return section.title.strip() != section.marker.strip()

    def _enter(self, draft: Draft, heading: bool) -> None:
        rank = draft.head.rank
        while self._open and self._open[-1][0] >= rank:
            self._open.pop()
        parent = self._open[-1][1] if self._open else 0
        position = len(self._sections)
        pieces = draft.pieces
        span = Span(pieces[0].start, pieces[-1].end)
        number = Span(draft.head.body.start - _lead(self._text, draft), draft.head.body.start)
        title = _title(self._text, draft) if heading else draft.head.marker.strip()
        self._sections.append(
            Section(
                position,
                parent,
                self._sections[parent].depth + 1,
                draft.head.marker.strip(),
                title,
                span if heading else _trim(self._text, number),
                span,
            )
        )
        self._ends.append(span.end)
        self._open.append((rank, position))


def _root(text: str, drafts: Sequence[Draft]) -> Section:
    """The document as a section; its title starts with the line that names its kind."""
    titles = [draft for draft in drafts if draft.kind is BlockKind.TITLE]
    named = [i for i, draft in enumerate(titles) if kind_line(draft.head.body.of(text))]
    titles = titles[named[0] :] if named else titles
    if not titles:
        return Section(0, None, 0, "", "", Span(0, 0), Span(0, len(text)))
    heading = Span(titles[0].pieces[0].start, titles[-1].pieces[-1].end)
    title = _one_line(" ".join(piece.of(text) for draft in titles for piece in draft.pieces))
    return Section(0, None, 0, "", title, heading, Span(0, len(text)))


def _lead(text: str, draft: Draft) -> int:
    return draft.head.body.start - text.index(draft.head.marker, draft.head.span.start)


def _trim(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip(" \t*_")))


def _title(text: str, draft: Draft) -> str:
    body = _one_line(" ".join(line.body.of(text) for line in draft.lines))
    if draft.head.rank in (Rank.DASH, Rank.PLUS, Rank.PLAIN):
        return body.rstrip(": ")
    return _one_line(f"{draft.head.marker.strip()} {body}").rstrip(": ")


def _one_line(stretch: str) -> str:
    return " ".join(stretch.replace("*", "").replace("#", "").split())


def _marker(text: str, draft: Draft) -> str:
    if draft.kind is BlockKind.FOOTNOTE:
        raw = draft.head.span.of(text)
        return re.match(r"[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\d+\]", raw)[0]  # type: ignore[index]
    return "" if draft.kind else draft.head.marker.strip()


def _kind(draft: Draft, node: Node) -> BlockKind:
    if draft.kind is not None:
        return draft.kind
    if node.heading:
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH if draft.head.rank is Rank.PLAIN else BlockKind.ITEM
