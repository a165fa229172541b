"""Doing one delivery, effectively once: whoever rings, and however often."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import msgspec
import structlog
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from shared.kit.clock import now
from shared.kit.log import describe_error
from shared.kit.messaging.consumers import Consumer, Consumers, NotYet, Permanent
from shared.kit.messaging.erase import EMPTY
from shared.kit.messaging.publish import Routes
from shared.kit.messaging.tables import DONE, SHELVED, WAITING, Delivery, Message
from shared.kit.storage import Database, is_disconnect

log = structlog.get_logger()

ATTEMPTS: Final = 8
FIRST_PAUSE: Final = timedelta(seconds=2)
LONGEST_PAUSE: Final = timedelta(hours=1)


class Deliverer:
    """Does deliveries for one service under its own database role."""

    def __init__(self, database: Database, routes: Routes, consumers: Consumers) -> None:
        self.database = database
        self.routes = routes
        self.consumers = consumers

    async def deliver(self, delivery_id: UUID) -> None:
        """Does the work that this delivery owes, unless it is done already or somebody is at it.

        Never raises for a failed delivery: the row says what went wrong and when it is due again.
        """
        try:
            await self._try(delivery_id)
        except NotYet as later:
            await self._put_off(delivery_id, later.pause)
        except Permanent as error:
            await self._record(delivery_id, str(error), give_up=True)
        except msgspec.ValidationError as error:
            await self._record(delivery_id, describe_error(error), give_up=True)
        except Exception as error:  # whatever it was, the row must say so
            if isinstance(error, DBAPIError) and is_disconnect(error):
                log.warning("delivery.database_away", delivery=str(delivery_id))
                return  # nothing was written: the lease ends and the bell rings again
            await self._record(delivery_id, describe_error(error), give_up=False)

    async def _try(self, delivery_id: UUID) -> None:
        async with self.database.transaction() as session:
            owed = await _lock(session, delivery_id)
            if owed is None:
                return
            delivery, message = owed
            if message.payload == EMPTY:
                await _finish(session, delivery_id)
                return
            consumer = self.consumers[delivery.consumer]
            fact = self.routes.read(message.name, message.payload)
            if consumer.handler:
                await consumer.handler(session, fact)
                await _finish(session, delivery_id)
                return
        await self._run_errand(delivery_id, consumer, fact)

    async def _run_errand(self, delivery_id: UUID, consumer: Consumer, fact: msgspec.Struct) -> None:
        """The lock is not held while the errand is outside: it guards itself by a claim of its own."""
        assert consumer.errand
        await consumer.errand(self.database, fact)
        await self.database.run(lambda session: _finish(session, delivery_id))

    async def _record(self, delivery_id: UUID, error: str, *, give_up: bool) -> None:
        async def write(session: AsyncSession) -> None:
            delivery = await session.get_one(Delivery, delivery_id, with_for_update=True)
            if delivery.state == WAITING:
                fail(delivery, error, now(), give_up=give_up)
                log.warning("delivery.failed", delivery=str(delivery_id), consumer=delivery.consumer, error=error)

        await self._note(delivery_id, write)

    async def _put_off(self, delivery_id: UUID, pause: timedelta) -> None:
        """It was answered: its rings are not held against it, and none is under way that would keep others waiting."""
        waiting = update(Delivery).where(Delivery.id == delivery_id, Delivery.state == WAITING)
        later = waiting.values(next_at=now() + pause, ring_count=0, rung_at=None)

        async def write(session: AsyncSession) -> None:
            await session.execute(later)

        await self._note(delivery_id, write)

    async def _note(self, delivery_id: UUID, write: Callable[[AsyncSession], Awaitable[None]]) -> None:
        try:
            await self.database.run(write)
        except (DBAPIError, OSError) as away:
            if not is_disconnect(away):
                raise
            log.warning("delivery.database_away", delivery=str(delivery_id))  # the lease ends and the bell rings again


def fail(delivery: Delivery, error: str, at: datetime, *, give_up: bool) -> None:
    """Notes a failed attempt: another one after a growing pause, or the shelf."""
    delivery.attempt_count += 1
    delivery.last_error = error[:200]
    if give_up or delivery.attempt_count >= ATTEMPTS:
        delivery.state = SHELVED
    else:
        delivery.next_at = at + pause_after(delivery.attempt_count)


def pause_after(attempts: int) -> timedelta:
    """2 s, 6 s, 18 s … up to an hour, each up to a quarter longer so that a crowd does not come back at once."""
    longest: timedelta = min(FIRST_PAUSE * 3 ** (attempts - 1), LONGEST_PAUSE)
    return longest * random.uniform(1, 1.25)


async def _lock(session: AsyncSession, delivery_id: UUID) -> tuple[Delivery, Message] | None:
    """The delivery and its message, or None when it is done, shelved, gone, or in somebody else's hands."""
    query = (
        select(Delivery, Message)
        .join(Message, Message.id == Delivery.message_id)
        .where(Delivery.id == delivery_id, Delivery.state == WAITING)
        .with_for_update(of=Delivery, skip_locked=True)
    )
    row = (await session.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None


async def _finish(session: AsyncSession, delivery_id: UUID) -> None:
    await session.execute(
        update(Delivery)
        .where(Delivery.id == delivery_id, Delivery.state == WAITING)
        .values(state=DONE, done_at=now(), last_error=None)
    )
