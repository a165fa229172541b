"""Keeping what letters and pages say of a campaign."""

from __future__ import annotations

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.storage.tables import Campaign
from shared.contracts.campaigns import CampaignPublished


async def learn_campaign(session: AsyncSession, fact: CampaignPublished) -> None:
    """Keeps the newest version heard of: an older one that comes late changes nothing."""
    known = {"version": fact.version, "title": fact.title, "office": fact.office, "promise_on": fact.promise_on}
    statement = insert(Campaign).values(id=fact.campaign_id, **known)
    newer = statement.excluded.version >= Campaign.version
    await session.execute(statement.on_conflict_do_update(index_elements=["id"], set_=known, where=newer))
