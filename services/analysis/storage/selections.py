"""Which responses a choice of staff comes to: only participants', only what may be shown and counts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import Stance
from services.analysis.storage.passages import SHOWN
from services.analysis.storage.sides import speaks
from services.analysis.storage.tables import (
    Exclusion,
    Passage,
    PromiseSettled,
    Response,
    Screening,
    Selection,
    StandingTag,
    TopicTag,
)


async def responses_of_standard(
    session: AsyncSession, campaign_id: UUID, standard: str, stance: Stance | None
) -> Sequence[UUID]:
    """`stance` None: whatever they say of it."""
    query = select(StandingTag.response_id).where(StandingTag.standard == standard)
    query = query.where(StandingTag.stance == stance) if stance else query
    return await _chosen(session, campaign_id, query, StandingTag)


async def responses_of_topic(session: AsyncSession, campaign_id: UUID, topic: str) -> Sequence[UUID]:
    query = select(TopicTag.response_id).where(TopicTag.topic == topic)
    return await _chosen(session, campaign_id, query, TopicTag)


async def responses_of_passages(
    session: AsyncSession, campaign_id: UUID, passage_ids: Collection[UUID]
) -> Sequence[UUID]:
    query = (
        select(Passage.response_id)
        .join(Screening, (Screening.passage_id == Passage.id) & Screening.state.in_(SHOWN))
        .join(Response, Response.id == Passage.response_id)
        .where(Passage.id.in_(passage_ids), *_counts(campaign_id))
    )
    return (await session.scalars(query.distinct())).all()


async def list_selections(session: AsyncSession, campaign_id: UUID, kind: str, key: str) -> Sequence[Selection]:
    """Newest first."""
    query = select(Selection).where(Selection.campaign_id == campaign_id, Selection.kind == kind, Selection.key == key)
    return (await session.scalars(query.order_by(Selection.made_at.desc()))).all()


async def list_promises(session: AsyncSession, campaign_id: UUID) -> Sequence[PromiseSettled]:
    """Promised days that were kept or missed, oldest first."""
    query = select(PromiseSettled).where(PromiseSettled.campaign_id == campaign_id)
    return (await session.scalars(query.order_by(PromiseSettled.promise_on))).all()


async def _chosen(
    session: AsyncSession, campaign_id: UUID, query: Select[UUID], tag: type[StandingTag | TopicTag]
) -> Sequence[UUID]:
    shown = (Screening.passage_id == tag.passage_id) & Screening.state.in_(SHOWN)
    query = query.join(Screening, shown).join(Response, Response.id == tag.response_id)
    return (await session.scalars(query.where(*_counts(campaign_id)).distinct())).all()


def _counts(campaign_id: UUID) -> tuple[Any, ...]:
    excluded = exists().where(Exclusion.response_id == Response.id, Exclusion.undone_at.is_(None))
    return Response.campaign_id == campaign_id, speaks("participants"), ~excluded
