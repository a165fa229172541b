"""Two entries that are one: people say so, and can take it back."""

from __future__ import annotations

from datetime import datetime

import msgspec
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.entries import Entry, joined
from services.analysis.district.storage import entries, tables
from services.analysis.district.storage.entries import Act
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def merge_entries(session: AsyncSession, kept: Entry, other: Entry, by: SignedIn, at: datetime) -> Entry:
    """The kept one, with what only the other knew. Both were read under a lock and are of one kind and district.

    Whoever named the other one names the kept one from now on; undoing either change parts them again.
    """
    assert (kept.kind, kept.district) == (other.kind, other.district) and kept.id != other.id
    act = Act("merged", "staff", at, by, random_id())
    gone = msgspec.structs.replace(other, state="merged", merged_into=kept.id)
    await entries.change(session, other, gone, act)
    merged = await entries.change(session, kept, joined(kept, other), act)
    await record_change(session, by, "entry.merged", kept.id, {"other": str(other.id)})
    return merged


async def tell_apart(session: AsyncSession, one: Entry, other: Entry, by: SignedIn, at: datetime) -> None:
    """The two are not the same; they are not proposed again."""
    first, second = sorted((one.id, other.id))
    row = insert(tables.EntryDistinction).values(first_id=first, second_id=second, by=by.account_id, at=at)
    await session.execute(row.on_conflict_do_nothing())
    await entries.grow(session, one.district)
    await record_change(session, by, "entry.told_apart", first, {"other": str(second)})
