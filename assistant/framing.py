"""The words of a question that only say that documents are compared, and nothing of what is compared in them."""

from __future__ import annotations

import re

from corpus.folding import word_spans

_PLACES = "noi|ben|xa|huyen|van ban|tai lieu|dia phuong|cho"
# Bare of diacritics; a frame is searched for in whole words, so that no subject is cut.
_FRAME = re.compile(
    r"\b(?:so sanh(?: (?:giup|ho|cho))?(?: (?:toi|minh|em|anh|chi))?|so voi|doi chieu|giua|ca hai|"
    r"(?:co )?(?:diem )?(?:khac|giong)(?: biet)?(?: nhau| gi)+(?: the nao| ra sao|(?: o)?(?: cho| diem) nao)?|"
    rf"(?:trong )?(?:moi|tung|cac|nhung|may|hai|ba|bon|nam) (?:{_PLACES})(?: (?:nao|nay|do|kia|khac|con lai))?|"
    rf"(?:{_PLACES}) nao(?: (?:noi|neu|dat|ghi|co)\b)?|cu the|lan luot)\b"
)


def without_frame(topic: str) -> str:
    """A question's topic without the words that frame a comparison; the topic itself where nothing else is in it."""
    spelt = word_spans(topic, diacritics=False)
    bare = " ".join(word for word, _ in spelt)
    kept, start = [], 0
    for match in _FRAME.finditer(bare):
        first, last = bare[: match.start()].count(" "), bare[: match.end()].count(" ")
        kept.append(topic[start : spelt[first][1].start])
        start = spelt[last][1].end
    left = " ".join("".join([*kept, topic[start:]]).split())
    return left if word_spans(left) else topic
