"""Reading one response again, for a reassessment."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.operations.assess_response import Subject, is_withdrawn, read_response
from services.analysis.operations.reassess_campaign import count_as_read
from services.analysis.storage.catalogue import Effective, find_version, read_document_of
from services.analysis.storage.reassessments import RUNNING
from services.analysis.storage.tables import Assessment, Reassessment, ReassessmentItem, Response
from shared.contracts.assessments import ReassessmentRequested


async def reassess_response(session: AsyncSession, message: ReassessmentRequested, at: datetime) -> bool:
    """False when the run was stopped, or this response was read for it before, or is gone."""
    state = select(Reassessment.state).where(Reassessment.id == message.reassessment_id)
    if await session.scalar(state) != RUNNING:
        return False
    item = (
        ReassessmentItem.reassessment_id == message.reassessment_id,
        ReassessmentItem.response_id == message.response_id,
        ReassessmentItem.done_at.is_(None),
    )
    done = update(ReassessmentItem).where(*item).values(done_at=at).returning(ReassessmentItem.response_id)
    if await session.scalar(done) is None:
        return False
    await _read(session, message, at)
    await count_as_read(session, message.reassessment_id, at)
    return True


async def _read(session: AsyncSession, message: ReassessmentRequested, at: datetime) -> None:
    """A response that a newer version has read meanwhile keeps that reading; of a withdrawn one nothing is left."""
    if await is_withdrawn(session, message.response_id):
        return
    response = await session.get_one(Response, message.response_id)
    current = select(Assessment.catalogue_version).filter_by(response_id=message.response_id, current=True)
    if (await session.scalar(current) or 0) > message.catalogue_version:
        return
    version = await find_version(session, message.catalogue_version)
    assert version, "a run names a published version"
    effective = Effective(version, await read_document_of(session, version))
    await read_response(session, Subject(response.id, response.campaign_id, response.language), effective, at)
