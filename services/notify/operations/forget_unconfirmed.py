"""Forgetting addresses whose owner never confirmed that they want letters."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.letters import UNCONFIRMED_FOR
from services.notify.operations.end_subscription import end_and_forget
from services.notify.storage.tables import ASKED, Subscription

#: Subscriptions ended in one transaction.
BITE = 200


async def forget_unconfirmed(session: AsyncSession, at: datetime) -> int:
    """Ends what was asked for and not confirmed in time. Returns how many."""
    query = (
        select(Subscription.id, Subscription.contact_id)
        .where(Subscription.state == ASKED, Subscription.asked_at < at - UNCONFIRMED_FOR)
        .order_by(Subscription.contact_id)
        .limit(BITE)
    )
    overdue = (await session.execute(query)).all()
    for subscription_id, contact_id in overdue:
        await end_and_forget(session, subscription_id, contact_id, at)
    return len(overdue)
