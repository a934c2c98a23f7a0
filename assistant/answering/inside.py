"""Questions for what stands inside a document that is cited here but whose text is not."""

from __future__ import annotations

import re

from assistant.answering import cited, mentions, named_numbers
from assistant.answering.finding import Finding, place, quote
from assistant.messages import Lang
from assistant.messages import answers as say
from assistant.statements import Draft, Evidence, Statement
from corpus.folding import folded, folded_line

# Asks for what stands inside a document, and not for what it is or is about.
_INSIDE = re.compile(
    r"\b(điều \d+|khoản \d+|chương [ivx\d]+|ghi gì|gồm (những|mấy|các)|bao nhiêu|toàn văn|"
    r"mấy (phần|điều|chương|nhiệm vụ|giải pháp|quan điểm)|"
    r"(đề ra|đặt ra|nêu|quy định|yêu cầu|cấm|giao) (những|các|mấy|cụ thể|bao nhiêu)|"
    r"(những|các) (nhiệm vụ|giải pháp|nội dung|quan điểm|quy định|chỉ tiêu|mục tiêu|tiêu chí|điều)[^,.?]* (gì|nào))\b"
)
# A question that opens with the document is about the document ("Nghị quyết 57 đặt ra bao nhiêu …").
_OPENS_WITHIN = 20
# "19 điều đảng viên không được làm theo Quy định 47 là gì, kể ra luôn"
_LISTED_IN = re.compile(r"^[^,.?]*\btheo ([^,.?]*)\b(là gì|là những gì|gồm những|kể ra|liệt kê)")
# Laws and rules that are named without a number.
_LAW = re.compile(
    r"^(theo )?(luật|bộ luật|hiến pháp|pháp lệnh|điều lệ đảng)\b.*\b(quy định|nêu|ghi|cấm|cho phép|gồm)\b"
)
_LAWS = frozenset({"luật", "bộ luật", "hiến pháp", "pháp lệnh", "điều lệ"})


def is_asked(finding: Finding) -> bool:
    """Whether a question asks for what stands in a document that is cited here but whose text is not."""
    topic = folded_line(finding.question.topic)
    numbers = named_numbers.read(topic)
    if not numbers:
        return _LAW.search(topic) is not None and not _has_laws(finding)
    if any(numbers[0].is_borne_by(document.metadata) for document in finding.documents.values()):
        return False
    opens = numbers[0].start <= _OPENS_WITHIN and _INSIDE.search(topic) is not None
    listed = _LISTED_IN.search(topic)
    return opens or (listed is not None and bool(named_numbers.read(listed[1])))


def answer(finding: Finding) -> Draft:
    """That the document is cited, with what is known of it, and that its text is not among the documents."""
    for mention in mentions.fullest(cited.by_number(finding)):
        return absent(mentions.place_of(mention, finding.documents[mention.doc_id]), finding)
    return Draft((), answered=False)


def absent(piece: Evidence, finding: Finding) -> Draft:
    """That only the source's own text would tell, with where it is cited."""
    document = finding.documents[piece.doc_id]
    lead = say.TEXT_ABSENT.text(Lang.VI, place=place(piece, document))
    return Draft((Statement(f"{lead} “{quote(piece, document)}”", (piece,)),), answered=False)


def _has_laws(finding: Finding) -> bool:
    return any(folded(d.metadata.kind or "") in _LAWS for d in finding.documents.values())
