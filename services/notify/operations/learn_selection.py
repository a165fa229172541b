"""Keeping which voices staff chose for an answer, by their pseudonyms."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.operations.tell_outcome import owe_letters
from services.notify.settings import Settings
from services.notify.storage.outcomes import lock_tellings
from services.notify.storage.tables import Selection, SelectionVoice
from shared.contracts.outcomes import SelectionMade


async def learn_selection(session: AsyncSession, settings: Settings, fact: SelectionMade, at: datetime) -> None:
    """Adds one part. If the outcome is public already, the voices of this part hear of it now."""
    await lock_tellings(session, alone=True)
    await session.execute(insert(Selection).values(_row(fact)).on_conflict_do_nothing())
    voices = [{"selection_id": fact.selection_id, "pseudonym": settings.pseudonym(one)} for one in fact.response_ids]
    if voices:
        await session.execute(insert(SelectionVoice).on_conflict_do_nothing(), voices)
    outcome_id: UUID | None = await session.scalar(
        select(Selection.outcome_id).where(Selection.id == fact.selection_id)
    )
    if outcome_id:
        await owe_letters(session, outcome_id, at)


def _row(fact: SelectionMade) -> dict[str, object]:
    return {
        "id": fact.selection_id,
        "campaign_id": fact.campaign_id,
        "kind": fact.kind,
        "key": fact.key,
        "label": fact.label,
        "response_count": fact.response_count,
        "made_at": fact.made_at,
        "made_by": fact.made_by,
    }
