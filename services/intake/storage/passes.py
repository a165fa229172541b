"""Passes and the sheets they were printed on. What is asked here never says which pass is whose."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.passes import Counts, State
from services.intake.storage.tables import Channel, Pass, Sheet


class Pack(NamedTuple):
    """The passes of one group: its channel, and what became of them altogether."""

    channel: Channel
    counts: Counts


class Printed(NamedTuple):
    sheet: Sheet
    counts: Counts


async def find_channel_code(session: AsyncSession, digest: bytes) -> str | None:
    """The channel's code behind a pass; None for one that nobody made."""
    query = select(Channel.code).join(Sheet, Sheet.channel_id == Channel.id).join(Pass, Pass.sheet_id == Sheet.id)
    found: str | None = await session.scalar(query.where(Pass.digest == digest))
    return found


async def read_state(session: AsyncSession, digest: bytes) -> State | None:
    state = await session.scalar(select(Pass.state).where(Pass.digest == digest))
    return msgspec.convert(state, State) if state else None


async def list_packs(session: AsyncSession, campaign_id: UUID) -> list[Pack]:
    """Newest first."""
    query = select(Channel).where(Channel.campaign_id == campaign_id, Channel.by_pass)
    channels = list(await session.scalars(query.order_by(Channel.opened_at.desc(), Channel.place)))
    return [Pack(channel, await count_passes(session, Sheet.channel_id == channel.id)) for channel in channels]


async def list_sheets(session: AsyncSession, channel_id: UUID) -> list[Printed]:
    """Newest first."""
    sheets = await session.scalars(select(Sheet).where(Sheet.channel_id == channel_id).order_by(Sheet.made_at.desc()))
    return [Printed(sheet, await count_passes(session, Sheet.id == sheet.id)) for sheet in sheets]


async def find_sheet(session: AsyncSession, channel_id: UUID, sheet_id: UUID) -> Printed | None:
    sheet = await session.scalar(select(Sheet).where(Sheet.id == sheet_id, Sheet.channel_id == channel_id))
    return Printed(sheet, await count_passes(session, Sheet.id == sheet_id)) if sheet else None


async def open_digests(session: AsyncSession, sheet_id: UUID) -> frozenset[bytes]:
    query = select(Pass.digest).where(Pass.sheet_id == sheet_id, Pass.state == "open")
    return frozenset(bytes(digest) for digest in await session.scalars(query))


async def count_passes(session: AsyncSession, *which: object) -> Counts:
    """`which`: conditions on Sheet."""
    query = select(Pass.state, func.count()).join(Sheet, Sheet.id == Pass.sheet_id).where(*which).group_by(Pass.state)  # type: ignore[arg-type]
    return Counts(**{row[0]: row[1] for row in await session.execute(query)})
