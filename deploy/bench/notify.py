"""One outcome with very many readers: how fast their letters are queued, and handed to a mail server beside."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple

import asyncpg
import msgspec
from rich.console import Console
from sqlalchemy import make_url, text

from deploy.bench.sow_readers import OUTCOME, sow_readers
from deploy.migrate import bring_up_to_date
from deploy.parts import Parts
from deploy.settings import HOUSE, Settings, ensure_secret
from deploy.supervisor import Child, Supervisor
from deploy.up import environment_of, processes, with_servers
from deploy.web import listen
from services.notify.operations.tell_outcome import owe_letters
from shared.kit.clock import now

HOST: Final = "127.0.0.1"
LOOK_EVERY_S: Final = 0.5
PATIENCE: Final = timedelta(minutes=30)
console = Console(highlight=False)


class Used(NamedTuple):
    """Of one process: seconds of processor time, megabytes in memory now."""

    cpu_s: float
    memory_mb: float


async def run(readers: int) -> None:
    """Starts a city of its own in a temporary folder, measures, and takes it down."""
    supervisor = Supervisor()
    with tempfile.TemporaryDirectory(prefix="resonanz-bench-") as folder:
        Path(folder).chmod(0o755)  # the private PostgreSQL may belong to another account
        try:
            await _measure(supervisor, Settings(data=folder), readers)
        finally:
            await supervisor.stop()


async def _measure(supervisor: Supervisor, settings: Settings, readers: int) -> None:
    settings = msgspec.structs.replace(settings, secret=ensure_secret(settings.folder))
    settings = await with_servers(supervisor, settings)
    assert settings.database_url and settings.secret
    await bring_up_to_date(settings.database_url, settings.secret)
    parts = Parts(settings)
    address = make_url(settings.database_url).render_as_string(hide_password=False)
    connection = await asyncpg.connect(address.replace("postgresql+asyncpg", "postgresql"))
    try:
        with console.status("Sowing readers"):
            await sow_readers(connection, parts.notify, readers, now())
        queued, seconds = await _queue(parts)
        console.print(f"{queued:,} letters queued in {seconds:.1f} s")
        await connection.execute("ANALYZE")
    finally:
        await connection.close()
    await _hand_over(supervisor, settings, queued)
    await _say_states(parts)
    await parts.close()


async def _queue(parts: Parts) -> tuple[int, float]:
    began = time.monotonic()
    async with parts.database("notify").transaction() as session:
        count = await owe_letters(session, OUTCOME, now())
    return count, time.monotonic() - began


async def _hand_over(supervisor: Supervisor, settings: Settings, count: int) -> None:
    sink = listen(HOST, 0)
    command = [sys.executable, "-m", "deploy.bench.sink", str(sink.fileno())]
    environment = {**os.environ, "PYTHONPATH": str(HOUSE)}
    await supervisor.add(Child("sink", command, environment, sockets=[sink]))
    port = sink.getsockname()[1]
    settings = msgspec.structs.replace(settings, smtp_url=f"smtp://{HOST}:{port}")
    children = [
        child
        for child in processes(settings, environment_of(settings), listen(HOST, 0))
        if child.name in ("relay", "worker-notify")
    ]
    for child in children:
        await supervisor.add(child)
    worker = next(child for child in children if child.name == "worker-notify")
    await _watch(worker, port, count)


async def _watch(worker: Child, port: int, count: int) -> None:
    """From the first letter to the last; the memory of the worker at each tenth of them."""
    assert worker.process
    pid, end = worker.process.pid, time.monotonic() + PATIENCE.total_seconds()
    began, cpu, memory, first = 0.0, 0.0, list[float](), 0
    while time.monotonic() < end:
        taken, ids = await _taken(port)
        if taken and not began:
            began, cpu, first = time.monotonic(), _used(pid).cpu_s, taken
        if taken * 10 >= count * (len(memory) + 1):
            memory.append(_used(pid).memory_mb)
        if taken >= count:
            break
        await asyncio.sleep(LOOK_EVERY_S)
    seconds, spent = time.monotonic() - began, _used(pid).cpu_s - cpu
    console.print(f"{taken:,} letters handed over, {ids:,} different ones, in {seconds:.1f} s")
    console.print(f"{(taken - first) / seconds:,.0f} letters/s; {spent / taken * 1000:.2f} ms of processor time each")
    console.print(f"memory of the worker, MB, at each tenth: {', '.join(f'{mb:.0f}' for mb in memory)}")
    load = os.getloadavg()[0]
    console.print(f"{os.cpu_count()} cores, one worker, mail server and database beside it; load {load:.1f}")


async def _taken(port: int) -> tuple[int, int]:
    reader, writer = await asyncio.open_connection(HOST, port)
    await reader.readline()
    writer.write(b"NOOP\r\n")
    answer = (await reader.readline()).split()
    writer.close()
    return int(answer[1]), int(answer[2])


def _used(pid: int) -> Used:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    ticks = int(fields[11]) + int(fields[12])
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return Used(ticks / os.sysconf("SC_CLK_TCK"), pages * os.sysconf("SC_PAGE_SIZE") / 1e6)


async def _say_states(parts: Parts) -> None:
    async with parts.database("notify").transaction() as session:
        rows: Any = await session.execute(text("SELECT state, count(*) FROM notify.notification GROUP BY state"))
        console.print(", ".join(f"{state}: {number:,}" for state, number in rows))
