"""Numbers of official documents in one normal form, whatever the spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.structure.lines import UPPER

# The signs of kinds (Decree 30/2020/NĐ-CP, Annex III; Guideline 36-HD/VPTW for the Party) and the kind's name.
KIND_OF_SIGN = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "QĐI": "Quy định", "QYĐ": "Quy định", "CT": "Chỉ thị", "KL": "Kết luận",
    "KH": "Kế hoạch", "HD": "Hướng dẫn", "CTR": "Chương trình", "CTHĐ": "Chương trình hành động",
    "CTHD": "Chương trình hành động", "QC": "Quy chế", "TB": "Thông báo", "BC": "Báo cáo", "TTR": "Tờ trình",
    "ĐA": "Đề án", "PA": "Phương án", "CV": "Công văn", "TT": "Thông tư", "TTLT": "Thông tư liên tịch",
    "NĐ": "Nghị định", "CĐ": "Công điện", "QH": "Luật", "L": "Lệnh", "PL": "Pháp lệnh", "NQLT": "Nghị quyết liên tịch",
    "VBHN": "Văn bản hợp nhất", "QT": "Quy trình", "TBKL": "Thông báo kết luận", "CTRHĐ": "Chương trình hành động",
}  # fmt: skip
_PARTY_ISSUER = re.compile(r".*(?:TW|TU|HU|ThU|QU|ĐU|ĐUK|ĐUX)$")
_SIGN = rf"[{UPPER}][\wĐđ]{{0,8}}"
NUMBER = re.compile(
    rf"(?<![\w/.-])(?P<n>\d{{1,5}}(?:\.\d{{1,2}})?)\s?(?P<s1>[-–/])\s?"
    rf"(?:(?P<year>(?:19|20)\d\d)\s?[-–/]\s?)?"
    rf"(?P<sign>{_SIGN})(?P<s2>\s?[-–/]\s?|\s(?=(?:TW|TU|HU|ĐUK|ĐU|"
    rf"CP)\b))(?P<issuer>{_SIGN}(?:[-–.]{_SIGN})*)(?![\w])"
)
"""A number with the signs of kind and issuer; "28-CT TW" for a stroke that the scan lost."""
LAW_NUMBER = re.compile(
    r"(?<![\w/.-])(?P<n>\d{1,4})\s?/\s?(?P<year>(?:19|20)\d\d)\s?/\s?(?P<sign>QH)\s?(?P<term>\d{1,2})\b"
)
"""A law's or a National Assembly resolution's number: 72/2025/QH15."""


@dataclass(frozen=True, slots=True)
class Number:
    """A document's number: normal form, the sign of its kind in capitals, the sign of its issuer."""

    normal: str
    sign: str
    issuer: str


def read_number(found: re.Match[str]) -> Number:
    """The number that a match of NUMBER or LAW_NUMBER stands for.

    With a year it has the State's form "04/2015/NĐ-CP"; else the Party's "217-QĐ/TW" when the issuer is a Party
    body or the first stroke is a hyphen, else "157/KH-UBND".
    """
    fields = found.groupdict()
    digits = fields["n"].zfill(2)
    if fields.get("term"):
        return Number(f"{digits}/{fields['year']}/QH{fields['term']}", "QH", "QH")
    sign, issuer = fields["sign"], fields["issuer"].replace("–", "-")
    if fields["year"]:
        normal = f"{digits}/{fields['year']}/{sign}-{issuer}"
    elif fields["s1"] != "/" or _PARTY_ISSUER.match(issuer):
        normal = f"{digits}-{sign}/{issuer}"
    else:
        normal = f"{digits}/{sign}-{issuer}"
    return Number(normal, sign.upper(), issuer)
