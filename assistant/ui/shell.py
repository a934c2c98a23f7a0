"""The HTML that Gradio's page starts from, put in Vietnamese, with a first view to look at while it loads."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.messages import Lang
from assistant.messages import page as say
from assistant.ui.markup import escape

_CURTAIN = """
<style>
#curtain {{ position: fixed; inset: 0; z-index: 99; display: flex; flex-direction: column; align-items: center;
  justify-content: center; gap: .5rem; background: #f6f4ef; color: #1f2a33; font-family: "Segoe UI", Roboto,
  "Noto Sans", Arial, "Liberation Sans", sans-serif; }}
#curtain strong {{ font-size: 1.5rem; }}
@media (prefers-color-scheme: dark) {{ #curtain {{ background: #14181c; color: #e6e3dc; }} }}
</style>
<div id="curtain" role="status"><strong>{title}</strong><span>{loading}</span></div>
<script>
new MutationObserver((_, observer) => {{
  if (!document.getElementById("tabs")) return;
  document.getElementById("curtain").remove();
  observer.disconnect();
}}).observe(document.documentElement, {{ childList: true, subtree: true }});
// Gradio sets the language of the visitor's browser, whose the page's words are not.
new MutationObserver(() => {{
  if (document.documentElement.lang !== "{lang}") document.documentElement.lang = "{lang}";
}}).observe(document.documentElement, {{ attributeFilter: ["lang"] }});
</script>
"""


class VietnameseShell:
    """ASGI middleware that changes the front page alone: its language, and a curtain until it is drawn."""

    def __init__(self, app: ASGIApp, lang: Lang) -> None:
        self._app = app
        self._lang = lang

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything through but the body of the front page."""
        if scope["type"] != "http" or scope["path"] != "/":
            await self._app(scope, receive, send)
            return
        held: list[Message] = []

        async def collect(message: Message) -> None:
            held.append(message)
            if message["type"] == "http.response.body" and not message.get("more_body"):
                await _send_changed(held, self._changed, send)

        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self._app({**scope, "headers": plain}, receive, collect)

    def _changed(self, body: bytes) -> bytes:
        curtain = _CURTAIN.format(
            title=escape(say.TITLE.text(self._lang)),
            loading=escape(say.LOADING.text(self._lang)),
            lang=self._lang.value,
        )
        page = body.decode("utf-8")
        page = page.replace('lang="en"', f'lang="{self._lang.value}"', 1)
        page = page.replace("<gradio-app", curtain + "<gradio-app", 1)
        return page.encode("utf-8")


async def _send_changed(held: list[Message], changed: Callable[[bytes], bytes], send: Send) -> None:
    start, *bodies = held
    body = b"".join(message.get("body", b"") for message in bodies)
    headers = MutableHeaders(scope=start)
    if headers.get("content-type", "").startswith("text/html"):
        body = changed(body)
        headers["content-length"] = str(len(body))
    await send(start)
    await send({"type": "http.response.body", "body": body})
