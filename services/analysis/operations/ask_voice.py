"""Putting a reading before the city's language model: asked outside of any transaction, weighed, kept as a new reading.

The tagger's own reading counts from the first moment on. Whether the model answers, how late, and what, delays nothing.
"""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from typing import Any, Final, NamedTuple
from uuid import UUID

import msgspec
import structlog
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.document import Document
from services.analysis.domain.trainings import AND
from services.analysis.operations.assess_response import Read, Versions, keep_reading
from services.analysis.settings import voice_settings
from services.analysis.storage.catalogue import find_version, read_document_of
from services.analysis.storage.catalogue_files import load_shipped
from services.analysis.storage.tables import Assessment, Hearing, Passage, Response, Screening, Tag
from services.analysis.tagger import Found, Tagger
from services.analysis.tagger.domain.standards import STANDARDS
from services.analysis.tagger.domain.voting import Said, unheard, vote
from services.analysis.tagger.voice import ModelVoice, Silent, VotingTagger
from shared.contracts.trainings import VoiceRequested
from shared.kit.clock import now
from shared.kit.messaging import NotYet
from shared.kit.storage import Database

log = structlog.get_logger()
#: Questions under way at once in one process: the others of its hands stay free for what comes in.
SLOTS: Final = 4
_SLOTS: Final = threading.BoundedSemaphore(SLOTS)


class _Text(NamedTuple):
    """A passage and what the tagger found in it, in the terms of the catalogue it was read with.

    `clear`: nothing in it was held back for a person.
    """

    passage_id: UUID
    text: str
    found: tuple[Found, ...]
    clear: bool


class _Heard(NamedTuple):
    """`outcome` as in the table; `found`: the tags of each text after the vote."""

    outcome: str
    found: list[tuple[Found, ...]]


class _Case(NamedTuple):
    """A reading in this worker's hands. `document`: the catalogue it was read with."""

    texts: list[_Text]
    versions: Versions
    document: Document


async def ask_voice(database: Database, message: VoiceRequested) -> None:
    """Once, however often called. Raises NotYet while there is no room, or somebody else is at it."""
    voice = the_voice()
    if voice is None:
        return
    if not _SLOTS.acquire(blocking=False):
        raise NotYet(timedelta(seconds=random.uniform(15, 45)))
    try:
        case = await database.run(lambda session: _claim(session, message, voice))
        if case:
            heard = await asyncio.to_thread(_hear, voice, case)
            await database.run(lambda session: _keep(session, message, voice, case, heard))
    finally:
        _SLOTS.release()


@cache
def the_voice() -> ModelVoice | None:
    """None where the city runs no language model, as it is shipped."""
    settings = voice_settings()
    return ModelVoice(settings, definitions()) if settings else None


def with_voice(own: Tagger) -> VotingTagger:
    """Both together as one tagger, for measuring. Raises LookupError where no language model is set."""
    voice = the_voice()
    if voice is None:
        raise LookupError("no language model is set: RESONANZ_MODEL_ADDRESS and RESONANZ_MODEL_NAME say which")
    return VotingTagger(own, voice)


def definitions() -> dict[str, str]:
    """Of the tagger's standards, in English, as the shipped catalogue has them."""
    shipped = load_shipped()
    found = {name: shipped.find(name) for name in STANDARDS}
    return {name: one.definition.en or one.definition.de for name, one in found.items() if one}


async def _claim(session: AsyncSession, message: VoiceRequested, voice: ModelVoice) -> _Case | None:
    """None when nothing is to be asked. Raises NotYet when somebody else is at it."""
    reading = await session.get(Assessment, message.assessment_id)
    if reading is None or not reading.current or AND in reading.tagger_version:
        return None
    texts = await _texts(session, reading.id)
    row = {"assessment_id": reading.id, "claimed_until": now() + timedelta(seconds=10 + voice.timeout_s * len(texts))}
    free = Hearing.outcome.is_(None) & (Hearing.claimed_until < now())
    claimed = insert(Hearing).values(row).on_conflict_do_update(index_elements=["assessment_id"], set_=row, where=free)
    if await session.scalar(claimed.returning(Hearing.assessment_id)) is None:
        if await session.scalar(select(Hearing.outcome).filter_by(assessment_id=reading.id)) is None:
            raise NotYet(timedelta(seconds=15))
        return None
    version = await find_version(session, reading.catalogue_version)
    assert version, "a reading names a published version"
    document = await read_document_of(session, version)
    return _Case(texts, Versions(reading.tagger_version, reading.catalogue_version), document)


async def _texts(session: AsyncSession, assessment_id: UUID) -> list[_Text]:
    """Of all passages of the response; those that are shown to nobody as they stand are told apart later."""
    query = (
        select(Passage.id, Passage.text, Screening.state)
        .join(Assessment, Assessment.response_id == Passage.response_id)
        .join(Screening, Screening.passage_id == Passage.id)
        .where(Assessment.id == assessment_id)
        .order_by(Passage.question)
    )
    tags = list(await session.scalars(select(Tag).where(Tag.assessment_id == assessment_id)))
    return [
        _Text(row.id, row.text, tuple(_found(tag) for tag in tags if tag.passage_id == row.id), row.state == "clear")
        for row in await session.execute(query)
    ]


def _found(tag: Tag) -> Found:
    own: dict[str, Any] = {name: getattr(tag, name) for name in Found.__struct_fields__}
    return Found(**own)


def _hear(voice: ModelVoice, case: _Case) -> _Heard:
    """In a thread. After the first question without an answer the others are not asked."""
    outcomes, found = set(), []
    for one in case.texts:
        outcome, said = ("silent", None) if "silent" in outcomes else _ask(voice, one)
        outcomes.add(outcome)
        filed = [] if said is None else _filed(case.document, said)
        if outcome == "silent":
            found.append(unheard(one.found, voice.name))
        else:
            found.append(one.found if said is None else vote(one.text, one.found, filed, voice.name))
    return _Heard(next(word for word in ("heard", "silent", "withheld") if word in outcomes), found)


def _ask(voice: ModelVoice, one: _Text) -> tuple[str, list[Said] | None]:
    if not one.clear:
        return "withheld", None
    try:
        said = voice.hear(one.text)
    except Silent as silence:
        log.warning("voice.silent", why=str(silence))
        return "silent", None
    return ("withheld", None) if said is None else ("heard", said)


def _filed(document: Document, said: Sequence[Said]) -> list[Said]:
    """Each claim under the standards of the catalogue that it belongs to."""
    return [
        msgspec.structs.replace(one, standard=standard)
        for one in said
        for standard in document.standards_for(one.standard)
    ]


async def _keep(session: AsyncSession, message: VoiceRequested, voice: ModelVoice, case: _Case, heard: _Heard) -> None:
    """A vote makes a new reading; that nobody answered is noted on the tagger's own."""
    await session.execute(select(Response.id).where(Response.id == message.response_id).with_for_update())
    reading = await session.get(Assessment, message.assessment_id, populate_existing=True)
    if reading is None:
        return
    outcome = heard.outcome if reading.current else "late"
    if outcome == "heard":
        read = [Read(one.passage_id, one.text, tags) for one, tags in zip(case.texts, heard.found, strict=True)]
        both = Versions(f"{case.versions.tagger_version}{AND}{voice.name}", case.versions.catalogue_version)
        await keep_reading(session, message.response_id, both, read, now())
    elif outcome == "silent":
        await _note(session, message.assessment_id, voice.name)
    told = update(Hearing).where(Hearing.assessment_id == message.assessment_id, Hearing.outcome.is_(None))
    await session.execute(told.values(outcome=outcome, ended_at=now()))
    log.info("voice.asked", assessment=str(message.assessment_id), outcome=outcome)


async def _note(session: AsyncSession, assessment_id: UUID, name: str) -> None:
    for tag in await session.scalars(select(Tag).where(Tag.assessment_id == assessment_id)):
        (noted,) = unheard([_found(tag)], name)
        tag.doubt, tag.reason = noted.doubt, noted.reason
