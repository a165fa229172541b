"""Reports of barriers, as staff read them."""

from __future__ import annotations

from typing import Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.storage.tables import Barrier
from shared.staff.storage.tables import Account

#: More than this is a flood, and the oldest come first.
MOST_OPEN: Final = 200
#: Settled ones shown, to be looked at again.
LATEST: Final = 30


class Settled(NamedTuple):
    barrier: Barrier
    who: str


async def list_open(session: AsyncSession) -> list[Barrier]:
    """Oldest first."""
    query = select(Barrier).where(Barrier.settled_at.is_(None)).order_by(Barrier.reported_at, Barrier.id)
    return list(await session.scalars(query.limit(MOST_OPEN)))


async def list_settled(session: AsyncSession) -> list[Settled]:
    """The latest first, each with the name of who settled it."""
    query = (
        select(Barrier, Account.full_name)
        .outerjoin(Account, Account.id == Barrier.settled_by)
        .where(Barrier.settled_at.is_not(None))
        .order_by(Barrier.settled_at.desc(), Barrier.id)
        .limit(LATEST)
    )
    return [Settled(barrier, who or "?") for barrier, who in await session.execute(query)]
