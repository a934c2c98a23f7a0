"""An optional language model that may only put into other words what was found and proven.

Any server that speaks the OpenAI chat completions protocol will do; Ollama, vLLM and llama.cpp serve it on the same
machine. It is off unless NGHIQUYET_WRITER_URL and NGHIQUYET_WRITER_MODEL are set.
"""

from __future__ import annotations

import json
import math
import os
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Protocol

from assistant.errors import WriterFailed
from assistant.messages import Lang, Message
from assistant.messages import prompts as say
from assistant.records import Citation

URL_VARIABLE = "NGHIQUYET_WRITER_URL"
MODEL_VARIABLE = "NGHIQUYET_WRITER_MODEL"
KEY_VARIABLE = "NGHIQUYET_WRITER_KEY"
SECONDS_VARIABLE = "NGHIQUYET_WRITER_SECONDS"
# Seconds a cadre waits at most before the built-in answer is shown instead.
DEFAULT_SECONDS = 20.0
_MOST_SECONDS = 600.0
# Characters; an answer in other words is no longer than this, whatever a server sends.
_LONGEST_REPLY = 20_000
_LONGEST_BODY = 1_000_000


class Writer(Protocol):
    """Puts an answer into other words."""

    def rewrite(self, question: str, answer: str, citations: Sequence[Citation]) -> str:
        """The answer in other words, each statement with its [n]. Raises WriterFailed."""


@dataclass(frozen=True, slots=True)
class ChatCompletions:
    """A writer behind an OpenAI-compatible endpoint; `seconds` bounds the whole call.

    Its errors never hold what a server or library said, so that neither the key nor a document gets into them.
    """

    url: str
    model: str
    key: str = field(repr=False)
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
        conversation = messages(question, answer, citations)
        outcomes: SimpleQueue[bytes | WriterFailed] = SimpleQueue()
        # A library's time limits count from byte to byte; only a thread that is not waited for bounds the whole.
        Thread(target=lambda: outcomes.put(self._outcome(conversation)), daemon=True).start()
        try:
            outcome = outcomes.get(timeout=self.seconds)
        except Empty:
            outcome = _failed(say.WRITER_SLOW, seconds=f"{self.seconds:g}")
        if isinstance(outcome, WriterFailed):
            raise outcome
        return _text_of(outcome)

    def _outcome(self, conversation: list[dict[str, str]]) -> bytes | WriterFailed:
        import httpx  # .2 s, and most installations have no writer

        try:
            return self._post(conversation)
        except WriterFailed as failure:
            return failure
        except httpx.TimeoutException:
            return _failed(say.WRITER_SLOW, seconds=f"{self.seconds:g}")
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError):
            return _failed(say.WRITER_UNREACHABLE)

    def _post(self, conversation: list[dict[str, str]]) -> bytes:
        import httpx

        # temperature 0 and a fixed seed: as near to "the same question, the same answer" as a model comes.
        body = {"model": self.model, "messages": conversation, "temperature": 0, "seed": 0, "stream": False}
        headers = {"Accept-Encoding": "identity"}  # what is read is what was sent: nothing unpacks to gigabytes
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        with (
            httpx.Client(timeout=self.seconds, trust_env=False, follow_redirects=False) as client,
            client.stream("POST", f"{self.url}/chat/completions", json=body, headers=headers) as reply,
        ):
            if reply.status_code != httpx.codes.OK:
                raise _failed(say.WRITER_STATUS, status=reply.status_code)
            return _bounded(reply.iter_raw(), monotonic() + self.seconds)


def _failed(reason: Message, **values: object) -> WriterFailed:
    return WriterFailed(reason.text(Lang.VI, **values))


def _bounded(pieces: Iterable[bytes], deadline: float) -> bytes:
    """The whole body; a server that sends without end, or drop by drop, is given up."""
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > _LONGEST_BODY or monotonic() > deadline:
            raise _failed(say.WRITER_LONG)
    return bytes(body)


def _seconds(environment: Mapping[str, str]) -> float:
    try:
        seconds = float(environment.get(SECONDS_VARIABLE, DEFAULT_SECONDS))
    except ValueError:
        return DEFAULT_SECONDS
    return min(seconds, _MOST_SECONDS) if math.isfinite(seconds) and seconds > 0 else DEFAULT_SECONDS


def _text_of(body: bytes) -> str:
    try:
        text = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise _failed(say.WRITER_BROKEN) from None
    if not isinstance(text, str) or any(_is_unseen(letter) for letter in text):
        raise _failed(say.WRITER_BROKEN)
    if not text.strip():
        raise _failed(say.WRITER_EMPTY)
    if len(text) > _LONGEST_REPLY:
        raise _failed(say.WRITER_LONG)
    return text.strip()


def _is_unseen(letter: str) -> bool:
    """Controls, direction marks, lone surrogates: what a reader would not see, or see in another order."""
    return letter not in "\n\t" and unicodedata.category(letter)[0] == "C"


def messages(question: str, answer: str, citations: Sequence[Citation]) -> list[dict[str, str]]:
    """The conversation sent: instructions, then question, answer and quotes, marked off as data."""
    quotes = "\n".join(f'<quote n="{cited.n}">{_as_data(cited.quote)}</quote>' for cited in citations)
    request = say.WRITER_REQUEST.format(question=_as_data(question), answer=_as_data(answer), quotes=quotes)
    return [{"role": "system", "content": say.WRITER_INSTRUCTIONS}, {"role": "user", "content": request}]


def _as_data(text: str) -> str:
    """Text that cannot close the tags it stands in."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
