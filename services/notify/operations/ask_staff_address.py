"""The letter with the link that confirms an address of staff: claimed, handed over, recorded."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import or_, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.operations.compose_letter import POLICY, write_mail
from services.notify.operations.hand_over import Medium, Refused
from services.notify.settings import Settings
from services.notify.storage.tables import StaffAddress
from services.notify.wording import TEXTS
from shared.contracts.notifications import StaffAddressAsked
from shared.kit.clock import now
from shared.kit.messaging import NotYet
from shared.kit.storage import Database
from shared.kit.texts import FIRST

log = structlog.get_logger()


async def ask_staff_address(database: Database, settings: Settings, medium: Medium, message: StaffAddressAsked) -> None:
    """Once, however often called, with the same gap as every letter; only the newest link is sent. Raises whatever
    may pass."""
    at = now()
    letter = await database.run(lambda session: _claim(session, settings, message, medium.lease, at))
    if letter is None:
        return
    try:
        await medium.hand_over(UUID(int=message.account_id.int ^ message.number), write_mail(settings, letter, at))
    except Refused as refusal:
        log.warning("staff_address.refused", account=str(message.account_id), error=refusal.kind)
    except Exception:
        await _record(database, message, claimed_until=None)
        raise
    await _record(database, message, claimed_until=None, sent_number=message.number)


async def _claim(
    session: AsyncSession, settings: Settings, message: StaffAddressAsked, lease: timedelta, at: datetime
) -> EmailMessage | None:
    """None when nothing is left to do. Raises NotYet while somebody else is at it."""
    owed = (
        (StaffAddress.account_id == message.account_id)
        & (StaffAddress.number == message.number)
        & (StaffAddress.sent_number < message.number)
        & StaffAddress.wanted.is_not(None)
    )
    free = or_(StaffAddress.claimed_until.is_(None), StaffAddress.claimed_until < at)
    claim = update(StaffAddress).where(owed, free).values(claimed_until=at + lease).returning(StaffAddress)
    row = await session.scalar(claim)
    if row is None:
        if await session.scalar(StaffAddress.__table__.select().with_only_columns(StaffAddress.account_id).where(owed)):
            raise NotYet(lease)
        return None
    assert row.wanted
    return compose(settings, settings.vault.decrypt(row.wanted).decode(), message, at)


def compose(settings: Settings, recipient: str, message: StaffAddressAsked, at: datetime) -> EmailMessage:
    """Plain text, in German: it goes to offices."""
    link = f"{settings.address}/mail/{settings.staff_token(message.account_id, message.number)}"
    said = [TEXTS.say(FIRST, "staff-mail-letter"), link, TEXTS.say(FIRST, "staff-mail-letter-not")]
    letter = EmailMessage(policy=POLICY)
    letter["From"] = settings.mail_from
    letter["To"] = recipient
    letter["Subject"] = TEXTS.say(FIRST, "staff-mail-subject")
    letter["Date"] = format_datetime(at)
    domain = parseaddr(settings.mail_from)[1].rpartition("@")[2] or "localhost"
    letter["Message-ID"] = f"<staff-{message.account_id}-{message.number}@{domain}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content("\n\n".join(said) + "\n", cte="quoted-printable")
    letter["Content-Language"] = FIRST
    return letter


async def _record(database: Database, message: StaffAddressAsked, **became: Any) -> None:
    mine = (StaffAddress.account_id == message.account_id) & (StaffAddress.number == message.number)
    await database.run(lambda session: session.execute(update(StaffAddress).where(mine).values(**became)))
