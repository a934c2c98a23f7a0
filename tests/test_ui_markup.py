"""Answers as HTML."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.prose import cells
from assistant.ui.markup import escape, rich_text


def numbered(n: int) -> str:
    """A citation drawn so that a reader sees it."""
    return f"({n})"


def test_a_statement_is_a_paragraph_with_its_citation() -> None:
    assert rich_text("Đạt từ 3% trở lên [1].", numbered) == "<p>Đạt từ 3% trở lên (1).</p>"


def test_lines_with_dashes_are_one_list() -> None:
    assert rich_text("Gồm:\n- một [1]\n- hai [2]", numbered) == "<p>Gồm:</p><ul><li>một (1)</li><li>hai (2)</li></ul>"


def test_a_pipe_table_is_a_table_with_heads() -> None:
    html = rich_text("| Văn bản | Mức |\n| --- | --- |\n| Nghĩa Hưng | 3% [1] |", numbered)
    assert '<thead><tr><th scope="col">Văn bản</th><th scope="col">Mức</th></tr></thead>' in html
    assert '<tbody><tr><th scope="row">Nghĩa Hưng</th><td>3% (1)</td></tr></tbody>' in html


def test_a_quotation_is_set_off() -> None:
    assert rich_text("Theo: “A & B” [1]", numbered) == '<p>Theo: <span class="quoted">“A &amp; B”</span> (1)</p>'


def test_a_bar_inside_a_cell_is_kept() -> None:
    assert cells(r"| a \| b | c |") == ("a | b", "c")


@given(st.text())
def test_no_text_opens_an_element(text: str) -> None:
    assert "<" not in escape(text)
    assert '"' not in escape(text)
