"""What is known of a document. All offsets are Python string indices into `Document.text`, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The text that stands at this span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Level(StrEnum):
    """The level of the body that issued a document, from the commune up."""

    COMMUNE = "xã"
    DISTRICT = "huyện"
    BLOC = "khối"
    PROVINCE = "tỉnh"
    CENTRAL = "trung ương"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What identifies a document; a field that the text does not give is None.

    `date` is ISO 8601. `inferred` names the fields that were concluded rather than read.
    """

    title: str
    kind: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    locality: str | None = None
    level: Level | None = None
    period: str | None = None
    signer: str | None = None
    inferred: tuple[str, ...] = ()


class BlockKind(StrEnum):
    """What a block of text is. Only the first four say something that can answer a question about content."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    FOOTNOTE = "footnote"
    STAMP = "stamp"
    MAILING_LIST = "mailing_list"
    SIGNATURE = "signature"
    DEBRIS = "debris"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, heading or the like, with the pieces that a page break may have torn it into.

    `marker` is the numbering or bullet as written ("1.2.", "-", "a)", "¹"), "" where there is none.
    `section` is the position in `Structure.sections` of the section that the block stands in.
    """

    kind: BlockKind
    pieces: tuple[Span, ...]
    marker: str
    section: int

    @property
    def span(self) -> Span:
        """From the first piece's start to the last one's end, whatever stands between."""
        return Span(self.pieces[0].start, self.pieces[-1].end)


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the heading tree; section 0 is the document itself.

    `title` is the heading in one line without markdown marks; for a numbered paragraph it is the number alone.
    `depth` is 0 for the document. `heading` is the span of the heading (or number), `span` reaches to the
    section's end.
    """

    position: int
    parent: int | None
    depth: int
    marker: str
    title: str
    heading: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its mark as written, where its text stands, and where its mark stands in the running text."""

    mark: str
    span: Span
    anchor: int | None


@dataclass(frozen=True, slots=True)
class Structure:
    """The heading tree of a document and its blocks in reading order."""

    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]

    def path(self, section: int) -> tuple[str, ...]:
        """The titles from the outermost heading down to the section itself, the document's own left out."""
        titles: list[str] = []
        node = self.sections[section]
        while node.parent is not None:
            titles.append(node.title)
            node = self.sections[node.parent]
        return tuple(reversed(titles))


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its text as read, and what is known of it.

    `digest` is the SHA-256 (hex) of the file. `pages` holds the offset at which each page starts, empty where
    the format has no pages.
    """

    id: str
    text: str
    digest: str
    metadata: Metadata
    structure: Structure
    pages: tuple[int, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """The page, counted from 1, that an offset stands on; None where the format has no pages."""
        if not self.pages:
            return None
        return sum(1 for start in self.pages if start <= offset)
