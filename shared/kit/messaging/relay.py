"""The mover: finds deliveries that are due and rings the doorbell for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import redis
import structlog
from sqlalchemy import DateTime, Interval, bindparam, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from shared.kit.clock import now
from shared.kit.storage import Database

log = structlog.get_logger()

LEASE: Final = timedelta(seconds=15)
#: From the fifth ring without an answer on, each lease is twice as long as the one before, up to this.
LONGEST_LEASE: Final = timedelta(minutes=10)
#: Rings without an answer before a person should look: something kills whoever touches this delivery. With growing
#: leases that takes more than a day, so that workers that were away overnight find no full shelf.
RINGS: Final = 200
#: A service with this many rings under way is rung no more for now: the backlog waits in PostgreSQL, not in Redis.
WINDOW: Final = 200
BATCH: Final = 100
SHORTEST_PAUSE_S: Final = 0.02
LONGEST_PAUSE_S: Final = 0.5

CLAIM: Final = text(
    """
    WITH full_up AS (
        SELECT split_part(consumer, '.', 1) AS service
        FROM bus.delivery
        WHERE state = 'waiting' AND next_at > :now AND rung_at IS NOT NULL AND attempt_count = 0
        GROUP BY service
        HAVING count(*) >= :window
    ), due AS (
        SELECT id FROM bus.delivery
        WHERE state = 'waiting' AND next_at <= :now
          AND split_part(consumer, '.', 1) NOT IN (SELECT service FROM full_up)
        ORDER BY next_at
        LIMIT :batch
        FOR UPDATE SKIP LOCKED
    )
    UPDATE bus.delivery AS d
    SET rung_at = :now, ring_count = ring_count + 1,
        next_at = :now + least(:lease * power(2, least(greatest(ring_count - 4, 0), 10)), :longest_lease),
        state = CASE WHEN ring_count >= :rings THEN 'shelved' ELSE state END,
        last_error = CASE WHEN ring_count >= :rings THEN 'rung too often without an answer' ELSE last_error END
    FROM due WHERE d.id = due.id
    RETURNING d.id, d.consumer, d.state
    """
).bindparams(
    bindparam("now", type_=DateTime(timezone=True)),
    bindparam("lease", type_=Interval),
    bindparam("longest_lease", type_=Interval),
)
GIVE_BACK: Final = text(
    "UPDATE bus.delivery SET next_at = :later, ring_count = ring_count - 1 WHERE id = ANY(:ids) AND state = 'waiting'"
)

Ring = Callable[[str, UUID], None]


class Relay:
    """One of these is enough; two do no harm, since each delivery is claimed by one."""

    def __init__(self, database: Database, ring: Ring, lease: timedelta = LEASE) -> None:
        self.database = database
        self.ring = ring
        self.lease = lease

    async def run(self, stop: asyncio.Event) -> None:
        """Rings until told to stop. Rests longer while there is nothing to do or a server is away."""
        pause = SHORTEST_PAUSE_S
        while not stop.is_set():
            try:
                moved = await self.move()
            except (DBAPIError, OSError):
                log.warning("relay.database_away")
                moved = 0
            pause = SHORTEST_PAUSE_S if moved else min(pause * 1.5, LONGEST_PAUSE_S)
            await _wait(stop, pause)

    async def move(self) -> int:
        """Claims what is due and rings for it; returns how many rang."""
        claimed = await self._claim()
        rung = await asyncio.to_thread(self._ring_all, claimed)
        if rung < len(claimed):
            await self._give_back([row["id"] for row in claimed[rung:]])
        return rung

    async def _claim(self) -> Sequence[Mapping[str, Any]]:
        leases = {"lease": self.lease, "longest_lease": max(self.lease, LONGEST_LEASE)}
        values = {"now": now(), **leases, "rings": RINGS, "window": WINDOW, "batch": BATCH}
        async with self.database.transaction() as session:
            rows = (await session.execute(CLAIM, values)).mappings().all()
        return [dict(row) for row in rows if row["state"] == "waiting"]

    def _ring_all(self, claimed: Sequence[Mapping[str, Any]]) -> int:
        """In a thread: `send()` is synchronous and waits for seconds when Redis is away. Returns how many went out."""
        for count, row in enumerate(claimed):
            try:
                self.ring(row["consumer"], row["id"])
            except (redis.RedisError, OSError):
                log.warning("relay.redis_away", kept=len(claimed) - count)
                return count
        return len(claimed)

    async def _give_back(self, ids: list[UUID]) -> None:
        later = now() + timedelta(seconds=1)

        async def write(session: AsyncSession) -> None:
            await session.execute(GIVE_BACK, {"ids": ids, "later": later})

        await self.database.run(write)


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
