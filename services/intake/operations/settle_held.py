"""What a person decides about a response that looked like a machine's: release it, or set it aside with a reason."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.operations.release_held import release_held
from services.intake.storage.tables import Campaign, Held
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def release_response(session: AsyncSession, response_id: UUID, by: SignedIn) -> bool:
    """Told to analysis from now on, also after it was set aside. False when somebody was quicker, or may not."""
    held = await _find(session, response_id, by)
    if held is None:
        return False
    await record_change(session, by, "response.released", held.id, {"reasons": list(held.reasons)})
    await release_held(session, held)
    return True


async def set_aside(session: AsyncSession, response_id: UUID, note: str, by: SignedIn, at: datetime) -> bool:
    """It stays, with the reason, and can still be released. False when somebody was quicker, or may not."""
    held = await _find(session, response_id, by)
    if held is None or held.set_aside_at:
        return False
    held.set_aside_at, held.set_aside_by, held.note = at, by.account_id, note
    await record_change(session, by, "response.set_aside", held.id, {"reasons": list(held.reasons)})
    return True


async def _find(session: AsyncSession, response_id: UUID, by: SignedIn) -> Held | None:
    query = (
        select(Held, Campaign.district)
        .join(Campaign, Campaign.id == Held.campaign_id)
        .where(Held.id == response_id, Held.release_at.is_(None))
        .with_for_update(of=Held)
    )
    found = (await session.execute(query)).one_or_none()
    return found[0] if found and by.may("editor", found[1]) else None
