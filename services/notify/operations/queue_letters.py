"""Owing many letters with few statements, and telling the bus in bags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.storage.tables import Notification
from shared.contracts.notifications import LettersQueued, NotificationQueued
from shared.contracts.routes import publish

#: Letters of one delivery: claimed in one transaction, composed from what was read once.
BAG: Final = 100
#: Messages written with one statement.
BITE: Final = 100
_COLUMNS: Final = ("id", "subscription_id", "letter", "occasion", "state", "queued_at")


async def queue_letters(session: AsyncSession, owed: Select[Any]) -> int:
    """`owed` has the columns id, subscription, letter, occasion, state, queued_at; what is owed already is left out.

    Returns how many were queued.
    """
    statement = insert(Notification).from_select(_COLUMNS, owed).on_conflict_do_nothing().returning(Notification.id)
    queued = (await session.scalars(statement)).all()
    await ring_for(session, queued)
    return len(queued)


async def ring_for(session: AsyncSession, notification_ids: Sequence[UUID]) -> None:
    """Tells the bus that these letters are waiting."""
    if len(notification_ids) == 1:
        await publish(session, NotificationQueued(notification_ids[0]))
        return
    bags = [tuple(notification_ids[start : start + BAG]) for start in range(0, len(notification_ids), BAG)]
    for start in range(0, len(bags), BITE):
        await publish(session, *map(LettersQueued, bags[start : start + BITE]))
