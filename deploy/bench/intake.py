"""Full journeys, GET and POST, over loopback from a separate process, beside a floor in the same run.

The floor is what this stack costs before anything is done right: the same page rendered, one row by one statement.
"""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import tempfile
from pathlib import Path
from typing import Final

import httpx
import msgspec
from rich.console import Console
from rich.table import Table

from deploy.bench.driver import Load, Measured, drive
from deploy.migrate import bring_up_to_date
from deploy.parts import Parts
from deploy.settings import HOUSE, Settings, ensure_secret
from deploy.sow import FIRST_CODE, sow
from deploy.supervisor import Child, Supervisor
from deploy.up import environment_of, processes, until, with_servers
from deploy.web import listen

HOST: Final = "127.0.0.1"
WARM_UP_S: Final = 2.0
console = Console(highlight=False)


async def run(connections: int, seconds: float) -> None:
    """Starts a city of its own in a temporary folder, measures, and takes it down."""
    supervisor = Supervisor()
    with tempfile.TemporaryDirectory(prefix="resonanz-bench-") as folder:
        Path(folder).chmod(0o755)  # the private PostgreSQL may belong to another account
        try:
            await _measure(supervisor, Settings(data=folder), connections, seconds)
        finally:
            await supervisor.stop()


async def _measure(supervisor: Supervisor, settings: Settings, connections: int, seconds: float) -> None:
    settings = msgspec.structs.replace(settings, secret=ensure_secret(settings.folder))
    settings = await with_servers(supervisor, settings)
    assert settings.database_url and settings.secret
    await bring_up_to_date(settings.database_url, settings.secret)
    parts = Parts(settings)
    await sow(parts, voices=False)
    await parts.close()
    table = Table("", "connections", "journeys/s", "p50 ms", "p95 ms", "p99 ms", "failed")
    web, floor = listen(HOST, 0), listen(HOST, 0)
    await _start_web(supervisor, settings, web)
    await _start_floor(supervisor, settings, floor)
    for count in sorted({8, connections}):
        bare = await _drive(floor, "/q/floor", count, seconds)
        ours = await _drive(web, f"/q/{FIRST_CODE}", count, seconds)
        table.add_row(*_row("floor", count, bare))
        table.add_row(*_row("intake", count, ours))
        table.add_row("share of the floor", str(count), f"{ours.rate / bare.rate:.0%}")
    console.print(f"{os.cpu_count()} cores, {settings.web_processes} web processes, the driver beside them")
    console.print(table)


async def _drive(listener: socket.socket, path: str, connections: int, seconds: float) -> Measured:
    host, port = listener.getsockname()[:2]
    await asyncio.to_thread(drive, Load(host, port, path, connections, WARM_UP_S))
    return await asyncio.to_thread(drive, Load(host, port, path, connections, seconds))


async def _start_web(supervisor: Supervisor, settings: Settings, listener: socket.socket) -> None:
    for child in processes(settings, environment_of(settings), listener):
        if child.name.startswith("web"):
            await supervisor.add(child)
    await _until_it_answers(listener, "/health/ready")


async def _start_floor(supervisor: Supervisor, settings: Settings, listener: socket.socket) -> None:
    command = [sys.executable, "-m", "deploy.bench.floor", str(listener.fileno()), str(settings.database_url)]
    environment = {**os.environ, "PYTHONPATH": str(HOUSE)}
    for number in range(settings.web_processes):
        await supervisor.add(Child(f"floor {number + 1}", command, environment, sockets=[listener]))
    await _until_it_answers(listener, "/q/floor")


async def _until_it_answers(listener: socket.socket, path: str) -> None:
    async def ask() -> None:
        async with httpx.AsyncClient() as client:
            (await client.get(f"http://{_address(listener)}{path}")).raise_for_status()

    await until(ask, path)


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"{host}:{port}"


def _row(name: str, connections: int, measured: Measured) -> tuple[str, ...]:
    cuts = (f"{measured.percentile_ms(percent):.0f}" for percent in (50, 95, 99))
    return (name, str(connections), f"{measured.rate:,.0f}", *cuts, str(measured.failures))
