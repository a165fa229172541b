"""Noting that a promised day was kept or has passed, and telling analysis, which holds it against a standard."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.promises import settle
from services.notify.storage.outcomes import answered_on
from services.notify.storage.tables import Campaign, Promise
from shared.contracts.outcomes import PromiseSettled
from shared.contracts.routes import publish


async def settle_promise(session: AsyncSession, campaign_id: UUID, today: date) -> None:
    """Settles the day that holds now, once; what is settled stays so."""
    query = (
        select(Promise)
        .join(Campaign, (Campaign.id == Promise.campaign_id) & (Campaign.promise_on == Promise.promise_on))
        .where(Campaign.id == campaign_id, Promise.state == "open")
        .with_for_update(of=Promise)
    )
    promise = await session.scalar(query)
    if promise is None:
        return
    found = settle(promise.promise_on, await answered_on(session, campaign_id), today)
    if found.state == "open":
        return
    assert found.on
    promise.state, promise.settled_on = found.state, found.on
    await session.flush()
    await publish(session, PromiseSettled(campaign_id, promise.promise_on, found.state, found.on))
