"""The program itself, serving its page: `nghiquyet chat` as a process of its own on a free port."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
_WAIT_S = 60


@contextmanager
def serving(home: Path, *options: str) -> Iterator[str]:
    """Start the web chat over the index in `home`; gives its address, and ends it afterwards."""
    command = [sys.executable, "-m", "assistant", "chat", "--host", "127.0.0.1", "--port", "0", *options]
    environment = {**os.environ, "NGHIQUYET_HOME": str(home)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield _address(process)
        finally:
            process.terminate()
            process.communicate(timeout=_WAIT_S)


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        said.append(line)
        if found := _ADDRESS.search(line):
            return found.group()
    raise AssertionError("the web chat did not start: " + "".join(said))
