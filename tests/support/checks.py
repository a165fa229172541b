"""Every check and every test as one command: `./deploy/test`. Arguments go to pytest, which then runs alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
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


#: Two runs side by side, one for each core that a small machine has; both take about as long. The second one's words
#: come after the first's.
FIRST: Final = ["tests/unit", "tests/architecture", "tests/service"]
SECOND: Final = ["tests/journeys", "tests/faults"]


def main(arguments: Sequence[str]) -> NoReturn:
    """Exits with 0 only when everything that was run is good."""
    if arguments:
        os.execv(sys.executable, [*PYTHON, "pytest", *arguments])
    os.environ[FAILED] = ", ".join(name for name, command in CHECKS.items() if not _passes(name, command))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    sys.exit(_run_both())


def _run_both() -> int:
    with tempfile.TemporaryFile() as words:
        beside = subprocess.Popen([*PYTHON, "pytest", *SECOND], stdout=words, stderr=subprocess.STDOUT)
        try:
            first = subprocess.run([*PYTHON, "pytest", *FIRST], check=False).returncode
            second = beside.wait()
        finally:
            if beside.poll() is None:
                beside.send_signal(signal.SIGINT)  # as Ctrl-C: pytest ends what it started
                beside.wait()
            words.seek(0)
            print(words.read().decode(errors="replace"), flush=True)
    return first or second


def _passes(name: str, command: list[str]) -> bool:
    began = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        print(done.stdout)
    print(f"{name}: {'FAILED' if done.returncode else 'good'}, {time.monotonic() - began:.0f} s", flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    main(sys.argv[1:])
