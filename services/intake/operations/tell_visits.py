"""Tells how often forms were opened and begun, so that it can be seen how many of those who came answered."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.days import day_of
from services.intake.storage.tables import Channel, Visit
from shared.contracts.campaigns import ChannelVisits, VisitsCounted
from shared.contracts.routes import publish


async def tell_visits(session: AsyncSession, at: datetime) -> int:
    """Of every campaign that somebody visited yesterday or today, all there were so far. Done in one bite."""
    for campaign_id, channels in (await _visited(session, at)).items():
        await publish(session, VisitsCounted(campaign_id, tuple(channels), at))
    return 0


async def _visited(session: AsyncSession, at: datetime) -> dict[UUID, list[ChannelVisits]]:
    late = func.max(Visit.day) >= day_of(at - timedelta(days=1))
    query = (
        select(Channel.campaign_id, Channel.id, func.sum(Visit.opened_count), func.sum(Visit.started_count))
        .join(Visit, Visit.channel_id == Channel.id)
        .group_by(Channel.campaign_id, Channel.id)
        .having(late)
        .order_by(Channel.id)
    )
    found: dict[UUID, list[ChannelVisits]] = defaultdict(list)
    for campaign_id, channel_id, opened, started in await session.execute(query):
        found[campaign_id].append(ChannelVisits(channel_id, opened, started))
    return found
