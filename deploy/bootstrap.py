"""Makes the environment that `./deploy/start` and `./deploy/test` run in, then becomes the wanted command.

Runs on a bare Python: standard library only, no import from the project.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)


def main() -> None:
    """`bootstrap.py LOCK MODULE [ARGUMENT ...]`: install LOCK if needed, then run `python -m MODULE`."""
    lock, module, *arguments = sys.argv[1:]
    if sys.version_info < OLDEST:
        sys.exit(f"Resonanz needs Python {'.'.join(map(str, OLDEST))} or newer; this is {sys.version.split()[0]}.")
    python = environment(HOUSE / "deploy" / lock)
    os.chdir(HOUSE)
    os.execv(python, [str(python), "-m", module, *arguments])


def environment(lock: Path) -> Path:
    """The interpreter of an environment that holds exactly what LOCK names."""
    folder = Path(os.environ.get("RESONANZ_VENV", HOUSE / ".venv"))
    python = folder / "bin" / "python"
    stamp = folder / f".{lock.stem}"
    wanted = fingerprint(lock)
    if not (stamp.exists() and stamp.read_text() == wanted and python.exists()):
        install(folder, python, lock)
        stamp.write_text(wanted)
    return python


def fingerprint(lock: Path) -> str:
    """Changes with the lock and with the interpreter, so that either makes a new install."""
    return hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()


def install(folder: Path, python: Path, lock: Path) -> None:
    if not usable(python):
        shutil.rmtree(folder, ignore_errors=True)
        print(f"Making an environment in {folder}", flush=True)
        venv.create(folder, with_pip=True)
    started, wanted = time.monotonic(), lock.read_text().count("==")
    print(f"Installing {wanted} locked packages from {lock.name}", flush=True)
    command = [python, "-m", "pip", "install", "--require-hashes", "--no-deps", "--disable-pip-version-check"]
    process = subprocess.Popen(
        [*map(str, command), "--requirement", str(lock)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    said = follow(process, wanted)
    if process.wait():
        sys.exit(f"Installing failed:\n{said}\nNothing was lost: mend the cause and run the same command again.")
    print(f"Installed in {time.monotonic() - started:.0f} s", flush=True)


def usable(python: Path) -> bool:
    """False for a missing or half-made environment, and for one made by another Python."""
    if not python.exists():
        return False
    asked = subprocess.run([python, "-c", "import pip, sys; print(sys.version)"], capture_output=True, text=True)
    return asked.returncode == 0 and asked.stdout.strip() == sys.version


def follow(process: subprocess.Popen[str], wanted: int) -> str:
    """Shows one line that grows with each package; returns the end of what pip said, for an error."""
    seen = 0
    tail: list[str] = []
    for line in process.stdout or ():
        tail = [*tail[-30:], line]
        if line.startswith(("Collecting ", "Requirement already satisfied")):
            seen += 1
            show(min(seen / wanted, 1.0), line.split()[1].split("==")[0])
        elif line.startswith("Installing collected"):
            show(1.0, "unpacking")
    if sys.stdout.isatty():
        print()
    return "".join(tail)


def show(share: float, name: str) -> None:
    if sys.stdout.isatty():
        bar = "█" * round(share * 30)
        print(f"\r  {bar:·<30} {share:4.0%} {name:<40.40}", end="", flush=True)
    elif name == "unpacking":
        print("  downloaded, unpacking", flush=True)


if __name__ == "__main__":
    main()
