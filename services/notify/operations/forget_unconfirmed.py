"""Forgetting addresses whose owner never confirmed that they want letters."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.letters import UNCONFIRMED_FOR
from services.notify.operations.end_subscription import end_all
from services.notify.storage.tables import ASKED, Subscription

#: Subscriptions ended in one transaction.
BITE: Final = 200


async def forget_unconfirmed(session: AsyncSession, at: datetime) -> int:
    """Ends what was asked for and not confirmed in time. Returns how many."""
    overdue = select(Subscription.id).where(Subscription.state == ASKED, Subscription.asked_at < at - UNCONFIRMED_FOR)
    return await end_all(session, overdue.limit(BITE), at)
