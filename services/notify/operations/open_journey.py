"""Opening the page behind a receipt."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.operations.owe_read_letters import owe_read_letters
from services.notify.operations.tell_outcome import owe_outcome_letters
from services.notify.settings import Settings
from services.notify.storage.tables import Journey
from shared.contracts.responses import ReceiptIssued


async def open_journey(session: AsyncSession, settings: Settings, fact: ReceiptIssued, at: datetime) -> None:
    """Notes the receipt; the assessment may be there before it."""
    digest = bytes.fromhex(fact.receipt_digest)
    known = {"receipt_digest": digest, "language": fact.language, "received_at": fact.received_at}
    statement = insert(Journey).values(
        pseudonym=settings.pseudonym(fact.response_id), campaign_id=fact.campaign_id, **known
    )
    await session.execute(statement.on_conflict_do_update(index_elements=["pseudonym"], set_=known))
    await owe_read_letters(session, digest, at)
    await owe_outcome_letters(session, digest, at)
