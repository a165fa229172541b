"""Noting for a journey that staff do not count its response, or count it again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.settings import Settings
from services.notify.storage.tables import Journey
from shared.contracts.exclusions import ResponseExcluded, ResponseReadmitted


async def learn_exclusion(session: AsyncSession, settings: Settings, fact: ResponseExcluded) -> None:
    await _learn(session, settings, fact.response_id, fact.campaign_id, fact.reason, fact.excluded_at)


async def learn_readmission(session: AsyncSession, settings: Settings, fact: ResponseReadmitted) -> None:
    await _learn(session, settings, fact.response_id, fact.campaign_id, None, fact.readmitted_at)


async def _learn(
    session: AsyncSession, settings: Settings, response_id: UUID, campaign_id: UUID, reason: str | None, at: datetime
) -> None:
    """What was decided last holds, in whichever order it is heard; the receipt may come after it."""
    known = {"excluded_reason": reason, "exclusion_told_at": at}
    row = insert(Journey).values(pseudonym=settings.pseudonym(response_id), campaign_id=campaign_id, **known)
    newer = Journey.exclusion_told_at.is_(None) | (Journey.exclusion_told_at < at)
    await session.execute(row.on_conflict_do_update(index_elements=["pseudonym"], set_=known, where=newer))
