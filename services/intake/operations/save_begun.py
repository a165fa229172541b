"""Keeping what somebody has typed so far, under a code that only they know."""

from __future__ import annotations

import os
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.begun import CODE_LENGTH
from services.intake.domain.passes import is_pass
from services.intake.operations.receive_response import RECEIPT_TRIES
from services.intake.settings import Settings
from services.intake.storage.forms import Form
from services.intake.storage.tables import Begun
from shared.kit.ids import derived_code, keyed_digest

_NONCE_BYTES: Final = 12


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
        sealed = _seal_pass(settings, code, form.code) if is_pass(form.code) else None
        row = {**unfinished._asdict(), "code_digest": digest_of(settings, code), "sealed_pass": sealed, "saved_at": at}
        if await _store(session, form, row):
            return code
    raise RuntimeError("no free code")


def digest_of(settings: Settings, code: str) -> bytes:
    return keyed_digest(settings.begun_key, code.encode())


def open_pass(settings: Settings, code: str, sealed: bytes) -> str:
    """The pass that was sealed under this code. Raises cryptography's InvalidTag for another one."""
    nonce, text = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    return AESGCM(_pass_key(settings, code)).decrypt(nonce, text, None).decode()


def _seal_pass(settings: Settings, code: str, passed: str) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(_pass_key(settings, code)).encrypt(nonce, passed.encode(), None)


def _pass_key(settings: Settings, code: str) -> bytes:
    return keyed_digest(settings.begun_key, b"pass" + code.encode())


async def _store(session: AsyncSession, form: Form, row: dict[str, Any]) -> bool:
    """False when the code belongs to another response."""
    row |= {"channel_id": form.channel_id, "questionnaire_id": form.questionnaire_id}
    mine = Begun.response_id == row["response_id"]
    statement = insert(Begun).values(row)
    kept = statement.on_conflict_do_update(index_elements=[Begun.code_digest], set_=row, where=mine)
    return (await session.execute(kept.returning(Begun.response_id))).first() is not None
