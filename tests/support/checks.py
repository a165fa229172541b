"""Every check and every test as one command: `./deploy/test`. Arguments go to pytest, which then runs alone."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NoReturn

PYTHON: Final = [sys.executable, "-m"]
CODE: Final = ["shared", "services", "deploy", "tests"]
CHECKS: Final[dict[str, list[str]]] = {
    "style (ruff check)": [*PYTHON, "ruff", "check", *CODE],
    "form (ruff format)": [*PYTHON, "ruff", "format", "--check", *CODE],
    "types (mypy --strict)": [*PYTHON, "mypy", *CODE],
    "imports (import-linter)": [str(Path(sys.executable).parent / "lint-imports")],
    "browser": [*PYTHON, "tests.support.browser"],
}
#: How pytest learns what failed before it, to say so just above its closing line and to exit with it.
FAILED: Final = "RESONANZ_FAILED_CHECKS"


def main(arguments: Sequence[str]) -> NoReturn:
    """Becomes pytest, which exits with 0 only when everything that was run is good."""
    failed = [] if arguments else [name for name, command in CHECKS.items() if not _passes(name, command)]
    wanted = arguments or ["tests", "--ignore=tests/benchmarks"]
    os.environ[FAILED] = ", ".join(failed)
    os.execv(sys.executable, [*PYTHON, "pytest", *wanted])


def _passes(name: str, command: list[str]) -> bool:
    began = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        print(done.stdout)
    print(f"{name}: {'FAILED' if done.returncode else 'good'}, {time.monotonic() - began:.0f} s", flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    main(sys.argv[1:])
