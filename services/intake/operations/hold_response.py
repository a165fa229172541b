"""Keeping a response back before anybody outside intake knows of it: for a person, or for second thoughts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.operations.receive_response import (
    RECEIPT_TRIES,
    Received,
    Sent,
    find_earlier,
    receipt_issued,
    receipt_of,
)
from services.intake.settings import Settings
from services.intake.storage.begun import forget_begun
from services.intake.storage.forms import Form
from services.intake.storage.tables import Held, Response
from shared.contracts.receipts import receipt_digest
from shared.contracts.routes import publish


class Holding(NamedTuple):
    """Why it waits, and until when if not for a person. `pass_digest`: of the pass that a typed sheet came with."""

    reasons: Sequence[str] = ()
    release_at: datetime | None = None
    pass_digest: bytes | None = None


async def hold_response(
    session: AsyncSession, settings: Settings, form: Form, sent: Sent, holding: Holding
) -> Received:
    """The receipt is what it will be. As often as it is sent, it is held once; what was received is not held again."""
    if sent.saved:
        await forget_begun(session, sent.response_id)
    if earlier := await find_earlier(session, settings, sent):
        return earlier
    for attempt in range(RECEIPT_TRIES):
        receipt = receipt_of(settings, sent.response_id, attempt)
        digest = receipt_digest(settings.secret, receipt)
        if await _store(session, form, sent, holding, digest, attempt):
            if holding.release_at is None:
                await publish(session, receipt_issued(form, sent, digest))
            return Received(receipt, changed=False)
        if earlier := await find_earlier(session, settings, sent):
            return earlier
    raise RuntimeError("no free receipt")


async def _store(
    session: AsyncSession, form: Form, sent: Sent, holding: Holding, digest: bytes, attempt: int
) -> UUID | None:
    """None when it is held already, or the receipt belongs to another response."""
    if await session.scalar(select(Response.id).where(Response.receipt_digest == digest)):
        return None
    row = {
        "id": sent.response_id,
        "campaign_id": form.campaign_id,
        "channel_id": form.channel_id,
        "questionnaire_id": form.questionnaire_id,
        "language": sent.language,
        "source": sent.source,
        "answers": msgspec.to_builtins(tuple(sent.answers)),
        "receipt_digest": digest,
        "receipt_attempt": attempt,
        "received_at": sent.at,
        "filled_at": sent.filled_at,
        **holding._asdict(),
        "reasons": list(holding.reasons),
    }
    stored: UUID | None = await session.scalar(insert(Held).values(row).on_conflict_do_nothing().returning(Held.id))
    return stored
