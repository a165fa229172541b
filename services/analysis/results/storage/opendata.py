"""Campaigns whose tables are open to everybody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.days import day_of
from services.analysis.results.domain.opendata import Dataset
from services.analysis.results.storage.export_tables import OpenData
from services.analysis.storage.tables import Campaign, Response
from shared.kit.web.pages import last_day


class Opened(NamedTuple):
    campaign: Campaign
    dataset: Dataset


async def list_open(session: AsyncSession, slug: str = "") -> Sequence[Opened]:
    """Newest first; with a slug that one, or none."""
    newest = select(func.max(Response.day)).where(Response.campaign_id == Campaign.id).scalar_subquery()
    query = (
        select(Campaign, OpenData.published_at, newest.label("newest"))
        .join(OpenData, OpenData.campaign_id == Campaign.id)
        .order_by(Campaign.opens_at.desc(), Campaign.slug)
    )
    rows = await session.execute(query.where(Campaign.slug == slug) if slug else query)
    return [Opened(row.Campaign, _dataset(row)) for row in rows]


def _dataset(row: Any) -> Dataset:
    campaign, issued = row.Campaign, day_of(row.published_at)
    newest = row.newest
    return Dataset(
        slug=campaign.slug,
        title=campaign.title.get("de") or next(iter(campaign.title.values()), campaign.slug),
        office=campaign.office,
        first=day_of(campaign.opens_at),
        last=last_day(campaign.closes_at),
        issued=issued,
        modified=max(issued, newest) if newest else issued,
    )
