"""Confirming, by the link in a letter, that the address belongs to who gave it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.operations.owe_read_letters import owe_read_letters
from services.notify.operations.tell_outcome import owe_outcome_letters
from services.notify.settings import Settings
from services.notify.storage.subscriptions import find_subscription
from services.notify.storage.tables import ASKED, CONFIRMED, Subscription


async def confirm_subscription(session: AsyncSession, settings: Settings, token: str, at: datetime) -> str | None:
    """Confirms what was asked for; an ended subscription stays ended. Returns its state, None for an unknown token."""
    digest = settings.token_digest(token)
    statement = (
        update(Subscription)
        .where(Subscription.token_digest == digest, Subscription.state == ASKED)
        .values(state=CONFIRMED, confirmed_at=at)
        .returning(Subscription.receipt_digest)
    )
    confirmed = await session.scalar(statement)
    if confirmed:
        await owe_read_letters(session, confirmed, at)
        await owe_outcome_letters(session, confirmed, at)
        return CONFIRMED
    subscription = await find_subscription(session, digest)
    return subscription.state if subscription else None
