"""Finding a journey by its receipt, and telling the transactions of one receipt apart."""

from __future__ import annotations

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.journey import CampaignFacts, JourneyFacts, Touched
from services.notify.storage.tables import Campaign, Journey


async def find_journey(session: AsyncSession, receipt_digest: bytes) -> JourneyFacts | None:
    """None when no receipt has this digest, or its message has not arrived yet."""
    query = (
        select(Journey, Campaign)
        .outerjoin(Campaign, Campaign.id == Journey.campaign_id)
        .where(Journey.receipt_digest == receipt_digest)
    )
    row = (await session.execute(query)).one_or_none()
    return journey_facts(row[0], row[1]) if row else None


async def lock_receipt(session: AsyncSession, receipt_digest: bytes) -> None:
    """Lets one transaction at a time ask whether this receipt's letter is owed.

    Without it, a confirmation and an assessment that commit at the same moment would each miss the other, and no
    letter would be written. The journey's row cannot be locked instead: it may not exist yet.
    """
    key = int.from_bytes(receipt_digest[:8], signed=True)
    await session.execute(select(func.pg_advisory_xact_lock(key)))


def journey_facts(journey: Journey, campaign: Campaign | None) -> JourneyFacts:
    assert journey.received_at, "a journey is found by its receipt, which comes with the time"
    return JourneyFacts(
        received_at=journey.received_at,
        assessed_at=journey.assessed_at,
        touched=msgspec.convert(journey.touched or [], tuple[Touched, ...]),
        campaign=CampaignFacts(campaign.title, campaign.office, campaign.promise_on) if campaign else None,
    )
