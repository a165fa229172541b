"""Counting what a program asks, for all web processes together."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.api import MINUTE_S
from services.analysis.results.storage.export_tables import TokenUse


async def count_use(session: AsyncSession, token_id: UUID, at: datetime) -> int:
    """How often it asked in this minute, this time included. One statement."""
    row = {"token_id": token_id, "minute": int(at.timestamp()) // MINUTE_S, "use_count": 1}
    counted = insert(TokenUse).values(row)
    more = {"use_count": TokenUse.use_count + 1}
    again = counted.on_conflict_do_update(index_elements=[TokenUse.token_id, TokenUse.minute], set_=more)
    return await session.scalar(again.returning(TokenUse.use_count)) or 1
