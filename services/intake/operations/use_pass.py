"""Using a pass: once, whoever is quicker, and from then on only the same filling gets to its receipt."""

from __future__ import annotations

import hashlib
import hmac
from uuid import UUID

from sqlalchemy import or_, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.passes import PassOverError
from services.intake.operations.issue_passes import pass_digest
from services.intake.operations.receive_response import Received, Sent, receive_response
from services.intake.settings import Settings
from services.intake.storage.begun import forget_begun
from services.intake.storage.forms import Form
from services.intake.storage.passes import read_state
from services.intake.storage.tables import Pass
from shared.kit.ids import keyed_digest


async def receive_by_pass(session: AsyncSession, settings: Settings, form: Form, code: str, sent: Sent) -> Received:
    """Stored under an id that comes from the pass, so two pages with one pass can never make two responses.

    The id that `sent` brings is that of the page. Raises PassOverError.
    """
    await use_pass(session, settings, code, sent.response_id)
    if sent.saved:
        await forget_begun(session, sent.response_id)
    stored = sent._replace(response_id=response_id_of(settings, code), saved=False)
    return await receive_response(session, settings, form, stored)


async def use_pass(session: AsyncSession, settings: Settings, code: str, filling_id: UUID) -> None:
    """Raises PassOverError when it was used from another page, or is void."""
    digest = pass_digest(settings, code)
    filling = keyed_digest(settings.pass_key, b"filling" + filling_id.bytes)
    free = or_(Pass.state == "open", Pass.filling == filling)
    claim = update(Pass).where(Pass.digest == digest, free).values(state="used", filling=filling)
    if await session.scalar(claim.returning(Pass.state)) is None:
        raise PassOverError("void" if await read_state(session, digest) == "void" else "used")


async def reopen_pass(session: AsyncSession, digest: bytes) -> None:
    """After the response it was used for was taken back before anybody knew of it."""
    reopened = update(Pass).where(Pass.digest == digest, Pass.state == "used")
    await session.execute(reopened.values(state="open", filling=None))


def response_id_of(settings: Settings, code: str) -> UUID:
    """Nobody without the house's key can tell which response a pass led to."""
    made = hmac.digest(settings.pass_key, b"response" + code.encode(), hashlib.sha256)
    return UUID(bytes=made[:16], version=4)
