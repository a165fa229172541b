"""A participant adds something to a response, also after the campaign."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.corrections import MOST_REMARKS
from services.intake.operations.correct_response import tell_revision
from services.intake.storage.own import lock_own, read_remarks
from services.intake.storage.tables import Remark


async def add_remark(session: AsyncSession, response_id: UUID, remark_id: UUID, text: str, at: datetime) -> bool:
    """Once per form, however often it is sent. False when there is no more room, or the response was withdrawn."""
    response = await lock_own(session, response_id)
    if response is None:
        return False
    if await session.get(Remark, remark_id):
        return True
    if len(await read_remarks(session, response_id)) >= MOST_REMARKS:
        return False
    row = {"id": remark_id, "response_id": response_id, "text": text, "written_at": at}
    await session.execute(insert(Remark).values(row))
    await tell_revision(session, response, (), at)
    return True
