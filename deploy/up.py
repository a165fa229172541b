"""Everything on one machine: private servers where none are given, then web, relay and workers, kept running."""

from __future__ import annotations

import asyncio
import fcntl
import os
import signal
import socket
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Final

import msgspec
import redis.asyncio
import structlog
from rich.console import Console
from sqlalchemy import make_url, text

from deploy.migrate import bring_up_to_date
from deploy.parts import Parts
from deploy.postgres import DATABASE, PrivatePostgres
from deploy.redis import PrivateValkey
from deploy.settings import HOUSE, Settings, ensure_secret
from deploy.sow import SLUG, sow
from deploy.sow_reviews import sow_reviews
from deploy.supervisor import Child, Supervisor
from deploy.web import listen
from deploy.welcome import welcome
from shared.kit.settings import describe
from shared.kit.storage import Database

log = structlog.get_logger()
console = Console(stderr=True, highlight=False)
PATIENCE_S: Final = 40.0


class TakenError(RuntimeError):
    """Something else has the port or the data folder; the message says what to do."""


async def up(settings: Settings, *, demo: bool) -> None:
    """Runs until Ctrl-C or SIGTERM, and leaves nothing running."""
    ended = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(sign, ended.set)
    supervisor = Supervisor()
    try:
        starting = asyncio.create_task(_start(supervisor, settings, demo=demo))
        waiting = asyncio.create_task(ended.wait())
        await asyncio.wait({starting, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            starting.result()
        await waiting
    finally:
        console.print("\nStopping …")
        starting.cancel()
        await asyncio.wait({starting})  # so that it adds no child any more
        await supervisor.stop()


async def _start(supervisor: Supervisor, settings: Settings, *, demo: bool) -> None:
    began = time.monotonic()
    settings = msgspec.structs.replace(settings, secret=settings.secret or ensure_secret(settings.folder))
    _take(settings.folder)
    listener = _listen(settings)
    settings = await with_servers(supervisor, settings)
    assert settings.database_url and settings.secret
    with console.status("Bringing the database up to date"):
        await bring_up_to_date(settings.database_url, settings.secret)
    parts = Parts(settings)
    try:
        if demo:
            await sow(parts)
        environment = environment_of(settings)
        for child in processes(settings, environment, listener):
            await supervisor.add(child)
        await until(web_answers(settings), "the web server")
        await welcome(parts, seconds=time.monotonic() - began, demo=demo)
        if demo:
            await _sow_reviews(parts)
    finally:
        await parts.close()


async def _sow_reviews(parts: Parts) -> None:
    """The house is up already: what goes wrong here costs some words of the demo, and nothing else."""
    try:
        await sow_reviews(parts, SLUG)
    except Exception as error:
        log.warning("reviews.not_sown", error=type(error).__name__)


def _take(folder: Path) -> None:
    """Keeps the folder for this process until it ends: two masters in one PostgreSQL folder would fight."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise TakenError(f"Resonanz runs already with the data folder {folder}. Another: --data FOLDER") from None


def _listen(settings: Settings) -> socket.socket:
    try:
        return listen(settings.host, settings.port)
    except OSError as error:
        raise TakenError(f"Port {settings.port} cannot be used ({error.strerror}). Another: --port 8001") from None


async def with_servers(supervisor: Supervisor, settings: Settings) -> Settings:
    """Starts what the settings do not name; returns settings in which both addresses are known."""
    assert settings.secret
    folder = settings.folder
    folder.mkdir(parents=True, exist_ok=True)
    if settings.database_url is None:
        postgres = PrivatePostgres(folder, settings.secret)
        with console.status("Starting a private PostgreSQL"):
            await asyncio.to_thread(postgres.prepare)
            await supervisor.add(
                Child(
                    "postgres",
                    postgres.command,
                    uid=postgres.uid,
                    last_word=signal.SIGINT,
                    orphan_word=signal.SIGINT,
                    is_server=True,
                    log=folder / "postgres.log",
                )
            )
            await until(lambda: _make_database(postgres.url), "PostgreSQL")
        settings = msgspec.structs.replace(settings, database_url=postgres.url)
    if settings.redis_url is None:
        valkey = PrivateValkey(folder)
        valkey.prepare()
        await supervisor.add(Child("valkey", valkey.command, is_server=True, log=folder / "valkey.log"))
        await until(lambda: _redis_answers(valkey.url), "Valkey")
        settings = msgspec.structs.replace(settings, redis_url=valkey.url)
    return settings


def processes(settings: Settings, environment: dict[str, str], listener: socket.socket) -> list[Child]:
    logs = settings.folder / "log"
    logs.mkdir(exist_ok=True)

    def child(name: str, *arguments: str, sockets: Sequence[socket.socket] = ()) -> Child:
        command = [sys.executable, "-m", "deploy", *arguments]
        return Child(name, command, environment, sockets=sockets, log=logs / f"{name}.log")

    web = ("web", "--fd", str(listener.fileno()))
    webs = [child(f"web-{number + 1}", *web, sockets=[listener]) for number in range(settings.web_processes)]
    workers = [child(f"worker-{service}", "worker", service) for service in ("intake", "analysis", "notify")]
    return [*webs, child("relay", "relay"), *workers, child("figures", "figures", "keep"), child("chores", "chores")]


def environment_of(settings: Settings) -> dict[str, str]:
    """What the children need to see the same settings."""
    values = {s.variable: getattr(settings, s.field) for s in describe(Settings)}
    return {**os.environ, "PYTHONPATH": str(HOUSE), **{k: str(v) for k, v in values.items() if v is not None}}


async def _make_database(url: str) -> None:
    """Makes the database inside a private server. A server that restarts after a kill refuses for a moment."""
    server = Database(make_url(url).set(database="postgres").render_as_string(hide_password=False), pool_size=1)
    try:
        async with server.engine.connect() as connection:
            connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
            known = await connection.scalar(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": DATABASE})
            if not known:
                await connection.execute(text(f"CREATE DATABASE {DATABASE}"))
    finally:
        await server.close()


async def _redis_answers(url: str) -> None:
    client = redis.asyncio.from_url(url)
    try:
        await client.ping()
    finally:
        await client.aclose()


def web_answers(settings: Settings) -> Callable[[], Awaitable[None]]:
    async def ask() -> None:
        reader, writer = await asyncio.open_connection(settings.host, settings.port)
        writer.write(b"GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        status = await asyncio.wait_for(reader.readline(), 5)
        writer.close()
        if b" 200 " not in status:
            raise OSError("not ready")

    return ask


async def until(ask: Callable[[], Awaitable[None]], name: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            return await ask()
        except Exception as error:  # whatever it says, it is not there yet
            if time.monotonic() > deadline:
                raise RuntimeError(
                    f"{name} did not answer within {PATIENCE_S:.0f} s: {type(error).__name__}"
                ) from error
        await asyncio.sleep(0.05)
