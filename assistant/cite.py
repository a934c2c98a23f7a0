"""Proof that an answer says only what the documents say. Pure: nothing is shown that did not pass here.

A statement is proven when its evidence lies inside its documents, everything it puts in “…” stands there, and every
figure, document number and name of a body in it stands in its evidence, in the name of the place it is taken from, or
in the question. Matching is exact after folding (`corpus.folding`): there is no threshold to lower.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.naming import section_name, stated_names
from assistant.records import Citation
from assistant.statements import Draft, Evidence, Statement, section_at
from corpus.folding import folded, words
from corpus.records import Document

# Figures with their separators ("3%", "0,4%", "15-20", "14/5/2021") and document numbers ("217-QĐ/TW").
_FIGURE = re.compile(r"\d[\w.,/%-]*(?<![.,/-])")
_QUOTED = re.compile(r"“(.+?)”", re.DOTALL)
_MARK = re.compile(r"\[(\d+)\]")
# Two or more capitalised words in a row, with the small words that names hold ("Ủy ban Kiểm tra Huyện ủy").
_NAME = re.compile(r"\b[A-ZĐÀ-Ỹ]\w*(?:\s+(?:[A-ZĐÀ-Ỹ]\w*|(?:ban|ủy|uỷ|tra|vụ|trận|dân|viên)\b))+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
# Words that turn a statement into its opposite.
_DENIALS = frozenset({"không", "chưa", "chẳng", "cấm", "trừ"})


def proven(draft: Draft, documents: dict[str, Document], question: str) -> tuple[Draft, int]:
    """The draft with only the statements that can be proven, and how many could not."""
    kept = tuple(s for s in draft.statements if s.absent or _is_proven(s, documents, question))
    dropped = len(draft.statements) - len(kept)
    return Draft(kept, draft.layout, draft.lead, draft.heads), dropped


def _is_proven(statement: Statement, documents: dict[str, Document], question: str) -> bool:
    if not statement.evidence or not all(_stands(piece, documents) for piece in statement.evidence):
        return False
    quotes = [piece.span.of(documents[piece.doc_id].text) for piece in statement.evidence]
    names = [name for piece in statement.evidence for name in _names(piece, documents[piece.doc_id])]
    return _stands_in(f"{statement.label} {statement.text}", quotes, (*names, question))


def _stands(piece: Evidence, documents: dict[str, Document]) -> bool:
    document = documents.get(piece.doc_id)
    return document is not None and 0 <= piece.span.start < piece.span.end <= len(document.text)


def _names(piece: Evidence, document: Document) -> tuple[str, ...]:
    """What an answer calls the place of a piece of evidence: the document's names and its section's."""
    section = section_at(document, piece.span.start)
    return (*stated_names(document), *section, section_name(section))


def text_is_proven(text: str, citations: Sequence[Citation], question: str) -> bool:
    """Whether a text in somebody else's words passes the same proof, sentence by sentence.

    Each sentence must carry an [n] that is among the citations; beyond the proof of statements it may neither add
    nor drop a denial.
    """
    by_number = {str(cited.n): cited for cited in citations}
    sentences = [piece for piece in _SENTENCE.split(_closed(text)) if piece.strip()]
    return bool(sentences) and all(_sentence_is_proven(piece, by_number, question) for piece in sentences)


def _closed(text: str) -> str:
    """ "… 3%. [1]" as "… 3% [1]." so that each sentence holds its marks."""
    return re.sub(r"([.!?])\s*((?:\[\d+\]\s*)+)", lambda found: f" {found[2].strip()}{found[1]} ", text)


def _sentence_is_proven(sentence: str, citations: dict[str, Citation], question: str) -> bool:
    marks = _MARK.findall(sentence)
    if not marks or any(mark not in citations for mark in marks):
        return False
    cited = [citations[mark] for mark in marks]
    said = _MARK.sub("", sentence)
    names = [name for each in cited for name in (each.title, *each.section)]
    quotes = [each.quote for each in cited]
    if not _stands_in(said, quotes, (*names, question)):
        return False
    return _denials(said) == _denials(" ".join(quotes)) or _denials(said) == _denials(_quoted_part(said, quotes))


def _denials(text: str) -> frozenset[str]:
    return _DENIALS & frozenset(words(text))


def _quoted_part(said: str, quotes: Sequence[str]) -> str:
    """The sentences and clauses of the quotes whose figures the text takes up, or all of them when it has none."""
    figures = set(_FIGURE.findall(_plain(said)))
    clauses = [clause for quote in quotes for clause in re.split(r"[;.]\s", quote)]
    chosen = [clause for clause in clauses if figures & set(_FIGURE.findall(_plain(clause)))]
    return " ".join(chosen or clauses)


def _stands_in(said: str, quotes: Sequence[str], names: Iterable[str]) -> bool:
    sources = [_plain(source) for source in (*quotes, *names)]
    plain_quotes = sources[: len(quotes)]
    if not all(any(_plain(quoted) in quote for quote in plain_quotes) for quoted in _QUOTED.findall(said)):
        return False
    if unproven_figures(said, sources):
        return False
    return all(any(name in source for source in sources) for name in _body_names(_QUOTED.sub("", said).strip()))


def _body_names(said: str) -> list[str]:
    """Names of bodies and places, folded; a capital that only opens the sentence is no part of a name."""
    names = []
    for found in _NAME.finditer(said):
        name = found[0] if found.start() else found[0].split(maxsplit=1)[1]
        names.append(_plain(name))
    return names


def unproven_figures(said: str, sources: Iterable[str]) -> tuple[str, ...]:
    """The figures, dates and document numbers in a text that stand in none of the sources."""
    known = {figure for source in sources for figure in _FIGURE.findall(_plain(source))}
    return tuple(figure for figure in _FIGURE.findall(_plain(said)) if figure not in known)


def _plain(text: str) -> str:
    return " ".join(folded(text).split())
