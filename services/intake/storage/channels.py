"""Channels as staff and printers find them: one by one, with how often they were opened, and where they lead."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Date, Integer, Uuid, bindparam, func, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign import running
from services.intake.domain.channels import NOT_PARTICIPANTS, way_in
from services.intake.domain.funnel import Funnel
from services.intake.domain.questionnaire import Translated
from services.intake.storage.tables import Campaign, Channel, Response, Visit

#: What a web process counted since it last did, in one statement.
COUNT = text(
    """
    INSERT INTO intake.visit (channel_id, day, opened_count, started_count)
    SELECT * FROM unnest(:channels, :days, :opened, :started)
    ON CONFLICT (channel_id, day) DO UPDATE SET opened_count = visit.opened_count + excluded.opened_count,
        started_count = visit.started_count + excluded.started_count
    """
).bindparams(
    bindparam("channels", type_=ARRAY(Uuid)),
    bindparam("days", type_=ARRAY(Date)),
    bindparam("opened", type_=ARRAY(Integer)),
    bindparam("started", type_=ARRAY(Integer)),
)


class Successor(NamedTuple):
    """Another channel that takes answers. `same`: of the same campaign."""

    code: str
    title: Translated
    place: str
    same: bool


class Open(NamedTuple):
    """A channel that codes may lead on to."""

    channel: Channel
    campaign: Campaign


async def find_channel(
    session: AsyncSession, campaign_id: UUID, channel_id: UUID, *, lock: bool = False
) -> Channel | None:
    query = select(Channel).where(Channel.id == channel_id, Channel.campaign_id == campaign_id)
    return await session.scalar(query.with_for_update() if lock else query)


async def list_channels(session: AsyncSession, campaign_id: UUID) -> Sequence[Channel]:
    """Oldest first, those that were opened together by place."""
    query = select(Channel).where(Channel.campaign_id == campaign_id)
    return (await session.scalars(query.order_by(Channel.opened_at, Channel.place, Channel.code))).all()


async def read_funnels(session: AsyncSession, campaign_id: UUID) -> Mapping[UUID, Funnel]:
    """What happened at each channel so far; a channel where nothing did has none."""
    mine = select(Channel.id).where(Channel.campaign_id == campaign_id)
    opened, started = func.sum(Visit.opened_count), func.sum(Visit.started_count)
    last = func.max(Visit.day).filter(Visit.opened_count > 0)
    visits = select(Visit.channel_id, opened, started, last).where(Visit.channel_id.in_(mine))
    counted = {row[0]: row[1:] for row in await session.execute(visits.group_by(Visit.channel_id))}
    received = select(Response.channel_id, func.count(), func.max(Response.received_at)).where(
        Response.campaign_id == campaign_id
    )
    completed = {row[0]: row[1:] for row in await session.execute(received.group_by(Response.channel_id))}
    return {
        channel_id: _funnel(counted.get(channel_id, (0, 0, None)), completed.get(channel_id, (0, None)))
        for channel_id in {*counted, *completed}
    }


async def count_departments(session: AsyncSession, campaign_id: UUID) -> int:
    """Responses of the responsible office: they are no participant's."""
    office = select(Channel.id).where(Channel.campaign_id == campaign_id, Channel.kind.in_(NOT_PARTICIPANTS))
    query = select(func.count()).where(Response.campaign_id == campaign_id, Response.channel_id.in_(office))
    return await session.scalar(query) or 0


async def add_visits(session: AsyncSession, counts: Mapping[tuple[UUID, date], tuple[int, int]]) -> None:
    """`counts`: channel and day → opened, started."""
    await session.execute(
        COUNT,
        {
            "channels": [channel for channel, _ in counts],
            "days": [day for _, day in counts],
            "opened": [opened for opened, _ in counts.values()],
            "started": [started for _, started in counts.values()],
        },
    )


async def list_open(session: AsyncSession, districts: Collection[str] | None, at: datetime) -> list[Open]:
    """Where a code may lead on to: public, not over, not the office's own. `districts` None: all of them."""
    query = (
        select(Channel, Campaign)
        .join(Campaign, Campaign.id == Channel.campaign_id)
        .where(Campaign.state == "published", Channel.kind.not_in(NOT_PARTICIPANTS))
        .order_by(Campaign.slug, Channel.place)
    )
    if districts is not None:
        query = query.where(Campaign.district.in_(districts))
    return [Open(*row) for row in await session.execute(query) if _closes_at(*row) > at]


async def find_successor(session: AsyncSession, channel_id: UUID, at: datetime) -> Successor | None:
    """Where this channel's code leads when it is over: the channel's own successor, or else its campaign's."""
    own = select(Channel.campaign_id, func.coalesce(Channel.successor_id, Campaign.successor_id).label("next"))
    found = own.join(Campaign, Campaign.id == Channel.campaign_id).where(Channel.id == channel_id).subquery()
    query = (
        select(Channel, Campaign, found.c.campaign_id == Channel.campaign_id)
        .join(found, found.c.next == Channel.id)
        .join(Campaign, Campaign.id == Channel.campaign_id)
        .where(Campaign.state == "published")
    )
    row = (await session.execute(query)).one_or_none()
    if row is None or _closes_at(row[0], row[1]) <= at:
        return None
    return Successor(row[0].code, row[1].title, row[0].place, row[2])


def _closes_at(channel: Channel, campaign: Campaign) -> datetime:
    whole = running(campaign.opens_at, campaign.closes_at, campaign.closed_at)
    return way_in(whole, channel.ends_on, channel.ended_at, channel.kind).closes_at


def _funnel(counted: Sequence[Any], completed: Sequence[Any]) -> Funnel:
    opened, started, last_day = counted
    return Funnel(opened, started, completed[0], last_day, completed[1])
