"""A running web chat and a browser before it; every test fails on an error in the console or a request elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import chromium
from tests.browser.serving import serving


@pytest.fixture(scope="session")
def address(built_home: Path) -> Iterator[str]:
    """The web chat over the five documents."""
    with serving(built_home) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; tests that need it are skipped where there is none."""
    path = chromium.find()
    if path is None:
        pytest.skip("no Chromium or Chrome on this machine: install one (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        started = chromium.start(playwright, path)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A visitor of their own: nothing stored, 1280 by 800 pixels unless the test asks for another size."""
    width, height = getattr(request, "param", (1280, 800))
    visitor = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
    visitor.grant_permissions(["clipboard-read", "clipboard-write"])
    yield visitor
    visitor.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """The page, drawn; afterwards: no error in the console, no request to anything but the server."""
    opened = context.new_page()
    errors: list[str] = []
    requests: list[str] = []
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("request", lambda asked: requests.append(asked.url))
    opened.goto(address)
    opened.wait_for_selector("#conversation .greeting")
    yield opened
    assert errors == []
    assert {urlsplit(url).netloc for url in requests if url.startswith("http")} == {urlsplit(address).netloc}


@pytest.fixture
def browser_of_another(browser: Browser, address: str) -> Iterator[Page]:
    """Another visitor's page."""
    visitor = browser.new_context(viewport={"width": 1280, "height": 800}, locale="vi-VN")
    opened = visitor.new_page()
    opened.goto(address)
    opened.wait_for_selector("#conversation .greeting")
    yield opened
    visitor.close()
