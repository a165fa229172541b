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
from services.analysis.domain.document import Document
from services.analysis.operations.screen_passages import screen_passages
from services.analysis.operations.settle_response import settle_response
from services.analysis.operations.tag_passages import tag_passages
from services.analysis.storage.catalogue import Effective, district_of, find_effective
from services.analysis.storage.tables import Assessment, Passage, Response, Tag
from services.analysis.tagger import Found
from services.analysis.tagger import Passage as Text
from shared.contracts.assessments import ResponseAssessed, StandardTouched
from shared.contracts.responses import ResponseReceived
from shared.contracts.routes import publish
from shared.kit.ids import random_id


class Subject(msgspec.Struct, frozen=True):
    """Whose texts are read."""

    response_id: UUID
    campaign_id: UUID
    language: str


class Versions(msgspec.Struct, frozen=True):
    """What an assessment is bound to."""

    tagger_version: str
    catalogue_version: int


class Read(msgspec.Struct, frozen=True):
    """A passage and what was found in it."""

    passage_id: UUID
    text: str
    found: tuple[Found, ...]


async def assess_response(session: AsyncSession, message: ResponseReceived, at: datetime) -> bool:
    """Keeps the response, holds its texts against the catalogue, and says so; False when that was done before."""
    await _keep(session, message)
    effective = await find_effective(session, await district_of(session, message.campaign_id))
    subject = Subject(message.response_id, message.campaign_id, message.language)
    return await read_response(session, subject, effective, at)


async def read_response(session: AsyncSession, subject: Subject, effective: Effective, at: datetime) -> bool:
    """Holds a response that is kept against this catalogue, and says so; False when that was done before."""
    passages = await _passages(session, subject.response_id)
    await screen_passages(session, passages, at)
    tagged = await tag_passages([Text(str(row.id), row.text, subject.language) for row in passages])
    filed = [_filed(effective.document, found) for found in tagged.found]
    read = [Read(row.id, row.text, found) for row, found in zip(passages, filed, strict=True)]
    versions = Versions(tagged.tagger_version, effective.version.number)
    assessment_id = await _open_assessment(session, subject.response_id, versions, _state(read, _claims(read)), at)
    if assessment_id is None:
        return False
    if rows := _tag_rows(assessment_id, read):
        await session.execute(insert(Tag), rows)
    standing = await settle_response(session, subject.response_id)
    await publish(session, _message(subject, versions, standing, at))
    return True


def _filed(document: Document, found: Sequence[Found]) -> tuple[Found, ...]:
    """Each tag under the standards of this catalogue that it belongs to; one that belongs to none is dropped."""
    return tuple(
        msgspec.structs.replace(one, standard=standard)
        for one in found
        for standard in document.standards_for(one.standard)
    )


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
    session: AsyncSession, response_id: UUID, by: Versions, state: str, at: datetime
) -> UUID | None:
    """None when these versions have assessed this response before."""
    versions = msgspec.structs.asdict(by)
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


def _message(subject: Subject, versions: Versions, claims: Sequence[Claim], at: datetime) -> ResponseAssessed:
    return ResponseAssessed(
        response_id=subject.response_id,
        campaign_id=subject.campaign_id,
        assessed_at=at,
        catalogue_version=versions.catalogue_version,
        tagger_version=versions.tagger_version,
        touched=tuple(StandardTouched(*one) for one in touched(claims)),
    )
