"""Learning where a code hangs."""

from __future__ import annotations

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.storage.tables import Place
from shared.contracts.campaigns import ChannelOpened


async def learn_place(session: AsyncSession, message: ChannelOpened) -> None:
    """What was told last stands, whenever it arrives."""
    told = {"name": message.place, "told_at": message.told_at}
    row = {"channel_id": message.channel_id, "campaign_id": message.campaign_id, "kind": message.kind, **told}
    statement = insert(Place).values(row)
    newer = Place.told_at < statement.excluded.told_at
    await session.execute(statement.on_conflict_do_update(index_elements=[Place.channel_id], set_=told, where=newer))
