"""The question set to fill in, as a workbook or a CSV file."""

from __future__ import annotations

import csv
import io
from typing import Final

from assistant.messages import Lang
from eval.messages import tables as say
from eval.messages import terms
from eval.reading.columns import HEADS
from eval.workbook import Sheet, workbook

_WIDTHS: Final = (9, 20, 16, 44, 30, 20, 56, 44, 28, 28)
"""Of the columns in HEADS, in characters; the widest hold whole sentences."""


def template_xlsx(lang: Lang) -> bytes:
    """A workbook with the heads, drop-downs for the closed columns, two examples, and a sheet that explains them."""
    heads = [message.text(lang) for message in HEADS.values()]
    names = list(HEADS)
    choices = (
        (names.index("category"), [message.text(lang) for message in terms.CATEGORIES.values()]),
        (names.index("style"), [message.text(lang) for message in terms.STYLES.values()]),
    )
    guide = [[head, say.GUIDE[name].text(lang)] for head, name in zip(heads, names, strict=True)]
    return workbook(
        [
            Sheet(say.SHEET_QUESTIONS.text(lang), heads, _examples(lang), _WIDTHS, choices),
            Sheet(
                say.SHEET_GUIDE.text(lang),
                [say.GUIDE_COLUMN.text(lang), say.GUIDE_MEANING.text(lang)],
                guide,
                (26, 100),
            ),
        ]
    )


def template_csv(lang: Lang) -> bytes:
    """The heads and examples as CSV in UTF-8 with the mark that makes Excel read it as such."""
    stream = io.StringIO()
    csv.writer(stream).writerows([[message.text(lang) for message in HEADS.values()], *_examples(lang)])
    return stream.getvalue().encode("utf-8-sig")


def _examples(lang: Lang) -> list[list[str]]:
    """Two questions on the documents that ship: one that they answer and one that they do not."""
    answered = {
        "id": "vd-1",
        "category": terms.CATEGORIES[say.EXAMPLE_CATEGORY].text(lang),
        "style": terms.STYLES[say.EXAMPLE_STYLE].text(lang),
        "question": say.EXAMPLE_QUESTION,
        "doc_id": say.EXAMPLE_DOCUMENT,
        "quote": say.EXAMPLE_QUOTE,
        "answer": say.EXAMPLE_ANSWER,
        "answer_keys": say.EXAMPLE_KEYS,
        "note": say.EXAMPLE_NOTE.text(lang),
    }
    refused = {
        "id": "vd-2",
        "category": terms.CATEGORIES[say.REFUSED_CATEGORY].text(lang),
        "style": terms.STYLES[say.EXAMPLE_STYLE].text(lang),
        "question": say.REFUSED_QUESTION,
        "note": say.EXAMPLE_NOTE.text(lang),
    }
    return [[example.get(name, "") for name in HEADS] for example in (answered, refused)]
