"""Dots counted at workshops."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.entry import Dots
from services.intake.storage.forms import Form
from services.intake.storage.tables import Channel, Tally
from shared.kit.ids import keyed_digest


class Counted(NamedTuple):
    """All dots on one answer, at one channel."""

    channel_id: UUID
    place: str
    question: str
    choice: str
    dots: int


async def add_tally(
    session: AsyncSession, form: Form, dots: Sequence[Dots], count_id: UUID, by: UUID | None, at: datetime
) -> None:
    """`count_id`: of the page it was typed into; sent twice, it counts once."""
    rows = [
        {
            "id": UUID(bytes=keyed_digest(count_id.bytes, f"{one.question}.{one.choice}".encode())[:16], version=4),
            "channel_id": form.channel_id,
            "questionnaire_id": form.questionnaire_id,
            "question": one.question,
            "choice": one.choice,
            "dot_count": one.dots,
            "counted_at": at,
            "counted_by": by,
        }
        for one in dots
    ]
    await session.execute(insert(Tally).on_conflict_do_nothing(), rows)


async def take_back_tally(session: AsyncSession, channel_id: UUID) -> UUID | None:
    """The count that was typed in last. Returns the version it counts on, or None where there is none."""
    last = select(func.max(Tally.counted_at)).where(Tally.channel_id == channel_id).scalar_subquery()
    taken = delete(Tally).where(Tally.channel_id == channel_id, Tally.counted_at == last)
    row = (await session.execute(taken.returning(Tally.questionnaire_id))).first()
    return row[0] if row else None


async def sum_dots(session: AsyncSession, channel_id: UUID, questionnaire_id: UUID) -> list[Dots]:
    """All that counts at one channel on one version's questions."""
    query = (
        select(Tally.question, Tally.choice, func.sum(Tally.dot_count))
        .where(Tally.channel_id == channel_id, Tally.questionnaire_id == questionnaire_id)
        .group_by(Tally.question, Tally.choice)
        .order_by(Tally.question, Tally.choice)
    )
    return [Dots(*row) for row in await session.execute(query)]


async def list_tallies(session: AsyncSession, campaign_id: UUID) -> list[Counted]:
    query = (
        select(Channel.id, Channel.place, Tally.question, Tally.choice, func.sum(Tally.dot_count))
        .join(Channel, Channel.id == Tally.channel_id)
        .where(Channel.campaign_id == campaign_id)
        .group_by(Channel.id, Channel.place, Tally.question, Tally.choice)
        .order_by(Channel.place)
    )
    return [Counted(*row) for row in await session.execute(query)]
