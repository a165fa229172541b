"""A participant takes a response back: its text goes, and that there was one stays counted."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.operations.release_held import release_held
from services.intake.storage.begun import forget_begun
from services.intake.storage.own import lock_own
from services.intake.storage.tables import Held, Remark, Response, ResponseRevision
from shared.contracts.responses import ResponseErased
from shared.contracts.routes import publish
from shared.kit.messaging.erase import erase_messages


async def withdraw_response(session: AsyncSession, response_id: UUID, at: datetime) -> bool:
    """False when it was withdrawn before. Here and on the bus at once; the other services hear of it.

    What is held is released to be taken back: then it is counted like all others, and nobody has read it.
    """
    if held := await session.get(Held, response_id, with_for_update=True):
        await release_held(session, held)
    response = await lock_own(session, response_id)
    if response is None:
        return False
    response.answers, response.withdrawn_at = [], at
    await session.execute(delete(Remark).where(Remark.response_id == response_id))
    await session.execute(delete(ResponseRevision).where(ResponseRevision.response_id == response_id))
    await forget_begun(session, response_id)
    await erase_messages(session, response_id)
    await publish(session, _erased(response, at))
    return True


def _erased(response: Response, at: datetime) -> ResponseErased:
    return ResponseErased(
        response_id=response.id,
        campaign_id=response.campaign_id,
        channel_id=response.channel_id,
        language=response.language,
        received_at=response.received_at,
        erased_at=at,
        receipt_digest=response.receipt_digest.hex(),
        filled_at=response.filled_at,
    )
