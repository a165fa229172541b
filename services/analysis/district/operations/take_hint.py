"""What somebody taps in front of a code: still right, or not any more."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal
from uuid import UUID

import msgspec
from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.entries import Entry
from services.analysis.district.storage import entries, tables
from services.analysis.district.storage.entries import Act
from services.analysis.domain.days import day_of

Verdict = Literal["right", "wrong"]
LONGEST_REMARK: Final = 500
#: Taps on one entry that count on one day: a crowd does not make it truer, and nobody floods it.
MOST_A_DAY: Final = 40


async def take_hint(
    session: AsyncSession, entry: Entry, hint_id: UUID, verdict: Verdict, remark: str, at: datetime
) -> None:
    """Once for each hint id. The entry was read under a lock. Nothing about who tapped is kept."""
    row, day = tables.Hint, day_of(at)
    today = await session.scalar(select(func.count()).where(row.entry_id == entry.id, row.day == day))
    if (today or 0) >= MOST_A_DAY:
        return
    hint = {"id": hint_id, "entry_id": entry.id, "district": entry.district, "verdict": verdict, "day": day}
    new = insert(row).values(**hint, remark=remark[:LONGEST_REMARK]).on_conflict_do_nothing().returning(row.id)
    if await session.scalar(new) is None:
        return
    after = (
        msgspec.structs.replace(entry, seen_at=at)
        if verdict == "right"
        else msgspec.structs.replace(entry, doubt_count=entry.doubt_count + 1)
    )
    await entries.change(session, entry, after, Act("confirmed", "residents", at))
