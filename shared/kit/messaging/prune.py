"""Letting go of messages that everybody has heard: what they said stands in the services' own tables."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.kit.messaging.tables import DONE, Delivery, Message

#: Long enough to replay what a service did wrong and somebody noticed.
KEPT_FOR: Final = timedelta(days=30)
BITE: Final = 1_000


async def prune_messages(session: AsyncSession, at: datetime) -> int:
    """Deletes messages, with their deliveries, that are old and owed to nobody. Returns how many."""
    owed = exists().where(Delivery.message_id == Message.id, Delivery.state != DONE)
    old = select(Message.id).where(Message.published_at < at - KEPT_FOR, ~owed).limit(BITE)
    return len((await session.execute(delete(Message).where(Message.id.in_(old)).returning(Message.id))).all())
