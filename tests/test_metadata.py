"""Number, kind, date, issuer, locality, level, period and signer, and what must not be taken for them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.metadata import iso_date, read_metadata
from corpus.records import Level, Metadata
from corpus.sections import parse
from tests.facts_gold import bundled_documents

OFFICIAL = Path(__file__).parents[2] / "shared" / "bench" / "official_docs.jsonl"


def metadata(text: str) -> Metadata:
    return read_metadata(text, parse(text))


LETTERHEAD = """ỦY BAN NHÂN DÂN
TỈNH ĐỒNG NAI
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 2816/QĐ-UBND
Đồng Nai, ngày 20 tháng 11 năm 2025
QUYẾT
ĐỊNH
VỀ VIỆC THÔNG QUA PHƯƠNG ÁN
NGÀNH Y TẾ NĂM 2025
Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ;
Điều 1. Thông qua phương án.
Nơi nhận:
- Như Điều 3;
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Trường Sơn
"""


def test_a_letterhead_gives_number_date_issuer_and_signer() -> None:
    assert metadata(LETTERHEAD) == Metadata(
        title="Quyết định về việc thông qua phương án ngành y tế năm 2025",
        kind="Quyết định",
        number="2816/QĐ-UBND",
        date="2025-11-20",
        issuer="Ủy ban nhân dân tỉnh Đồng Nai",
        locality="tỉnh Đồng Nai",
        level=Level.PROVINCE,
        period="2025",
        signer="Lê Trường Sơn",
        inferred=("level",),
    )


def test_a_letter_without_a_kind_still_has_its_number_and_date() -> None:
    found = metadata(
        "BỘ TÀI CHÍNH\nCỤC THUẾ\nSố: 5615/CT-CS\nV/v Mẫu tờ khai\nHà Nội, ngày 28 tháng 11 năm 2025\n"
        "Kính gửi: Thuế thành phố Huế\n1. Trả lời Công văn số 3374/CCT ngày 30/6/2025.\n"
    )
    assert (found.kind, found.number, found.date) == (None, "5615/CT-CS", "2025-11-28")


@pytest.mark.parametrize(
    ("doc_id", "expected"),
    [
        ("nq-khoi-quang-binh", ("Nghị quyết", "08-NQ/ĐUK", "2023-05-08", Level.BLOC, "Trần Ngọc Thăng", None)),
        ("kh-tuy-phuoc", ("Kế hoạch", None, None, Level.DISTRICT, "Nguyễn Đình Thuận", "2020-2025")),
        ("kl-tinh-uy-khoa-xi", ("Kết luận", None, None, Level.PROVINCE, "Lê Quốc Phong", None)),
        ("nq-ha-tam", ("Nghị quyết", None, None, Level.COMMUNE, None, "đến 2025")),
        ("nq-nghia-hung", ("Nghị quyết", None, None, Level.COMMUNE, "Phạm Tiến Trường", "2025-2030")),
    ],
)
def test_what_the_bundled_texts_say_of_themselves(doc_id: str, expected: tuple[object, ...]) -> None:
    """The stamp's number and date are not the document's, nor are those of the documents it cites."""
    text = next(document.text for document in bundled_documents() if document.id == doc_id)
    found = metadata(text)
    assert (found.kind, found.number, found.date, found.level, found.signer, found.period) == expected


@pytest.mark.parametrize(
    ("doc_id", "issuer", "locality"),
    [
        ("kh-tuy-phuoc", "Huyện ủy Tuy Phước", "huyện Tuy Phước"),
        ("nq-ha-tam", "Ban chấp hành Đảng bộ xã Hà Tam", "xã Hà Tam"),
        ("nq-nghia-hung", "Ban Chấp hành Đảng bộ xã", "xã Nghĩa Hưng"),
        ("kl-tinh-uy-khoa-xi", "Ban Chấp hành Đảng bộ tỉnh khoá XI", None),
    ],
)
def test_issuer_and_locality(doc_id: str, issuer: str, locality: str | None) -> None:
    text = next(document.text for document in bundled_documents() if document.id == doc_id)
    assert (metadata(text).issuer, metadata(text).locality) == (issuer, locality)


def test_a_concluded_locality_says_so() -> None:
    text = next(document.text for document in bundled_documents() if document.id == "nq-nghia-hung")
    assert metadata(text).inferred == ("locality", "level")


@pytest.mark.parametrize(
    ("day", "month", "year", "expected"),
    [("9", "1", "2015", "2015-01-09"), ("31", "02", "2020", None), ("01", "01", "1300", None)],
)
def test_only_days_of_the_calendar_are_dates(day: str, month: str, year: str, expected: str | None) -> None:
    assert iso_date(day, month, year) == expected


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_title_or_is_blank(text: str) -> None:
    assert metadata(text).title or not text.strip()


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the 458 official documents are not here")
def test_official_documents_agree_with_their_registers() -> None:
    """The register's own values are guesses by regular expression; the floor is what was judged by hand."""
    records = [json.loads(line) for line in OFFICIAL.read_text(encoding="utf-8").splitlines()]
    found = [(record, metadata(record["text"])) for record in records]
    numbers = sum(record["number"] == given.number for record, given in found)
    kinds = sum((given.kind or "(công văn/khác)").upper() == record["type"].upper() for record, given in found)
    dates = sum(record["date"] == given.date for record, given in found)
    assert numbers >= 0.97 * len(records)
    assert kinds >= 0.99 * len(records)
    assert dates >= 0.94 * len(records)
