"""Making a file of single responses: one worker claims it, puts rows together portion by portion, and writes the file.

Every portion is kept as it is ready, so that a worker that dies costs one portion. When a response is taken back
meanwhile, all begins anew without it.
"""

from __future__ import annotations

import asyncio
import hashlib
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any, Final, NamedTuple, TypeVar
from uuid import UUID

import msgspec
import structlog
from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.exporting import PORTION, Plan
from services.analysis.results.domain.formats import MOST_ROWS_OF_XLSX
from services.analysis.results.operations.plan_export import Before, members_of, packed, plan_export, unpacked
from services.analysis.results.operations.write_responses import Job, about_export, write_responses
from services.analysis.results.storage.export_tables import Export, ExportPart
from services.analysis.results.storage.exports import (
    FAILED,
    FILE,
    FINISHED,
    ROWS,
    RUNNING,
    Given,
    hold_plans,
    last_part,
    list_questions,
    read_given,
    read_gone,
    read_ids,
    read_part,
    read_plans,
    read_seen,
)
from services.analysis.results.storage.figures import read_figures
from services.analysis.storage.tables import Campaign
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.messaging import NotYet
from shared.kit.storage import Database

log = structlog.get_logger()
#: A worker that says nothing for so long has died, and another goes on where it was.
LEASE: Final = timedelta(seconds=60)
#: How often the worker says that it lives while it writes the file.
BEAT_S: Final = 10.0
#: Until somebody looks whether the worker that holds the claim is alive.
PAUSE: Final = timedelta(seconds=20)
#: Bytes of the finished file that are kept, and sent, at once.
PIECE: Final = 1_000_000
T = TypeVar("T")
#: How often a file is begun anew because responses were taken back while it was made.
MOST_BEGINNINGS: Final = 5
Portion = list[Given]


class LostError(Exception):
    """The export is no longer this worker's: somebody deleted it, or took it over."""


class ChangedError(Exception):
    """A response that was laid down for the file is gone."""


class _Work(NamedTuple):
    """An export in this worker's hands, by its claim."""

    database: Database
    export: Export
    campaign: Campaign
    claim: UUID


async def write_export(database: Database, export_id: UUID) -> None:
    """Makes the file once, however often called and whoever dies over it. Raises NotYet while another is at it."""
    claim = random_id()
    work = await database.run(lambda session: _claim(session, database, export_id, claim))
    if work is None:
        return
    log.info("export.begun", export=str(export_id))
    try:
        await _make(work)
    except LostError:
        await database.run(lambda session: _leave(session, export_id))


async def _claim(session: AsyncSession, database: Database, export_id: UUID, claim: UUID) -> _Work | None:
    """None when nothing is left to do. Raises NotYet when somebody else holds it."""
    free = or_(Export.claimed_until.is_(None), Export.claimed_until < now(), Export.claim == claim)
    taken = update(Export).where(Export.id == export_id, Export.state == RUNNING, free)
    values = {"claim": claim, "claimed_until": now() + LEASE}
    export = await session.scalar(taken.values(values).returning(Export))
    if export is None:
        await _leave(session, export_id)
        return None
    return _Work(database, export, await session.get_one(Campaign, export.campaign_id), claim)


async def _leave(session: AsyncSession, export_id: UUID) -> None:
    """Raises NotYet when somebody else is at it, so that this delivery looks again whether they lived."""
    if await session.scalar(select(Export.state).where(Export.id == export_id)) == RUNNING:
        raise NotYet(PAUSE)


async def _make(work: _Work) -> None:
    for _ in range(MOST_BEGINNINGS):
        plan = await _plan(work)
        if plan is None:
            await _end(work, FAILED, failure="too-few")
            return
        if work.export.format == "xlsx" and len(plan.order) > MOST_ROWS_OF_XLSX:
            await _end(work, FAILED, failure="too-long")
            return
        try:
            await _gather(work, plan)
        except ChangedError:
            await _forget(work)
        else:
            await _finish(work, plan)
            return
    await _end(work, FAILED, failure="changing")


async def _plan(work: _Work) -> Plan | None:
    """As it was laid down, or laid down now."""
    if work.export.plan is not None:
        return unpacked(work.export.plan)
    while True:
        others = await work.database.run(lambda session: read_plans(session, work.campaign.id, but=work.export.id))
        plan = await _made_plan(work, [members_of(one) for one in others.values()])
        if plan is None or await _lay_down(work, plan, others):
            return plan


async def _made_plan(work: _Work, files: Sequence[int]) -> Plan | None:
    campaign = work.campaign
    figures = await work.database.run(lambda session: read_figures(session, campaign.id))
    gone = await work.database.run(lambda session: read_gone(session, campaign.id))
    versions = await work.database.run(lambda session: list_questions(session, campaign.id))
    seen = await work.database.run(lambda session: read_seen(session, campaign.id))
    before = Before(gone, files, seen, growing=now() < campaign.closes_at)
    return await _beside(work, lambda: plan_export(figures, before, versions, texts=work.export.texts))


async def _lay_down(work: _Work, plan: Plan, others: Mapping[UUID, bytes]) -> bool:
    """False when another file was planned meanwhile, or anew: whoever came between the two would stand apart."""
    content = await asyncio.to_thread(packed, plan)
    digests = {one: hashlib.sha256(other).digest() for one, other in others.items()}

    async def write(session: AsyncSession) -> bool:
        known = await hold_plans(session, work.campaign.id, but=work.export.id)
        if not known.items() <= digests.items():
            return False
        await _say(session, work, {"plan": content, "total": 2 * len(plan.order), "done": 0})
        return True

    is_laid = await work.database.run(write)
    if is_laid:
        work.export.plan = content
    return is_laid


async def _gather(work: _Work, plan: Plan) -> None:
    """The rows' answers, from the first portion that is not ready yet. Raises ChangedError."""
    order = plan.order
    ready = await work.database.run(lambda session: last_part(session, work.export.id, ROWS))
    for number in range(ready + 1, _portions(order)):
        numbers = order[number * PORTION : (number + 1) * PORTION]
        portion = await work.database.run(partial(_read, work=work, numbers=numbers))
        content = await asyncio.to_thread(_packed_rows, portion)
        await _keep(work, ROWS, number, content, done=min((number + 1) * PORTION, len(order)))


async def _read(session: AsyncSession, work: _Work, numbers: Sequence[int]) -> Portion:
    ids = await read_ids(session, work.campaign.id, numbers)
    given = await read_given(session, list(ids.values()), texts=work.export.texts)
    if len(given) < len(numbers):
        raise ChangedError
    return [given[ids[number]] for number in numbers]


async def _finish(work: _Work, plan: Plan) -> None:
    """From the rows to the file. Whatever is taken back from now on is gone from the next one."""
    loop = asyncio.get_running_loop()
    wanted: Any = work.export.format  # the table checks it
    job = Job(wanted, work.export.labels, about_export(work.campaign, work.export))
    with tempfile.TemporaryFile() as file:
        portions = _Portions(work, plan, loop)
        await _beside(work, lambda: write_responses(job, plan, portions.read, file))
        size = file.seek(0, 2)
        await work.database.run(lambda session: _clear(session, work, FILE))
        file.seek(0)
        for number, piece in enumerate(iter(lambda: file.read(PIECE), b"")):
            await _keep(work, FILE, number, piece)
    await _end(work, FINISHED, size=size)
    log.info("export.finished", export=str(work.export.id), rows=len(plan.order), bytes=size)


class _Portions:
    """The rows that are ready, for whoever writes them in a thread; saying how far it is keeps the claim."""

    def __init__(self, work: _Work, plan: Plan, loop: asyncio.AbstractEventLoop) -> None:
        self._work, self._count, self._loop, self._rows = work, _portions(plan.order), loop, len(plan.order)

    def read(self, *, last: bool) -> Iterator[Portion]:
        """`last`: it is read for the last time, so every portion is a step."""
        for number in range(self._count):
            yield asyncio.run_coroutine_threadsafe(self._next(number, last=last), self._loop).result()

    async def _next(self, number: int, *, last: bool) -> Portion:
        work = self._work
        content = await work.database.run(lambda session: read_part(session, work.export.id, ROWS, number))
        if content is None:
            raise LostError
        if last:
            await _note(work, done=self._rows + min((number + 1) * PORTION, self._rows))
        return _unpacked_rows(content)


async def _beside(work: _Work, make: Callable[[], T]) -> T:
    """Does what takes CPU in a thread, and keeps the claim meanwhile."""
    task = asyncio.ensure_future(asyncio.to_thread(make))
    while True:
        done, _ = await asyncio.wait({task}, timeout=BEAT_S)
        if done:
            return task.result()
        await _note(work)


async def _keep(work: _Work, stage: str, number: int, content: bytes, **values: Any) -> None:
    """One portion is ready: it and how far the export is are written together."""

    async def write(session: AsyncSession) -> None:
        await _say(session, work, values)
        row = {"export_id": work.export.id, "stage": stage, "number": number, "content": content}
        await session.execute(insert(ExportPart).values(row).on_conflict_do_nothing())

    await work.database.run(write)


async def _note(work: _Work, **values: Any) -> None:
    await work.database.run(lambda session: _say(session, work, values))


async def _say(session: AsyncSession, work: _Work, values: dict[str, Any]) -> None:
    """Raises LostError when the claim is gone."""
    mine = update(Export).where(*_mine(work)).values(claimed_until=now() + LEASE, **values)
    if await session.scalar(mine.returning(Export.id)) is None:
        raise LostError


async def _forget(work: _Work) -> None:
    """Everything that was laid down and put together, to begin anew."""

    async def forget(session: AsyncSession) -> None:
        await _clear(session, work, ROWS)
        await _say(session, work, {"plan": None, "done": 0, "total": 0})

    await work.database.run(forget)
    work.export.plan = None


async def _clear(session: AsyncSession, work: _Work, stage: str) -> None:
    parts = delete(ExportPart).where(ExportPart.export_id == work.export.id, ExportPart.stage == stage)
    await session.execute(parts)


async def _end(work: _Work, state: str, **values: Any) -> None:
    """Of the rows nothing is left but the file."""

    async def end(session: AsyncSession) -> None:
        await _say(session, work, {"state": state, "ended_at": now(), "done": Export.total, **values})
        await _clear(session, work, ROWS)

    await work.database.run(end)


def _mine(work: _Work) -> tuple[ColumnElement[bool], ...]:
    return (Export.id == work.export.id, Export.state == RUNNING, Export.claim == work.claim)


def _portions(order: Sequence[int]) -> int:
    return -(-len(order) // PORTION)


def _packed_rows(portion: Portion) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(portion), 6)


def _unpacked_rows(content: bytes) -> Portion:
    return msgspec.msgpack.decode(zlib.decompress(content), type=Portion)
