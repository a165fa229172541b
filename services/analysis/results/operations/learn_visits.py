"""Learning how many came as far as the form."""

from __future__ import annotations

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.storage.visit_tables import Visit
from shared.contracts.campaigns import VisitsCounted


async def learn_visits(session: AsyncSession, message: VisitsCounted) -> None:
    """What was told last stands, whenever it arrives."""
    rows = [
        {
            "channel_id": one.channel_id,
            "campaign_id": message.campaign_id,
            "opened_count": one.opened_count,
            "started_count": one.started_count,
            "told_at": message.told_at,
        }
        for one in sorted(message.channels, key=lambda one: one.channel_id)
    ]
    if not rows:
        return
    statement = insert(Visit).values(rows)
    told = {name: statement.excluded[name] for name in ("opened_count", "started_count", "told_at")}
    newer = Visit.told_at < statement.excluded.told_at
    await session.execute(statement.on_conflict_do_update(index_elements=[Visit.channel_id], set_=told, where=newer))
