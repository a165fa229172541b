"""The chain's chore: what arrived is linked in the order of arrival, many at a time and one worker per campaign."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.chain import extend, fingerprint_of
from services.analysis.results.storage.ledger import add_links, lock_chain, read_head
from services.analysis.results.storage.ledger_tables import LedgerArrival, LedgerLink

#: Responses linked in one transaction.
BITE: Final = 2_000


async def link_ledger(session: AsyncSession, _at: datetime) -> int:
    """Links the oldest arrivals of one campaign. Returns how many arrivals are settled."""
    oldest = select(LedgerArrival.campaign_id).order_by(LedgerArrival.number).limit(1)
    campaign_id = await session.scalar(oldest)
    return await link_campaign(session, campaign_id) if campaign_id else 0


async def link_campaign(session: AsyncSession, campaign_id: UUID) -> int:
    """Whoever comes second waits, and then finds nothing left of what the first one took."""
    await lock_chain(session, campaign_id)
    arrived = await _take(session, campaign_id)
    known = set(await session.scalars(select(LedgerLink.response_id).where(LedgerLink.response_id.in_(arrived))))
    new = [one for one in arrived if one not in known]
    if new:
        head = await read_head(session, campaign_id)
        links = extend(head.hash, head.position, [fingerprint_of(one) for one in new])
        await add_links(session, campaign_id, links, new)
    return len(arrived)


async def _take(session: AsyncSession, campaign_id: UUID) -> Sequence[UUID]:
    """The next responses, oldest first; they leave the arrivals with this transaction."""
    own = LedgerArrival.campaign_id == campaign_id
    query = select(LedgerArrival.number, LedgerArrival.response_id).where(own).order_by(LedgerArrival.number)
    rows = (await session.execute(query.limit(BITE))).all()
    if rows:
        await session.execute(delete(LedgerArrival).where(LedgerArrival.number.in_([row.number for row in rows])))
    return [row.response_id for row in rows]
