"""How many sendings come from one network through one channel: for some minutes, and without an address."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import delete, text, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.suspicion import span_of
from services.intake.storage.tables import Crowd
from shared.kit.guesses import network_of
from shared.kit.ids import keyed_digest

BITE: Final = 5000
COUNT: Final = text(
    """
    INSERT INTO intake.crowd (bucket, span, sending_count) VALUES (:bucket, :span, 1)
    ON CONFLICT (bucket, span) DO UPDATE SET sending_count = crowd.sending_count + 1 RETURNING sending_count
    """
)


async def count_sending(session: AsyncSession, key: bytes, host: str, code: str, at: datetime) -> int:
    """This sending included, in all web processes together. One statement.

    A network is known by a digest whose key changes with every span, so that counts of two spans cannot be put
    together. `host`: the address it comes from, which is not kept.
    """
    span = span_of(at)
    bucket = keyed_digest(key, f"{span} {code} {network_of(host)}".encode())[:8]
    return int(await session.scalar(COUNT, {"bucket": bucket, "span": span}) or 0)


async def forget_crowds(session: AsyncSession, at: datetime) -> int:
    """Returns how many. Only the span that is under way is still worth anything."""
    key = (Crowd.bucket, Crowd.span)
    over = Crowd.__table__.select().with_only_columns(*key).where(Crowd.span < span_of(at)).limit(BITE)
    gone = await session.scalars(delete(Crowd).where(tuple_(*key).in_(over)).returning(Crowd.span))
    return len(gone.all())
