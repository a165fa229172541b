"""Owing the letter that tells what was read."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.letters import READ
from services.notify.operations.queue_letters import queue_letters
from services.notify.storage.journeys import lock_receipt
from services.notify.storage.tables import CONFIRMED, WAITING, Journey, Subscription
from shared.kit.storage import Moment


async def owe_read_letters(session: AsyncSession, receipt_digest: bytes, at: datetime) -> None:
    """Queues one letter per confirmed subscription of an assessed response that has none yet.

    Asked after each of the three facts (receipt, assessment, confirmation): whichever comes last makes the letter.
    """
    await lock_receipt(session, receipt_digest)
    owed = (
        select(
            func.gen_random_uuid(),
            Subscription.id,
            literal(READ.letter),
            literal(READ.occasion),
            literal(WAITING),
            literal(at, Moment()),
        )
        .join(Journey, Journey.receipt_digest == Subscription.receipt_digest)
        .where(
            Subscription.receipt_digest == receipt_digest,
            Subscription.state == CONFIRMED,
            Journey.assessed_at.is_not(None),
        )
    )
    await queue_letters(session, owed)
