"""Learning what became of a promised day: a missed one speaks against the standard of feedback."""

from __future__ import annotations

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage import tables
from shared.contracts.outcomes import PromiseSettled


async def learn_promise(session: AsyncSession, fact: PromiseSettled) -> None:
    """Each day is settled once; hearing of it again changes nothing."""
    row = {"campaign_id": fact.campaign_id, "promise_on": fact.promise_on}
    row |= {"state": fact.state, "settled_on": fact.settled_on}
    await session.execute(insert(tables.PromiseSettled).values(row).on_conflict_do_nothing())
