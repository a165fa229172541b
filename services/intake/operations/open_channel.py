"""Opening a way into a campaign."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.storage.tables import Channel
from shared.contracts.campaigns import ChannelOpened
from shared.contracts.routes import publish
from shared.kit.ids import random_code, random_id

#: Short enough to type at a bus stop; a code is no secret, it stands on the poster.
CODE_LENGTH: Final = 6


async def open_channel(
    session: AsyncSession, campaign_id: UUID, kind: str, place: str, at: datetime, code: str | None = None
) -> str:
    """Opens a channel and returns its code: a new one, or the one given if it is free.

    Raises ValueError when the given code is taken.
    """
    channel_id = random_id()
    while True:
        candidate = code or random_code(CODE_LENGTH)
        row = dict(id=channel_id, campaign_id=campaign_id, code=candidate, kind=kind, place=place, opened_at=at)
        statement = insert(Channel).values(row).on_conflict_do_nothing(index_elements=["code"]).returning(Channel.id)
        if (await session.execute(statement)).first():
            break
        if code:
            raise ValueError(f"the code {code} is taken")
    await publish(session, ChannelOpened(channel_id, campaign_id, candidate, kind, place, at))
    return candidate
