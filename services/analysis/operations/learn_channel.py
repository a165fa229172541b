"""Learning of a way into a campaign: what kind it is, what it is called, and whom it is for."""

from __future__ import annotations

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage.tables import Channel
from shared.contracts.campaigns import ChannelOpened


async def learn_channel(session: AsyncSession, message: ChannelOpened) -> None:
    """What was told last stands, whenever it arrives. Its code and its kind never change."""
    latitude, longitude = message.position or (None, None)
    told = {
        "place": message.place,
        "group_name": message.group,
        "latitude": latitude,
        "longitude": longitude,
        "told_at": message.told_at,
    }
    statement = insert(Channel).values(
        id=message.channel_id,
        campaign_id=message.campaign_id,
        code=message.code,
        kind=message.kind,
        opened_at=message.opened_at,
        **told,
    )
    newer = Channel.told_at < statement.excluded.told_at
    await session.execute(statement.on_conflict_do_update(index_elements=[Channel.id], set_=told, where=newer))
