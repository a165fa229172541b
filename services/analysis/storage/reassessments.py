"""How far reading again has come."""

from __future__ import annotations

from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage.tables import Assessment, Reassessment, Response

RUNNING: Final = "running"
CANCELLED: Final = "cancelled"
FINISHED: Final = "finished"


class Standing(NamedTuple):
    """`unread`: responses that were read, but by another catalogue version than `wanted`. `run`: the newest, if any."""

    wanted: int
    unread: int
    run: Reassessment | None

    @property
    def share(self) -> float:
        return self.run.done / self.run.total if self.run and self.run.total else 0.0


async def read_standing(session: AsyncSession, campaign_id: UUID, wanted: int) -> Standing:
    query = (
        select(func.count())
        .select_from(Response)
        .join(Assessment, (Assessment.response_id == Response.id) & Assessment.current)
        .where(Response.campaign_id == campaign_id, Assessment.catalogue_version != wanted)
    )
    return Standing(wanted, await session.scalar(query) or 0, await newest_run(session, campaign_id))


async def newest_run(session: AsyncSession, campaign_id: UUID) -> Reassessment | None:
    query = select(Reassessment).where(Reassessment.campaign_id == campaign_id)
    return await session.scalar(query.order_by(Reassessment.requested_at.desc()).limit(1))
