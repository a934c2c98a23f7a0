"""Short names of documents, as a clerk would say them."""

from __future__ import annotations

from corpus.records import Document, Metadata


def short_name(known: Metadata) -> str:
    """ "Nghị quyết số 08-NQ/ĐUK", "Kế hoạch của Huyện ủy Tuy Phước", or the title where neither is known."""
    if known.kind is None:
        return known.title
    if known.number is not None:
        return f"{known.kind} số {known.number}"
    if known.issuer is not None:
        return f"{known.kind} của {known.issuer}"
    return known.title


def section_name(section: tuple[str, ...]) -> str:
    """Where in a document: its numbers from the outermost heading down ("II.2.2"), or the innermost title."""
    marks = [mark for mark in (title.split(maxsplit=1)[0].rstrip(".-–)") for title in section) if _is_number(mark)]
    if not marks:
        return section[-1] if section else ""
    # "2.2" already says "2", so only the outermost number and the most exact one are named.
    return marks[0] if len(marks) == 1 else f"{marks[0]}.{marks[-1]}"


def _is_number(mark: str) -> bool:
    return mark[:1].isdigit() or (len(mark) <= 5 and set(mark) <= set("IVX"))


def stated_names(document: Document) -> tuple[str, ...]:
    """What an answer may call a document without quoting it: its title, number and issuer."""
    known = document.metadata
    return tuple(name for name in (known.title, known.number, known.issuer, known.kind) if name)
