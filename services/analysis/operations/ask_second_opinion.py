"""Wanting another person to decide about a passage as well, and wanting it no more."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.operations.take_passage import let_go
from services.analysis.storage.tables import SecondOpinion
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def ask_second_opinion(
    session: AsyncSession, opinion_id: UUID, passage_id: UUID, by: SignedIn, at: datetime
) -> bool:
    """The passage comes to others, who do not see what this person decided; False when this form asked already."""
    row = {"id": opinion_id, "passage_id": passage_id, "asked_by": by.account_id, "asked_at": at}
    new = insert(SecondOpinion).values(row).on_conflict_do_nothing().returning(SecondOpinion.id)
    if await session.scalar(new) is None:
        return False
    await record_change(session, by, "second_opinion.asked", opinion_id)
    await let_go(session, passage_id, by.account_id)
    return True


async def withdraw_second_opinion(session: AsyncSession, opinion_id: UUID, by: SignedIn, at: datetime) -> bool:
    """Only one's own; False when there is nothing to withdraw."""
    own = update(SecondOpinion).where(
        SecondOpinion.id == opinion_id,
        SecondOpinion.asked_by == by.account_id,
        SecondOpinion.withdrawn_at.is_(None),
    )
    if await session.scalar(own.values(withdrawn_at=at).returning(SecondOpinion.id)) is None:
        return False
    await record_change(session, by, "second_opinion.withdrawn", opinion_id)
    return True
