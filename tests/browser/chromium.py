"""Finding and starting the system's own Chromium or Chrome."""

from __future__ import annotations

import shutil

from playwright.sync_api import Browser, Playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge")
# In a container there is no sandbox and no GPU; the rest keeps the browser itself from calling home.
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> str | None:
    """The path of the browser, None where there is none."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


def start(playwright: Playwright, path: str) -> Browser:
    """A headless browser."""
    return playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
