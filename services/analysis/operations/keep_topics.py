"""Reading a response for topics: kept once per model and catalogue of topics, and the newest reading stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import check_quote
from services.analysis.operations.tag_passages import with_tagger
from services.analysis.storage.tables import Response, TopicReading, TopicTag
from services.analysis.tagger import Passage
from services.analysis.tagger.topics import FoundTopic, load_topic_tagger


async def keep_topics(session: AsyncSession, response_id: UUID, texts: Sequence[Passage], at: datetime) -> bool:
    """False when these versions, or newer ones, have read the response before: a worker left behind changes nothing."""
    tagger = await with_tagger(load_topic_tagger)
    await session.execute(select(Response.id).where(Response.id == response_id).with_for_update())
    before = await session.get(TopicReading, response_id)
    read_by = tagger.catalogue_version, tagger.version
    if before and (before.catalogue_version, before.model_version) >= read_by:
        return False
    found = await with_tagger(lambda: tagger.tag(texts))
    await session.execute(delete(TopicTag).where(TopicTag.response_id == response_id))
    rows = [_row(response_id, text, topic) for text, topics in zip(texts, found, strict=True) for topic in topics]
    if rows:
        await session.execute(insert(TopicTag), rows)
    versions = {"catalogue_version": tagger.catalogue_version, "model_version": tagger.version, "read_at": at}
    statement = insert(TopicReading).values(response_id=response_id, **versions)
    await session.execute(statement.on_conflict_do_update(index_elements=["response_id"], set_=versions))
    return True


def _row(response_id: UUID, text: Passage, found: FoundTopic) -> dict[str, Any]:
    check_quote(text.text, found.start, found.end, found.quote)
    row = msgspec.structs.asdict(found)
    del row["quote"]
    return {"passage_id": UUID(text.id), "response_id": response_id, **row}
