"""An optional language model that may only put into other words what was found and proven.

Any server that speaks the OpenAI chat completions protocol will do; Ollama, vLLM and llama.cpp serve it on the same
machine. It is off unless NGHIQUYET_WRITER_URL and NGHIQUYET_WRITER_MODEL are set.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any, Protocol

from assistant.errors import WriterFailed
from assistant.messages.prompts import WRITER_INSTRUCTIONS, WRITER_REQUEST
from assistant.records import Citation

URL_VARIABLE = "NGHIQUYET_WRITER_URL"
MODEL_VARIABLE = "NGHIQUYET_WRITER_MODEL"
KEY_VARIABLE = "NGHIQUYET_WRITER_KEY"
SECONDS_VARIABLE = "NGHIQUYET_WRITER_SECONDS"
# Seconds a cadre waits at most before the built-in answer is shown instead.
DEFAULT_SECONDS = 20.0
# Characters; an answer in other words is no longer than this, whatever a server sends.
_LONGEST_REPLY = 20_000
_LONGEST_BODY = 1_000_000


class Writer(Protocol):
    """Puts an answer into other words."""

    def rewrite(self, question: str, answer: str, citations: Sequence[Citation]) -> str:
        """The answer in other words, each statement with its [n]. Raises WriterFailed."""


@dataclass(frozen=True, slots=True)
class ChatCompletions:
    """A writer behind an OpenAI-compatible endpoint; `seconds` bounds the whole call."""

    url: str
    model: str
    key: str
    seconds: float

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> ChatCompletions | None:
        """The writer that the environment names, None when it names none."""
        url, model = environment.get(URL_VARIABLE), environment.get(MODEL_VARIABLE)
        if not url or not model:
            return None
        return cls(url.rstrip("/"), model, environment.get(KEY_VARIABLE, ""), _seconds(environment))

    def rewrite(self, question: str, answer: str, citations: Sequence[Citation]) -> str:
        """See `Writer.rewrite`."""
        text = _text_of(self._post(messages(question, answer, citations)))
        if not text.strip() or len(text) > _LONGEST_REPLY:
            raise WriterFailed("the reply is empty or too long")
        return text.strip()

    def _post(self, conversation: list[dict[str, str]]) -> Any:
        import httpx  # .2 s, and most installations have no writer

        # temperature 0 and a fixed seed: as near to "the same question, the same answer" as a model comes.
        body = {"model": self.model, "messages": conversation, "temperature": 0, "seed": 0, "stream": False}
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        try:
            with (
                httpx.Client(timeout=self.seconds, trust_env=False) as client,
                client.stream("POST", f"{self.url}/chat/completions", json=body, headers=headers) as reply,
            ):
                reply.raise_for_status()
                return json.loads(_bounded(reply.iter_bytes(), monotonic() + self.seconds))
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise WriterFailed(str(error) or type(error).__name__) from error


def _bounded(pieces: Iterable[bytes], deadline: float) -> bytes:
    """The whole body; a server that sends without end, or drop by drop, is given up."""
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > _LONGEST_BODY or monotonic() > deadline:
            raise WriterFailed("the reply is too long or too slow")
    return bytes(body)


def _seconds(environment: Mapping[str, str]) -> float:
    try:
        return float(environment.get(SECONDS_VARIABLE, DEFAULT_SECONDS))
    except ValueError:
        return DEFAULT_SECONDS


def _text_of(reply: Any) -> str:
    try:
        text = reply["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError) as error:
        raise WriterFailed("the reply is not a chat completion") from error
    if not isinstance(text, str):
        raise WriterFailed("the reply holds no text")
    return text


def messages(question: str, answer: str, citations: Sequence[Citation]) -> list[dict[str, str]]:
    """The conversation sent: instructions, then question, answer and quotes, marked off as data."""
    quotes = "\n".join(f'<quote n="{cited.n}">{_as_data(cited.quote)}</quote>' for cited in citations)
    request = WRITER_REQUEST.format(question=_as_data(question), answer=_as_data(answer), quotes=quotes)
    return [{"role": "system", "content": WRITER_INSTRUCTIONS}, {"role": "user", "content": request}]


def _as_data(text: str) -> str:
    """Text that cannot close the tags it stands in."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
