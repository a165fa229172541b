"""What a person decides about a passage that is kept back; each decision leaves its entry in the audit trail."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage.tables import Screening
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

State = Literal["held", "released", "hidden"]
_VERBS: Final[dict[State, str]] = {
    "released": "passage.released",
    "hidden": "passage.hidden",
    "held": "passage.held_again",
}


async def release_passage(session: AsyncSession, passage_id: UUID, by: SignedIn, at: datetime) -> bool:
    """Shown from now on, with masks; False when it is not kept back."""
    return await _decide(session, passage_id, ("held", "hidden"), "released", by, at)


async def keep_hidden(session: AsyncSession, passage_id: UUID, by: SignedIn, at: datetime) -> bool:
    """Not shown, for good; False when that was decided before or nothing kept it back."""
    return await _decide(session, passage_id, ("held", "released"), "hidden", by, at)


async def hold_again(session: AsyncSession, passage_id: UUID, by: SignedIn, at: datetime) -> bool:
    """Takes a decision back: it is for a person to decide again. False when there is none."""
    return await _decide(session, passage_id, ("released", "hidden"), "held", by, at)


async def _decide(
    session: AsyncSession, passage_id: UUID, before: Collection[State], after: State, by: SignedIn, at: datetime
) -> bool:
    query = select(Screening.state).where(Screening.passage_id == passage_id, Screening.state.in_(before))
    found = await session.scalar(query.with_for_update())
    if found is None:
        return False
    decided = {"decided_at": at, "decided_by": by.account_id} if after != "held" else {}
    row = {"state": after, "decided_at": None, "decided_by": None, **decided}
    await session.execute(update(Screening).where(Screening.passage_id == passage_id).values(row))
    await record_change(session, by, _VERBS[after], passage_id, {"state": after}, {"state": found})
    return True
