"""What a question asks for, read from its own words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.records import Kind
from corpus.folding import folded_line

# Cues are compared with the folded bare question, so that they hold however it is typed. Each stands for a way of
# asking, not for a subject: a subject is what the documents are searched for.
_DOCUMENT = "van ban|nghi quyet|chi thi|quyet dinh|quy dinh|ket luan|nghi dinh|ke hoach|huong dan|chuong trinh|luat"
_COMPARISON = (
    "so sanh|so voi|doi chieu|khac nhau|giong nhau|khac gi|giong gi|khac biet|diem khac|diem giong|chung nhau",
    "(noi|ben|xa|huyen|don vi|van ban) nao (cao|thap|nhieu|it|lay|dat).* hon|noi nao (cao|thap|nhieu|it)",
    r"\w+ (voi|vs) \w+ .*(ben|noi) nao|cac van ban (nao )?(khac|con lai)|cung (dat|neu|quy dinh|giao)",
)
# Which documents say something, or what each of them says: every one is looked in. Which of them cite a number is a
# question of sources.
_SAYS = (
    "noi|neu|coi|lay|de y|dat|doi|yeu cau|ghi|chu truong|quy dinh|cho phep|quan tam|de cap|xem|nhac|xac dinh|chu trong"
)
_LISTING = (
    r"(moi|tung|cac|nhung) (noi|xa|dia phuong|van ban|tai lieu)\b.*\b(bao nhieu|sao|the nao|ai|gi)",
    rf"(van ban|tai lieu|noi|cho|dia phuong) nao (co |cung |deu |da )?({_SAYS})",
    rf"nhung dau ({_SAYS})|may (cho|noi|van ban|tai lieu) (co |cung |deu )?(cho|{_SAYS})",
)
_CITES_NUMBER = (rf"({_DOCUMENT}|nq|ct|qd|kl|nd|kh|hd) (so )?\d+",)
# Of one document alone only this makes a comparison.
_WITH_OTHERS = ("(noi|ben|xa|huyen|don vi|van ban|tai lieu|dia phuong) (khac|con lai|kia)",)
_SOURCE = (
    f"(theo|thay|dua vao|dua tren|can cu) ({_DOCUMENT}) (nao|so may)",
    f"({_DOCUMENT}|nq|ct|qd|kl|nd|kh|hd) (nao|so may|gi)",
    "can cu|dua (vao|tren) (dau|gi|cai gi)|so may|so hieu|vien dan|nhac (den|toi)|trich dan|ra doi",
    "ban hanh (ngay|nam|khi)|ngay (nao )?ban hanh|ky ngay|ra ngay|ai (ban hanh|ky)",
    "(co quan|cap|don vi) nao ban hanh|noi ve (gi|cai gi|van de)|ve (viec|van de) gi",
    "quy dinh (ve )?(gi|viec gi|chuyen gi)",
)
_DUTY = (
    "ai|(co quan|don vi|to chuc|bo phan|ban|cap|nguoi|ong|ben|phong|hoi) nao",
    "trach nhiem|nhiem vu (cua|gi)|co nhiem vu|duoc giao|giao (cho|nhiem vu|viec|gi)|phan cong|phu trach|vai tro cua",
    "chu tri|phoi hop voi|tham muu|bao cao (cho|len|ve) (ai|dau)|bao cao ai|(gui|nop|bao) (len|cho) (dau|ai)",
    "lam (gi|nhung gi|viec gi)|viec gi|phai (lam|lo)|lo (viec|gi|vu)",
)
_WHEN = (
    "khi nao|bao gio|luc nao|chung nao|nam nao|thang (nao|may)|ngay nao|quy (nao|may)|bao lau",
    "thoi han|han chot|dinh ky",
)
_TARGET = (
    "bao nhieu|bn|hen may|phan tram|chi tieu|ty le|ti le|muc tieu|muc nao|con so|dat bao",
    "may (phan tram|nguoi|lan|ngay|thang|nam|bua|mo hinh|guong|noi|dong chi|to|chi bo|co so|thanh vien|pt)",
    "toi thieu|it nhat|toi da|khong qua|dinh ky|bao lau|thoi han|han chot",
    *_WHEN,
)
_WHOLE_LIST = (
    "nhung gi|nhung (ai|viec|nhiem vu|noi dung|giai phap|chi tieu|van ban|han che|nguyen nhan|hinh thuc|bien phap)",
    "nhung (don vi|co quan|mang|quan diem|xa|noi)|liet ke|ke (het|ra|ten|day du|cac)|neu (het|cac|nhung)|danh sach",
    "gom (nhung|cac|may|ai|gi)|bao gom|tat ca|day du|toan bo|may (nhiem vu|giai phap|chi tieu|quan diem|muc tieu)",
    "cac (chi tieu|nhiem vu|giai phap|muc tieu|han che|nguyen nhan|con so|quan diem) (nao|gi|cua|ve|la|trong|o)",
)
_TALK = re.compile(
    r"^\W*(xin chao|chao( (ban|em|anh|chi|bot|ca nha|(buoi )?(sang|trua|chieu|toi)))?|hello|hi|alo|"
    r"cam on|cam on (ban|nhieu)|tam biet|test|ok|oke|"
    r"ban (la ai|ten gi|khoe khong|lam duoc gi)(, (ai|la).*)?|.*an com chua.*)\W*$"
)
_FIGURE = re.compile(
    r"\d+(?:[.,]\d+)?\s*%"
    r"|\b\d+(?:[.,]\d+)?\s*(?:phần trăm|phan tram|đồng chí|mô hình|lần|ngày|người)\b"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for: its kind, whether a whole list, when, and the figures that it takes for granted.

    `matter` is the kind of thing asked for, also where `kind` is a comparison of such things.
    """

    kind: Kind
    matter: Kind
    whole_list: bool
    when: bool
    figures: tuple[str, ...]


def asked(question: str, typed: str = "", named: int = 0) -> Asked:
    """Read a resolved question that names some number of documents.

    Small talk is read as it was typed as well, for it is put right into words of the documents.
    """
    bare = _bare(question)
    figures = tuple(_FIGURE.findall(question))
    matter = Kind.OUT_OF_SCOPE if _TALK.match(_bare(typed)) else _matter(bare)
    kind = Kind.COMPARISON if _compares(bare, named) and matter is not Kind.OUT_OF_SCOPE else matter
    return Asked(kind, matter, _has(_WHOLE_LIST, bare), _has(_WHEN, bare), figures)


def _bare(text: str) -> str:
    return folded_line(text, diacritics=False)


def _compares(bare: str, named: int) -> bool:
    """Whether several documents are asked about at once: in whatever words, where several are named."""
    if named == 1:
        return _has(_COMPARISON, bare) and _has(_WITH_OTHERS, bare)
    listed = _has(_LISTING, bare) and not _has(_CITES_NUMBER, bare)
    return named > 1 or _has(_COMPARISON, bare) or listed


def _matter(bare: str) -> Kind:
    if _TALK.match(bare):
        return Kind.OUT_OF_SCOPE
    for kind, cue in ((Kind.SOURCE, _SOURCE), (Kind.DUTY, _DUTY), (Kind.TARGET, _TARGET)):
        if _has(cue, bare):
            return kind
    return Kind.TARGET if "%" in bare else Kind.CONTENT


def _has(cues: tuple[str, ...], bare: str) -> bool:
    return any(re.search(rf"\b({cue})\b", bare) for cue in cues)
