"""Ending the journey of a response that its participant took back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.operations.end_subscription import end_all
from services.notify.settings import Settings
from services.notify.storage.journeys import lock_receipt
from services.notify.storage.tables import ENDED, Journey, Subscription
from shared.contracts.responses import ResponseErased


async def withdraw_journey(session: AsyncSession, settings: Settings, fact: ResponseErased, at: datetime) -> None:
    """Forgets what was read of it and ends its subscriptions; an assessment that arrives later changes nothing.

    In whose selections it was stays: it is counted there by a pseudonym, and nobody is written to any more.
    """
    digest = bytes.fromhex(fact.receipt_digest)
    await lock_receipt(session, digest)
    known = {
        "receipt_digest": digest,
        "language": fact.language,
        "received_at": fact.received_at,
        "withdrawn_at": fact.erased_at,
        "assessed_at": None,
        "touched": None,
    }
    statement = insert(Journey).values(
        pseudonym=settings.pseudonym(fact.response_id), campaign_id=fact.campaign_id, **known
    )
    await session.execute(statement.on_conflict_do_update(index_elements=["pseudonym"], set_=known))
    own = select(Subscription.id).where(Subscription.receipt_digest == digest, Subscription.state != ENDED)
    await end_all(session, own, at)
