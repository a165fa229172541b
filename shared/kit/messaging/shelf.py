"""Deliveries a person must look at, and the state of the bus in a few numbers. Never a payload."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from shared.kit.messaging.tables import DONE, SHELVED, WAITING, Delivery, Message


class Shelved(msgspec.Struct, frozen=True):
    delivery_id: UUID
    consumer: str
    message: str
    published_at: datetime
    attempt_count: int
    error: str


class BusState(msgspec.Struct, frozen=True):
    waiting_count: int
    shelved_count: int
    done_count: int
    oldest: timedelta | None  # age of the oldest waiting message


async def list_shelf(session: AsyncSession, limit: int = 100) -> list[Shelved]:
    query = (
        select(Delivery, Message.name, Message.published_at)
        .join(Message, Message.id == Delivery.message_id)
        .where(Delivery.state == SHELVED)
        .order_by(Message.published_at)
        .limit(limit)
    )
    return [
        Shelved(row.id, row.consumer, name, at, row.attempt_count, row.last_error or "")
        for row, name, at in await session.execute(query)
    ]


async def retry_shelved(session: AsyncSession, at: datetime, delivery_id: UUID | None = None) -> int:
    """Puts one delivery, or all, back in the queue with a clean slate; returns how many."""
    statement = update(Delivery).where(Delivery.state == SHELVED)
    if delivery_id:
        statement = statement.where(Delivery.id == delivery_id)
    changed = statement.values(state=WAITING, next_at=at, attempt_count=0, ring_count=0).returning(Delivery.id)
    return len((await session.execute(changed)).all())


async def discard_shelved(session: AsyncSession, at: datetime, delivery_id: UUID) -> int:
    """Gives one delivery up for good; the row stays and says so."""
    changed = (
        update(Delivery)
        .where(Delivery.state == SHELVED, Delivery.id == delivery_id)
        .values(state=DONE, done_at=at, last_error="discarded by a person")
        .returning(Delivery.id)
    )
    return len((await session.execute(changed)).all())


async def bus_state(session: AsyncSession, at: datetime) -> BusState:
    counts = dict((await session.execute(select(Delivery.state, func.count()).group_by(Delivery.state))).all())
    oldest = await session.scalar(
        select(func.min(Message.published_at)).join(Delivery).where(Delivery.state == WAITING)
    )
    return BusState(
        counts.get(WAITING, 0), counts.get(SHELVED, 0), counts.get(DONE, 0), at - oldest if oldest else None
    )
