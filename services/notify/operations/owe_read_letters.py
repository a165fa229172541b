"""Owing the letter that tells what was read."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, literal, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.letters import READ
from services.notify.storage.journeys import lock_receipt
from services.notify.storage.tables import CONFIRMED, WAITING, Journey, Notification, Subscription
from shared.contracts.notifications import NotificationQueued
from shared.contracts.routes import publish
from shared.kit.storage import Moment


async def owe_read_letters(session: AsyncSession, receipt_digest: bytes, at: datetime) -> None:
    """Queues one letter per confirmed subscription of an assessed response that has none yet.

    Asked after each of the three facts (receipt, assessment, confirmation): whichever comes last makes the letter.
    """
    await lock_receipt(session, receipt_digest)
    owed = (
        select(
            func.gen_random_uuid(),
            Subscription.id,
            literal(READ.letter),
            literal(READ.occasion),
            literal(WAITING),
            literal(at, Moment()),
        )
        .join(Journey, Journey.receipt_digest == Subscription.receipt_digest)
        .where(
            Subscription.receipt_digest == receipt_digest,
            Subscription.state == CONFIRMED,
            Journey.assessed_at.is_not(None),
        )
    )
    statement = (
        insert(Notification)
        .from_select(["id", "subscription_id", "letter", "occasion", "state", "queued_at"], owed)
        .on_conflict_do_nothing()
        .returning(Notification.id)
    )
    queued = (await session.scalars(statement)).all()
    if queued:
        await publish(session, *(NotificationQueued(notification_id) for notification_id in queued))
