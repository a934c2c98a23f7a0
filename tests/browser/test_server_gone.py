"""What a visitor sees when the server stops under them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.serving import serving

pytestmark = pytest.mark.browser


def test_the_visitor_is_told_in_vietnamese_and_keeps_the_question(context: BrowserContext, built_home: Path) -> None:
    page = context.new_page()
    with serving(built_home) as address:
        page.goto(address)
        page.wait_for_selector(".greeting")
    box = page.get_by_label("Câu hỏi", exact=True)
    box.fill("Chỉ tiêu gì?")
    page.keyboard.press("Enter")
    expect(page.locator(".toast-wrap")).to_contain_text("Mất kết nối với máy chủ")
    expect(page.locator(".toast-wrap")).not_to_contain_text("Connection")
    expect(box).to_have_value("Chỉ tiêu gì?")
    expect(page.locator("#status .busy")).to_be_hidden()
