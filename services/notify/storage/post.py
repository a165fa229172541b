"""What the page for letters on paper shows: how many wait where, and what was printed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.media import POST
from services.notify.storage.tables import (
    CONFIRMED,
    TO_PRINT,
    Campaign,
    Contact,
    Journey,
    Notification,
    PrintRun,
    Subscription,
)

#: Batches that the page lists.
SHOWN: Final = 30


class Waiting(NamedTuple):
    """Of one district: letters that wait, and people who are written to by post."""

    district: str
    letter_count: int
    person_count: int


async def list_waiting(session: AsyncSession, districts: Collection[str] | None) -> list[Waiting]:
    """Districts with anybody who is written to by post. `districts` None: all of them."""
    query = (
        select(
            Campaign.district,
            func.count(Notification.id).filter(Notification.state == TO_PRINT),
            func.count(Contact.id.distinct()),
        )
        .select_from(Subscription)
        .join(Contact, Contact.id == Subscription.contact_id)
        .join(Journey, Journey.receipt_digest == Subscription.receipt_digest)
        .join(Campaign, Campaign.id == Journey.campaign_id)
        .outerjoin(Notification, Notification.subscription_id == Subscription.id)
        .where(Contact.kind == POST, Subscription.state == CONFIRMED)
        .group_by(Campaign.district)
        .order_by(Campaign.district)
    )
    if districts is not None:
        query = query.where(Campaign.district.in_(districts))
    return [Waiting(*row) for row in await session.execute(query)]


async def list_runs(session: AsyncSession, districts: Collection[str] | None) -> Sequence[PrintRun]:
    """Newest first. `districts` None: of all of them."""
    query = select(PrintRun).order_by(PrintRun.printed_at.desc()).limit(SHOWN)
    if districts is not None:
        query = query.where(PrintRun.district.in_(districts))
    return (await session.scalars(query)).all()
