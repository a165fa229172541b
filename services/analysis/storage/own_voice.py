"""What was read in one response, for its participant: in full, since they wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage.tables import Passage, StandingTag, TopicTag
from services.analysis.tagger.topic_catalogue import load_topics


class OwnQuote(msgspec.Struct, frozen=True):
    standard: str
    stance: str
    text: str
    reviewed: bool


class OwnTopic(msgspec.Struct, frozen=True):
    """`name` by language."""

    name: Mapping[str, str]
    quotes: tuple[str, ...]


class OwnVoice(msgspec.Struct, frozen=True):
    quotes: tuple[OwnQuote, ...]
    topics: tuple[OwnTopic, ...]


async def read_own_voice(session: AsyncSession, response_id: UUID) -> OwnVoice:
    """What counts of it now, in the order of the texts; nothing while it is being read."""
    return OwnVoice(await _quotes(session, response_id), await _topics(session, response_id))


async def _quotes(session: AsyncSession, response_id: UUID) -> tuple[OwnQuote, ...]:
    tag = StandingTag
    query = (
        select(tag.standard, tag.stance, Passage.text, tag.start, tag.end, tag.reviewed)
        .join(Passage, Passage.id == tag.passage_id)
        .where(tag.response_id == response_id)
        .order_by(Passage.question, tag.start, tag.standard)
    )
    rows = await session.execute(query)
    return tuple(OwnQuote(row.standard, row.stance, row.text[row.start : row.end], row.reviewed) for row in rows)


async def _topics(session: AsyncSession, response_id: UUID) -> tuple[OwnTopic, ...]:
    query = (
        select(TopicTag.topic, Passage.text, TopicTag.start, TopicTag.end)
        .join(Passage, Passage.id == TopicTag.passage_id)
        .where(TopicTag.response_id == response_id)
        .order_by(Passage.question, TopicTag.start, TopicTag.topic)
    )
    found: dict[str, list[str]] = {}
    for row in await session.execute(query):
        found.setdefault(row.topic, []).append(row.text[row.start : row.end])
    known = {key: load_topics().find(key) for key in found}
    return tuple(OwnTopic(topic.name, tuple(found[key])) for key, topic in known.items() if topic)
