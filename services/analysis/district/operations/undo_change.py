"""Taking back one change of an entry, or a whole import."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.entries import taken_back
from services.analysis.district.storage import entries, tables
from services.analysis.district.storage.entries import Act, Change
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def undo_change(session: AsyncSession, change: Change, by: SignedIn, at: datetime) -> bool:
    """What stood there before; what was changed again since then stays. False when it is undone already."""
    entry = await entries.find_entry(session, change.entry_id, lock=True)
    again = await entries.find_change(session, change.id)
    if entry is None or again is None or again.undone_at:
        return False
    after = taken_back(entry, change.before, change.after)
    await entries.change(session, entry, after, Act("undone", "staff", at, by))
    await entries.mark_undone(session, change.id, at)
    await record_change(session, by, "entry.restored", entry.id, {"change": str(change.id)})
    return True


async def undo_import(session: AsyncSession, import_id: UUID, by: SignedIn, at: datetime) -> int:
    """How many changes were taken back. The import's row is locked by this; a second time takes back nothing."""
    row = tables.EntryImport
    taken = update(row).where(row.id == import_id, row.state == "taken").values(state="undone").returning(row.id)
    if await session.scalar(taken) is None:
        return 0
    changes = [one for one in await entries.changes_of_batch(session, import_id) if one.undone_at is None]
    count = sum([await undo_change(session, one, by, at) for one in changes])
    await record_change(session, by, "entry_import.undone", import_id, {"count": count})
    return count
