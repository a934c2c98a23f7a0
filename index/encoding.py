"""What all encoders share: the role of a text, its prompt, its spelling, and what identifies a model."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a text is to the search; such models encode a question and a passage differently."""

    QUERY = "query"
    PASSAGE = "passage"


E5_PROMPTS: Mapping[Role, str] = {Role.QUERY: "query: ", Role.PASSAGE: "passage: "}


@dataclass(frozen=True, slots=True)
class EncoderSpec:
    """Which model it is: `bundled`, hub name or folder; SHA-256 over its weights in hex; vector length."""

    name: str
    digest: str
    dimension: int


def as_read(text: str) -> str:
    """The text as models are given it: in NFC, which they were trained on, and valid Unicode.

    A lone surrogate, as a broken JSON escape gives, becomes a question mark.
    """
    return unicodedata.normalize("NFC", text).encode("utf-8", "replace").decode("utf-8")
