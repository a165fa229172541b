"""Telling the other services what counts of a response now: after it was read, and after people decided about it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import Claim, touched
from services.analysis.storage.tables import Assessment, Response, TopicTag
from shared.contracts.assessments import ResponseAssessed, StandardTouched
from shared.contracts.routes import publish


async def tell_response(session: AsyncSession, response_id: UUID, claims: Iterable[Claim]) -> None:
    """Says what settle_response found to count. It locked the response, so revisions are told in their order."""
    counted = update(Response).where(Response.id == response_id).values(revision=Response.revision + 1)
    revision = await session.scalar(counted.returning(Response.revision))
    query = (
        select(Response.campaign_id, Assessment.assessed_at, Assessment.catalogue_version, Assessment.tagger_version)
        .join(Assessment, (Assessment.response_id == Response.id) & Assessment.current)
        .where(Response.id == response_id)
    )
    reading = (await session.execute(query)).one()
    said = tuple(StandardTouched(*one) for one in touched(claims))
    topics = select(TopicTag.topic).where(TopicTag.response_id == response_id).distinct().order_by(TopicTag.topic)
    named = tuple(await session.scalars(topics))
    await publish(
        session,
        ResponseAssessed(response_id, **reading._mapping, touched=said, revision=revision or 0, topics=named),
    )
