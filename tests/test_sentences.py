"""Sentences and clauses: where they end, and that their spans are exact."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import Span
from corpus.sentences import clauses, sentences


def _read(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ở TP. Huế có 5 xã. Ở đó", ["Ở TP. Huế có 5 xã.", "Ở đó"]),
        ("1. Chỉ tiêu: đạt 3%. 2. Nhiệm vụ.", ["Chỉ tiêu: đạt 3%.", "Nhiệm vụ."]),
        ("- Kết nạp đảng viên.", ["Kết nạp đảng viên."]),
        ("Đạt 5 triệu. được giao", ["Đạt 5 triệu. được giao"]),
        ("nói “Được.” Rồi đi", ["nói “Được.”", "Rồi đi"]),
        ("Kết thúc\n\nTrang sau", ["Kết thúc", "Trang sau"]),
        ("  **đậm** ", ["đậm"]),
        (" *** ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert _read(text) == expected


def test_clauses_end_at_semicolons() -> None:
    text = "a) Một; b) hai. Ba"
    assert [span.of(text) for span in clauses(text, Span(0, len(text)))] == ["Một;", "hai.", "Ba"]


@given(st.text(alphabet="aĐế1. ;\n*-)”", max_size=80), st.data())
def test_spans_are_inside_in_order_and_hold_no_outer_blanks(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = clauses(text, Span(start, end))
    edges = [start, *(edge for span in found for edge in (span.start, span.end)), end]
    assert edges == sorted(edges)
    assert all(span.of(text) == span.of(text).strip() != "" for span in found)


@pytest.mark.parametrize("piece", ["\n \n ", "* ", "x \n", ". A", "1.1", "¹"])
def test_time_is_linear(piece: str) -> None:
    text = f"x{piece * 20_000}x"
    started = time.process_time()
    clauses(text, Span(0, len(text)))
    assert time.process_time() - started < 2  # seconds; a square takes minutes
