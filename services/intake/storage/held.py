"""What is held, and what was typed in before, as staff look at it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.storage.forms import Form
from services.intake.storage.tables import Campaign, Channel, Held, Questionnaire, Response
from shared.staff.storage.tables import Account

MOST: Final = 200
#: Where sheets are that were typed in: told already, or not yet.
ENTERED: Final[tuple[type[Response | Held], ...]] = (Response, Held)


class Waiting(NamedTuple):
    """A held response with where it came from; `who`: set it aside, if somebody did."""

    held: Held
    campaign: Campaign
    channel: Channel
    definition: dict[str, Any]
    who: str


async def find_entered(session: AsyncSession, channel_id: UUID, response_id: UUID, at: datetime) -> Held | None:
    """A sheet that can still be taken back."""
    query = select(Held).where(Held.id == response_id, Held.channel_id == channel_id, Held.release_at > at)
    found: Held | None = await session.scalar(query)
    return found


async def count_entered(session: AsyncSession, form: Form) -> int:
    """Sheets typed in for this channel, told already or not."""
    return sum([await session.scalar(select(func.count()).where(*_entered(table, form))) or 0 for table in ENTERED])


async def was_entered(session: AsyncSession, form: Form, answers: list[Any], besides: UUID) -> bool:
    """Whether a sheet with exactly these answers was typed in for this channel before."""
    for table in ENTERED:
        same = (*_entered(table, form), table.answers == answers, table.id != besides)
        if await session.scalar(select(table.id).where(*same).limit(1)):
            return True
    return False


async def list_waiting(session: AsyncSession, districts: Collection[str] | None, *, aside: bool) -> list[Waiting]:
    """Those that wait for a person, oldest first, or with `aside` those set aside. `districts` None: all."""
    query = (
        select(Held, Campaign, Channel, Questionnaire.definition, Account.full_name)
        .join(Campaign, Campaign.id == Held.campaign_id)
        .join(Channel, Channel.id == Held.channel_id)
        .join(Questionnaire, Questionnaire.id == Held.questionnaire_id)
        .outerjoin(Account, Account.id == Held.set_aside_by)
        .where(Held.release_at.is_(None), Held.set_aside_at.is_not(None) if aside else Held.set_aside_at.is_(None))
        .order_by(Held.received_at, Held.id)
        .limit(MOST)
    )
    if districts is not None:
        query = query.where(Campaign.district.in_(districts))
    rows = await session.execute(query)
    return [Waiting(held, campaign, channel, read, who or "?") for held, campaign, channel, read, who in rows]


def _entered(table: type[Response | Held], form: Form) -> tuple[ColumnElement[bool], ...]:
    """By its campaign too: responses are found by that, and not by their channel alone."""
    return table.campaign_id == form.campaign_id, table.channel_id == form.channel_id, table.source != "form"
