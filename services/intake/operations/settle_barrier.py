"""What staff do with a report of a barrier; each step leaves its entry in the audit trail."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.storage.tables import Barrier
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def settle_barrier(session: AsyncSession, barrier_id: UUID, note: str, by: SignedIn, at: datetime) -> bool:
    """False when there is none, or it was settled before: the first note stands."""
    row = {"note": note or None, "settled_at": at, "settled_by": by.account_id}
    return await _change(session, barrier_id, row, by, settled=True)


async def reopen_barrier(session: AsyncSession, barrier_id: UUID, by: SignedIn) -> bool:
    """Back among the open ones, its note with it; False when it is there already."""
    return await _change(session, barrier_id, {"settled_at": None, "settled_by": None}, by, settled=False)


async def _change(session: AsyncSession, barrier_id: UUID, row: dict[str, Any], by: SignedIn, *, settled: bool) -> bool:
    waiting = Barrier.settled_at.is_(None) if settled else Barrier.settled_at.is_not(None)
    change = update(Barrier).where(Barrier.id == barrier_id, waiting).values(row).returning(Barrier.id)
    if await session.scalar(change) is None:
        return False
    verb = "barrier.settled" if settled else "barrier.reopened"
    await record_change(session, by, verb, barrier_id, {"settled": settled}, {"settled": not settled})
    return True
