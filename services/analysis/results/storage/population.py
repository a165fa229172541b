"""Tables of residents: the one that holds, and all there were."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.population import Group
from services.analysis.results.storage.population_tables import Population

_NEWEST = Population.taken_at.desc().nulls_first(), Population.uploaded_at.desc()


class Stand(msgspec.Struct, frozen=True):
    """The residents of a district as they hold now."""

    groups: tuple[Group, ...]
    year: int
    source: str
    demo: bool
    taken_at: datetime


async def read_population(session: AsyncSession, district: str) -> Stand | None:
    """None as long as nobody brought any."""
    holds = Population.taken_at.is_not(None), Population.undone_at.is_(None)
    query = select(Population).where(Population.district == district, *holds).order_by(*_NEWEST).limit(1)
    row = await session.scalar(query)
    if row is None or row.taken_at is None:
        return None
    return Stand(groups_of(row), row.year, row.source, row.demo, row.taken_at)


async def find_population(session: AsyncSession, population_id: UUID, *, lock: bool = False) -> Population | None:
    return await session.get(Population, population_id, with_for_update=lock, populate_existing=lock)


async def list_populations(session: AsyncSession, district: str) -> list[Population]:
    """What waits for being taken first, then the one taken last."""
    query = select(Population).where(Population.district == district).order_by(*_NEWEST)
    return list(await session.scalars(query))


async def drop_waiting(session: AsyncSession, district: str) -> None:
    """What was looked at and not taken makes room for the next one."""
    waiting = Population.district == district, Population.taken_at.is_(None)
    await session.execute(delete(Population).where(*waiting))


def groups_of(row: Population) -> tuple[Group, ...]:
    return msgspec.convert(row.residents, tuple[Group, ...])
