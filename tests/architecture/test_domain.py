"""Domain code is pure: the standard library and msgspec, no clock, no ids, no chance, no I/O."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.support.source import files, read

DOMAINS: Final = [path for path in files("*.py", "services", "shared") if "domain" in path.parts]
#: Modules of the standard library that look at the world or change it.
WORLDLY: Final = {
    "asyncio",
    "io",
    "logging",
    "os",
    "pathlib",
    "random",
    "secrets",
    "shutil",
    "socket",
    "subprocess",
    "tempfile",
    "threading",
    "time",
    "urllib.request",
}
#: Calls that look at the clock, make an id, or open a file.
ASKING: Final = frozenset({"now", "today", "utcnow", "uuid1", "uuid4", "open", "print", "read_text", "read_bytes"})


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module if node.module and not node.level else "."


def _called(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield getattr(node.func, "attr", getattr(node.func, "id", ""))


def _allowed(module: str, package: str) -> bool:
    """A wing's domain may also speak in the words of its service's domain, which is as pure."""
    service = ".".join([*package.split(".")[:2], "domain"])
    own = module == "." or any(module == one or module.startswith(f"{one}.") for one in (package, service))
    return own or (module.split(".")[0] in sys.stdlib_module_names | {"msgspec"} and module not in WORLDLY)


@pytest.mark.parametrize("path", DOMAINS, ids=str)
def test_a_domain_module_imports_the_standard_library_and_msgspec_only(path: Path) -> None:
    package = ".".join(path.parts[: path.parts.index("domain") + 1])
    assert [module for module in _imports(ast.parse(read(path))) if not _allowed(module, package)] == []


@pytest.mark.parametrize("path", DOMAINS, ids=str)
def test_a_domain_module_asks_no_clock_and_opens_nothing(path: Path) -> None:
    assert ASKING.intersection(_called(ast.parse(read(path)))) == set()


def test_there_are_domains() -> None:
    assert {path.parts[1] for path in DOMAINS} >= {"intake", "analysis", "notify", "staff"}
