"""Making a campaign's tables open to everybody, and closing them again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.storage.export_tables import OpenData
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def publish_data(session: AsyncSession, campaign_id: UUID, by: SignedIn, at: datetime) -> bool:
    """False when they are open already."""
    row = {"campaign_id": campaign_id, "published_at": at, "published_by": by.account_id}
    new = insert(OpenData).values(row).on_conflict_do_nothing().returning(OpenData.campaign_id)
    if await session.scalar(new) is None:
        return False
    await record_change(session, by, "open_data.published", campaign_id)
    return True


async def withdraw_data(session: AsyncSession, campaign_id: UUID, by: SignedIn) -> bool:
    """What others have fetched stays with them. False when they were not open."""
    gone = delete(OpenData).where(OpenData.campaign_id == campaign_id).returning(OpenData.campaign_id)
    if await session.scalar(gone) is None:
        return False
    await record_change(session, by, "open_data.withdrawn", campaign_id)
    return True
