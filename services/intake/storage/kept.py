"""What the taking in of kept responses asks beyond a form: an earlier version, and what kind of channel it is."""

from __future__ import annotations

from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.questionnaire import Questionnaire
from services.intake.storage import tables
from services.intake.storage.forms import Form

#: Channels whose device goes from hand to hand.
SHARED: Final = frozenset({"group", "kiosk"})


async def with_version(session: AsyncSession, form: Form, questionnaire_id: UUID | None) -> Form:
    """The form as it was in this version; as it is now, where the campaign has published no such version."""
    if questionnaire_id in (None, form.questionnaire_id):
        return form
    query = select(tables.Questionnaire.definition).where(
        tables.Questionnaire.id == questionnaire_id,
        tables.Questionnaire.campaign_id == form.campaign_id,
        tables.Questionnaire.published_at.is_not(None),
    )
    definition = await session.scalar(query)
    if definition is None:
        return form
    earlier = msgspec.convert(definition, Questionnaire)
    return msgspec.structs.replace(form, questionnaire_id=questionnaire_id, questionnaire=earlier)


async def is_shared(session: AsyncSession, form: Form) -> bool:
    """Whether the next person at the device is somebody else."""
    kind = await session.scalar(select(tables.Channel.kind).where(tables.Channel.id == form.channel_id))
    return kind in SHARED
