"""Taking in a response that a device kept while it had no network."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.answers import Answer, read_answers
from services.intake.domain.entry import forgiving
from services.intake.domain.kept import GRACE, Contents, Kept, NotTakenError, before, believed, check_dates
from services.intake.domain.passes import PassOverError
from services.intake.domain.tokens import TokenError, read_response_id
from services.intake.operations.receive_response import Received, Sent, receive_response
from services.intake.operations.unseal import unseal
from services.intake.operations.use_pass import receive_by_pass
from services.intake.settings import Settings
from services.intake.storage.forms import Form, with_version


async def receive_kept(
    session: AsyncSession, settings: Settings, form: Form, kept: Kept, at: datetime, grace: timedelta = GRACE
) -> Received:
    """As often as it is sent, it is one response. Raises NotTakenError."""
    filled_at = believed(before(at, kept.waited_s), form.opens_at, at)
    check_dates(filled_at, form.opens_at, form.closes_at, at, grace)
    contents = unseal(settings.kept_key, kept.sealed)
    version = await with_version(session, form, kept.questionnaire)
    response_id, answers = kept_id(settings, form, contents), _answers(contents, version)
    sent = Sent(response_id, _language(contents, version), answers, at, saved=True, filled_at=filled_at)
    if not form.by_pass:
        return await receive_response(session, settings, version, sent)
    try:
        return await receive_by_pass(session, settings, version, form.code, sent)
    except PassOverError:
        raise NotTakenError("used") from None


def kept_id(settings: Settings, form: Form, contents: Contents) -> UUID:
    """The id it is stored under. Raises NotTakenError."""
    try:
        return read_response_id(settings.token_key, contents.token, form.code)
    except TokenError:
        raise NotTakenError("unreadable") from None


def _answers(contents: Contents, form: Form) -> tuple[Answer, ...]:
    """Nobody can be asked any more, so what is missing stays missing, but for consent; nothing is guessed at."""
    reading = read_answers(forgiving(form.questionnaire), contents.by_name)
    if reading.faults:
        raise NotTakenError("answers")
    if not reading.answers:
        raise NotTakenError("empty")
    return reading.answers


def _language(contents: Contents, form: Form) -> str:
    spoken = next(iter(contents.by_name.get("language", ())), "")
    return spoken if spoken in form.questionnaire.languages else form.questionnaire.languages[0]
