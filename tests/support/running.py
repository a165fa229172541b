"""A whole product as it is started, in processes of its own, to be hurt."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
import socket
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import asyncpg
import psutil
import redis.asyncio
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from deploy.check import Findings, check
from deploy.parts import Parts
from deploy.running import with_running_servers
from deploy.settings import HOUSE, Settings
from deploy.sow import FIRST_CODE, MARKET, sow_campaign
from shared.kit.storage import Database

LEASE_S: Final = 3.0
PATIENCE_S: Final = 480.0
#: Below those that the kernel gives to whoever connects: nobody gets one of these while a product starts or is down.
PORTS: Final = range(20_000, 30_000)
#: What a process's command line contains, by the name a test uses for it.
MARKS: Final = {
    "web": ("deploy", "web"),
    "relay": ("deploy", "relay"),
    "worker intake": ("deploy", "worker", "intake"),
    "worker analysis": ("deploy", "worker", "analysis"),
    "worker notify": ("deploy", "worker", "notify"),
    "valkey": ("valkey-server",),
    "postgres": ("postgres", "-D"),
}


class RunningCity:
    """`python -m deploy up` in a folder of its own. `demo`: with all of it, which takes a while; else one campaign."""

    def __init__(self, folder: Path, *, demo: bool = False) -> None:
        self.folder, self.demo = folder, demo
        self.port = _free_port()
        self.settings = Settings(data=str(folder), port=self.port, lease_s=LEASE_S)
        self.address = self.settings.address
        self.code = FIRST_CODE
        self.process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        environment = {
            **{k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "REDIS_URL")},
            "RESONANZ_LEASE_S": str(LEASE_S),
            "PYTHONPATH": str(HOUSE),
        }
        arguments = ["-m", "deploy", "up", "--port", str(self.port), "--data", str(self.folder)]
        arguments += ["--demo"] if self.demo else []
        (self.folder / "up.log").write_bytes(b"")  # a second start is to be waited for as the first was
        with (self.folder / "up.log").open("ab") as output:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, *arguments, env=environment, stdout=output, stderr=output
            )
        await self.until(self._answers, "the product to start")
        async with self.parts() as parts:
            await sow_campaign(parts, MARKET)

    async def stop(self) -> None:
        """As Ctrl-C does; what is still there afterwards is a defect."""
        assert self.process
        if self.process.returncode is not None:
            return
        family = psutil.Process(self.process.pid).children(recursive=True)
        self.process.send_signal(signal.SIGINT)
        await asyncio.wait_for(self.process.wait(), 120)
        left = [process for process in family if process.is_running() and process.status() != psutil.STATUS_ZOMBIE]
        assert not left, f"still running after Ctrl-C: {left}"

    def pids(self, name: str) -> list[int]:
        assert self.process
        children = psutil.Process(self.process.pid).children(recursive=True)
        return [child.pid for child in children if _is(child, MARKS[name])]

    def kill(self, name: str) -> None:
        """kill -9 of every process of this name."""
        for pid in self.pids(name):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def log_text(self) -> str:
        return "".join(file.read_text("utf-8", "replace") for file in (self.folder / "log").glob("*.log"))

    def letters(self) -> list[Path]:
        return sorted((self.folder / "mail").glob("*.eml"))

    async def flush_redis(self) -> None:
        client = redis.asyncio.from_url(str(with_running_servers(self.settings).redis_url))
        await client.flushall()
        await client.aclose()

    @asynccontextmanager
    async def parts(self) -> AsyncIterator[Parts]:
        parts = Parts(with_running_servers(self.settings))
        try:
            yield parts
        finally:
            await parts.close()

    async def check(self) -> Findings:
        async with self.parts() as parts:
            return await check(parts)

    async def rows(self, query: str) -> list[Any]:
        """Asked as the database's owner."""
        async with self.parts() as parts:
            database = Database(parts.url, pool_size=1)
            try:
                async with database.transaction() as session:
                    return list((await session.execute(text(query))).all())
            finally:
                await database.close()

    async def until(self, holds: Callable[[], Any], what: str, patience_s: float = PATIENCE_S) -> None:
        deadline = time.monotonic() + patience_s
        while True:
            assert self.process
            assert self.process.returncode in (None, -9), (self.folder / "up.log").read_text("utf-8")[-3000:]
            try:
                if await holds():
                    return
            except (OSError, AssertionError, DBAPIError, asyncpg.PostgresError):
                pass
            assert time.monotonic() < deadline, f"waited {patience_s:.0f} s for {what}\n{self.log_text()[-3000:]}"
            await asyncio.sleep(0.2)

    async def _answers(self) -> bool:
        log = self.folder / "up.log"
        return "Resonanz runs" in log.read_text("utf-8", "replace")


@asynccontextmanager
async def running_city(*, demo: bool = False) -> AsyncIterator[RunningCity]:
    """Its folder is open to all, since root's PostgreSQL runs under another account."""
    with tempfile.TemporaryDirectory(prefix="resonanz-city-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        city = RunningCity(folder, demo=demo)
        await city.start()
        try:
            yield city
        finally:
            await city.stop()


def _is(process: psutil.Process, marks: tuple[str, ...]) -> bool:
    try:
        words = " ".join(process.cmdline())
    except psutil.Error:
        return False
    return all(mark in words for mark in marks) and not words.startswith("postgres:")


def _free_port() -> int:
    for port in random.sample(PORTS, len(PORTS)):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("every port is taken")
