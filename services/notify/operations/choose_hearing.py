"""How somebody wants to hear: language, at once or once a week, and when not."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.posting import Pace, Quiet
from services.notify.operations.queue_letters import ring_for
from services.notify.settings import Settings
from services.notify.storage.subscriptions import find_subscription
from services.notify.storage.tables import ENDED, GATHERED, WAITING, Notification


class Hearing(NamedTuple):
    """`language`: a code of LANGUAGES."""

    language: str
    pace: Pace
    quiet: Quiet | None


async def choose_hearing(session: AsyncSession, settings: Settings, token: str, wanted: Hearing, at: datetime) -> None:
    """Holds for every letter that is not on its way yet. Who wants to hear at once again gets what was gathered."""
    subscription = await find_subscription(session, settings.token_digest(token))
    if subscription is None or subscription.state == ENDED:
        return
    subscription.language, subscription.pace = wanted.language, wanted.pace
    subscription.quiet_start = wanted.quiet.start if wanted.quiet else None
    subscription.quiet_end = wanted.quiet.end if wanted.quiet else None
    await session.flush()
    await _put_off_no_longer(session, subscription.id)
    if wanted.pace == "at_once":
        await _release(session, subscription.id)


async def _put_off_no_longer(session: AsyncSession, subscription_id: UUID) -> None:
    """Other quiet hours may have ended by now; whoever looks next, decides anew."""
    held = Notification.error.is_(None) & Notification.due_at.is_not(None) & (Notification.state == WAITING)
    mine = update(Notification).where(Notification.subscription_id == subscription_id, held).values(due_at=None)
    if freed := list((await session.scalars(mine.returning(Notification.id))).all()):
        await ring_for(session, freed)


async def _release(session: AsyncSession, subscription_id: UUID) -> None:
    gathered = (Notification.state == GATHERED) & Notification.digest_id.is_(None)
    mine = update(Notification).where(Notification.subscription_id == subscription_id, gathered)
    if freed := list((await session.scalars(mine.values(state=WAITING).returning(Notification.id))).all()):
        await ring_for(session, freed)
