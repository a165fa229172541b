"""Letters on paper: taken into a batch exactly once, and drawn again from what is still there as often as needed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.journey import outcome_about
from services.notify.domain.letters import OUTCOMES
from services.notify.operations.compose_letter import Letter
from services.notify.operations.draw_letters import PaperLetter, write_on_paper
from services.notify.settings import Settings
from services.notify.storage.journeys import find_journey
from services.notify.storage.tables import (
    CONFIRMED,
    ENDED,
    SENT,
    TO_PRINT,
    UNWANTED,
    Campaign,
    Contact,
    Journey,
    Notification,
    PrintRun,
    Subscription,
)
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

#: Letters of one batch: what one person folds in an hour, and a PDF in a few seconds.
MOST: Final = 200


class NothingToPrint(Exception):
    """Nothing waits, or somebody else was faster."""


async def print_letters(session: AsyncSession, run_id: UUID, district: str, by: SignedIn, at: datetime) -> int:
    """Takes what waits in the district into one batch and marks it as printed. Returns how many letters.

    The same batch asked for twice is one batch. Raises NothingToPrint.
    """
    known = await session.get(PrintRun, run_id)
    if known:
        return known.letter_count
    await _leave_out_ended(session)
    ids = (await session.scalars(_waiting(district))).all()
    if not ids:
        raise NothingToPrint
    run = {"id": run_id, "district": district, "printed_at": at, "printed_by": by.account_id}
    run |= {"printed_by_name": by.name, "letter_count": len(ids)}
    await session.execute(insert(PrintRun).values(run))
    printed = update(Notification).where(Notification.id.in_(ids))
    await session.execute(printed.values(state=SENT, sent_at=at, print_run_id=run_id, claimed_until=None, error=None))
    await record_change(session, by, "print_run.made", run_id, {"district": district, "letters": len(ids)})
    return len(ids)


async def read_run(session: AsyncSession, settings: Settings, run: PrintRun, by: SignedIn) -> list[PaperLetter]:
    """The letters of a batch, in the order they were owed. Whoever ended theirs since is not in it any more."""
    query = (
        select(Notification, Subscription, Contact)
        .join(Subscription, Subscription.id == Notification.subscription_id)
        .join(Contact, Contact.id == Subscription.contact_id)
        .where(Notification.print_run_id == run.id)
        .order_by(Notification.queued_at, Notification.id)
    )
    rows: Sequence[Any] = (await session.execute(query)).all()
    letters = [await _letter(session, settings, run.printed_at, *row) for row in rows]
    await record_change(session, by, "print_run.opened", run.id, {"letters": len(rows)})
    return [write_on_paper(settings, letter) for letter in letters if letter]


async def _letter(
    session: AsyncSession,
    settings: Settings,
    at: datetime,
    notification: Notification,
    subscription: Subscription,
    contact: Contact,
) -> Letter | None:
    """None when the outcome it tells of is gone."""
    journey = await find_journey(session, subscription.receipt_digest)
    about = outcome_about(journey, notification.occasion) if journey and notification.letter in OUTCOMES else None
    if journey is None or journey.campaign is None or (notification.letter in OUTCOMES and about is None):
        return None
    return Letter(
        id=notification.id,
        kind=notification.letter,
        language=subscription.language,
        recipient=settings.vault.decrypt(contact.address).decode(),
        token=settings.token(subscription.id),
        journey=journey,
        at=at,
        about=about,
        medium=contact.kind,
        occasion=notification.occasion,
    )


def _waiting(district: str) -> Select[UUID]:
    """Locked, and without those that somebody else is taking."""
    return (
        select(Notification.id)
        .join(Subscription, Subscription.id == Notification.subscription_id)
        .join(Journey, Journey.receipt_digest == Subscription.receipt_digest)
        .join(Campaign, Campaign.id == Journey.campaign_id)
        .where(Notification.state == TO_PRINT, Subscription.state == CONFIRMED, Campaign.district == district)
        .order_by(Notification.queued_at, Notification.id)
        .limit(MOST)
        .with_for_update(of=Notification, skip_locked=True)
    )


async def _leave_out_ended(session: AsyncSession) -> None:
    ended = select(Subscription.id).where(Subscription.state == ENDED)
    unwanted = update(Notification).where(Notification.state == TO_PRINT, Notification.subscription_id.in_(ended))
    await session.execute(unwanted.values(state=UNWANTED))
