"""Campaigns as staff find them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage.sides import speaks
from services.analysis.storage.tables import Campaign, Response


class Listed(NamedTuple):
    campaign: Campaign
    received: int
    latest_at: datetime | None


async def list_campaigns(session: AsyncSession, districts: Collection[str] | None) -> list[Listed]:
    """Newest first, with what participants sent. `districts` None: all of them."""
    query = (
        select(Campaign, func.count(Response.id), func.max(Response.received_at))
        .outerjoin(Response, (Response.campaign_id == Campaign.id) & speaks("participants"))
        .group_by(Campaign.id)
        .order_by(Campaign.opens_at.desc(), Campaign.slug)
    )
    if districts is not None:
        query = query.where(Campaign.district.in_(districts))
    return [Listed(*row) for row in await session.execute(query)]


async def find_campaign(session: AsyncSession, slug: str) -> Campaign | None:
    return await session.scalar(select(Campaign).where(Campaign.slug == slug))
