"""How far reading again has come."""

from __future__ import annotations

from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.trainings import AND
from services.analysis.storage.tables import Assessment, Reassessment, Response

RUNNING: Final = "running"
CANCELLED: Final = "cancelled"
FINISHED: Final = "finished"


class Standing(NamedTuple):
    """`unread`: responses that were read, but by another catalogue version than `wanted`, or by another tagger than the
    one that is switched on. `by_catalogue`: whether the catalogue is a reason. `run`: the newest, if any.
    """

    wanted: int
    unread: int
    run: Reassessment | None
    by_catalogue: bool

    @property
    def share(self) -> float:
        return self.run.done / self.run.total if self.run and self.run.total else 0.0


async def read_standing(session: AsyncSession, campaign_id: UUID, wanted: int, tagger: str | None = None) -> Standing:
    other = Assessment.catalogue_version != wanted
    query = (
        select(func.count(), func.count().filter(other))
        .select_from(Response)
        .join(Assessment, (Assessment.response_id == Response.id) & Assessment.current)
        .where(Response.campaign_id == campaign_id, ~_wanted(wanted, tagger))
    )
    count, by_catalogue = (await session.execute(query)).one()
    return Standing(wanted, count, await newest_run(session, campaign_id), by_catalogue > 0)


def unread(campaign_id: UUID, number: int, tagger: str | None = None) -> ColumnElement[bool]:
    """Responses of the campaign whose current reading is by another catalogue version, or by another tagger."""
    read = exists().where(Assessment.response_id == Response.id, Assessment.current, _wanted(number, tagger))
    return and_(Response.campaign_id == campaign_id, ~read)


def _wanted(number: int, tagger: str | None) -> ColumnElement[bool]:
    """Whoever was heard besides the tagger makes no difference."""
    own = func.split_part(Assessment.tagger_version, AND, 1)
    return and_(Assessment.catalogue_version == number, own == tagger if tagger else true())


async def newest_run(session: AsyncSession, campaign_id: UUID) -> Reassessment | None:
    query = select(Reassessment).where(Reassessment.campaign_id == campaign_id)
    return await session.scalar(query.order_by(Reassessment.requested_at.desc()).limit(1))
