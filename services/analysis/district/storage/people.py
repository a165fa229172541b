"""The names of staff who did something, for the pages that tell who."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.staff.storage.tables import Account


async def names_of(session: AsyncSession, account_ids: Collection[UUID]) -> Mapping[UUID, str]:
    if not account_ids:
        return {}
    rows = await session.execute(select(Account.id, Account.full_name).where(Account.id.in_(account_ids)))
    return {row.id: row.full_name for row in rows}
