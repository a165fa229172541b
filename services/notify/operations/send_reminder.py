"""Sending one letter to staff, of the promise clock or for the department's answers: claimed, handed over, recorded.

It is handed over outside of any transaction.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.evaluations import Asking, asking_of
from services.notify.domain.journey import title_in
from services.notify.operations.compose_letter import POLICY, write_mail
from services.notify.operations.hand_over import Medium, Refused
from services.notify.operations.owe_reminders import COORDINATION, lead_addresses
from services.notify.settings import Settings
from services.notify.storage.outcomes import answered_on
from services.notify.storage.tables import REFUSED, SENDING, SENT, UNWANTED, WAITING, Campaign, Reminder
from services.notify.wording import TEXTS, local_day, spoken_day
from shared.kit.clock import now
from shared.kit.messaging import NotYet
from shared.kit.storage import Database
from shared.kit.texts import FIRST

log = structlog.get_logger()


async def send_reminder(database: Database, settings: Settings, medium: Medium, reminder_id: UUID) -> None:
    """Sends it once, however often called, with the same gap as send_notification. Raises whatever may pass."""
    message = await database.run(lambda session: _claim(session, settings, reminder_id, medium.lease))
    if message is None:
        return
    try:
        await medium.hand_over(reminder_id, write_mail(settings, message, now()))
    except Refused as refusal:
        await _record(database, reminder_id, state=REFUSED, error=refusal.kind)
        log.warning("reminder.refused", reminder=str(reminder_id), error=refusal.kind)
    except Exception as trouble:
        await _record(database, reminder_id, state=WAITING, error=type(trouble).__name__)
        raise
    else:
        await _record(database, reminder_id, state=SENT, sent_at=now(), error=None)
        log.info("reminder.sent", reminder=str(reminder_id))


async def _claim(session: AsyncSession, settings: Settings, reminder_id: UUID, lease: timedelta) -> EmailMessage | None:
    """None when nothing is left to do. Raises NotYet while somebody else is at it."""
    at = now()
    free = or_(Reminder.state == WAITING, (Reminder.state == SENDING) & (Reminder.claimed_until < at))
    statement = (
        update(Reminder)
        .where(Reminder.id == reminder_id, free)
        .values(state=SENDING, claimed_until=at + lease)
        .returning(Reminder)
    )
    reminder = await session.scalar(statement)
    if reminder is None:
        if await session.scalar(select(Reminder.state).where(Reminder.id == reminder_id)) == SENDING:
            raise NotYet(lease)
        return None
    return await _message(session, settings, reminder, at)


async def _message(session: AsyncSession, settings: Settings, reminder: Reminder, at: datetime) -> EmailMessage | None:
    """None when the promise was kept or moved meanwhile, or nobody is there to be written to any more."""
    campaign = await session.get_one(Campaign, reminder.campaign_id)
    recipient = await _recipient(session, settings, reminder, campaign)
    asking = asking_of(reminder.occasion)
    over = campaign.promise_on != reminder.promise_on or await answered_on(session, campaign.id)
    if (over and not asking) or not recipient:
        await _set(session, reminder.id, state=UNWANTED)
        return None
    if asking:
        return compose_asking(settings, reminder, campaign, recipient, asking, at)
    days = (reminder.promise_on - local_day(at)).days
    return compose_reminder(settings, reminder, campaign, recipient, days, at)


def compose_reminder(
    settings: Settings, reminder: Reminder, campaign: Campaign, recipient: str, days: int, at: datetime
) -> EmailMessage:
    """Plain text: it goes to offices. `days`: until the promise, negative after it."""
    title = " ".join(title_in(campaign.title, FIRST).split())
    when = "missed" if days < 0 else "today" if days == 0 else "soon"
    values = {"title": title, "date": spoken_day(reminder.promise_on, FIRST), "days": abs(days)}
    said = [TEXTS.say(FIRST, f"staff-reminder-{key}", **values) for key in (when, "do")]
    links = [f"{settings.address}/staff/outcomes", f"{settings.address}/ergebnisse/{campaign.slug}"]
    subject = TEXTS.say(FIRST, f"staff-reminder-subject-{when}", **values)
    return _letter(settings, reminder, recipient, subject, [*said, *links], at)


def compose_asking(
    settings: Settings, reminder: Reminder, campaign: Campaign, recipient: str, asking: Asking, at: datetime
) -> EmailMessage:
    """Asks to send the department its link, or to open one where there is none."""
    title = " ".join(title_in(campaign.title, FIRST).split())
    values = {"title": title, "office": " ".join(campaign.office.split())}
    said = [TEXTS.say(FIRST, f"staff-asking-{key}", **values) for key in (asking.when, "do" if asking.code else "open")]
    link = f"{settings.address}/q/{asking.code}" if asking.code else f"{settings.address}/staff/making/{campaign.id}"
    page = f"{settings.address}/staff/campaigns/{campaign.slug}/standards"
    subject = TEXTS.say(FIRST, f"staff-asking-subject-{asking.when}", **values)
    return _letter(settings, reminder, recipient, subject, [*said, link, page], at)


def _letter(
    settings: Settings, reminder: Reminder, recipient: str, subject: str, said: list[str], at: datetime
) -> EmailMessage:
    message = EmailMessage(policy=POLICY)
    message["From"] = settings.mail_from
    message["To"] = recipient
    message["Subject"] = subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{reminder.id}@{parseaddr(settings.mail_from)[1].rpartition('@')[2] or 'localhost'}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content("\n\n".join(said) + "\n", cte="quoted-printable")
    message["Content-Language"] = FIRST
    return message


async def _recipient(session: AsyncSession, settings: Settings, reminder: Reminder, campaign: Campaign) -> str | None:
    """Looked up now: who is no lead any more gets nothing."""
    if reminder.addressee == COORDINATION:
        return settings.coordination
    leads = await lead_addresses(session, settings, campaign.district)
    return next((address for account_id, address in leads.items() if str(account_id) == reminder.addressee), None)


async def _record(database: Database, reminder_id: UUID, **became: Any) -> None:
    await database.run(lambda session: _set(session, reminder_id, **became))


async def _set(session: AsyncSession, reminder_id: UUID, **became: Any) -> None:
    await session.execute(
        update(Reminder)
        .where(Reminder.id == reminder_id, Reminder.state == SENDING)
        .values(claimed_until=None, **became)
    )
