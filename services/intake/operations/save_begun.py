"""Keeping what somebody has typed so far, under a code that only they know."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.begun import CODE_LENGTH
from services.intake.operations.receive_response import RECEIPT_TRIES
from services.intake.settings import Settings
from services.intake.storage.forms import Form
from services.intake.storage.tables import Begun
from shared.kit.ids import derived_code, keyed_digest


class Unfinished(NamedTuple):
    """What is to be kept, and until when. `step`: where to go on."""

    response_id: UUID
    language: str
    step: str
    fields: dict[str, list[str]]
    expires_at: datetime


async def save_begun(
    session: AsyncSession, settings: Settings, form: Form, unfinished: Unfinished, at: datetime
) -> str:
    """Returns the code: for one response the same every time, and what was saved under it before is replaced."""
    for attempt in range(RECEIPT_TRIES):
        code = derived_code(settings.begun_key, unfinished.response_id.bytes + bytes([attempt]), CODE_LENGTH)
        if await _store(session, form, unfinished, digest_of(settings, code), at):
            return code
    raise RuntimeError("no free code")


def digest_of(settings: Settings, code: str) -> bytes:
    return keyed_digest(settings.begun_key, code.encode())


async def _store(session: AsyncSession, form: Form, unfinished: Unfinished, digest: bytes, at: datetime) -> bool:
    """False when the code belongs to another response."""
    row = {
        **unfinished._asdict(),
        "code_digest": digest,
        "channel_id": form.channel_id,
        "questionnaire_id": form.questionnaire_id,
        "saved_at": at,
    }
    statement = (
        insert(Begun)
        .values(row)
        .on_conflict_do_update(
            index_elements=[Begun.code_digest], set_=row, where=Begun.response_id == unfinished.response_id
        )
        .returning(Begun.response_id)
    )
    return (await session.execute(statement)).first() is not None
