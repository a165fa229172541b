"""How long a killed worker's deliveries wait: seconds from kill -9 until each is done, beside the lease."""

from __future__ import annotations

import asyncio
import os
import signal
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

import msgspec
from rich.console import Console
from sqlalchemy import DateTime, bindparam, text

from deploy.bench.driver import Load, drive
from deploy.migrate import bring_up_to_date
from deploy.parts import Parts
from deploy.settings import Settings, ensure_secret
from deploy.sow import FIRST_CODE, sow
from deploy.supervisor import Child, Supervisor
from deploy.up import environment_of, processes, until, web_answers, with_servers
from deploy.web import listen
from shared.kit.clock import now
from shared.kit.storage import Database

HOST: Final = "127.0.0.1"
LOAD_S: Final = 1.0
#: Deliveries the killed worker had been rung for: those whose lease was running at the kill.
HELD: Final = text(
    """
    SELECT count(*) FILTER (WHERE done_at IS NULL) AS waiting, count(*) AS held,
           extract(epoch FROM max(done_at) - :killed_at) AS last_s
    FROM bus.delivery
    WHERE consumer = 'analysis.assess_response' AND id = ANY(:ids)
    """
).bindparams(bindparam("killed_at", type_=DateTime(timezone=True)))
RUNG: Final = text(
    """
    SELECT id FROM bus.delivery
    WHERE consumer = 'analysis.assess_response' AND state = 'waiting' AND rung_at IS NOT NULL
    """
)
console = Console(highlight=False)


async def run() -> None:
    """Starts a city of its own, kills its analysis worker under a backlog, and waits for what that one had in hand."""
    supervisor = Supervisor()
    with tempfile.TemporaryDirectory(prefix="resonanz-bench-") as folder:
        Path(folder).chmod(0o755)  # the private PostgreSQL may belong to another account
        try:
            await _measure(supervisor, Settings(data=folder))
        finally:
            await supervisor.stop()


async def _measure(supervisor: Supervisor, settings: Settings) -> None:
    listener = listen(HOST, 0)
    port = listener.getsockname()[1]
    settings = msgspec.structs.replace(settings, port=port, secret=ensure_secret(settings.folder))
    settings = await with_servers(supervisor, settings)
    assert settings.database_url and settings.secret
    await bring_up_to_date(settings.database_url, settings.secret)
    parts = Parts(settings)
    await sow(parts, voices=False)
    await parts.close()
    children = processes(settings, environment_of(settings), listener)
    for child in children:
        await supervisor.add(child)
    await until(web_answers(settings), "the web server")
    await asyncio.to_thread(drive, Load(HOST, port, f"/q/{FIRST_CODE}", 4, LOAD_S))
    worker = next(child for child in children if child.name == "worker-analysis")
    await _kill_and_wait(worker, settings)


async def _kill_and_wait(worker: Child, settings: Settings) -> None:
    database = Database(str(settings.database_url), pool_size=1)
    try:
        async with database.transaction() as session:
            ids = list((await session.scalars(RUNG)).all())
        assert worker.process
        os.kill(worker.process.pid, signal.SIGKILL)
        row = await _until_done(database, ids, now())
    finally:
        await database.close()
    console.print(
        f"{row.held} deliveries were in the killed worker's hands; the last was done {row.last_s:.1f} s after the kill "
        f"(lease {settings.lease_s:.0f} s)"
    )


async def _until_done(database: Database, ids: list[Any], killed_at: datetime) -> Any:
    while True:
        async with database.transaction() as session:
            row = (await session.execute(HELD, {"ids": ids, "killed_at": killed_at})).one()
        if not row.waiting or now() - killed_at > timedelta(minutes=5):
            return row
        await asyncio.sleep(0.2)
