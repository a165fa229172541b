"""How far a published outcome has come: added to, told on wish."""

from __future__ import annotations

from datetime import datetime

import msgspec
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.outcomes import Moved
from services.notify.storage import tables
from services.notify.storage.outcomes import lock_tellings
from shared.contracts.outcomes import StepAdded
from shared.contracts.routes import publish
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


class NotPublic(Exception):
    """Nobody knows of the outcome yet."""


async def add_step(
    session: AsyncSession, outcome: tables.Outcome, moved: Moved, by: SignedIn, at: datetime, *, tell: bool
) -> bool:
    """`tell`: those whose voice is in it get a letter. False when a form was sent twice. Raises NotPublic."""
    if outcome.published is None:
        raise NotPublic
    row = {**msgspec.structs.asdict(moved), "outcome_id": outcome.id, "told": tell}
    row |= {"at": at, "by": by.account_id, "by_name": by.name}
    statement = insert(tables.Step).values(row).on_conflict_do_nothing().returning(tables.Step.id)
    if (await session.execute(statement)).first() is None:
        return False
    outcome.changed_at = at
    after = {"step_id": str(moved.id), "percent": moved.percent, "told": tell}
    await record_change(session, by, "outcome.moved", outcome.id, after)
    if tell:
        await lock_tellings(session, alone=True)
        await publish(session, StepAdded(moved.id, outcome.id))
    return True
