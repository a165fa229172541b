"""Files of entries: kept while somebody looks, taken as a whole under one number, so that they can be undone whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID, uuid5

from sqlalchemy import insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.importing import ImportPlan, ImportRow
from services.analysis.district.domain.kinds import Kind
from services.analysis.district.operations.keep_entry import Statement, add_entry, state_facts
from services.analysis.district.storage import entries, tables
from services.analysis.district.storage.imports import Import
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def keep_import(
    session: AsyncSession,
    district: str,
    format_: Literal["table", "hsds"],
    kind: Kind,
    file_name: str,
    rows: Sequence[Mapping[str, Any]],
    mapping: Mapping[str, str],
    by: SignedIn,
    at: datetime,
) -> UUID:
    """Nothing is in the inventory yet."""
    row = {
        "id": random_id(),
        "district": district,
        "format": format_,
        "kind": kind,
        "file_name": file_name[:200],
        "rows": list(rows),
        "mapping": dict(mapping),
        "state": "open",
        "result": {},
        "made_at": at,
        "made_by": by.account_id,
    }
    await session.execute(insert(tables.EntryImport).values(row))
    return row["id"]  # type: ignore[return-value] # made as one just above


async def map_import(session: AsyncSession, import_id: UUID, mapping: Mapping[str, str]) -> None:
    await _set(session, import_id, mapping=dict(mapping))


async def discard_import(session: AsyncSession, import_id: UUID) -> None:
    await _set(session, import_id, state="discarded", rows=None)


async def take_import(session: AsyncSession, found: Import, plan: ImportPlan, by: SignedIn, at: datetime) -> None:
    """Everything the plan says, under the import's number. The import's row is locked by the caller, and open."""
    for entry_id, name in plan.made.items():
        said = Statement({"name": name}, "import", "low", found.file_name)
        await add_entry(session, found.district, "organisation", said, by, at, entry_id=entry_id, batch_id=found.id)
    for row in plan.rows:
        if not row.left_out:
            await _take(session, found, row, by, at)
    result = {"new": plan.new_count, "known": plan.known_count, "made": len(plan.made), "out": len(plan.left_out)}
    await _set(session, found.id, state="taken", rows=None, result=result, taken_at=at)
    await record_change(session, by, "entry_import.taken", found.id, result)


def id_in(found: Import, name: str) -> UUID:
    """The id that something new of this import gets: the same at every look."""
    return uuid5(found.id, name)


async def _take(session: AsyncSession, found: Import, row: ImportRow, by: SignedIn, at: datetime) -> None:
    said = Statement(row.values, "import", "medium", found.file_name)
    entry = await entries.find_entry(session, row.entry_id, lock=True)
    if entry is None:
        more = {"entry_id": row.entry_id, "batch_id": found.id}
        await add_entry(session, found.district, row.kind, said, by, at, **more)
    else:
        await state_facts(session, entry, said, by, at, batch_id=found.id)


async def _set(session: AsyncSession, import_id: UUID, **values: Any) -> None:
    await session.execute(update(tables.EntryImport).where(tables.EntryImport.id == import_id).values(**values))
