"""Ending a subscription and forgetting its address."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.settings import Settings
from services.notify.storage.subscriptions import find_subscription
from services.notify.storage.tables import ENDED, Contact, Subscription


async def end_subscription(session: AsyncSession, settings: Settings, token: str, at: datetime) -> str | None:
    """Ends it, however often asked. Returns its state, None for an unknown token.

    The row stays, without its contact, so that the link in an old letter still says that it is over.
    """
    subscription = await find_subscription(session, settings.token_digest(token))
    if subscription is None:
        return None
    if subscription.contact_id:
        await _end(session, subscription.id, subscription.contact_id, at)
    return ENDED


async def end_all(session: AsyncSession, which: Select[UUID], at: datetime) -> int:
    """Ends the subscriptions with these ids and forgets the addresses that nothing else needs. Returns how many."""
    chosen = select(Subscription.id, Subscription.contact_id).where(
        Subscription.id.in_(which), Subscription.contact_id.is_not(None)
    )
    found = (await session.execute(chosen.order_by(Subscription.contact_id))).all()
    for subscription_id, contact_id in found:
        assert contact_id
        await _end(session, subscription_id, contact_id, at)
    return len(found)


async def forget_unneeded(session: AsyncSession, contact_id: UUID) -> None:
    """Forgets the address, unless a subscription needs it."""
    needed = exists().where(Subscription.contact_id == contact_id)
    await session.execute(delete(Contact).where(Contact.id == contact_id, ~needed))


async def _end(session: AsyncSession, subscription_id: UUID, contact_id: UUID, at: datetime) -> None:
    # The contact first: a new subscription to the same address then either waits for its end or keeps it alive.
    await session.execute(select(Contact.id).where(Contact.id == contact_id).with_for_update())
    await session.execute(
        update(Subscription)
        .where(Subscription.id == subscription_id, Subscription.state != ENDED)
        .values(state=ENDED, ended_at=at, contact_id=None)
    )
    await forget_unneeded(session, contact_id)
