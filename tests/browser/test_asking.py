"""What a cadre does first: asks, reads, and looks at the source."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from corpus.records import Document

pytestmark = pytest.mark.browser

RATE = "Xã Nghĩa Hưng đặt chỉ tiêu kết nạp đảng viên mới hằng năm là bao nhiêu?"


def ask(page: Page, question: str) -> None:
    """Type a question, send it, and wait for its answer."""
    turns = page.locator("#conversation .turn").count()
    page.get_by_label("Câu hỏi", exact=True).fill(question)
    page.keyboard.press("Enter")
    expect(page.locator("#conversation .turn")).to_have_count(turns + 1)


def test_the_page_is_vietnamese_and_offers_six_examples(page: Page) -> None:
    assert page.evaluate("document.documentElement.lang") == "vi"
    expect(page).to_have_title("Trợ lý Nghị quyết")
    expect(page.locator(".example")).to_have_count(6)


def test_a_pressed_citation_shows_the_highlighted_quote_in_view(page: Page, documents: dict[str, Document]) -> None:
    ask(page, RATE)
    expect(page.locator(".said")).to_contain_text("3%")
    page.locator(".said .cite").first.click()
    mark = page.locator("#source mark[data-current]").first
    expect(mark).to_be_in_viewport()
    quoted = "".join(page.locator("#source mark[data-current]").all_text_contents())
    assert "từ 3% trở lên" in quoted
    assert quoted in documents["nq-nghia-hung"].text
    expect(page.locator("#source h2").first).to_contain_text("Nghĩa Hưng")


@pytest.mark.parametrize("context", [(390, 844)], indirect=True)
def test_on_a_phone_the_source_comes_into_view_and_one_press_leads_back(page: Page) -> None:
    ask(page, RATE)
    cite = page.locator(".said .cite").first
    cite.click()
    expect(page.locator("#source mark[data-current]").first).to_be_in_viewport()
    expect(cite).not_to_be_in_viewport()
    page.get_by_role("button", name="Về câu trả lời").click()
    expect(cite).to_be_in_viewport()
    expect(cite).to_be_focused()


def test_an_example_is_asked_by_pressing_it(page: Page) -> None:
    example = page.locator(".example").first
    question = example.inner_text()
    example.click()
    expect(page.locator(".turn .asked")).to_contain_text(question)
    expect(page.locator(".said")).not_to_be_empty()


def test_the_copied_answer_carries_its_sources(page: Page) -> None:
    ask(page, RATE)
    page.get_by_role("button", name="Sao chép").click()
    expect(page.get_by_role("button", name="Đã chép")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "3%" in copied
    assert "[1] " in copied.splitlines()[-1]


def test_a_filter_keeps_the_answer_to_the_chosen_document(page: Page) -> None:
    page.get_by_role("button", name="Chọn văn bản để tìm").click()
    page.get_by_label("Chỉ trong văn bản").click()
    page.get_by_role("option", name="huyện Tuy Phước").click()
    page.keyboard.press("Escape")
    ask(page, "Chỉ tiêu kết nạp đảng viên mới là bao nhiêu?")
    expect(page.locator(".said")).to_contain_text("4%")
    expect(page.locator(".sources")).not_to_contain_text("Nghĩa Hưng")


def test_what_was_asked_is_still_there_after_a_reload(page: Page) -> None:
    ask(page, RATE)
    page.reload()
    expect(page.locator(".turn .asked")).to_contain_text(RATE)


def test_text_of_a_question_is_never_markup(page: Page) -> None:
    hostile = "<img src=x onerror=alert(1)> ${1+1} {{value}} `x`"
    ask(page, hostile)
    expect(page.locator(".turn .asked")).to_contain_text(hostile)
    expect(page.locator(".turn img")).to_have_count(0)
