"""Reading one response: kept once, assessed once per tagger and catalogue version, told once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.answers import FREE_TEXT, ClosedAnswer, closed_values
from services.analysis.domain.assessing import Claim, check_quote, state_of, touched
from services.analysis.domain.days import day_of
from services.analysis.operations.tag_passages import Tagged, tag_passages
from services.analysis.storage.tables import Assessment, Passage, Response, Tag
from services.analysis.tagger import Found
from services.analysis.tagger import Passage as Text
from shared.contracts.assessments import ResponseAssessed, StandardTouched
from shared.contracts.responses import ResponseReceived
from shared.contracts.routes import publish
from shared.kit.ids import random_id


class Read(msgspec.Struct, frozen=True):
    """A passage and what was found in it."""

    passage_id: UUID
    text: str
    found: tuple[Found, ...]


async def assess_response(session: AsyncSession, message: ResponseReceived, at: datetime) -> bool:
    """Keeps the response, holds its texts against the catalogue, and says so; False when that was done before."""
    await _keep(session, message)
    passages = await _passages(session, message.response_id)
    tagged = await tag_passages([Text(str(row.id), row.text, message.language) for row in passages])
    read = [Read(row.id, row.text, found) for row, found in zip(passages, tagged.found, strict=True)]
    claims = _claims(read)
    assessment_id = await _open_assessment(session, message.response_id, tagged, _state(read, claims), at)
    if assessment_id is None:
        return False
    if rows := _tag_rows(assessment_id, read):
        await session.execute(insert(Tag), rows)
    await publish(session, _message(message, tagged, claims, at))
    return True


async def _keep(session: AsyncSession, message: ResponseReceived) -> None:
    row = {
        "id": message.response_id,
        "campaign_id": message.campaign_id,
        "channel_id": message.channel_id,
        "language": message.language,
        "received_at": message.received_at,
        "day": day_of(message.received_at),
        "closed": msgspec.to_builtins(_closed(message)),
    }
    new = await session.execute(insert(Response).values(row).on_conflict_do_nothing().returning(Response.id))
    texts = [
        {"id": random_id(), "response_id": message.response_id, "question": answer.question, "text": answer.text}
        for answer in message.answers
        if answer.kind in FREE_TEXT
    ]
    if new.first() and texts:
        await session.execute(insert(Passage), texts)


def _closed(message: ResponseReceived) -> list[ClosedAnswer]:
    return [
        ClosedAnswer(answer.question, closed_values(answer.choices, answer.number))
        for answer in message.answers
        if answer.kind not in FREE_TEXT
    ]


async def _passages(session: AsyncSession, response_id: UUID) -> Sequence[Passage]:
    query = select(Passage).where(Passage.response_id == response_id).order_by(Passage.question)
    return (await session.scalars(query)).all()


async def _open_assessment(
    session: AsyncSession, response_id: UUID, tagged: Tagged, state: str, at: datetime
) -> UUID | None:
    """None when these versions have assessed this response before."""
    versions = {"tagger_version": tagged.tagger_version, "catalogue_version": tagged.catalogue_version}
    if await session.scalar(select(Assessment.id).filter_by(response_id=response_id, **versions)):
        return None
    earlier = update(Assessment).where(Assessment.response_id == response_id, Assessment.current)
    await session.execute(earlier.values(current=False))
    row = {"id": random_id(), "response_id": response_id, **versions, "state": state, "current": True}
    statement = insert(Assessment).values(**row, assessed_at=at).on_conflict_do_nothing().returning(Assessment.id)
    return await session.scalar(statement)


def _claims(read: Sequence[Read]) -> list[Claim]:
    return [
        Claim(one.passage_id, found.standard, found.stance, found.confidence) for one in read for found in one.found
    ]


def _state(read: Sequence[Read], claims: Sequence[Claim]) -> str:
    return state_of([one.text for one in read], claims)


def _tag_rows(assessment_id: UUID, read: Sequence[Read]) -> list[dict[str, Any]]:
    return [_tag_row(assessment_id, one, found) for one in read for found in one.found]


def _tag_row(assessment_id: UUID, one: Read, found: Found) -> dict[str, Any]:
    check_quote(one.text, found.start, found.end, found.quote)
    return {
        "id": random_id(),
        "assessment_id": assessment_id,
        "passage_id": one.passage_id,
        **msgspec.structs.asdict(found),
    }


def _message(message: ResponseReceived, tagged: Tagged, claims: Sequence[Claim], at: datetime) -> ResponseAssessed:
    return ResponseAssessed(
        response_id=message.response_id,
        campaign_id=message.campaign_id,
        assessed_at=at,
        catalogue_version=tagged.catalogue_version,
        tagger_version=tagged.tagger_version,
        touched=tuple(StandardTouched(*one) for one in touched(claims)),
    )
