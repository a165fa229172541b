"""Keeping what letters and pages say of a campaign, and every day by which it promised an answer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.operations.settle_promise import settle_promise
from services.notify.storage.tables import Campaign, Promise
from services.notify.wording import local_day
from shared.contracts.campaigns import CampaignPublished

_KEPT = ("version", "district", "slug", "title", "office", "promise_on", "told_at")


async def learn_campaign(session: AsyncSession, fact: CampaignPublished, at: datetime) -> None:
    """Keeps the newest version heard of: an older one that comes late changes nothing but the days once promised."""
    known = {field: getattr(fact, field) for field in _KEPT}
    statement = insert(Campaign).values(id=fact.campaign_id, **known)
    newer = tuple_(statement.excluded.version, statement.excluded.told_at) >= tuple_(Campaign.version, Campaign.told_at)
    await session.execute(statement.on_conflict_do_update(index_elements=["id"], set_=known, where=newer))
    promised = {"campaign_id": fact.campaign_id, "promise_on": fact.promise_on, "heard_at": at, "state": "open"}
    await session.execute(insert(Promise).values(promised).on_conflict_do_nothing())
    await settle_promise(session, fact.campaign_id, local_day(at))
