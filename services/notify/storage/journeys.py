"""Finding a journey by its receipt, and telling the transactions of one receipt apart."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.journey import CampaignFacts, JourneyFacts, Touched
from services.notify.storage.outcomes import outcomes_of
from services.notify.storage.tables import Campaign, Journey


async def find_journey(session: AsyncSession, receipt_digest: bytes) -> JourneyFacts | None:
    """None when no receipt has this digest, or its message has not arrived yet."""
    query = (
        select(Journey, Campaign)
        .outerjoin(Campaign, Campaign.id == Journey.campaign_id)
        .where(Journey.receipt_digest == receipt_digest)
    )
    row = (await session.execute(query)).one_or_none()
    if row is None:
        return None
    chosen_at, outcomes = await outcomes_of(session, row[0].pseudonym)
    return msgspec.structs.replace(journey_facts(row[0], row[1]), chosen_at=chosen_at, outcomes=outcomes)


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
        touched=msgspec.convert(_standards(journey.touched), tuple[Touched, ...]),
        campaign=CampaignFacts(campaign.title, campaign.office, campaign.promise_on, campaign.slug)
        if campaign
        else None,
        withdrawn_at=journey.withdrawn_at,
        excluded=journey.excluded_reason or "",
    )


def _standards(touched: dict[str, Any] | list[Any] | None) -> list[Any]:
    """A list alone was written before revisions were counted."""
    if isinstance(touched, dict):
        return list(touched["standards"])
    return touched or []
