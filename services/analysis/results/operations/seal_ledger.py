"""Publishing what the ledger says: once a day where it changed, and when a campaign ends. A seal is never rewritten."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.days import day_of
from services.analysis.results.domain.chain import seal, start_of
from services.analysis.results.operations.link_ledger import link_campaign
from services.analysis.results.storage.ledger import add_seal, count_states, lock_chain, newest_seal, read_head
from services.analysis.results.storage.ledger_tables import LedgerLink, LedgerSeal
from services.analysis.storage.tables import Campaign


async def seal_daily(session: AsyncSession, at: datetime) -> int:
    """Seals every campaign that has a chain and was not sealed today. Returns how many said something new."""
    of_campaign = LedgerSeal.campaign_id == LedgerLink.campaign_id
    newest = select(func.max(LedgerSeal.sealed_at)).where(of_campaign).scalar_subquery()
    query = select(LedgerLink.campaign_id, newest.label("at")).where(LedgerLink.position == 1)
    rows = (await session.execute(query.order_by(LedgerLink.campaign_id))).all()
    due = [row.campaign_id for row in rows if row.at is None or day_of(row.at) < day_of(at)]
    return sum([await seal_campaign(session, one, at) for one in due])


async def seal_ended(session: AsyncSession, at: datetime) -> int:
    """Seals campaigns that are over and were not sealed since. Returns how many."""
    since = select(LedgerSeal.number).where(
        LedgerSeal.campaign_id == Campaign.id, LedgerSeal.sealed_at >= Campaign.closes_at
    )
    query = select(Campaign.id).where(Campaign.closes_at <= at, ~since.exists()).order_by(Campaign.id)
    ended = (await session.scalars(query)).all()
    return sum([await seal_campaign(session, one, at, even_unchanged=True) for one in ended])


async def seal_campaign(
    session: AsyncSession, campaign_id: UUID, at: datetime, *, even_unchanged: bool = False
) -> bool:
    """False when the newest seal says the same, or nothing ever arrived."""
    await lock_chain(session, campaign_id)
    while await link_campaign(session, campaign_id):
        pass
    head, before = await read_head(session, campaign_id), await newest_seal(session, campaign_id)
    counts = await count_states(session, campaign_id, head.position)
    same = before is not None and (before.position, before.counts) == (head.position, counts)
    if not even_unchanged and (same or not head.position):
        return False
    number, hashed = (before.number + 1, before.hash) if before else (1, start_of(campaign_id))
    await add_seal(session, campaign_id, seal(hashed, number, at, head.position, head.hash, counts))
    return True
