"""Opening ways into a campaign, one or many at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.channels import Laid, Position
from services.intake.storage.tables import Channel
from shared.contracts.campaigns import ChannelOpened
from shared.contracts.routes import publish
from shared.kit.ids import random_code, random_id

#: Short enough to type at a bus stop; a code is no secret, it stands on the poster.
CODE_LENGTH: Final = 6


async def open_channel(
    session: AsyncSession,
    campaign_id: UUID,
    kind: str,
    place: str,
    at: datetime,
    code: str | None = None,
    *,
    group: str = "",
    begins_on: date | None = None,
    ends_on: date | None = None,
    position: Position | None = None,
) -> str:
    """Opens a channel and returns its code: a new one, or the one given if it is free.

    Raises ValueError when the given code is taken.
    """
    channel_id = random_id()
    latitude, longitude = position or (None, None)
    days = {"group_name": group, "begins_on": begins_on, "ends_on": ends_on}
    where = {"latitude": latitude, "longitude": longitude}
    while True:
        candidate = code or random_code(CODE_LENGTH)
        row = dict(id=channel_id, campaign_id=campaign_id, code=candidate, kind=kind, place=place, opened_at=at)
        statement = (
            insert(Channel)
            .values(row | days | where)
            .on_conflict_do_nothing(index_elements=["code"])
            .returning(Channel.id)
        )
        if (await session.execute(statement)).first():
            break
        if code:
            raise ValueError(f"the code {code} is taken")
    await publish(session, ChannelOpened(channel_id, campaign_id, candidate, kind, place, at, group, at, position))
    return candidate


async def open_channels(session: AsyncSession, campaign_id: UUID, laid: Sequence[Laid], at: datetime) -> list[str]:
    """All of them, in order; returns their codes."""
    codes = []
    for one in laid:
        more = one._asdict() | {"at": at}
        codes.append(await open_channel(session, campaign_id, **more))
    return codes
