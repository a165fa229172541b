"""Asking for a training from reviews, and stopping one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.trainings import LEAST, split
from services.analysis.storage.reviewed import read_reviewed
from services.analysis.storage.tables import Training
from services.analysis.storage.trainings import CANCELLED, RUNNING, next_number
from shared.contracts.routes import publish
from shared.contracts.trainings import TrainingRequested
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


class TooFewError(ValueError):
    """So many reviewed texts more are needed."""

    def __init__(self, missing: int) -> None:
        super().__init__(f"{missing} of {LEAST} are missing")
        self.missing = missing


async def request_training(session: AsyncSession, by: SignedIn, at: datetime) -> UUID | None:
    """None when one is running already. Raises TooFewError."""
    material = split(await read_reviewed(session), LEAST)
    if material.missing:
        raise TooFewError(material.missing)
    row = {
        "id": random_id(),
        "number": await next_number(session),
        "state": RUNNING,
        "requested_at": at,
        "requested_by": by.account_id,
        "done": 0,
        "total": 0,
    }
    new = insert(Training).values(row).on_conflict_do_nothing().returning(Training.id)
    training_id = await session.scalar(new)
    if training_id is None:
        return None
    await record_change(session, by, "training.requested", training_id, {"number": row["number"]})
    await publish(session, TrainingRequested(training_id, at))
    return training_id


async def cancel_training(session: AsyncSession, training_id: UUID, by: SignedIn, at: datetime) -> bool:
    """The worker notices at its next step; False when it has ended already."""
    query = select(Training.id).where(Training.id == training_id, Training.state == RUNNING).with_for_update()
    if await session.scalar(query) is None:
        return False
    stopped = update(Training).where(Training.id == training_id)
    await session.execute(stopped.values(state=CANCELLED, ended_at=at, claimed_until=None))
    await record_change(session, by, "training.cancelled", training_id)
    return True
