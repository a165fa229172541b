"""Packages brought to a district, what it inherits from them, and the standards that are locked there."""

from __future__ import annotations

from uuid import UUID

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.packages import Package
from services.analysis.district.storage.package_tables import BroughtPackage
from services.analysis.district.storage.papers import find_adopted, list_versions
from services.analysis.domain.document import Standard
from services.analysis.storage.catalogue import find_version as find_catalogue
from services.analysis.storage.catalogue import read_document_of


async def find_waiting(session: AsyncSession, district: str, *, lock: bool = False) -> BroughtPackage | None:
    """What was brought and looked at, and not taken yet."""
    query = select(BroughtPackage).where(BroughtPackage.district == district, BroughtPackage.taken_at.is_(None))
    return await session.scalar(query.with_for_update() if lock else query)


async def find_inherited(session: AsyncSession, district: str, origin: str = "") -> BroughtPackage | None:
    """What was taken last; `origin`: of that key."""
    query = select(BroughtPackage).where(BroughtPackage.district == district, BroughtPackage.taken_at.is_not(None))
    if origin:
        query = query.where(BroughtPackage.origin == origin)
    return await session.scalar(query.order_by(BroughtPackage.taken_at.desc()).limit(1))


async def drop_waiting(session: AsyncSession, district: str) -> None:
    waiting = BroughtPackage.district == district, BroughtPackage.taken_at.is_(None)
    await session.execute(delete(BroughtPackage).where(*waiting))


def package_of(row: BroughtPackage) -> Package:
    return msgspec.convert(row.content, Package)


async def locked_standards(session: AsyncSession, district: str) -> tuple[Standard, ...]:
    """Those that the adopted concept binds, and those that are inherited: they may be added to and not taken from.

    An adopted concept binds until its district keeps a newer version of it: then it is being worked on.
    """
    locked = {one.id: one for one in await _adopted(session, district)}
    inherited = await find_inherited(session, district)
    if inherited is not None:
        found = (msgspec.convert(one, Standard) for one in package_of(inherited).standards.values())
        locked |= {one.id: one for one in found}
    return tuple(msgspec.structs.replace(one, locked=True) for one in locked.values())


async def _adopted(session: AsyncSession, district: str) -> tuple[Standard, ...]:
    adopted = await find_adopted(session, district)
    if adopted is None or adopted.catalogue is None or await _is_reworked(session, adopted.paper_id, adopted.number):
        return ()
    version = await find_catalogue(session, adopted.catalogue)
    return (await read_document_of(session, version)).standards if version else ()


async def _is_reworked(session: AsyncSession, paper_id: UUID, number: int) -> bool:
    return any(one.number > number for one in await list_versions(session, paper_id))
