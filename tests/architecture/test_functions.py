"""Functions are short: half of them at most 10 lines, nine of ten at most 30, and the longest say why."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from tests.support.source import modules, read

LONG: Final = 60


class Function(NamedTuple):
    place: str
    length: int
    explained: bool


def _functions() -> Iterator[Function]:
    for path, tree in modules():
        lines = read(path).split("\n")
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield _function(path, node, lines)


def _function(path: Path, node: ast.FunctionDef | ast.AsyncFunctionDef, lines: list[str]) -> Function:
    """Counts from `def` to the last line; a comment right above explains a long one."""
    assert node.end_lineno
    first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    above = lines[first - 2].strip() if first > 1 else ""
    return Function(f"{path}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1, above.startswith("#"))


FUNCTIONS: Final = list(_functions())


def test_half_of_all_functions_have_at_most_10_lines() -> None:
    assert statistics.median(function.length for function in FUNCTIONS) <= 10


def test_nine_of_ten_functions_have_at_most_30_lines() -> None:
    assert statistics.quantiles([function.length for function in FUNCTIONS], n=10)[8] <= 30


def test_a_function_over_60_lines_says_why() -> None:
    assert [function for function in FUNCTIONS if function.length > LONG and not function.explained] == []
