"""What a question asks for, read from its own words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.records import Kind
from corpus.folding import folded

# Cues are compared with the folded bare question, so that they hold however it is typed. Each stands for a way of
# asking, not for a subject: a subject is what the documents are searched for.
_COMPARISON = re.compile(
    r"\b(so sanh|so voi|khac nhau|giong nhau|khac gi|giong gi|khac biet|diem khac|diem giong|doi chieu|cao hon|thap hon"
    r"|nhieu hon|it hon|ben nao|noi nao (cao|thap|nhieu|it)|tung (xa|noi|don vi|dia phuong|van ban|tai lieu)"
    r"|cac van ban (nao )?(khac|con lai)|cung (dat|neu|quy dinh|giao)|giua .+ va .+)\b"
)
_SOURCE = re.compile(
    r"\b(van ban nao|can cu|dua (vao|tren)|"
    r"(theo|thay) (van ban|nghi quyet|chi thi|quyet dinh|quy dinh|ket luan|nghi dinh|ke hoach|huong dan|luat) (nao|so may)|(nghi quyet|chi thi|quyet dinh|quy dinh|ket luan|nghi dinh|ke hoach|"
    r"huong dan|chuong trinh|quy che|luat|nq|ct|qd|kl|nd|kh|hd) (nao|so may|gi)|so may|so hieu|ban hanh (ngay|nam|khi)|"
    r"ngay (nao )?ban hanh|ky ngay|ai (ban hanh|ky)|(do )?(co quan|cap|ai|don vi) nao ban hanh|vien dan|nhac (den|toi)|"
    r"trich dan|ra doi|noi ve (gi|van de)|quy dinh ve (gi|viec gi)|ve (viec|van de) gi)\b"
)
_DUTY = re.compile(
    r"\b(ai|co quan nao|don vi nao|to chuc nao|bo phan nao|ban nao|cap nao|nguoi nao|ong nao|ben nao|phong nao|hoi nao|"
    r"trach nhiem|nhiem vu cua|duoc giao|giao (cho|nhiem vu|viec)|phan cong|chu tri|"
    r"phoi hop voi|bao cao (cho|len|ve) (ai|dau|co quan nao|cap nao)|bao cao ai|lam (gi|nhung gi|viec gi)|phai (lam|lo)|lo (viec|gi|vu)|phu trach|tham muu|co nhiem vu|nhiem vu gi|viec gi|"
    r"vai tro cua)\b"
)
_TARGET = re.compile(
    r"(%|\b(bao nhieu|bn|may (phan tram|nguoi|lan|ngay|bua|mo hinh|guong|noi|dong chi|to|chi bo|co so|thanh vien|pt)|"
    r"hen may|phan tram|chi tieu|ty le|ti le|muc tieu|toi thieu|it nhat|toi da|khong qua|dat bao|con so|"
    r"khi nao|bao gio|luc nao|chung nao|thoi han|han chot|nam nao|thang may|ngay nao|quy may|dinh ky|bao lau|may lan|"
    r"may ngay|muc nao)\b)"
)
_WHOLE_LIST = re.compile(
    r"\b(nhung gi|nhung (ai|viec|nhiem vu|noi dung|giai phap|chi tieu|van ban|han che|nguyen nhan|hinh thuc|bien phap|"
    r"don vi|co quan|mang|quan diem)|liet ke|ke (het|ra|ten|day du|cac)|neu (het|cac|nhung)|gom (nhung|cac|may|ai|gi)|"
    r"tat ca|day du|toan bo|cac (chi tieu|nhiem vu|giai phap|muc tieu|han che|nguyen nhan|con so|quan diem) "
    r"(nao|gi|cua|ve|la|trong|o)|may (nhiem vu|giai phap|chi tieu|quan diem|muc tieu)|bao gom|danh sach)\b"
)
_TALK = re.compile(
    r"^\W*(xin chao|chao (ban|em|anh|chi|bot)?|hello|hi|alo|cam on|cam on (ban|nhieu)|tam biet|"
    r"ban (la ai|ten gi|khoe khong|lam duoc gi)|test|ok|oke)\W*$"
)
_FIGURE = re.compile(
    r"\d+(?:[.,]\d+)?\s*%"
    r"|\b\d+(?:[.,]\d+)?\s*(?:phần trăm|phan tram|đồng chí|mô hình|lần|ngày|người)\b"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for: its kind, whether a whole list, and the figures that it takes for granted."""

    kind: Kind
    whole_list: bool
    figures: tuple[str, ...]


def asked(question: str) -> Asked:
    """Read a resolved question."""
    bare = " ".join(folded(question, diacritics=False).split())
    return Asked(_kind(bare), bool(_WHOLE_LIST.search(bare)), tuple(_FIGURE.findall(question)))


def _kind(bare: str) -> Kind:
    if _TALK.match(bare):
        return Kind.OUT_OF_SCOPE
    for kind, cue in (
        (Kind.COMPARISON, _COMPARISON),
        (Kind.SOURCE, _SOURCE),
        (Kind.DUTY, _DUTY),
        (Kind.TARGET, _TARGET),
    ):
        if cue.search(bare):
            return kind
    return Kind.CONTENT
