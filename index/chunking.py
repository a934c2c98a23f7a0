"""Documents cut into passages: a paragraph, list item or footnote each, with the headings it stands under."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.abbreviations import definitions, known
from corpus.records import BlockKind, Document, Span
from corpus.sentences import sentences
from index.records import Passage, Sentence

# Characters. The bundled encoder reads 512 tokens, about 1,600 characters of Vietnamese; a heading path comes on
# top, and a reader should see at a glance why a passage was found.
LONGEST_PASSAGE = 1200
# Sentence, clause, then word ends, each kept with what it closes.
_ENDS = ["\n", ". ", "; ", ", ", " ", ""]
_NOT_SEARCHED = frozenset({BlockKind.HEADING, BlockKind.STAMP, BlockKind.DEBRIS})


def passages(document: Document) -> tuple[Passage, ...]:
    """The passages of a document in reading order; no passage crosses a heading, `text` stands at its span.

    Where there is nothing but headings, they are what can be found.
    """
    found: list[Passage] = []
    blocks = document.structure.blocks
    said = [block for block in blocks if block.kind not in _NOT_SEARCHED]
    for block in said or [block for block in blocks if block.kind is BlockKind.HEADING]:
        section = document.structure.path(block.section)
        for part in _parts(document.text, block.span):
            found.append(Passage(document.id, part.start, part.end, section, part.of(document.text)))
    return tuple(found)


def context(passage: Passage) -> str:
    """The passage as it is encoded: its headings, then its text in one line."""
    return "\n".join((*passage.section, " ".join(passage.text.split())))


def searched(document: Document, found: Sequence[Passage]) -> list[str]:
    """The words that each of a document's passages is found by: its context, and its abbreviations' full names."""
    abbreviations = known().as_defined(definitions([document]))
    contexts = map(context, found)
    return ["\n".join((text, *abbreviations.spelt_out(text))) for text in contexts]


def sentences_of(found: Sequence[Passage]) -> tuple[Sentence, ...]:
    """The sentences of passages in order, with offsets into their documents."""
    return tuple(
        Sentence(position, passage.start + span.start, passage.start + span.end)
        for position, passage in enumerate(found)
        for span in sentences(passage.text, Span(0, len(passage.text)))
    )


def _parts(text: str, whole: Span) -> Iterator[Span]:
    if whole.end - whole.start <= LONGEST_PASSAGE:
        yield whole
        return
    from langchain_text_splitters import RecursiveCharacterTextSplitter  # takes .2 s and is needed only here

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=LONGEST_PASSAGE, chunk_overlap=0, separators=_ENDS, keep_separator="end"
    )
    # The splitter strips white space and gives no offsets that can be relied on, so each piece is found again.
    cursor = whole.start
    for piece in splitter.split_text(whole.of(text)):
        start = text.index(piece, cursor, whole.end)
        cursor = start + len(piece)
        yield Span(start, cursor)
