"""Forgetting addresses whose campaign has long been answered, or should have been."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.letters import KEPT_AFTER_PROMISE
from services.notify.operations.end_subscription import end_all
from services.notify.storage.tables import ENDED, Campaign, Journey, Subscription

#: Subscriptions ended in one transaction.
BITE: Final = 200


async def forget_over(session: AsyncSession, at: datetime) -> int:
    """Ends subscriptions whose promised day is long past. Returns how many."""
    over = (
        select(Subscription.id)
        .join(Journey, Journey.receipt_digest == Subscription.receipt_digest)
        .join(Campaign, Campaign.id == Journey.campaign_id)
        .where(Subscription.state != ENDED, Campaign.promise_on < (at - KEPT_AFTER_PROMISE).date())
    )
    return await end_all(session, over.limit(BITE), at)
