"""Promises that a campaign made before: what stood on its form, read from the audit trail."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.staff.storage.tables import AuditEntry


class Earlier(NamedTuple):
    """By `promised_on` there was to be an answer, until `moved_at`."""

    promised_on: date
    moved_at: datetime


async def list_earlier_promises(session: AsyncSession, campaign_id: UUID, since: datetime) -> list[Earlier]:
    """Oldest first. `since`: when the campaign was first published; what was changed before, nobody was promised."""
    promised = AuditEntry.before["promise_on"].astext
    query = (
        select(promised, AuditEntry.at)
        .where(AuditEntry.subject_id == campaign_id, AuditEntry.at >= since, promised.is_not(None))
        .order_by(AuditEntry.at, AuditEntry.id)
    )
    return [Earlier(date.fromisoformat(day), at) for day, at in await session.execute(query)]
