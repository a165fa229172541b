"""A participant changes a response: the newest answers stand, and of the older ones only that there were some."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.answers import Answer
from services.intake.domain.corrections import changed_questions
from services.intake.storage.own import answers_of, lock_own, read_remarks
from services.intake.storage.tables import Response, ResponseRevision
from shared.contracts.responses import AnswerGiven, ResponseCorrected
from shared.contracts.routes import publish


async def correct_response(session: AsyncSession, response_id: UUID, answers: Sequence[Answer], at: datetime) -> bool:
    """False when that is what it says already, or it was withdrawn."""
    response = await lock_own(session, response_id)
    if response is None:
        return False
    changed = changed_questions(answers_of(response), answers)
    if not changed:
        return False
    response.answers = msgspec.to_builtins(tuple(answers))
    await tell_revision(session, response, changed, at)
    return True


async def tell_revision(session: AsyncSession, response: Response, changed: Sequence[str], at: datetime) -> None:
    """Counts the change and says all that holds now. The response has to be locked."""
    response.revision += 1
    row = {"response_id": response.id, "number": response.revision, "questions": list(changed), "made_at": at}
    await session.execute(insert(ResponseRevision).values(row))
    source: Any = response.source  # the table checks the sources
    fact = ResponseCorrected(
        response_id=response.id,
        campaign_id=response.campaign_id,
        channel_id=response.channel_id,
        questionnaire_id=response.questionnaire_id,
        language=response.language,
        received_at=response.received_at,
        revision=response.revision,
        corrected_at=at,
        answers=msgspec.convert(response.answers, tuple[AnswerGiven, ...]),
        remarks=await read_remarks(session, response.id),
        filled_at=response.filled_at,
        source=source,
    )
    await publish(session, fact)
