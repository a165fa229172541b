"""Keeping what a response says, as soon as it is heard of: reading its texts takes longer and comes after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.answers import WORDED, ClosedAnswer, closed_answers
from services.analysis.domain.days import day_of
from services.analysis.storage.tables import Passage, Response
from shared.contracts.responses import AnswerGiven, ResponseCorrected, ResponseReceived
from shared.kit.ids import random_id
from shared.kit.messaging.erase import EMPTY
from shared.kit.messaging.publish import name_of
from shared.kit.messaging.tables import Message


async def keep_responses(session: AsyncSession, messages: Sequence[ResponseReceived]) -> int:
    """Each once: one that is known, also by a correction or a withdrawal that arrived first, stays as it is.

    Returns how many different ones were told.
    """
    if not messages:
        return 0
    each = {message.response_id: message for message in messages}
    new = insert(Response).values([row_of(message) for message in each.values()]).on_conflict_do_nothing()
    kept = await session.scalars(new.returning(Response.id))
    texts = [(one, *text) for one in kept for text in texts_of(each[one].answers)]
    rows = [{"id": random_id(), "response_id": about, "question": key, "text": text} for about, key, text in texts]
    if rows:
        await session.execute(insert(Passage), rows)
    return len(each)


async def keep_arrivals(session: AsyncSession, since: datetime, most: int) -> int:
    """Keeps what was said since then and is not kept yet, oldest first; returns how many that were.

    Nothing depends on it: whatever it does not see is kept when its delivery is done.
    """
    received = (Message.name == name_of(ResponseReceived), Message.published_at >= since, Message.payload != EMPTY)
    unknown = ~select(Response.id).where(Response.id == Message.subject).exists()
    query = select(Message.payload).where(*received, unknown).order_by(Message.published_at).limit(most)
    payloads = await session.scalars(query)
    return await keep_responses(session, [one for payload in payloads if (one := _read(payload))])


def _read(payload: dict[str, Any]) -> ResponseReceived | None:
    """None for what cannot be read: its delivery comes to the shelf, where a person looks at it."""
    try:
        return msgspec.convert(payload, ResponseReceived)
    except msgspec.ValidationError:
        return None


def row_of(message: ResponseReceived | ResponseCorrected) -> dict[str, Any]:
    """The response without its texts."""
    return {
        "id": message.response_id,
        "campaign_id": message.campaign_id,
        "channel_id": message.channel_id,
        "language": message.language,
        "received_at": message.received_at,
        "day": day_of(message.filled_at or message.received_at),
        "closed": msgspec.to_builtins(_closed(message)),
        "questionnaire_id": message.questionnaire_id,
        "source": message.source,
        "revision": 0,
    }


def texts_of(answers: Sequence[AnswerGiven]) -> list[tuple[str, str]]:
    """Question and text of everything in people's own words."""
    return [(answer.question, answer.text) for answer in answers if answer.kind in WORDED and answer.text]


async def keep_passages(session: AsyncSession, response_id: UUID, texts: Sequence[tuple[str, str]]) -> None:
    rows = [{"id": random_id(), "response_id": response_id, "question": key, "text": text} for key, text in texts]
    if rows:
        await session.execute(insert(Passage), rows)


def _closed(message: ResponseReceived | ResponseCorrected) -> list[ClosedAnswer]:
    return [closed for answer in message.answers for closed in _closed_answers(answer)]


def _closed_answers(answer: AnswerGiven) -> list[ClosedAnswer]:
    told = (answer.question, answer.kind, answer.choices, answer.number, answer.text, answer.cells)
    return closed_answers(*told, located=answer.point is not None)
