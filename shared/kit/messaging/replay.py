"""Telling a consumer again what was said before: after a mended fault, or for a consumer that came later."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

REPLAY = text(
    """
    INSERT INTO bus.delivery (id, message_id, consumer, next_at)
    SELECT gen_random_uuid(), m.id, :consumer, :at FROM bus.message m WHERE m.name = :name AND m.published_at >= :since
    ON CONFLICT (message_id, consumer) DO UPDATE
    SET state = 'waiting', next_at = :at, attempt_count = 0, ring_count = 0, done_at = NULL, last_error = NULL
    WHERE bus.delivery.state <> 'waiting'
    RETURNING id
    """
)


async def replay(session: AsyncSession, name: str, consumer: str, since: datetime, at: datetime) -> int:
    """Owes every message of this name since then to this consumer once more; returns how many.

    Consumers are idempotent, so a replay repairs and never doubles.
    """
    rows = await session.execute(REPLAY, {"name": name, "consumer": consumer, "since": since, "at": at})
    return len(rows.all())
