"""Documents that documents cite: by number, and by what they are about."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering import plain
from assistant.answering.finding import Finding, block_at, place, quote, sentences
from assistant.messages import Lang
from assistant.messages import answers as say
from assistant.statements import Draft, Evidence, Statement
from corpus.facts.records import Mention
from corpus.folding import folded
from corpus.records import Document, Span
from corpus.sentences import clauses

_KINDS = (
    "nghị quyết|chỉ thị|quyết định|quy định|kết luận|nghị định|kế hoạch|hướng dẫn|quy chế|luật|chương trình hành động|"
    "chương trình|thông tư|thông báo"
)
# "Quyết định số 217", "Nghị quyết 66.7": a kind and an ordinal, perhaps with the rest of the number.
_ASKS_DATE = re.compile(r"(?i)\b(ngày|tháng|năm) (nào|mấy|tháng)|\b(khi nào|bao giờ|lúc nào|hồi nào)\b")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|ngày\s+\d{1,2}|năm\s+\d{4}")
_CITED = re.compile(rf"\b({_KINDS})\s+(?:số\s+)?(\d+(?:[./]\d+)*)([-/][\w/-]+)?")


def answer(finding: Finding) -> Draft:
    """The places that cite the document named, one a document, the fullest first; else the best sentences."""
    named = cited_by_number(finding)
    if named:
        draft = sentences([_at(mention, finding.documents[mention.doc_id]) for mention in named], finding.documents)
        undated = _ASKS_DATE.search(finding.question.asking) and not any(_DATE.search(s.text) for s in draft.statements)
        return replace(draft, answered=False) if undated else draft
    return sentences([finding.weighed[0].evidence, *plain.as_good_elsewhere(finding)], finding.documents)


# Asks for what stands inside a document, and not for what it is or is about.
_INSIDE = re.compile(
    r"\b(điều \d+|khoản \d+|chương [ivx\d]+|ghi gì|gồm (những|mấy|các)|mấy (phần|điều|chương|nhiệm vụ|giải pháp|quan điểm)|"
    r"bao nhiêu|toàn văn|"
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


def asks_inside(finding: Finding) -> bool:
    """Whether a question asks for what stands in a document that is cited here but whose text is not."""
    topic = " ".join(folded(finding.question.topic).split())
    cited = _CITED.search(topic)
    if cited is None:
        return _LAW.search(topic) is not None and not _has_laws(finding)
    if _is_here(finding, cited[1], cited[2]):
        return False
    opens = cited.start() <= _OPENS_WITHIN and _INSIDE.search(topic) is not None
    listed = _LISTED_IN.search(topic)
    return opens or (listed is not None and _CITED.search(listed[1]) is not None)


def _has_laws(finding: Finding) -> bool:
    return any(folded(d.metadata.kind or "") in _LAWS for d in finding.documents.values())


def _is_here(finding: Finding, kind: str, ordinal: str) -> bool:
    """Whether a document of this kind and number is one of those searched."""
    known = [document.metadata for document in finding.documents.values()]
    return any(
        folded(k.kind or "") == kind
        and (k.number or "").lstrip("0").split("-")[0].split("/")[0].strip() == ordinal.lstrip("0")
        for k in known
    )


def absent_text(finding: Finding) -> Draft:
    """That the document is cited, with what is known of it, and that its text is not among the documents."""
    named = cited_by_number(finding)[:1]
    pieces = [_at(mention, finding.documents[mention.doc_id]) for mention in named]
    statements = tuple(
        Statement(
            say.TEXT_ABSENT.text(Lang.VI, place=place(piece, finding.documents[piece.doc_id]))
            + f" “{quote(piece, finding.documents[piece.doc_id])}”",
            (piece,),
        )
        for piece in pieces
    )
    return Draft(statements, answered=False)


def names_a_number(question: str) -> bool:
    """Whether a question names a document by kind and number."""
    return _CITED.search(folded(question)) is not None


def cited_by_number(finding: Finding) -> list[Mention]:
    """For each document the mention that says most of the source whose number the question names."""
    found: dict[str, Mention] = {}
    for kind, ordinal, rest in _CITED.findall(folded(finding.question.text)):
        for mention in finding.facts.mentions:
            if mention.doc_id in finding.searched and _is(mention, kind, ordinal, rest):
                known = found.get(mention.doc_id)
                if known is None or _fullness(mention) > _fullness(known):
                    found[mention.doc_id] = mention
    return sorted(found.values(), key=lambda mention: -_fullness(mention))


def _is(mention: Mention, kind: str, ordinal: str, rest: str) -> bool:
    number = folded(mention.number or "").replace("-", "/").lstrip("0")
    wanted = f"{ordinal}{rest}".replace("-", "/").lstrip("0")
    if not (number == wanted or number.startswith(f"{wanted}/")):
        return False
    own = folded(mention.kind or kind)
    return own.startswith(kind) or kind.startswith(own) or {own, kind} <= _BOTH_QD


# "QĐ" stands for both, and people do not tell them apart.
_BOTH_QD = frozenset({"quyết định", "quy định"})


def _fullness(mention: Mention) -> int:
    return 2 * (mention.date is not None) + (mention.subject is not None) + (mention.issuer is not None)


def _at(mention: Mention, document: Document) -> Evidence:
    """The mention with what follows it in its clause: issuer, date and what the source is about."""
    block = block_at(document, mention.start)
    clause = next((c for c in clauses(document.text, block.span) if c.start <= mention.start < c.end), block.span)
    end = max(mention.end, clause.end)
    closed = document.text[mention.start : end].rstrip(" ;,.")
    return Evidence(mention.doc_id, Span(mention.start, mention.start + len(closed)))
