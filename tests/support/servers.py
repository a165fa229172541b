"""A private PostgreSQL and Valkey for one run of the tests. They end with it, even after kill -9."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import redis.asyncio
from sqlalchemy import make_url, text

from deploy.postgres import PrivatePostgres
from deploy.redis import PrivateValkey
from deploy.supervisor import Child
from shared.kit.storage import Database

SECRET: Final = "a secret for tests, long enough to be one"
PATIENCE_S: Final = 120.0
#: Tests never look at a database after a crash of the machine, so nothing waits for the disk.
HASTE: Final = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
_PREFIX: Final = "resonanz-tests-"


@asynccontextmanager
async def house() -> AsyncIterator[Path]:
    """A folder for this run. Also clears the folders of runs that were killed."""
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if not Path(f"/proc/{left.name.removeprefix(_PREFIX)}").exists():
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.gettempdir()) / f"{_PREFIX}{os.getpid()}"
    folder.mkdir(mode=0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@asynccontextmanager
async def postgres(folder: Path) -> AsyncIterator[str]:
    """A running server; yields the address of its database `postgres`, as owner."""
    server = PrivatePostgres(folder, SECRET)
    server.prepare()
    command = [*server.command, *HASTE]
    child = Child("postgres", command, uid=server.uid, last_word=signal.SIGINT, log=folder / "postgres.log")
    await child.start()
    url = on(server.url, "postgres")
    try:
        await until(lambda: _select(url), "PostgreSQL")
        yield url
    finally:
        await child.stop()
        shutil.rmtree(server.data.parent, ignore_errors=True)
        shutil.rmtree(server.sockets, ignore_errors=True)


@asynccontextmanager
async def valkey(folder: Path) -> AsyncIterator[str]:
    """A running server; yields its address."""
    server = PrivateValkey(folder)
    server.prepare()
    child = Child("valkey", server.command, log=folder / "valkey.log")
    await child.start()
    try:
        await until(lambda: _ping(server.url), "Valkey")
        yield server.url
    finally:
        await child.stop()
        shutil.rmtree(server.home, ignore_errors=True)


def on(url: str, database: str) -> str:
    """The same server, another database."""
    return make_url(url).set(database=database).render_as_string(hide_password=False)


async def execute(url: str, *statements: str) -> None:
    """Runs statements that no transaction may hold, such as CREATE DATABASE."""
    database = Database(url, pool_size=1)
    try:
        async with database.engine.connect() as connection:
            outside = await connection.execution_options(isolation_level="AUTOCOMMIT")
            for statement in statements:
                await outside.execute(text(statement))
    finally:
        await database.close()


async def until(ask: Callable[[], Awaitable[object]], name: str, patience_s: float = PATIENCE_S) -> None:
    """Asks again and again until it raises nothing. Raises AssertionError with the last error's class."""
    deadline = time.monotonic() + patience_s
    while True:
        try:
            await ask()
            return
        except Exception as error:  # whatever it says, it is not there yet
            assert time.monotonic() < deadline, f"{name} did not answer within {patience_s:.0f} s: {error!r}"
        await asyncio.sleep(0.03)


async def _select(url: str) -> None:
    await execute(url, "SELECT 1")


async def _ping(url: str) -> None:
    client = redis.asyncio.from_url(url)
    try:
        await client.ping()
    finally:
        await client.aclose()
