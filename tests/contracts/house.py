"""What the contract tests look at: the folders of the house, and its code as trees."""

import ast
import subprocess
import tokenize
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "handlerum"
DOORS = ("web", "api", "cli")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> list[Path]:
    """Every Python file of the product that a person wrote."""
    return [path for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts]


def templates() -> list[Path]:
    """Every page and fragment."""
    return sorted(path for path in SOURCE.rglob("*.html") if "templates" in path.parts)


def name(path: Path) -> str:
    """A file as people name it, from the root of the repository."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The parsed code of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def project() -> dict[str, Any]:
    """pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def tracked() -> list[Path]:
    """The files that git keeps; outside a checkout there is nothing to say about them."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout, so there is no list of tracked files to look through")
    paths = (ROOT / line for line in listed.stdout.decode().split("\0") if line)
    return [path for path in paths if path.is_file()]


def functions(path: Path) -> Iterator[Function]:
    """Every function and method of a file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            yield node


def code_lines(path: Path) -> set[int]:
    """The numbers of the lines that hold code: no blanks, comments or docstrings."""
    with path.open("rb") as file:
        tokens = list(tokenize.tokenize(file.readline))
    nothing = {
        tokenize.COMMENT,
        tokenize.NL,
        tokenize.NEWLINE,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.ENCODING,
        tokenize.ENDMARKER,
    }
    lines: set[int] = set()
    for token in tokens:
        if token.type not in nothing:
            lines.update(range(token.start[0], token.end[0] + 1))
    return lines - _docstring_lines(path)


def _docstring_lines(path: Path) -> set[int]:
    lines: set[int] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, Function | ast.ClassDef | ast.Module) and ast.get_docstring(node):
            docstring = node.body[0]
            lines.update(range(docstring.lineno, (docstring.end_lineno or 0) + 1))
    return lines


def body_length(function: Function, lines: set[int]) -> int:
    """Code lines of a function without its signature and decorators."""
    last = function.end_lineno or function.lineno
    # A body on the line of its signature still counts as one.
    return max(1, len(lines & set(range(function.body[0].lineno, last + 1))))
