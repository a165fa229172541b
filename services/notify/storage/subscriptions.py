"""Finding subscriptions: by the token of their links, and by the receipt they were asked for with."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.storage.tables import Contact, Subscription


async def find_subscription(session: AsyncSession, token_digest: bytes) -> Subscription | None:
    return await session.scalar(select(Subscription).where(Subscription.token_digest == token_digest))


class Way(NamedTuple):
    """One way in which somebody is told. `kind`: domain/media.py."""

    id: UUID
    kind: str
    state: str
    asked_at: datetime


async def list_ways(session: AsyncSession, receipt_digest: bytes) -> list[Way]:
    """How whoever sent this response is told, oldest first; without a single address."""
    query = (
        select(Subscription.id, Contact.kind, Subscription.state, Subscription.asked_at)
        .join(Contact, Contact.id == Subscription.contact_id)
        .where(Subscription.receipt_digest == receipt_digest)
        .order_by(Subscription.asked_at, Subscription.id)
    )
    return [Way(*row) for row in await session.execute(query)]
