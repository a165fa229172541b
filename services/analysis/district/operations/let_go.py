"""Letting go of an inherited part, so that it is the district's own, and taking it back as its origin has it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.packages import Package, Place
from services.analysis.district.operations.take_package import take_concept, take_standards
from services.analysis.district.storage.package_tables import LetGo
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def let_go(session: AsyncSession, district: str, place: Place, reason: str, by: SignedIn, at: datetime) -> None:
    """Later packages leave it alone; what it says stays until people here change it. Once, however often it is said."""
    part, key = place
    row = {"id": random_id(), "district": district, "part": part, "key": key, "reason": reason}
    noted = insert(LetGo).values(**row, let_go_at=at, let_go_by=by.name).on_conflict_do_nothing()
    noted_id = await session.scalar(noted.returning(LetGo.id))
    if noted_id is not None:
        told = {"district": district, "part": part, "key": key}
        await record_change(session, by, "inheritance.let_go", noted_id, told)


async def take_back(
    session: AsyncSession, district: str, place: Place, package: Package, by: SignedIn, at: datetime
) -> None:
    """It is as its origin has it again: rules at once, a standard as a draft of the catalogue that people publish.

    Raises PackageError when somebody changes the draft at the same time: then nothing is to be committed.
    """
    part, key = place
    standing = (LetGo.district == district, LetGo.part == part, LetGo.key == key, LetGo.back_at.is_(None))
    done = update(LetGo).where(*standing).values(back_at=at, back_by=by.name).returning(LetGo.id)
    noted_id = await session.scalar(done)
    if noted_id is None:
        return
    if part == "rules":
        await take_concept(session, district, package.rules, {}, by, at)
    else:
        await take_standards(session, district, [package.standards[key]], by, at)
    await record_change(
        session, by, "inheritance.taken_back", noted_id, {"district": district, "part": part, "key": key}
    )
