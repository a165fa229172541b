"""Files of entries as they are kept while somebody looks at them, and what became of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final, Literal
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.kinds import Kind
from services.analysis.district.storage import tables

ImportState = Literal["open", "taken", "undone", "discarded"]
MOST: Final = 20


class Import(msgspec.Struct, frozen=True):
    """`rows`: lines of a table (column → text), or entries of an HSDS file; None once they were taken."""

    id: UUID
    district: str
    format: Literal["table", "hsds"]
    kind: Kind
    file_name: str
    rows: list[dict[str, Any]] | None
    mapping: dict[str, str]
    state: ImportState
    result: dict[str, int]
    made_at: datetime
    made_by: UUID
    taken_at: datetime | None


async def find_import(session: AsyncSession, import_id: UUID, *, lock: bool = False) -> Import | None:
    query = select(tables.EntryImport).where(tables.EntryImport.id == import_id)
    row = await session.scalar(query.with_for_update() if lock else query)
    return msgspec.convert(row, Import, from_attributes=True) if row else None


async def list_imports(session: AsyncSession, district: str) -> list[Import]:
    """The newest first, without those that were discarded."""
    row = tables.EntryImport
    query = select(row).where(row.district == district, row.state != "discarded")
    rows = await session.scalars(query.order_by(row.made_at.desc()).limit(MOST))
    return [msgspec.convert(one, Import, from_attributes=True) for one in rows]
