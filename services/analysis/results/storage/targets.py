"""What is known of a campaign beside its responses: targets, and how many came as far as the form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.storage.target_tables import Target
from services.analysis.results.storage.visit_tables import Visit


class Aims(NamedTuple):
    """`target`: responses aimed at, 0 for none. `opened`, `started`: how often its forms were, exactly."""

    target: int = 0
    opened: int = 0
    started: int = 0


async def read_aims(session: AsyncSession, campaign_id: UUID) -> Aims:
    target = select(Target.response_count).where(Target.subject_id == campaign_id).scalar_subquery()
    opened, started = func.sum(Visit.opened_count), func.sum(Visit.started_count)
    query = select(target, opened, started).where(Visit.campaign_id == campaign_id)
    found = (await session.execute(query)).one()
    return Aims(*(count or 0 for count in found))


async def read_targets(session: AsyncSession, campaign_id: UUID) -> Mapping[UUID, int]:
    """By campaign or channel; those without a target are left out."""
    rows = await session.scalars(select(Target).filter_by(campaign_id=campaign_id))
    return {row.subject_id: row.response_count for row in rows}
