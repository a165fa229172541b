"""Learning of a way into a campaign."""

from __future__ import annotations

import msgspec
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage.tables import Channel
from shared.contracts.campaigns import ChannelOpened


async def learn_channel(session: AsyncSession, message: ChannelOpened) -> None:
    told = msgspec.structs.asdict(message)
    row = {"id": told.pop("channel_id"), **told}
    await session.execute(insert(Channel).values(row).on_conflict_do_nothing(index_elements=[Channel.id]))
