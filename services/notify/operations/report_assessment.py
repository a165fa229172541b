"""Noting what was read in a response."""

from __future__ import annotations

from datetime import datetime

import msgspec
from sqlalchemy import ColumnElement, Integer, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.operations.owe_read_letters import owe_read_letters
from services.notify.settings import Settings
from services.notify.storage.tables import Journey
from shared.contracts.assessments import ResponseAssessed


async def report_assessment(session: AsyncSession, settings: Settings, fact: ResponseAssessed, at: datetime) -> None:
    """Keeps what was told last, whenever it arrives; the receipt may come after it."""
    pseudonym = settings.pseudonym(fact.response_id)
    touched = {"revision": fact.revision, "standards": msgspec.to_builtins(fact.touched)}
    known = {"assessed_at": fact.assessed_at, "touched": touched}
    statement = insert(Journey).values(pseudonym=pseudonym, campaign_id=fact.campaign_id, **known)
    newer = _is_newer(fact)
    await session.execute(statement.on_conflict_do_update(index_elements=["pseudonym"], set_=known, where=newer))
    digest = await session.scalar(select(Journey.receipt_digest).where(Journey.pseudonym == pseudonym))
    if digest:
        await owe_read_letters(session, digest, at)


def _is_newer(fact: ResponseAssessed) -> ColumnElement[bool]:
    """Than what the journey says, unless that is over. Messages from before revisions were counted go by their time."""
    known = func.coalesce(Journey.touched["revision"].astext.cast(Integer), 0)
    same = (known == fact.revision) & (Journey.assessed_at <= fact.assessed_at)
    return Journey.withdrawn_at.is_(None) & (Journey.assessed_at.is_(None) | (known < fact.revision) | same)
