"""The project's own source files, for tests about how it is built."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

HOUSE: Final = Path(__file__).resolve().parent.parent.parent
CODE: Final = ("shared", "services", "deploy")


def files(pattern: str, *folders: str) -> list[Path]:
    """Files of these folders (all code, when none is named), as paths inside the house."""
    found = (path for folder in folders or CODE for path in (HOUSE / folder).rglob(pattern))
    return sorted(path.relative_to(HOUSE) for path in found if path.is_file())


def modules() -> Iterator[tuple[Path, ast.Module]]:
    """Every module that people wrote: migrations are written by Alembic."""
    for path in files("*.py"):
        if "migrations" not in path.parts:
            yield path, ast.parse(read(path))


def read(path: Path) -> str:
    return (HOUSE / path).read_text("utf-8")
