"""Taking in a sheet of paper, a call or an interview that somebody typed in."""

from __future__ import annotations

from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.entry import TAKE_BACK
from services.intake.operations.hold_response import Holding, hold_response
from services.intake.operations.issue_passes import pass_digest
from services.intake.operations.receive_response import Sent
from services.intake.operations.use_pass import response_id_of, use_pass
from services.intake.settings import Settings
from services.intake.storage.forms import Form
from services.intake.storage.held import was_entered
from services.intake.storage.passes import find_channel_code


class WrongPassError(ValueError):
    """Nobody made this pass, or for another group."""


async def enter_sheet(session: AsyncSession, settings: Settings, form: Form, code: str, sent: Sent) -> UUID:
    """Held for as long as it can be taken back; returns the id. `code`: the pass on the sheet, empty for none.

    Raises PassOverError when the pass was used on a phone or on another sheet, and WrongPassError.
    """
    digest = None
    if code:
        digest = pass_digest(settings, code)
        if await find_channel_code(session, digest) != form.code:
            raise WrongPassError
        await use_pass(session, settings, code, sent.response_id)
        sent = sent._replace(response_id=response_id_of(settings, code))
    holding = Holding(release_at=sent.at + TAKE_BACK, pass_digest=digest)
    await hold_response(session, settings, form, sent, holding)
    return sent.response_id


async def is_double(session: AsyncSession, form: Form, sent: Sent) -> bool:
    """A sheet that says just the same was typed in here before: perhaps it is the same sheet."""
    return await was_entered(session, form, msgspec.to_builtins(tuple(sent.answers)), sent.response_id)
