"""Reading a campaign's responses again with another catalogue version: asked for, stopped, gone on with."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import exists, literal, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage.catalogue import Version
from services.analysis.storage.reassessments import CANCELLED, FINISHED, RUNNING, unread
from services.analysis.storage.tables import Campaign, Reassessment, ReassessmentItem, Response
from shared.contracts.assessments import ReassessmentRequested
from shared.contracts.routes import publish
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

#: Messages written with one statement.
TOGETHER: Final = 500


async def request_reassessment(
    session: AsyncSession, campaign_id: UUID, version: Version, by: SignedIn, at: datetime, tagger: str | None = None
) -> bool:
    """Owes a reading to every response that this version has not read; False when there is none, or a run is on.

    `tagger`: the version that is to have read it too. A run with an older catalogue version gives way.
    """
    await _lock(session, campaign_id)
    running = (Reassessment.campaign_id == campaign_id, Reassessment.state == RUNNING)
    older = update(Reassessment).where(*running, Reassessment.catalogue_version != version.number)
    await session.execute(older.values(state=CANCELLED, ended_at=at))
    if await session.scalar(select(Reassessment.id).where(*running)):
        return False
    if not await session.scalar(select(Response.id).where(unread(campaign_id, version.number, tagger)).limit(1)):
        return False
    run = Reassessment(
        id=random_id(),
        campaign_id=campaign_id,
        catalogue_version=version.number,
        total=0,
        done=0,
        state=RUNNING,
        requested_at=at,
    )
    session.add(run)
    await session.flush()
    run.total = await _owe(session, run, tagger)
    await record_change(session, by, "reassessment.requested", run.id, {"total": run.total, "version": version.number})
    await _tell(session, run, at)
    return True


async def cancel_reassessment(session: AsyncSession, run: Reassessment, by: SignedIn, at: datetime) -> bool:
    """What was read stays read; the rest is left alone. False when it has ended already."""
    stopped = update(Reassessment).where(Reassessment.id == run.id, Reassessment.state == RUNNING)
    values = {"state": CANCELLED, "ended_at": at}
    if await session.scalar(stopped.values(values).returning(Reassessment.id)) is None:
        return False
    await record_change(session, by, "reassessment.cancelled", run.id)
    return True


async def resume_reassessment(session: AsyncSession, run: Reassessment, by: SignedIn, at: datetime) -> bool:
    """Asks again for what is not read; False unless it is cancelled and the newest."""
    await _lock(session, run.campaign_id)
    later = Reassessment.requested_at > run.requested_at
    if await session.scalar(select(Reassessment.id).where(Reassessment.campaign_id == run.campaign_id, later).limit(1)):
        return False
    resumed = update(Reassessment).where(Reassessment.id == run.id, Reassessment.state == CANCELLED)
    values = {"state": RUNNING, "ended_at": None}
    if await session.scalar(resumed.values(values).returning(Reassessment.id)) is None:
        return False
    await record_change(session, by, "reassessment.resumed", run.id)
    await _tell(session, run, at)
    return True


async def count_as_read(session: AsyncSession, run_id: UUID, at: datetime) -> None:
    """One response more. The run ends when nothing is owed, also where responses were erased meanwhile."""
    counted = update(Reassessment).where(Reassessment.id == run_id).values(done=Reassessment.done + 1)
    await session.execute(counted)
    owed = exists().where(ReassessmentItem.reassessment_id == run_id, ReassessmentItem.done_at.is_(None))
    ended = update(Reassessment).where(Reassessment.id == run_id, Reassessment.state == RUNNING, ~owed)
    await session.execute(ended.values(state=FINISHED, ended_at=at))


async def _lock(session: AsyncSession, campaign_id: UUID) -> None:
    """Two people who ask at the same moment ask one after the other."""
    await session.execute(select(Campaign.id).where(Campaign.id == campaign_id).with_for_update())


async def _owe(session: AsyncSession, run: Reassessment, tagger: str | None) -> int:
    owed = select(literal(run.id), Response.id).where(unread(run.campaign_id, run.catalogue_version, tagger))
    statement = insert(ReassessmentItem).from_select(["reassessment_id", "response_id"], owed)
    return len((await session.scalars(statement.returning(ReassessmentItem.response_id))).all())


async def _tell(session: AsyncSession, run: Reassessment, at: datetime) -> None:
    """One message per response, so that many workers share them and one failure stops nothing else."""
    query = select(ReassessmentItem.response_id).filter_by(reassessment_id=run.id, done_at=None)
    owed = (await session.scalars(query)).all()
    for first in range(0, len(owed), TOGETHER):
        some = owed[first : first + TOGETHER]
        await publish(session, *(_message(run, response_id, at) for response_id in some))


def _message(run: Reassessment, response_id: UUID, at: datetime) -> ReassessmentRequested:
    return ReassessmentRequested(
        response_id=response_id,
        campaign_id=run.campaign_id,
        reassessment_id=run.id,
        catalogue_version=run.catalogue_version,
        requested_at=at,
    )
