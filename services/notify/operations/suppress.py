"""Writing no more to an address that cannot be reached, or whose owner complained."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.posting import QUIET_AFTER_BOUNCE, QUIET_AFTER_COMPLAINT
from services.notify.operations.end_subscription import end_all
from services.notify.storage.providers import forget_providers
from services.notify.storage.tables import Contact, Subscription, Suppression

Reason = Literal["bounced", "complained"]


async def suppress(session: AsyncSession, contact_id: UUID, reason: Reason, at: datetime) -> int:
    """Ends every subscription of the address and remembers its digest for a while. Returns how many ended.

    A complaint weighs more than a bounce and is not shortened by one.
    """
    digest = await session.scalar(select(Contact.address_digest).where(Contact.id == contact_id))
    if digest is None:
        return 0
    until = at + (QUIET_AFTER_COMPLAINT if reason == "complained" else QUIET_AFTER_BOUNCE)
    known = {"reason": reason, "noted_at": at, "until_at": until}
    statement = insert(Suppression).values(address_digest=digest, **known)
    longer = Suppression.until_at < until
    await session.execute(statement.on_conflict_do_update(index_elements=["address_digest"], set_=known, where=longer))
    return await end_all(session, select(Subscription.id).where(Subscription.contact_id == contact_id), at)


async def is_suppressed(session: AsyncSession, address_digest: bytes, at: datetime) -> bool:
    query = select(Suppression.reason).where(Suppression.address_digest == address_digest, Suppression.until_at > at)
    return await session.scalar(query) is not None


async def forget_trouble(session: AsyncSession, at: datetime) -> int:
    """Lets go of addresses whose time is up, and of mail domains that have been well for a week. Returns how many."""
    gone = delete(Suppression).where(Suppression.until_at <= at).returning(Suppression.address_digest)
    return len((await session.execute(gone)).all()) + await forget_providers(session, at)
