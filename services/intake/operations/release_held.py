"""Letting go of what was held: into the responses and onto the bus, or back to where it came from."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.answers import Answer
from services.intake.operations.receive_response import Sent, store_response
from services.intake.operations.use_pass import reopen_pass
from services.intake.storage.tables import Held, Response
from shared.contracts.responses import Source

BITE: Final = 100


async def release_held(session: AsyncSession, held: Held) -> None:
    """From now on it is a response like any other, received when it was; one that is there already stays as it is.

    Raises RuntimeError when its receipt is another response's.
    """
    await session.delete(held)
    await session.flush()
    sent = Sent(
        held.id,
        held.language,
        msgspec.convert(held.answers, tuple[Answer, ...]),
        held.received_at,
        filled_at=held.filled_at,
        source=msgspec.convert(held.source, Source),
    )
    is_new = await store_response(session, held, sent, held.receipt_digest, held.receipt_attempt)
    if not is_new and await session.get(Response, held.id) is None:
        raise RuntimeError("its receipt is another response's")


async def release_due(session: AsyncSession, at: datetime) -> int:
    """Sheets that nobody took back in time. Returns how many, at most a bite."""
    due = select(Held).where(Held.release_at <= at).order_by(Held.release_at).limit(BITE)
    found = list(await session.scalars(due.with_for_update(skip_locked=True)))
    for held in found:
        await release_held(session, held)
    return len(found)


async def take_back(session: AsyncSession, channel_id: UUID, response_id: UUID, at: datetime) -> bool:
    """The sheet was never typed in, and its pass works again. False when it is too late, or was done before."""
    sheet = Held.id == response_id, Held.channel_id == channel_id, Held.release_at > at
    taken = (await session.execute(delete(Held).where(*sheet).returning(Held.id, Held.pass_digest))).one_or_none()
    if taken is None:
        return False
    if taken.pass_digest:
        await reopen_pass(session, bytes(taken.pass_digest))
    return True
