"""Taking in a response that a device kept while it had no network."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.answers import Fault
from services.intake.domain.kept import GRACE, Contents, Kept, NotTakenError, before, believed, check_dates, read_kept
from services.intake.domain.passes import PassOverError
from services.intake.domain.questionnaire import Questionnaire
from services.intake.domain.tokens import TokenError, read_response_id
from services.intake.operations.hold_response import Holding, hold_response
from services.intake.operations.receive_response import Received, Sent, receive_response
from services.intake.operations.unseal import unseal
from services.intake.operations.use_pass import receive_by_pass
from services.intake.settings import Settings
from services.intake.storage.forms import Form, with_version


class Taken(NamedTuple):
    """`faults`: answers that could not be taken as they were, by the questions of the version they were given to."""

    received: Received
    questionnaire: Questionnaire
    faults: tuple[Fault, ...]


async def receive_kept(
    session: AsyncSession,
    settings: Settings,
    form: Form,
    kept: Kept,
    at: datetime,
    grace: timedelta = GRACE,
    signs: Sequence[str] = (),
) -> Taken:
    """As often as it is sent, it is one response. `signs`: why a person is to read it first. Raises NotTakenError."""
    filled_at = believed(before(at, kept.waited_s), form.opens_at, at)
    check_dates(filled_at, form.opens_at, form.closes_at, at, grace)
    contents = unseal(settings.kept_key, kept.sealed)
    version = await with_version(session, form, kept.questionnaire)
    response_id, reading = kept_id(settings, form, contents), read_kept(version.questionnaire, contents.by_name)
    sent = Sent(response_id, _language(contents, version), reading.answers, at, saved=True, filled_at=filled_at)
    return Taken(await _store(session, settings, version, sent, signs), version.questionnaire, reading.faults)


def kept_id(settings: Settings, form: Form, contents: Contents) -> UUID:
    """The id it is stored under. Raises NotTakenError."""
    try:
        return read_response_id(settings.token_key, contents.token, form.code)
    except TokenError:
        raise NotTakenError("unreadable") from None


async def _store(session: AsyncSession, settings: Settings, form: Form, sent: Sent, signs: Sequence[str]) -> Received:
    if signs:
        return await hold_response(session, settings, form, sent, Holding(signs))
    if not form.by_pass:
        return await receive_response(session, settings, form, sent)
    try:
        return await receive_by_pass(session, settings, form, form.code, sent)
    except PassOverError:
        raise NotTakenError("used") from None


def _language(contents: Contents, form: Form) -> str:
    spoken = next(iter(contents.by_name.get("language", ())), "")
    return spoken if spoken in form.questionnaire.languages else form.questionnaire.languages[0]
