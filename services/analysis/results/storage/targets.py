"""What is known of a campaign beside its responses: targets, where its channels are, how many came to the form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.storage.target_tables import Target
from services.analysis.results.storage.visit_tables import Visit
from services.analysis.storage.sides import DEPARTMENT
from services.analysis.storage.tables import Channel


class Aims(NamedTuple):
    """`target`: responses aimed at, 0 for none. `opened`, `started`: how often its forms were, exactly.

    By the code of a channel, as far as known: `channels`, responses aimed at there; `spots`, longitude and latitude;
    `visits`, how often its form was opened and begun.
    """

    target: int = 0
    opened: int = 0
    started: int = 0
    channels: Mapping[str, int] = {}
    spots: Mapping[str, tuple[float, float]] = {}
    visits: Mapping[str, tuple[int, int]] = {}


async def read_aims(session: AsyncSession, campaign_id: UUID) -> Aims:
    visits = {one.channel_id: one for one in await session.scalars(select(Visit).filter_by(campaign_id=campaign_id))}
    ways = await list_ways(session, campaign_id)
    targets = await read_targets(session, campaign_id)
    return Aims(
        target=targets.get(campaign_id, 0),
        opened=sum(one.opened_count for one in visits.values()),
        started=sum(one.started_count for one in visits.values()),
        channels={one.code: targets[one.id] for one in ways if one.id in targets},
        spots={one.code: (one.longitude, one.latitude) for one in ways if one.longitude and one.latitude},
        visits={one.code: (found.opened_count, found.started_count) for one in ways if (found := visits.get(one.id))},
    )


async def read_targets(session: AsyncSession, campaign_id: UUID) -> Mapping[UUID, int]:
    """By campaign or channel; those without a target are left out."""
    rows = await session.scalars(select(Target).filter_by(campaign_id=campaign_id))
    return {row.subject_id: row.response_count for row in rows}


async def list_ways(session: AsyncSession, campaign_id: UUID) -> Sequence[Channel]:
    """The channels of participants, the first first."""
    own = select(Channel).where(Channel.campaign_id == campaign_id, Channel.kind != DEPARTMENT)
    return (await session.scalars(own.order_by(Channel.opened_at, Channel.place))).all()
