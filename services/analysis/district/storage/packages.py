"""Packages brought to a district, what it inherits from them, and the standards that are locked there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.packages import RULES, Package, Place
from services.analysis.district.domain.papers import Rules
from services.analysis.district.storage.package_tables import BroughtPackage, LetGo
from services.analysis.domain.document import Standard

T = TypeVar("T")


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


async def list_free(session: AsyncSession, district: str) -> Sequence[LetGo]:
    """What the district let go and did not take back."""
    standing = LetGo.district == district, LetGo.back_at.is_(None)
    return (await session.scalars(select(LetGo).where(*standing))).all()


async def list_history(session: AsyncSession, district: str, place: Place) -> Sequence[LetGo]:
    """Every time that a part was let go, the newest first."""
    part, key = place
    query = select(LetGo).where(LetGo.district == district, LetGo.part == part, LetGo.key == key)
    return (await session.scalars(query.order_by(LetGo.let_go_at.desc()))).all()


async def binding_rules(session: AsyncSession, district: str) -> Rules:
    """Those that the district inherits; none where it inherits nothing, or let them go, or they cannot be read."""
    inherited = await find_inherited(session, district)
    if inherited is None or any((one.part, one.key) == RULES for one in await list_free(session, district)):
        return Rules()
    return _read(inherited.content.get("rules"), Rules) or Rules()


def package_of(row: BroughtPackage) -> Package | None:
    """None for one that an earlier release took in and this one can no longer read."""
    package = _read(row.content, Package)
    if package is None or any(_read(one, Standard) is None for one in package.standards.values()):
        return None
    return package


def _read(content: Any, kind: type[T]) -> T | None:
    try:
        return msgspec.convert(content, kind)
    except msgspec.ValidationError:
        return None


async def locked_standards(session: AsyncSession, district: str) -> tuple[Standard, ...]:
    """Those inherited and not let go: added to, and not taken from. Of a package that is hard to read, what can be."""
    inherited = await find_inherited(session, district)
    if inherited is None:
        return ()
    free = {one.key for one in await list_free(session, district) if one.part == "standard"}
    kept = _read(inherited.content.get("standards"), dict[str, Any]) or {}
    found = (one for raw in kept.values() if (one := _read(raw, Standard)))
    return tuple(msgspec.structs.replace(one, locked=True) for one in found if one.id not in free)
