"""Giving a person the next passage, and nobody else the same one meanwhile."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import delete, or_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.days import day_of
from services.analysis.domain.queue import Candidate, first_of
from services.analysis.storage.queue import Selection, list_candidates
from services.analysis.storage.tables import ReviewLease, ReviewSkip

LEASE: Final = timedelta(minutes=5)
#: What was skipped comes again the next day.
SKIPPED_FOR: Final = timedelta(hours=12)


async def take_next(session: AsyncSession, selection: Selection, me: UUID, at: datetime) -> Candidate | None:
    """The candidate whose decision helps most, held for this person; None when nothing waits."""
    candidates = await list_candidates(session, selection, me, at, day_of(at))
    while found := first_of(candidates):
        if await take_passage(session, found.passage_id, me, at):
            return found
        candidates.remove(found)
    return None


async def take_passage(session: AsyncSession, passage_id: UUID, me: UUID, at: datetime) -> bool:
    """Holds the passage for this person for a while, and lets go of others; False when somebody else holds it."""
    row = {"passage_id": passage_id, "account_id": me, "ends_at": at + LEASE}
    statement = insert(ReviewLease).values(row)
    free = or_(ReviewLease.ends_at <= at, ReviewLease.account_id == me)
    taken = statement.on_conflict_do_update(index_elements=["passage_id"], set_=row, where=free)
    if await session.scalar(taken.returning(ReviewLease.passage_id)) is None:
        return False
    others = delete(ReviewLease).where(ReviewLease.account_id == me, ReviewLease.passage_id != passage_id)
    await session.execute(others)
    return True


async def let_go(session: AsyncSession, passage_id: UUID, me: UUID) -> None:
    await session.execute(delete(ReviewLease).filter_by(passage_id=passage_id, account_id=me))


async def skip_passage(session: AsyncSession, passage_id: UUID, me: UUID, at: datetime) -> None:
    """Lets go of the passage, and does not offer it to this person again today."""
    row = {"passage_id": passage_id, "account_id": me, "ends_at": at + SKIPPED_FOR}
    statement = insert(ReviewSkip).values(row)
    await session.execute(
        statement.on_conflict_do_update(index_elements=["passage_id", "account_id"], set_={"ends_at": row["ends_at"]})
    )
    await let_go(session, passage_id, me)
