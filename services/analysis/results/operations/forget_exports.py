"""Files of single responses do not lie about: after a week they are gone, and who needs one asks for it anew."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.storage.export_tables import Export, TokenUse
from services.analysis.results.storage.exports import FINISHED
from services.analysis.storage.tables import Response

KEPT_FOR: Final = timedelta(days=7)
BITE: Final = 20
_MINUTE: Final = 60


async def forget_exports(session: AsyncSession, at: datetime) -> int:
    """Also files that hold a response which was taken back since: within a day its words are nowhere any more."""
    taken_back = exists().where(Response.campaign_id == Export.campaign_id, Response.withdrawn_at > Export.requested_at)
    stale = (Export.state == FINISHED) & taken_back
    over = select(Export.id).where(or_(Export.requested_at < at - KEPT_FOR, stale)).limit(BITE)
    gone = await session.scalars(delete(Export).where(Export.id.in_(over)).returning(Export.id))
    return len(gone.all())


async def forget_uses(session: AsyncSession, at: datetime) -> int:
    """How often a program asked is counted by the minute; what is over counts no more."""
    over = delete(TokenUse).where(TokenUse.minute < int(at.timestamp()) // _MINUTE - 1).returning(TokenUse.token_id)
    return len((await session.scalars(over)).all())
