"""No connection to any address but this machine's own, whatever is asked of the program."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

# Python runs a module of this name at the start of every process. An audit hook sees what is asked of the operating
# system however a library asks for it in Python; a name looked up elsewhere is a connection to its server.
GUARD = """
import ipaddress, os, sys

def stay_here(event, args):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        address = args[1] if event in ("socket.connect", "socket.sendto") else args
        host = address[0] if isinstance(address, tuple) else address
        if isinstance(address, (str, bytes)) or host in (None, "", "localhost"):
            return  # a socket in the file system, or this machine
        try:
            here = ipaddress.ip_address(host).is_loopback or ipaddress.ip_address(host).is_unspecified
        except ValueError:
            here = False
        if not here:
            with open(os.environ["CALLS_OUT"], "a") as calls:
                calls.write(f"{event} {host}\\n")
            raise OSError(f"{event}: {host} is not this machine")

sys.addaudithook(stay_here)
"""


class Guarded:
    """Runs Python where every call to another machine fails and is written down in `calls`."""

    def __init__(self, folder: Path) -> None:
        (folder / "sitecustomize.py").write_text(GUARD)
        self.calls = folder / "calls"
        path = os.pathsep.join([str(folder), str(ROOT)])
        # Nothing that keeps libraries off the net is set here: the program has to see to that itself.
        kept_off = {"HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "GRADIO_ANALYTICS_ENABLED"}
        own = {name: value for name, value in os.environ.items() if name not in kept_off}
        self.environment = {**own, "PYTHONPATH": path, "CALLS_OUT": str(self.calls)}

    def run(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *map(str, words)]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False, timeout=300
        )


@pytest.fixture
def guarded(tmp_path: Path) -> Guarded:
    (tmp_path / "guard").mkdir()
    return Guarded(tmp_path / "guard")


def test_the_guard_sees_a_call_to_another_machine(guarded: Guarded) -> None:
    code = "import socket; socket.create_connection(('192.0.2.1', 80), 1)"
    assert guarded.run("-c", code).returncode != 0
    assert "192.0.2.1" in guarded.calls.read_text()


def test_building_an_index_and_asking_call_nobody(
    guarded: Guarded, folder_of: Callable[..., Path], tmp_path: Path
) -> None:
    corpus = folder_of({"a.txt": "BÁO CÁO\nvề trồng cây\n\nI. KẾT QUẢ\nMỗi năm toàn xã trồng 500 cây xanh.\n"})
    where = ("--corpus", corpus, "--index", tmp_path / "index")
    built = guarded.run("-m", "assistant", "index", "build", *where)
    assert (built.returncode, guarded.calls.exists()) == (0, False), built.stderr
    asked = guarded.run("-m", "assistant", "ask", "Mỗi năm trồng bao nhiêu cây xanh?", *where)
    assert (asked.returncode, guarded.calls.exists()) == (0, False), asked.stderr


@pytest.mark.usefixtures("home")
def test_asking_the_bundled_documents_calls_nobody(guarded: Guarded) -> None:
    asked = guarded.run("-m", "assistant", "ask", "Chi tieu ket nap dang vien moi cua Tuy Phuoc?")
    assert (asked.returncode, guarded.calls.exists()) == (0, False), asked.stderr


def test_a_model_that_is_not_on_this_machine_is_not_fetched(
    guarded: Guarded, folder_of: Callable[..., Path], tmp_path: Path
) -> None:
    guarded.environment["NGHIQUYET_MODEL"] = "nobody/no-such-model"
    where = ("--corpus", folder_of({"a.txt": "văn bản"}), "--index", tmp_path / "index")
    built = guarded.run("-m", "assistant", "index", "build", *where)
    assert (built.returncode, guarded.calls.exists()) == (1, False), built.stderr
    assert "nobody/no-such-model" in built.stderr
