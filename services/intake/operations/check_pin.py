"""The PIN of a channel: set by staff, typed by facilitators, and given a rest when it is wrong too often."""

from __future__ import annotations

import hmac
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.entry import rests_until
from services.intake.settings import Settings
from services.intake.storage.tables import Pin
from shared.kit.ids import keyed_digest
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

Checked = Literal["right", "wrong", "locked", "none"]


async def set_pin(
    session: AsyncSession, settings: Settings, channel_id: UUID, pin: str, by: SignedIn, at: datetime
) -> None:
    """In place of an earlier one: whoever came in by that has to type the new one."""
    row = {"digest": pin_digest(settings, channel_id, pin), "failed_count": 0, "locked_until": None}
    row |= {"set_at": at, "set_by": by.account_id}
    statement = insert(Pin).values(channel_id=channel_id, **row)
    await session.execute(statement.on_conflict_do_update(index_elements=[Pin.channel_id], set_=row))
    await record_change(session, by, "pin.changed", channel_id)


async def check_pin(session: AsyncSession, settings: Settings, channel_id: UUID, typed: str, at: datetime) -> Checked:
    """One after the other: a hundred guesses at once count like a hundred in a row."""
    pin = await session.scalar(select(Pin).where(Pin.channel_id == channel_id).with_for_update())
    if pin is None:
        return "none"
    if pin.locked_until and pin.locked_until > at:
        return "locked"
    if hmac.compare_digest(pin.digest, pin_digest(settings, channel_id, typed)):
        pin.failed_count, pin.locked_until = 0, None
        return "right"
    pin.failed_count = 1 if pin.locked_until else pin.failed_count + 1
    pin.locked_until = rests_until(pin.failed_count, at)
    return "locked" if pin.locked_until else "wrong"


async def find_pin(session: AsyncSession, channel_id: UUID) -> bytes | None:
    """The digest; None where no PIN is set."""
    found: bytes | None = await session.scalar(select(Pin.digest).where(Pin.channel_id == channel_id))
    return found


def pin_digest(settings: Settings, channel_id: UUID, pin: str) -> bytes:
    return keyed_digest(settings.pin_key, channel_id.bytes + pin.encode())
