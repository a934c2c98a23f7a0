"""What documents are compared by, and which sentences state such a thing."""

from __future__ import annotations

import re
from enum import Enum, auto

from assistant.quantities import holds_quantity
from assistant.stated import FactsAt
from corpus.facts.records import Measure
from corpus.folding import folded, folded_line


class Basis(Enum):
    """What documents are compared by; MATTER where a question does not tell."""

    FIGURE = auto()
    TIME = auto()
    FREQUENCY = auto()
    SHORTCOMING = auto()
    SOURCE = auto()
    DUTY = auto()
    MATTER = auto()


# How a question says so, with diacritics: without them "chê" is the end of "quy chế", "trẻ" the same as "trễ".
_CUES = tuple(
    (kind, re.compile(rf"\b(?:{folded(cue)})\b"))
    for kind, cue in (
        (
            Basis.TIME,
            "khi nào|bao giờ|lúc nào|chừng nào|thời điểm|thời gian|thời hạn|mốc|hạn chót|(?:năm|tháng|quý) (?:nào|mấy)",
        ),
        (Basis.FREQUENCY, "bao lâu|định kỳ|mấy lần|bao nhiêu lần|thường xuyên"),
        (
            Basis.SHORTCOMING,
            "hạn chế|(?<!chủ )(?<!trọng )yếu|kém|chê|than phiền|phàn nàn|khuyết điểm|tồn tại|bất cập|khó khăn|"
            "vướng mắc|bệnh|tật|nguyên nhân|lúng túng|(?<!hay )dở|khắc phục|chưa (?:tốt|được|đạt)|trì trệ",
        ),
        (Basis.SOURCE, "căn cứ|dựa (?:vào|trên)|viện dẫn|số mấy|số hiệu|trích dẫn"),
        (
            Basis.FIGURE,
            "bao nhiêu|phần trăm|một nửa|tỷ lệ|tỉ lệ|chỉ tiêu|mức|con số|"
            "(?:nhi[êề]u|cao|thấp|ít) (?:hơn|nhất)|nhi[êề]u .*hơn",
        ),
        (Basis.DUTY, "ai|giao|phân công|chủ trì|trách nhiệm|nhiệm vụ|phụ trách|(?:cơ quan|ban|đơn vị|tổ chức) nào"),
    )
)
# Where diacritics had to be guessed, faults are asked for in two words that mean nothing else.
_BARE_FAULTS = re.compile(r"\b(?:con|bi) (?:yeu|kem|han che|lung tung|che|phe binh)\b")
# What is wrong now, and not what wrong is to be done away with: "còn hạn chế", not "tháo gỡ khó khăn".
_FAULTS = "hạn chế|yếu|kém|chậm|lúng túng|hình thức|khó khăn|nặng|thấp|chung chung|thiếu|bất cập|vướng mắc|tồn tại"
_NEGATIVE = re.compile(
    rf"\b(?:chưa|thiếu|lúng túng|khâu yếu|tình trạng|né tránh|chậm đổi mới|không (?:đạt|đáp ứng|đồng đều)|"
    rf"còn (?:\w+ ){{0,3}}?(?:{_FAULTS})|(?:hiệu quả|chất lượng) (?:{_FAULTS}))\b"
)
_WHEN = re.compile(
    r"\b(?:đầu|giữa|cuối|trong|đến|trước|từ|hết) (?:năm|quý|tháng)\b|\b(?:năm \d|quý [\divx]|tháng \d)|\bngày \d"
)
_HOW_OFTEN = re.compile(r"\b(?:định kỳ|(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)|lần)\b")


def basis(asking: str) -> Basis:
    """What a resolved question compares documents by, from its words."""
    asked = folded_line(asking)
    guessed = Basis.SHORTCOMING if _BARE_FAULTS.search(folded(asked, diacritics=False)) else Basis.MATTER
    return next((kind for kind, cue in _CUES if cue.search(asked)), guessed)


def is_of(by: Basis, said: str, facts: FactsAt) -> bool:
    """Whether a sentence, with the facts it states, states a thing of the kind that documents are compared by."""
    match by:
        case Basis.FIGURE:
            return holds_quantity(said) or any(target.measure is not Measure.DEADLINE for target in facts.targets)
        case Basis.TIME:
            return bool(_WHEN.search(folded(said)))
        case Basis.FREQUENCY:
            return bool(_HOW_OFTEN.search(folded(said)))
        case Basis.SHORTCOMING:
            return is_negative(said)
        case Basis.SOURCE:
            return bool(facts.mentions)
        case Basis.DUTY:
            return bool(facts.duties)
        case Basis.MATTER:
            return False


def is_negative(said: str) -> bool:
    """Whether a sentence finds fault with how things stand."""
    return bool(_NEGATIVE.search(folded(said)))
