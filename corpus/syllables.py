"""Which strings can be Vietnamese syllables: an onset, a rime, and a tone that the rime can carry.

Source: Đoàn Thiện Thuật, Ngữ âm tiếng Việt (1977), for the inventory of onsets and rimes in the national spelling.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from corpus.folding import folded

_ONSETS = frozenset(["", *"b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x".split()])
_RIMES = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong
    op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh
    uyt uyu uơ ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
    """.split()
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# A rime that ends in one of these is said with a rising or a low falling tone only.
_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = frozenset("\u0301\u0323")


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether a word, in any case, is spelt as a Vietnamese syllable can be."""
    marks = [c for c in unicodedata.normalize("NFD", folded(word)) if c in _TONES]
    if len(marks) > 1:
        return False
    letters = unicodedata.normalize("NFD", folded(word))
    plain = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    # "gì" and "quý" need no case of their own: they split as g + i and, by the letters, q + uy.
    return any(_fits(plain.removeprefix(onset), marks) for onset in _ONSETS if plain.startswith(onset))


def _fits(rime: str, marks: list[str]) -> bool:
    if rime not in _RIMES:
        return False
    return not rime.endswith(_STOPS) or (bool(marks) and marks[0] in _STOP_TONES)
