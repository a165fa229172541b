"""What has to be done from time to time, once for all machines: forgetting what is over, reminding of what is due.

A chore works in small bites, each its own transaction, so it holds up nobody and loses nothing when it is killed.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final, NamedTuple

import structlog
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from shared.kit.clock import now
from shared.kit.messaging.tables import Chore as Row
from shared.kit.storage import Database

log = structlog.get_logger()

#: How often the process looks whether something is due.
LOOK_EVERY_S: Final = 30.0


class Chore(NamedTuple):
    """`name`: `service.verb_noun`. `work` does a bite and says how many rows it changed; 0 ends it until `every`."""

    name: str
    every: timedelta
    work: Callable[[AsyncSession, datetime], Awaitable[int]]


async def do_chore(database: Database, chore: Chore, at: datetime) -> int:
    """Does the chore to its end if it is due and no other machine is at it. Returns the rows changed."""
    await database.run(lambda session: _make_known(session, chore, at))
    total = 0
    while bite := await database.run(partial(_bite, chore=chore, at=at, so_far=total)):
        total += bite
    return total


async def run_chores(
    chores: Mapping[str, Iterable[Chore]], database: Callable[[str], Database], stop: asyncio.Event
) -> None:
    """Looks after the chores of each service, under its role, until told to stop. One that fails is tried again."""
    while not stop.is_set():
        for service, each in chores.items():
            for chore in each:
                await _try_chore(database(service), chore)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), LOOK_EVERY_S)


async def list_chores(session: AsyncSession) -> Sequence[Row]:
    """Every chore that was ever due, and when it was last done."""
    return (await session.scalars(select(Row).order_by(Row.name))).all()


async def _try_chore(database: Database, chore: Chore) -> None:
    try:
        count = await do_chore(database, chore, now())
    except Exception as error:  # whatever it is, the other chores are still to be done, and this one is tried again
        log.error("chore.failed", chore=chore.name, error=type(error).__name__)
        return
    if count:
        log.info("chore.done", chore=chore.name, count=count)


async def _make_known(session: AsyncSession, chore: Chore, at: datetime) -> None:
    await session.execute(insert(Row).values(name=chore.name, due_at=at).on_conflict_do_nothing())


async def _bite(session: AsyncSession, chore: Chore, at: datetime, so_far: int) -> int:
    """One transaction: the row of the chore is held, so that no other machine does the same."""
    due = select(Row.name).where(Row.name == chore.name, Row.due_at <= at).with_for_update(skip_locked=True)
    if await session.scalar(due) is None:
        return 0
    count = await chore.work(session, at)
    if not count:
        over = {"due_at": at + chore.every, "done_at": at, "done_count": so_far}
        await session.execute(update(Row).where(Row.name == chore.name).values(over))
    return count
