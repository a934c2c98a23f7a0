"""What a user can do wrong that the answer itself cannot say.

AssistantError
├── PortInUse          the web chat's port is taken
├── AddressUnusable    the web chat cannot listen where it was told to
├── ToolsUnavailable   what language models need to call the program is not installed
├── BatchUnreadable    the file of questions cannot be read
├── OutputNotWritable  a file cannot be written
├── CorpusNotWritable  a file of the corpus folder cannot be written or moved
├── QuestionUnusable   there is nothing in the question that could be answered
└── WriterFailed       the optional language model gave nothing that can be used
"""

from __future__ import annotations

from pathlib import Path

from assistant.messages import Lang, Message


class AssistantError(Exception):
    """The root of this package's errors."""


class PortInUse(AssistantError):
    """The web chat's port is taken by another program."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"{host}:{port} is in use")
        self.host = host
        self.port = port


class AddressUnusable(AssistantError):
    """The web chat cannot listen where it was told to; `reason` is what the system said."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(f"{host}:{port}: {reason}")
        self.host = host
        self.port = port
        self.reason = reason


class ToolsUnavailable(AssistantError):
    """The tools for language models cannot be served; `reason` is what the library said."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BatchUnreadable(AssistantError):
    """The file of questions cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class OutputNotWritable(AssistantError):
    """A file cannot be written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class CorpusNotWritable(AssistantError):
    """A file of the corpus folder cannot be written or moved."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class QuestionUnusable(AssistantError):
    """There is nothing in the question that could be answered; `message` says what to type."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text(Lang.EN))
        self.message = message


class WriterFailed(AssistantError):
    """The optional language model gave nothing that can be used; the built-in answer is shown instead."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
