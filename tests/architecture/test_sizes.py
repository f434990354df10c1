"""Sizes: a long file or function is a question whether it is one subject; a very long one is a fault."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILE_LINES, FILE_LIMIT = 300, 400
FUNCTION_LINES, FUNCTION_LIMIT = 30, 60


def our_files() -> list[Path]:
    return [
        path for folder in ("gui", "model", "resources", "tests") for path in (ROOT / folder).rglob("*.py")
    ]


def file_sizes() -> dict[str, int]:
    return {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in our_files()
    }


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each function with its lines, its docstring not counted: a contract may be long."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = node.body[0] if ast.get_docstring(node) else None
            lines = (node.end_lineno or 0) - node.lineno + 1
            told = (docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0
            yield f"{path.relative_to(ROOT).as_posix()}:{node.lineno} {node.name}", lines - told


def function_sizes() -> dict[str, int]:
    return {name: lines for path in our_files() for name, lines in functions(path)}


def above(sizes: dict[str, int], limit: int) -> list[str]:
    """Return "name lines" for every size above *limit*, the largest first."""
    ordered = sorted(sizes.items(), key=lambda item: -item[1])
    return [f"{name} {lines}" for name, lines in ordered if lines > limit]


def test_no_file_is_beyond_the_limit() -> None:
    assert above(file_sizes(), FILE_LIMIT) == []


def test_no_function_is_beyond_the_limit() -> None:
    assert above(function_sizes(), FUNCTION_LIMIT) == []


def test_long_files_and_functions_are_reported(capsys: pytest.CaptureFixture[str]) -> None:
    long = above(file_sizes(), FILE_LINES) + above(function_sizes(), FUNCTION_LINES)
    with capsys.disabled():
        print("\nLonger than the house rule:", *long or ["nothing"], sep="\n  ")

    assert len(long) < 40
