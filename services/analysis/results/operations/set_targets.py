"""Says how many responses a campaign and its channels are meant to bring."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.storage.target_tables import Target
from services.analysis.results.storage.targets import read_targets
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def set_targets(
    session: AsyncSession, campaign_id: UUID, wanted: Mapping[UUID, int | None], by: SignedIn, at: datetime
) -> bool:
    """By campaign or channel; None takes a target away. False where all of it was so before."""
    before = await read_targets(session, campaign_id)
    changed = {subject: count for subject, count in wanted.items() if before.get(subject) != count}
    for subject, count in changed.items():
        await _set(session, campaign_id, subject, count, at)
        was = {"count": before[subject]} if subject in before else None
        await record_change(session, by, "target.changed", subject, {"count": count}, was)
    return bool(changed)


async def _set(session: AsyncSession, campaign_id: UUID, subject: UUID, count: int | None, at: datetime) -> None:
    if count is None:
        await session.execute(delete(Target).where(Target.subject_id == subject))
        return
    row = {"subject_id": subject, "campaign_id": campaign_id, "response_count": count, "changed_at": at}
    changed = {"response_count": count, "changed_at": at}
    await session.execute(insert(Target).values(row).on_conflict_do_update(index_elements=["subject_id"], set_=changed))
