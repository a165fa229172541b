"""Saying what counts of a response, after an assessment, a review or an exclusion changed it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import state_of
from services.analysis.domain.reviewing import Considered, consider
from services.analysis.storage.reviews import read_decisions
from services.analysis.storage.tables import Assessment, Exclusion, Passage, Response, StandingTag, Tag, TopicTag


async def settle_response(session: AsyncSession, response_id: UUID) -> list[Considered]:
    """Writes the standing tags and the state anew from what there is; returns what is claimed of the response.

    Whoever settles the same response meanwhile waits, and then sees this one's decisions too.
    """
    await session.execute(select(Response.id).where(Response.id == response_id).with_for_update())
    texts = await _texts(session, response_id)
    decisions = await read_decisions(session, list(texts))
    considered = consider(await _claims(session, response_id), decisions)
    excluded = await _is_excluded(session, response_id)
    state = "excluded" if excluded else state_of(texts.values(), considered, await _has_topic(session, response_id))
    current = update(Assessment).where(Assessment.response_id == response_id, Assessment.current)
    await session.execute(current.values(state=state))
    await _write(session, response_id, [] if excluded else [one for one in considered if one.counts])
    return considered


async def _texts(session: AsyncSession, response_id: UUID) -> dict[UUID, str]:
    query = select(Passage.id, Passage.text).where(Passage.response_id == response_id)
    return dict((await session.execute(query)).all())


async def _claims(session: AsyncSession, response_id: UUID) -> list[Considered]:
    """What the current assessment claims, surest last."""
    query = (
        select(Tag.passage_id, Tag.standard, Tag.stance, Tag.start, Tag.end, Tag.confidence)
        .join(Assessment, Assessment.id == Tag.assessment_id)
        .where(Assessment.response_id == response_id, Assessment.current)
        .order_by(Tag.confidence)
    )
    return [Considered(**row._mapping) for row in await session.execute(query)]


async def _has_topic(session: AsyncSession, response_id: UUID) -> bool:
    return await session.scalar(select(TopicTag.topic).where(TopicTag.response_id == response_id).limit(1)) is not None


async def _is_excluded(session: AsyncSession, response_id: UUID) -> bool:
    query = select(Exclusion.id).where(Exclusion.response_id == response_id, Exclusion.undone_at.is_(None))
    return await session.scalar(query) is not None


async def _write(session: AsyncSession, response_id: UUID, standing: Sequence[Considered]) -> None:
    await session.execute(delete(StandingTag).where(StandingTag.response_id == response_id))
    if standing:
        await session.execute(insert(StandingTag), [_row(response_id, one) for one in standing])


def _row(response_id: UUID, one: Considered) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__struct_fields__} | {"response_id": response_id}
