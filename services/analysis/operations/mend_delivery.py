"""What a person decides about deliveries on the shelf; each decision leaves its entry in the audit trail."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from shared.kit.messaging.shelf import discard_shelved, list_shelf, retry_shelved
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def retry_delivery(session: AsyncSession, delivery_id: UUID, by: SignedIn, at: datetime) -> int:
    """Owes it again; 0 when somebody else was faster."""
    count = await retry_shelved(session, at, delivery_id)
    if count:
        await record_change(session, by, "delivery.retried", delivery_id)
    return count


async def retry_everything(session: AsyncSession, by: SignedIn, at: datetime) -> int:
    """All that is listed on the shelf; returns how many."""
    return sum([await retry_delivery(session, one.delivery_id, by, at) for one in await list_shelf(session)])


async def discard_delivery(session: AsyncSession, delivery_id: UUID, by: SignedIn, at: datetime) -> int:
    """Gives it up for good; 0 when somebody else was faster."""
    count = await discard_shelved(session, at, delivery_id)
    if count:
        await record_change(session, by, "delivery.discarded", delivery_id)
    return count
