"""A file of single responses while workers are killed with SIGKILL, as real processes on a real database."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from typing import Final

import pytest
from sqlalchemy import text as sql

from services.analysis.operations import tag_passages
from services.analysis.tagger import load_tagger
from tests.service.test_results_exports import FORM, ID, PAGE, answered, rows_of
from tests.support.city import City

ROWS: Final = 80
#: Eight portions of rows, a file in many pieces, and whoever died is missed soon. A worker that is to die waits for it.
WORKER: Final = f"""
import asyncio
import os
from datetime import timedelta
from uuid import UUID

from deploy.parts import Parts
from deploy.settings import Settings
from services.analysis.results.operations import write_export
from shared.kit.messaging import NotYet
from shared.kit.settings import load

keep = write_export._keep


async def keep_and_tell(work, stage, number, content, **values):
    await keep(work, stage, number, content, **values)
    print(stage, number, flush=True)
    if os.environ.get("LAST") == f"{{stage}} {{number}}":
        await asyncio.sleep(600)


write_export.PORTION, write_export.PIECE, write_export.LEASE = 10, 1_000, timedelta(seconds=1)
write_export._keep = keep_and_tell


async def main():
    database = Parts(load(Settings)).database("analysis")
    while True:
        try:
            return await write_export.write_export(database, UUID("{ID}"))
        except NotYet:
            await asyncio.sleep(0.1)


asyncio.run(main())
"""
PARTS: Final = "SELECT count(*) FROM analysis.export_part WHERE stage = :stage"
#: As if the worker that died had written it otherwise: files hold when they were made.
SPOIL: Final = "UPDATE analysis.export_part SET content = content || '\\x00'::bytea WHERE stage = 'file'"
STATE: Final = "SELECT state FROM analysis.export"


@pytest.fixture(autouse=True)
def _lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))


async def _worker(city: City, last: str = "") -> asyncio.subprocess.Process:
    environment = {
        **os.environ,
        "LAST": last,
        "DATABASE_URL": city.url,
        "REDIS_URL": city.redis_url,
        "RESONANZ_SECRET": city.secret,
        "RESONANZ_DATA": str(city.folder),
    }
    program = [sys.executable, "-c", WORKER]
    return await asyncio.create_subprocess_exec(*program, env=environment, stdout=asyncio.subprocess.PIPE)


async def _killed_after(city: City, last: str) -> list[str]:
    """A worker that dies over this portion, as "rows 0"; returns which it made."""
    worker = await _worker(city, last)
    assert worker.stdout
    said = b""
    while last not in _made(said):
        line = await worker.stdout.readline()
        assert line, "it dies before it is through"
        said += line
    worker.send_signal(signal.SIGKILL)
    await worker.communicate()
    assert await city.one(STATE) == "running"
    return _made(said)


def _made(said: bytes) -> list[str]:
    """Portions, not what is logged beside them."""
    return [line for line in said.decode().splitlines() if line.startswith(("rows ", "file "))]


async def test_killed_among_the_rows_and_in_the_file_it_is_whole_and_there_once(city: City) -> None:
    await answered(city, ROWS)
    await city.client.post(PAGE, data=FORM)
    await _killed_after(city, "rows 2")
    assert await city.one(PARTS, stage="rows") == 3
    made = await _killed_after(city, "file 1")
    assert made[0] == "rows 3", "it goes on where the other died"
    async with city.owner.transaction() as session:
        await session.execute(sql(SPOIL))
    last = await _worker(city)
    said, _ = await last.communicate()
    assert last.returncode == 0
    assert _made(said)[0] == "file 0", "all rows were there"
    assert await city.all("SELECT state, done, total FROM analysis.export") == [("finished", 2 * ROWS, 2 * ROWS)]
    assert [row["nr"] for row in await rows_of(city)] == [str(number) for number in range(1, ROWS + 1)]
    assert await city.one(PARTS, stage="rows") == 0
    size = await city.one("SELECT sum(length(content)) FROM analysis.export_part")
    assert size == await city.one("SELECT size FROM analysis.export"), "no piece of a dead worker is left in it"
    await city.deliver_all()
    assert await city.one(STATE) == "finished", "the delivery finds nothing left to do"
