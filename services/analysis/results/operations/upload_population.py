"""Bringing a table of residents: laid down to be looked at, taken, undone, taken again."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.population import TRAITS, Table, decoded, read_table
from services.analysis.results.storage.population import drop_waiting, read_population
from services.analysis.results.storage.population_tables import Population
from shared.contracts.person import AGES, GENDERS, parts_of
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

#: The district whose invented table comes with the program.
DEMO_DISTRICT: Final = "sterkrade-mitte"
#: Who brought it, in the history.
DEMO_NAME: Final = "Demo"
DEMO: Final = Path(__file__).parent.parent / "data" / "population-demo.csv"


@cache
def demo_table() -> bytes:
    return DEMO.read_bytes()


async def upload_population(
    session: AsyncSession, district: str, table: Table, year: int, source: str, by: str, at: datetime
) -> Population:
    """To be looked at; nothing counts it yet. The table has no faults. `by`: a name, for the history."""
    await drop_waiting(session, district)
    row = Population(
        id=random_id(),
        district=district,
        year=year,
        source=source,
        demo=table.demo,
        residents=msgspec.to_builtins(table.groups),
        uploaded_at=at,
        uploaded_by=by,
    )
    session.add(row)
    await session.flush()
    return row


async def take_population(
    session: AsyncSession, population: Population, by: SignedIn | None, at: datetime, name: str = ""
) -> None:
    """From now on it holds in its district. The row is locked by the caller; `by` None: the command line, as `name`."""
    population.taken_at, population.taken_by = at, by.name if by else name
    population.undone_at = population.undone_by = None
    await session.flush()
    await record_change(session, by, "population.taken", population.id, _told(population))


async def undo_population(session: AsyncSession, population: Population, by: SignedIn, at: datetime) -> None:
    """What held before holds again, if anything did. The row is locked by the caller."""
    population.undone_at, population.undone_by = at, by.name
    await session.flush()
    await record_change(session, by, "population.undone", population.id, _told(population))


async def sow_demo(session: AsyncSession, at: datetime) -> None:
    """The invented table for the demo, unless the district has one already."""
    if await read_population(session, DEMO_DISTRICT):
        return
    keys = {"part": [part.key for part in parts_of(DEMO_DISTRICT)], "age": AGES, "gender": GENDERS}
    table = read_table(decoded(demo_table()), {trait: {key: key for key in keys[trait]} for trait in TRAITS})
    assert not table.faults, table.faults
    row = await upload_population(session, DEMO_DISTRICT, table, int(table.year), table.source, DEMO_NAME, at)
    await take_population(session, row, None, at, DEMO_NAME)


def _told(population: Population) -> dict[str, object]:
    return {"district": population.district, "year": population.year, "demo": population.demo}
