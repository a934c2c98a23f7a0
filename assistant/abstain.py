"""When a sentence is not enough of an answer: it is better to say that the documents do not tell."""

from __future__ import annotations

import re

from assistant.evidence import Weighed
from assistant.resolve import Resolved
from corpus.folding import folded_line

# A sentence answers when this much speaks for it (`support`). Set on the development questions, with the map of
# question vectors held out by writer: .034 of those with an answer are refused and .947 of those without one.
ENOUGH = 0.4

# Asks how things stand, which a plan or resolution that sets aims does not tell.
_STATE_OF_AFFAIRS = re.compile(
    r"\b(hien (nay |tai |gio )?co (bao nhieu|may)|(tren )?thuc te (hien|dang|da|bay gio|the nao|ra sao)|ra sao roi|"
    r"den nay (da|duoc)|da (ket nap|dat|lam|xay) duoc|so dien thoai|dia chi|e?mail|tru so|"
    r"(ket nap|dat|lam) duoc (may|bao nhieu)|hien con|(dang bo|xa|huyen|tinh) (nay |minh )?co bao nhieu)\b"
)
_WHO_BY_NAME = re.compile(
    r"\b(chu tich|bi thu|pho bi thu|pho chu tich|truong ban|giam doc|chanh van phong)\b.*"
    r"\b(ten gi|ten la gi|la ai|la ong nao)\b"
)


def is_enough(best: Weighed) -> bool:
    """Whether the best sentence can be taken for an answer."""
    return support(best) >= ENOUGH


def support(best: Weighed) -> float:
    """How much speaks for a sentence being an answer at all, about 0 to 2."""
    signals = best.signals
    return signals.words + 0.5 * signals.heading + 0.5 * signals.office + signals.meaning


def asks_how_things_stand(question: Resolved) -> bool:
    """Whether a question asks for a state of affairs or a person's name, which such documents do not give."""
    bare = folded_line(question.text, diacritics=False)
    return _STATE_OF_AFFAIRS.search(bare) is not None or _WHO_BY_NAME.search(bare) is not None
