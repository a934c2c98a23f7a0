"""Remakes docs/images/ from the running program: `python -m tests.browser.screenshots [--all FOLDER]`.

Without --all the pictures of the READMEs are remade; with it every main state at three widths, light and dark, goes to
FOLDER to be looked at.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium
from tests.browser.serving import serving
from tests.browser.test_asking import RATE, ask
from tests.browser.test_page import COMPARISON, open_tab

IMAGES = Path(__file__).parents[2] / "docs" / "images"
SIZES = ((390, 844), (1280, 800), (1920, 1080))
SETTLED_MS = 400  # fonts and scrolling


def greeting(page: Page) -> None:
    """The page as it opens."""
    page.wait_for_selector(".greeting")


def answer(page: Page) -> None:
    """A target and its source."""
    ask(page, RATE)
    page.wait_for_selector("#offered li")


def comparison(page: Page) -> None:
    """Two documents side by side."""
    ask(page, COMPARISON)
    page.wait_for_selector("#offered li")


def missing(page: Page) -> None:
    """A question that the documents do not answer."""
    ask(page, "giá vàng hôm nay bao nhiêu một lượng?")


def source(page: Page) -> None:
    """A citation that was pressed."""
    answer(page)
    page.locator(".said .cite").first.click()


def document(page: Page) -> None:
    """A document with search results."""
    open_tab(page, "Văn bản")
    page.get_by_role("button", name="Nghị quyết – xã Nghĩa Hưng").click()
    page.wait_for_selector("#reading [data-doc=nq-nghia-hung]")
    page.get_by_label("Tìm trong văn bản này").fill("dang vien moi")
    page.keyboard.press("Enter")
    page.wait_for_selector("#reading mark[data-current]")


def facts(page: Page, name: str = "Chỉ tiêu") -> None:
    """One of the tables."""
    open_tab(page, "Chỉ tiêu · Nhiệm vụ · Nguồn")
    page.locator("#facts .choice", has_text=name).first.click()


STATES: dict[str, Callable[[Page], None]] = {
    "greeting": greeting,
    "answer": answer,
    "source": source,
    "comparison": comparison,
    "missing": missing,
    "document": document,
    "targets": facts,
    "compared": lambda page: facts(page, "So sánh chỉ tiêu"),
    "duties": lambda page: facts(page, "Nhiệm vụ"),
    "sources": lambda page: facts(page, "Nguồn viện dẫn"),
    "citations": lambda page: facts(page, "Ai viện dẫn gì"),
    "evaluation": lambda page: open_tab(page, "Đánh giá"),
}
PICTURES = (
    ("answer.png", "answer", (1280, 800), "light"),
    ("phone.png", "answer", (390, 844), "light"),
    ("dark.png", "comparison", (1280, 800), "dark"),
    ("documents.png", "document", (1280, 800), "light"),
    ("facts.png", "compared", (1280, 800), "light"),
    ("citations.png", "citations", (1280, 800), "light"),
)


def shoot(browser: Browser, address: str, state: str, size: tuple[int, int], scheme: str, path: Path) -> None:
    """One state in one size and colour scheme as a PNG file."""
    visitor = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="vi-VN")
    page = visitor.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address)
    page.wait_for_selector(".greeting")
    STATES[state](page)
    page.wait_for_timeout(SETTLED_MS)
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path)
    visitor.close()


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="FOLDER")
    folder: Path | None = parser.parse_args().all
    path = chromium.find()
    if path is None:
        print("no Chromium or Chrome on this machine", file=sys.stderr)
        return 1
    wanted = [(IMAGES / name, state, size, scheme) for name, state, size, scheme in PICTURES]
    if folder is not None:
        wanted = [
            (folder / f"{state}-{size[0]}-{scheme}.png", state, size, scheme)
            for state in STATES
            for size in SIZES
            for scheme in ("light", "dark")
        ]
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        address = stack.enter_context(serving(home))
        browser = chromium.start(stack.enter_context(sync_playwright()), path)
        for file, state, size, scheme in wanted:
            shoot(browser, address, state, size, scheme, file)
            print(file)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
