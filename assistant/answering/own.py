"""A document's own number, date, issuer, subject, signer and addressees, read from its frame."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answering import named_numbers
from assistant.answering.finding import Finding, corrected, joined, sentence, without_repeats
from assistant.answering.named_numbers import ANY_KIND, KINDS, bare
from assistant.answering.told import Told, asked_of_a_document, other_dates
from assistant.statements import Draft, Evidence
from assistant.terms import FUNCTION_WORDS
from corpus.folding import fold, folded, words
from corpus.records import BlockKind, Document, Level, Metadata, Span
from corpus.sentences import trim

_FRAME = frozenset({BlockKind.TITLE, BlockKind.SIGNATURE})
_KIND = re.compile(rf"\b({ANY_KIND})\b")
# A source is asked for, not the document itself: "theo kết luận nào", "chương trình nào".
_WHICH = re.compile(
    rf"\b({ANY_KIND})(?: \w+)? nao\b|\b(?:theo|can cu|dua vao|bam sat) ({ANY_KIND}) (?:so may|gi|may)\b"
)
# The document itself goes to someone; reports and opinions sent somewhere are duties.
_SENT = re.compile(rf"\bnoi nhan\b|\b(?:{ANY_KIND})(?: \w+){{0,8}} gui (?!bao cao|y kien|ho so|danh sach)")
_SIGNED = re.compile(r"\bky\b")
_SAYS_WHO = re.compile(r"\bban hanh\b|\bcua (?:ai|co quan nao|cap nao)\b")
_TITLE_ASKED = re.compile(r"\b(?:noi|ban|la|viet)? ?ve (?:(?:cai|viec|van de|chuyen|noi dung) )?(?:gi|chi|j|nao)\b")
_LEVEL_WORDS = {
    Level.COMMUNE: "cap xa dang uy dang bo",
    Level.DISTRICT: "cap huyen uy dang bo",
    Level.BLOC: "dang uy khoi dang bo cap",
    Level.PROVINCE: "cap tinh uy dang bo",
}
# Words that ask for what the frame tells, or that name kinds of documents.
_CUES = FUNCTION_WORDS | frozenset(
    f"{' '.join(KINDS)} hieu ban hanh ky ten nguoi ra doi thang nam hom mang danh chuc vu giu gui nhan noi dung ve ban "
    "bh phai khong xin so biet thay cau co quan cap nao bao gio luc cai van de chuyen de".split()
)
_ORDINAL = re.compile(r"\bsố (?:là )?(\d+)(?![\d/.-]*\d{4})")
# A mention in the text speaks for a source when it shares this much more of the question than the document's own title.
_MORE = 0.2


def is_asked(finding: Finding) -> bool:
    """Whether what the frame of one document here tells is asked for, and not what it says of another that it cites."""
    document = document_of(finding)
    if document is None or not _asked(finding, document):
        return False
    return not _cites_another(finding, document) and not _is_a_source(finding, document)


def answer(finding: Finding) -> Draft:
    """The lines of the frame that say it, with what the question took for granted put right; empty when none does."""
    document = document_of(finding)
    if document is None:
        return Draft(())
    asked, known = _asked(finding, document), document.metadata
    heads: list[Evidence] = []
    if Told.NUMBER in asked:
        heads += _line_holding(document, _numbered(known))
    if Told.DATE in asked:
        heads += _dated(document, known)
    pieces = _neighbours_joined(heads, document)
    if asked & {Told.ISSUER, Told.SUBJECT}:
        pieces += _title(document)
    if Told.SIGNER in asked and known.signer is not None:
        pieces += _holding(document, re.escape(folded(known.signer)))
    if Told.ADDRESSEES in asked:
        pieces += _blocks(document, BlockKind.MAILING_LIST)
    statements = [sentence(piece, document) for piece in without_repeats(pieces)]
    wrong = _not_its_own(finding, document)
    if wrong and statements and heads:
        statements[0] = corrected(pieces[0], document, wrong)
    return Draft(tuple(statements))


def document_of(finding: Finding) -> Document | None:
    """The one document here that a question speaks of: by its place, or by kind with issuer or subject."""
    if len(finding.doc_ids) == 1:
        return finding.documents[next(iter(finding.doc_ids))]
    kinds = _kinds_in(finding.question.text)
    if not kinds:
        return None
    of_kind = [d for d in map(finding.documents.__getitem__, finding.searched) if _kind_of(d) in kinds]
    left = _names_in(finding)
    named = [d for d in of_kind if left <= _own_words(d)]
    return named[0] if len(named) == 1 and (left or len(of_kind) == 1) else None


def _asked(finding: Finding, document: Document) -> frozenset[Told]:
    """What is asked of the document itself; empty when the question is not about the document as such."""
    asking = bare(finding.question.asking)
    if _WHICH.search(bare(finding.question.text)) or not _is_named(finding, document):
        return frozenset()
    found = set(asked_of_a_document(finding.question.asking, cited=False)) - {Told.CITED_BY}
    if not _SENT.search(bare(finding.question.text)):
        found.discard(Told.ADDRESSEES)
    if not _SIGNED.search(bare(finding.question.text)):
        found.discard(Told.SIGNER)
    if not _SAYS_WHO.search(asking):
        found.discard(Told.ISSUER)
    if not (_TITLE_ASKED.search(asking) and _names_in(finding) <= _own_words(document)):
        found.discard(Told.SUBJECT)
    return frozenset(found)


def _is_named(finding: Finding, document: Document) -> bool:
    """Whether the first kind of document in the question is this one's; others may only stand in its title."""
    kinds = _kinds_in(finding.question.asking) or _kinds_in(finding.question.text)
    titled = set(_kinds_in(document.metadata.title))
    return bool(kinds) and kinds[0] in {_kind_of(document), ""} and set(kinds) <= {_kind_of(document), "", *titled}


def _kinds_in(text: str) -> list[str]:
    """The kinds of documents in a text, bare, in order; "" for "văn bản"."""
    return [KINDS[match[1]].split("|")[0] for match in _KIND.finditer(bare(text))]


def _kind_of(document: Document) -> str:
    kind = bare(document.metadata.kind or "-")
    return KINDS.get(kind, kind).split("|")[0]


def _cites_another(finding: Finding, document: Document) -> bool:
    """Whether the question names a number that is not the document's own, in its title or on a stamp of it."""
    known = document.metadata
    numbers = named_numbers.read(finding.question.topic)
    within = named_numbers.read(finding.question.asking)
    stamps = " ".join(piece.span.of(document.text) for piece in _blocks(document, BlockKind.STAMP))
    own = _ordinal(known)
    return any(
        own != number.ordinal
        and (number.ordinal in {w.ordinal for w in within} or not number.stands_in(known.title))
        and re.search(rf"\b0*{re.escape(number.ordinal)}\b", stamps) is None
        for number in numbers
    )


def _is_a_source(finding: Finding, document: Document) -> bool:
    """Whether a source that the document cites is nearer to what the question says than the document's own title."""
    left = _names_in(finding)
    if not left:
        return False
    total = finding.rarity.total(left)
    own = finding.rarity.total(left & _own_words(document)) / total
    shared = (
        finding.rarity.total(left & frozenset(words(f"{m.subject} {m.issuer}", diacritics=False))) / total
        for m in finding.facts.mentions
        if m.doc_id == document.id and m.subject and bare(m.kind or "") == bare(document.metadata.kind or "")
    )
    return max(shared, default=0.0) > own + _MORE


def _names_in(finding: Finding) -> frozenset[str]:
    """The words of a question that name its document, without those that ask."""
    topic = _NUMBERS.sub(" ", finding.question.topic)
    return frozenset(word for word in words(topic, diacritics=False) if word not in _CUES and len(word) > 1)


_NUMBERS = re.compile(r"\d[\d./-]*(?:[-/][\w/-]+)?")


def _own_words(document: Document) -> frozenset[str]:
    known = document.metadata
    level = _LEVEL_WORDS.get(known.level, "") if known.level is not None else ""
    return frozenset(words(f"{known.title} {known.issuer} {known.locality} {level}", diacritics=False))


def _not_its_own(finding: Finding, document: Document) -> tuple[str, ...]:
    """The number and date in the question that are not the document's own."""
    asking, known = finding.question.asking, document.metadata
    own = _ordinal(known)
    numbers = [m[0] for m in _ORDINAL.finditer(folded(asking)) if own is not None and own != m[1].lstrip("0")]
    return (*numbers, *(other_dates(asking, known.date) if known.date else ()))


def _ordinal(known: Metadata) -> str | None:
    """The document's own number without zeros before it and without what follows it."""
    found = re.match(r"0*(\d+)", known.number or "")
    return None if found is None else found[1]


def _numbered(known: Metadata) -> str | None:
    """How the frame writes the document's own number."""
    ordinal = _ordinal(known)
    return None if ordinal is None else rf"\bsố\s*:?\s*0*{ordinal}\s*[-/]"


def _dated(document: Document, known: Metadata) -> list[Evidence]:
    if known.date is None:
        return []
    year, month, day = known.date.split("-")
    words = rf"ngày\s+0?{int(day)}\s+tháng\s+0?{int(month)}\s+năm\s+{year}|\b0?{int(day)}/0?{int(month)}/{year}"
    return _line_holding(document, words)


def _title(document: Document) -> list[Evidence]:
    """The block of the title that names issuer or subject, which is the longest."""
    blocks = _blocks(document, BlockKind.TITLE)
    return [max(blocks, key=lambda piece: piece.span.end - piece.span.start)] if blocks else []


def _blocks(document: Document, kind: BlockKind) -> list[Evidence]:
    return [Evidence(document.id, trim(document.text, b.span)) for b in document.structure.blocks if b.kind is kind]


def _holding(document: Document, pattern: str | None) -> list[Evidence]:
    """The first block of the frame in which a folded pattern stands."""
    for block in document.structure.blocks if pattern is not None else ():
        if block.kind in _FRAME and re.search(pattern or "", fold(block.span.of(document.text)).text):
            return [Evidence(document.id, trim(document.text, Span(block.span.start, block.span.end)))]
    return []


def _line_holding(document: Document, pattern: str | None) -> list[Evidence]:
    """The line of that block by which the pattern is proven; a letterhead has lines that say something else."""
    for piece in _holding(document, pattern):
        start = piece.span.start
        for line in piece.span.of(document.text).splitlines(keepends=True):
            if re.search(pattern or "", fold(line).text):
                return [Evidence(document.id, trim(document.text, Span(start, start + len(line))))]
            start += len(line)
        return [piece]
    return []


def _neighbours_joined(pieces: Iterable[Evidence], document: Document) -> list[Evidence]:
    """Number and date in one stretch where nothing stands between them."""
    kept: list[Evidence] = []
    for piece in sorted(pieces):
        if kept and not document.text[kept[-1].span.end : piece.span.start].strip(" \n*"):
            kept[-1] = joined(kept[-1], piece)
        else:
            kept.append(piece)
    return kept
