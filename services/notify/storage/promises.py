"""Promised days, and what became of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.promises import Clock, clock
from services.notify.storage.outcomes import answered_on
from services.notify.storage.tables import Campaign, Promise


async def read_clock(session: AsyncSession, campaign: Campaign, today: date) -> Clock:
    promised = await session.scalars(select(Promise.promise_on).where(Promise.campaign_id == campaign.id))
    return clock(campaign.promise_on, promised.all(), await answered_on(session, campaign.id), today)


async def read_clocks(session: AsyncSession, campaigns: Collection[Campaign], today: date) -> dict[UUID, Clock]:
    return {campaign.id: await read_clock(session, campaign, today) for campaign in campaigns}
