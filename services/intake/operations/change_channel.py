"""Changing a channel: what it is called, where it is, its days; ending and reopening it; where its code leads then."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.channels import Laid
from services.intake.domain.days import day_of
from services.intake.storage.tables import Campaign, Channel
from shared.contracts.campaigns import ChannelOpened
from shared.contracts.routes import publish
from shared.kit.clock import now
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def change_channel(session: AsyncSession, channel: Channel, laid: Laid, by: SignedIn) -> None:
    """Its code stays, and so does its kind: what hangs somewhere does not turn into something else."""
    moved = (channel.place, channel.group_name, channel.position) != (laid.place, laid.group, laid.position)
    channel.place, channel.group_name = laid.place, laid.group
    channel.latitude, channel.longitude = laid.position or (None, None)
    channel.begins_on, channel.ends_on = laid.begins_on, laid.ends_on
    await session.flush()
    if moved:
        await _tell(session, channel)
    await record_change(session, by, "channel.changed", channel.id)


async def end_channel(session: AsyncSession, channel: Channel, by: SignedIn, at: datetime) -> None:
    """From now on its code leads to the results, or on to its successor."""
    channel.ended_at = channel.ended_at or at
    await session.flush()
    await record_change(session, by, "channel.ended", channel.id)


async def reopen_channel(session: AsyncSession, channel: Channel, by: SignedIn, at: datetime) -> None:
    """A last day that is over is forgotten: it would end the channel again at once."""
    channel.ended_at = None
    if channel.ends_on and channel.ends_on < day_of(at):
        channel.ends_on = None
    await session.flush()
    await record_change(session, by, "channel.reopened", channel.id)


async def name_successor(
    session: AsyncSession, ended: Channel | Campaign, successor_id: UUID | None, by: SignedIn
) -> None:
    """Where the printed codes lead when they are over. None: nowhere but to the results."""
    ended.successor_id = successor_id
    await session.flush()
    verb = "channel.succeeded" if isinstance(ended, Channel) else "campaign.succeeded"
    await record_change(session, by, verb, ended.id, {"successor": str(successor_id) if successor_id else None})


async def _tell(session: AsyncSession, channel: Channel) -> None:
    await publish(
        session,
        ChannelOpened(
            channel.id,
            channel.campaign_id,
            channel.code,
            channel.kind,
            channel.place,
            channel.opened_at,
            channel.group_name,
            now(),
            channel.position,
        ),
    )
