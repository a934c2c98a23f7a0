"""Serving the page: on this machine only, unless told otherwise, and with no request to anywhere else."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import gradio as gr
import uvicorn
from fastapi import FastAPI

from assistant.errors import ToolsUnavailable
from assistant.messages import Lang
from assistant.messages import page as say
from assistant.ui.shell import VietnameseShell

_STATIC = Path(__file__).parent / "static"
# Seconds from Ctrl+C to the end: every open page holds a connection that would never close by itself.
_GRACE_S = 1


def page_app(page: gr.Blocks, lang: Lang = Lang.VI, *, mcp: bool = False) -> FastAPI:
    """The page as an ASGI application; `mcp` also serves the endpoints as tools for language models.

    Raises ToolsUnavailable.
    """
    app: FastAPI = gr.mount_gradio_app(
        # No generated documentation: FastAPI's own loads its scripts from the net.
        FastAPI(docs_url=None, redoc_url=None),
        page,
        path="/",
        footer_links=["api"],
        i18n=_words(lang),
        run_history=False,
        show_error=False,
        ssr_mode=False,
        pwa=False,
        enable_monitoring=False,
        mcp_server=mcp,
        theme=theme(),
        css_paths=_STATIC / "style.css",
        favicon_path=str(_STATIC / "favicon.svg"),
    )
    if mcp and page.mcp_error:
        # Gradio only notes it and serves the page without the tools.
        raise ToolsUnavailable(page.mcp_error)
    app.add_middleware(VietnameseShell, lang=lang)
    return app


def _words(lang: Lang) -> gr.I18n | None:
    """Gradio's own words on this page, in the page's language whatever the browser's is."""
    if lang is Lang.EN:
        return None
    own = {key: message.text(lang) for key, message in say.GRADIO_WORDS.items()}
    return gr.I18n(vi=own, en=own)


def theme() -> gr.themes.Base:
    """Gradio's plain theme with the machine's own fonts; the colours are in style.css."""
    fonts = ("Segoe UI", "Roboto", "Noto Sans", "Helvetica Neue", "Arial", "Liberation Sans", "sans-serif")
    return gr.themes.Base(font=fonts, font_mono=("ui-monospace", "Consolas", "monospace"))


def launch(
    page: gr.Blocks,
    listening: socket.socket,
    lang: Lang = Lang.VI,
    *,
    mcp: bool = False,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Serve on a socket that listens, until interrupted; `ready` is called once the page answers.

    Raises ToolsUnavailable.
    """
    config = uvicorn.Config(page_app(page, lang, mcp=mcp), log_level="warning", timeout_graceful_shutdown=_GRACE_S)
    _Server(config, ready).run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()
