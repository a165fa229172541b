"""Choosing what reads the texts from now on; workers look before every reading."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage.tables import TaggerSwitch, Training
from services.analysis.storage.trainings import FINISHED, holding_training
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def switch_tagger(session: AsyncSession, training_id: UUID | None, by: SignedIn, at: datetime) -> bool:
    """To what this training taught, or (none) back to the shipped tagger.

    False when that is so already, when the training made nothing, or somebody else switched at this very moment.
    """
    if training_id and await session.scalar(select(Training.state).where(Training.id == training_id)) != FINISHED:
        return False
    before = await holding_training(session)
    if before == training_id:
        return False
    number = (await session.scalar(select(func.max(TaggerSwitch.number))) or 0) + 1
    row = {"number": number, "training_id": training_id, "by": by.account_id, "at": at}
    new = insert(TaggerSwitch).values(row).on_conflict_do_nothing().returning(TaggerSwitch.number)
    if await session.scalar(new) is None:
        return False
    about = training_id or before
    assert about, "there is nothing to switch back from"
    await record_change(session, by, "training.switched_on" if training_id else "training.switched_back", about)
    return True
