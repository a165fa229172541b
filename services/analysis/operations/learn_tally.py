"""Learning of the dots that people stuck to posters at a workshop."""

from __future__ import annotations

import msgspec
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage.tables import Tally
from shared.contracts.campaigns import TallyCounted


async def learn_tally(session: AsyncSession, message: TallyCounted) -> None:
    """Each message says everything that holds; what was told last stands, whenever it arrives."""
    told = {
        "dots": msgspec.to_builtins(message.dots),
        "counted_at": message.counted_at,
        "told_at": message.told_at,
    }
    statement = insert(Tally).values(
        channel_id=message.channel_id,
        questionnaire_id=message.questionnaire_id,
        campaign_id=message.campaign_id,
        **told,
    )
    newer = Tally.told_at < statement.excluded.told_at
    key = [Tally.channel_id, Tally.questionnaire_id]
    await session.execute(statement.on_conflict_do_update(index_elements=key, set_=told, where=newer))
