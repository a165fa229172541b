"""The ways by which an inventory is kept true by others: organisations' own links, and hints from codes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

import msgspec
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.entries import Entry
from services.analysis.district.storage import tables
from services.analysis.district.storage.entries import find_entry


class Link(msgspec.Struct, frozen=True):
    id: UUID
    made_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


class Hint(msgspec.Struct, frozen=True):
    """`settled_at`: when staff looked at it; what says "right" needs nobody to look."""

    id: UUID
    entry_id: UUID
    verdict: Literal["right", "wrong"]
    remark: str
    day: date
    settled_at: datetime | None


async def links_of(session: AsyncSession, entry_id: UUID) -> list[Link]:
    """Those that still open, the newest first."""
    row = tables.OwnLink
    query = select(row).where(row.entry_id == entry_id, row.revoked_at.is_(None)).order_by(row.made_at.desc())
    return [msgspec.convert(one, Link, from_attributes=True) for one in await session.scalars(query)]


async def find_by_link(session: AsyncSession, digest: bytes) -> Entry | None:
    row = tables.OwnLink
    entry_id = await session.scalar(select(row.entry_id).where(row.digest == digest, row.revoked_at.is_(None)))
    return await find_entry(session, entry_id) if entry_id else None


async def hints_of(session: AsyncSession, entry_id: UUID) -> list[Hint]:
    """Open doubts, the newest first."""
    row = tables.Hint
    mine = row.entry_id == entry_id, row.verdict == "wrong", row.settled_at.is_(None)
    rows = await session.scalars(select(row).where(*mine).order_by(row.day.desc()))
    return [msgspec.convert(one, Hint, from_attributes=True) for one in rows]


async def open_hints(session: AsyncSession, district: str, most: int) -> list[Hint]:
    row = tables.Hint
    mine = row.district == district, row.verdict == "wrong", row.settled_at.is_(None)
    rows = await session.scalars(select(row).where(*mine).order_by(row.day.desc(), row.id).limit(most))
    return [msgspec.convert(one, Hint, from_attributes=True) for one in rows]


async def count_taps(session: AsyncSession, district: str, since: date) -> dict[str, int]:
    """Verdict → taps since that day."""
    row = tables.Hint
    query = select(row.verdict, func.count().label("taps")).where(row.district == district, row.day >= since)
    return {one.verdict: one.taps for one in await session.execute(query.group_by(row.verdict))}


async def settle_hints(session: AsyncSession, entry_id: UUID, at: datetime) -> None:
    """Somebody who knows looked at the entry: its doubts are answered."""
    row = tables.Hint
    await session.execute(update(row).where(row.entry_id == entry_id, row.settled_at.is_(None)).values(settled_at=at))
