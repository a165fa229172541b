"""Sending one letter: claim it, hand it over outside of any transaction, record what became of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.journey import outcome_about
from services.notify.domain.letters import JOURNEYS, OUTCOMES
from services.notify.operations.compose_letter import Letter, compose_letter
from services.notify.operations.hand_over import Medium, Refused
from services.notify.settings import Settings
from services.notify.storage.journeys import find_journey
from services.notify.storage.tables import (
    ENDED,
    REFUSED,
    SENDING,
    SENT,
    UNWANTED,
    WAITING,
    Contact,
    Notification,
    Subscription,
)
from shared.kit.clock import now
from shared.kit.storage import Database

log = structlog.get_logger()


class BeingSent(Exception):
    """Somebody else holds the claim. If they die, a later attempt of this delivery takes over."""


class CampaignUnknown(Exception):
    """The campaign's fact has not arrived yet, and the letter needs its promise."""


async def send_notification(database: Database, settings: Settings, medium: Medium, notification_id: UUID) -> None:
    """Sends the letter once, however often called.

    The only gap: a mail server that took the letter, and a death before `sent` is written. The repetition then
    carries the same Message-ID. Raises whatever may pass, for the bus to try again.
    """
    letter = await database.run(lambda session: _claim(session, settings, notification_id, medium.lease))
    if letter is None:
        return
    try:
        await medium.hand_over(notification_id, compose_letter(settings, letter))
    except Refused as refusal:
        await _record(database, notification_id, state=REFUSED, error=refusal.kind)
        log.warning("letter.refused", notification=str(notification_id), error=refusal.kind)
    except Exception as trouble:
        await _record(database, notification_id, state=WAITING, error=type(trouble).__name__)
        raise
    else:
        await _record(database, notification_id, state=SENT, sent_at=now(), error=None)
        log.info("letter.sent", notification=str(notification_id), letter=letter.kind)


async def _claim(session: AsyncSession, settings: Settings, notification_id: UUID, lease: timedelta) -> Letter | None:
    """What to send, now in our hands; None when nothing is left to do. Raises BeingSent and CampaignUnknown."""
    at = now()
    free = or_(
        Notification.state == WAITING,
        (Notification.state == SENDING) & (Notification.claimed_until < at),
    )
    statement = (
        update(Notification)
        .where(Notification.id == notification_id, free)
        .values(state=SENDING, claimed_until=at + lease)
        .returning(Notification.letter, Notification.occasion, Notification.subscription_id)
    )
    claimed = (await session.execute(statement)).one_or_none()
    if claimed:
        return await _letter(session, settings, notification_id, *claimed, at)
    state = await session.scalar(select(Notification.state).where(Notification.id == notification_id))
    if state == SENDING:
        raise BeingSent
    return None


async def _letter(
    session: AsyncSession,
    settings: Settings,
    notification_id: UUID,
    kind: str,
    occasion: str,
    subscription_id: UUID,
    at: datetime,
) -> Letter | None:
    subscription = await session.get_one(Subscription, subscription_id)
    journey = await find_journey(session, subscription.receipt_digest) if kind in JOURNEYS else None
    about = outcome_about(journey, occasion) if journey and kind in OUTCOMES else None
    if subscription.state == ENDED or (kind in OUTCOMES and about is None):
        await _set(session, notification_id, state=UNWANTED)
        return None
    if journey and journey.campaign is None:
        raise CampaignUnknown
    contact = await session.get_one(Contact, subscription.contact_id)
    return Letter(
        id=notification_id,
        kind=kind,
        language=subscription.language,
        recipient=settings.vault.decrypt(contact.address).decode(),
        token=settings.token(subscription_id),
        journey=journey,
        about=about,
        at=at,
    )


async def _record(database: Database, notification_id: UUID, **outcome: Any) -> None:
    await database.run(lambda session: _set(session, notification_id, **outcome))


async def _set(session: AsyncSession, notification_id: UUID, **outcome: Any) -> None:
    """Writes what became of a claim; a letter that another claim has sent meanwhile stays sent."""
    await session.execute(
        update(Notification)
        .where(Notification.id == notification_id, Notification.state == SENDING)
        .values(claimed_until=None, **outcome)
    )
