"""Reading one response: kept once, assessed once per tagger and catalogue version, told once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import Claim, check_quote, state_of
from services.analysis.domain.document import Document
from services.analysis.domain.trainings import AND, own_version
from services.analysis.operations.keep_response import keep_responses
from services.analysis.operations.keep_topics import keep_topics
from services.analysis.operations.propose_passages import propose_passages
from services.analysis.operations.screen_passages import screen_passages
from services.analysis.operations.settle_response import settle_response
from services.analysis.operations.tag_passages import tag_passages
from services.analysis.operations.tell_response import tell_response
from services.analysis.settings import voice_settings
from services.analysis.storage.catalogue import Effective, district_of, find_effective
from services.analysis.storage.tables import Assessment, Passage, Response, Tag
from services.analysis.storage.trainings import find_switched
from services.analysis.tagger import Found
from services.analysis.tagger import Passage as Text
from shared.contracts.responses import ResponseReceived
from shared.contracts.routes import publish
from shared.contracts.trainings import VoiceRequested
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
    await keep_responses(session, [message])
    if await is_withdrawn(session, message.response_id):
        return False
    effective = await find_effective(session, await district_of(session, message.campaign_id))
    subject = Subject(message.response_id, message.campaign_id, message.language)
    return await read_response(session, subject, effective, at)


async def read_response(session: AsyncSession, subject: Subject, effective: Effective, at: datetime) -> bool:
    """Holds a response that is kept against this catalogue, and says so; False when that was done before."""
    passages = await _passages(session, subject.response_id)
    await screen_passages(session, passages, at)
    texts = [Text(str(row.id), row.text, subject.language) for row in passages]
    tagged = await tag_passages(texts, await find_switched(session))
    filed = [file_tags(effective.document, found) for found in tagged.found]
    read = [Read(row.id, row.text, found) for row, found in zip(passages, filed, strict=True)]
    versions = Versions(tagged.tagger_version, effective.version.number)
    topics_changed = await keep_topics(session, subject.response_id, texts, at)
    assessment_id = await keep_reading(session, subject.response_id, versions, read, at)
    await propose_passages(session, subject.campaign_id, texts)
    if assessment_id is None:
        if topics_changed:
            await tell_response(session, subject.response_id, await settle_response(session, subject.response_id))
        return False
    if passages and voice_settings():
        await publish(session, VoiceRequested(assessment_id, subject.response_id, at))
    return True


async def keep_reading(
    session: AsyncSession, response_id: UUID, by: Versions, read: Sequence[Read], at: datetime
) -> UUID | None:
    """Makes this the current reading, and says so; None when it is one of these versions' already.

    What these versions read before, and others since, is taken up again as it was. None of what was withdrawn, too.
    """
    if await is_withdrawn(session, response_id) or await _is_current(session, response_id, by):
        return None
    assessment_id = await _take_up(session, response_id, by) or await _open_assessment(
        session, response_id, by, read, at
    )
    await tell_response(session, response_id, await settle_response(session, response_id))
    return assessment_id


def file_tags(document: Document, found: Sequence[Found]) -> tuple[Found, ...]:
    """Each tag under the standards of this catalogue that it belongs to; one that belongs to none is dropped."""
    return tuple(
        msgspec.structs.replace(one, standard=standard)
        for one in found
        for standard in document.standards_for(one.standard)
    )


async def is_withdrawn(session: AsyncSession, response_id: UUID) -> bool:
    """The response stays locked: nobody takes it back or corrects it until the transaction ends."""
    query = select(Response.withdrawn_at).where(Response.id == response_id).with_for_update()
    return await session.scalar(query) is not None


async def _passages(session: AsyncSession, response_id: UUID) -> Sequence[Passage]:
    query = select(Passage).where(Passage.response_id == response_id).order_by(Passage.question)
    return (await session.scalars(query)).all()


async def _is_current(session: AsyncSession, response_id: UUID, by: Versions) -> bool:
    """Also when the current reading is the same tagger's and somebody else was heard as well."""
    query = select(Assessment.tagger_version).filter_by(
        response_id=response_id, catalogue_version=by.catalogue_version, current=True
    )
    current = await session.scalar(query)
    return current is not None and by.tagger_version in (current, own_version(current))


async def _take_up(session: AsyncSession, response_id: UUID, by: Versions) -> UUID | None:
    """None when these versions have not read this response before. Where somebody else was heard too, with that."""
    readings = Assessment.response_id == response_id
    await session.execute(update(Assessment).where(readings, Assessment.current).values(current=False))
    same = or_(
        Assessment.tagger_version == by.tagger_version,
        func.split_part(Assessment.tagger_version, AND, 1) == by.tagger_version,
    )
    query = select(Assessment.id).where(readings, same, Assessment.catalogue_version == by.catalogue_version)
    before = await session.scalar(query.order_by(Assessment.assessed_at.desc()).limit(1))
    if before:
        await session.execute(update(Assessment).where(Assessment.id == before).values(current=True))
    return before


async def _open_assessment(
    session: AsyncSession, response_id: UUID, by: Versions, read: Sequence[Read], at: datetime
) -> UUID:
    assessment_id = random_id()
    row = {"id": assessment_id, "response_id": response_id, **msgspec.structs.asdict(by), "current": True}
    await session.execute(insert(Assessment).values(**row, state=_state(read, _claims(read)), assessed_at=at))
    if rows := _tag_rows(assessment_id, read):
        await session.execute(insert(Tag), rows)
    return assessment_id


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
