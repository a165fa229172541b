"""Files of single responses do not lie about: after a week they are gone, and who needs one asks for it anew."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.operations.plan_export import worn_down
from services.analysis.results.storage.export_tables import Export, ExportPart, TokenUse
from services.analysis.results.storage.exports import CANCELLED, FINISHED
from services.analysis.storage.tables import Response

KEPT_FOR: Final = timedelta(days=7)
BITE: Final = 20
#: Stands for a purpose that is no longer known; the audit trail keeps it.
NOTHING: Final = "–"
_MINUTE: Final = 60


async def forget_exports(session: AsyncSession, at: datetime) -> int:
    """Also files that hold a response which was taken back since: within a day its words are nowhere any more."""
    taken_back = exists().where(Response.campaign_id == Export.campaign_id, Response.withdrawn_at > Export.requested_at)
    stale = (Export.state == FINISHED) & taken_back
    over = select(Export).where(Export.state != CANCELLED, or_(Export.requested_at < at - KEPT_FOR, stale)).limit(BITE)
    found = (await session.scalars(over)).all()
    for export in found:
        await put_away(session, export)
    return len(found)


async def put_away(session: AsyncSession, export: Export) -> None:
    """All of it that nobody has yet; of a file that was there it stays who was in it."""
    if export.state != FINISHED or export.plan is None:
        await session.delete(export)
        return
    await session.execute(delete(ExportPart).where(ExportPart.export_id == export.id))
    export.state, export.size, export.purpose = CANCELLED, None, NOTHING
    export.plan = worn_down(export.plan)


async def forget_uses(session: AsyncSession, at: datetime) -> int:
    """How often a program asked is counted by the minute; what is over counts no more."""
    over = delete(TokenUse).where(TokenUse.minute < int(at.timestamp()) // _MINUTE - 1).returning(TokenUse.token_id)
    return len((await session.scalars(over)).all())
