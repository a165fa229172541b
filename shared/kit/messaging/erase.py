"""Emptying messages about one thing: that it was told stays known, what was told does not."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from shared.kit.messaging.tables import Message

#: Every message says its name in its payload, so an empty one says that there was more.
EMPTY: Final[dict[str, Any]] = {}


async def erase_messages(session: AsyncSession, subject: UUID) -> int:
    """Deliveries of these messages that are still owed, or are owed again by a replay, do nothing. Returns how many.

    A consumer that has read the message already goes on: what it writes has to be erased by what it hears next.
    """
    told = update(Message).where(Message.subject == subject, Message.payload != EMPTY)
    return len((await session.execute(told.values(payload=EMPTY).returning(Message.id))).all())
