"""Which responses a choice of staff comes to: only participants', only what may be shown and counts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, Integer, Select, Text, Uuid, bindparam, exists, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import Stance
from services.analysis.results.storage.standards import read_scales
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

#: Who ticks one of the scales, and on which side of its middle: above it is kept, below it is not.
RATERS: Final = (
    text(
        """
        SELECT r.id FROM analysis.response r
        CROSS JOIN jsonb_array_elements(r.closed) AS a (answer)
        JOIN unnest(:keys, :points) AS s (key, points) ON s.key = answer->>'question'
        WHERE r.campaign_id = :campaign_id
          AND sign(2 * (CAST(answer->'values'->>0 AS int) - 1) - (s.points - 1)) = ANY(:sides)
        """
    )
    .bindparams(
        bindparam("keys", type_=ARRAY(Text)),
        bindparam("points", type_=ARRAY(Integer)),
        bindparam("sides", type_=ARRAY(Integer)),
        bindparam("campaign_id", type_=Uuid),
    )
    .columns(Response.id)
)
#: No scale has room for a suggestion.
_RATED: Final[dict[Stance | None, tuple[int, ...]]] = {"met": (1,), "not_met": (-1,), None: (-1, 0, 1)}


async def responses_of_standard(
    session: AsyncSession, campaign_id: UUID, standard: str, stance: Stance | None
) -> Sequence[UUID]:
    """Those who write of it. `stance` None: whatever they say of it."""
    query = select(StandingTag.response_id).where(StandingTag.standard == standard)
    query = query.where(StandingTag.stance == stance) if stance else query
    return await _chosen(session, campaign_id, query, StandingTag)


async def responses_that_rate(
    session: AsyncSession, campaign_id: UUID, standard: str, stance: Stance | None
) -> Sequence[UUID]:
    """Those who tick how well it is kept, be it without a word."""
    scales = [one for one in await read_scales(session, campaign_id) if one.standard == standard]
    raters = RATERS.bindparams(
        keys=[one.question for one in scales],
        points=[one.points for one in scales],
        sides=_RATED.get(stance, ()),
        campaign_id=campaign_id,
    )
    return (await session.scalars(select(Response.id).where(Response.id.in_(raters), *_counts(campaign_id)))).all()


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
