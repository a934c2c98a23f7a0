"""The wheel carries all that the program needs where there is no repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGES = ("corpus", "index", "assistant", "eval")
NOT_SHIPPED = frozenset({"__pycache__", ".DS_Store"})


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built from a copy so that the working tree stays as it is."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for package in PACKAGES:
        shutil.copytree(ROOT / package, source / package, ignore=shutil.ignore_patterns(*NOT_SHIPPED))
    for file in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / file, source)
    # Built with the setuptools at hand: a test asks nothing of the network.
    code = f"import setuptools.build_meta as backend; print(backend.build_wheel({str(folder)!r}))"
    run = subprocess.run([sys.executable, "-c", code], cwd=source, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return zipfile.ZipFile(folder / run.stdout.strip().splitlines()[-1])


def tracked() -> list[str]:
    """The files of the four packages that belong to the repository."""
    command = ["git", "ls-files", "-z", "--", *PACKAGES]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).exists()]


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs the repository's list of files")
def test_every_file_of_the_packages_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    carried = set(wheel.namelist())
    assert [name for name in tracked() if name not in carried and not Path(name).name.startswith(".")] == []


def test_documents_and_model_are_carried_unchanged(wheel: zipfile.ZipFile) -> None:
    for folder in ("corpus/documents", "index/model", "index/language"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and not NOT_SHIPPED & set(path.parts) and not path.name.startswith("."):
                assert wheel.read(path.relative_to(ROOT).as_posix()) == path.read_bytes(), path


def test_licence_and_notice_are_carried(wheel: zipfile.ZipFile) -> None:
    licences = {Path(name).name for name in wheel.namelist() if ".dist-info/licenses/" in name}
    assert {"LICENSE", "NOTICE"} <= licences


def test_tests_and_benchmarks_stay_at_home(wheel: zipfile.ZipFile) -> None:
    roots = {name.split("/")[0] for name in wheel.namelist()}
    assert {root for root in roots if not root.endswith(".dist-info")} == set(PACKAGES)


def test_the_console_command_is_declared(wheel: zipfile.ZipFile) -> None:
    (entry_points,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert "nghiquyet = assistant.__main__:main" in wheel.read(entry_points).decode()


def test_the_program_runs_from_the_wheel_alone(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "site")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "NGHIQUYET_HOME": str(tmp_path / "home")}
    # Without -E and the working tree on the path, the packages can only come from the wheel.
    command = [sys.executable, "-m", "assistant", "corpus", "text", "nq-ha-tam"]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()
    assert run.stdout == (ROOT / "corpus" / "documents" / "nq-ha-tam.txt").read_bytes()
    where = [sys.executable, "-c", "import assistant, corpus; print(assistant.__file__, corpus.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
    assert all(path.startswith(str(tmp_path)) for path in found.split())


def test_every_dependency_has_a_lower_bound_and_torch_an_exact_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(each for extra in project["optional-dependencies"].values() for each in extra),
    ]
    assert [each for each in wanted if ">=" not in each and "==" not in each] == []
    assert "torch==2.13.0" in wanted
