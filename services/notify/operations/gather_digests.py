"""Owing the letter of the week to those who want everything at once, once a week."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, literal, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.letters import DIGEST
from services.notify.domain.posting import digest_week
from services.notify.operations.queue_letters import ring_for
from services.notify.storage.tables import GATHERED, WAITING, Notification
from shared.kit.storage import Moment
from shared.kit.web.pages import ZONE

#: Subscriptions served in one transaction.
BITE: Final = 500


async def gather_digests(session: AsyncSession, at: datetime) -> int:
    """Owes the letter of this week wherever something is gathered, and puts that into it. Returns how many letters.

    Once a week for each subscription: what is gathered after it goes into the next.
    """
    week = digest_week(at.astimezone(ZONE))
    if week is None:
        return 0
    digests = await _owe(session, week, at)
    for digest_id, subscription_id in digests:
        waiting = (Notification.state == GATHERED) & Notification.digest_id.is_(None)
        mine = update(Notification).where(Notification.subscription_id == subscription_id, waiting)
        await session.execute(mine.values(digest_id=digest_id))
    await ring_for(session, [digest_id for digest_id, _ in digests])
    return len(digests)


async def _owe(session: AsyncSession, week: str, at: datetime) -> list[tuple[UUID, UUID]]:
    had = select(Notification.subscription_id).where(Notification.letter == DIGEST, Notification.occasion == week)
    owed = (
        select(Notification.subscription_id)
        .where(
            Notification.state == GATHERED, Notification.digest_id.is_(None), Notification.subscription_id.not_in(had)
        )
        .distinct()
        .limit(BITE)
        .subquery()
    )
    columns = ["id", "subscription_id", "letter", "occasion", "state", "queued_at"]
    row = select(
        func.gen_random_uuid(),
        owed.c.subscription_id,
        literal(DIGEST),
        literal(week),
        literal(WAITING),
        literal(at, Moment()),
    )
    statement = insert(Notification).from_select(columns, row).on_conflict_do_nothing()
    made = await session.execute(statement.returning(Notification.id, Notification.subscription_id))
    return [(one[0], one[1]) for one in made]
