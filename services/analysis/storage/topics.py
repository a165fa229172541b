"""Topics of a campaign's passages, counted and with their quotes."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final, TypeVarTuple
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.storage.passages import SHOWN, Shown, read_shown
from services.analysis.storage.sides import speaks
from services.analysis.storage.tables import Assessment, Exclusion, Response, Screening, TopicTag

PAGE: Final = 50
Columns = TypeVarTuple("Columns")


class TopicQuote(msgspec.Struct, frozen=True):
    """`before` and `after` are the rest of the passage. `language` is the one the form was filled in."""

    before: str
    text: str
    after: str
    language: str
    received_at: datetime
    confidence: float
    passage_id: UUID


async def quotes_of_topic(
    session: AsyncSession, campaign_id: UUID, topic: str, page: int, *only: ColumnElement[bool]
) -> list[TopicQuote]:
    """One page of a topic's quotes, from page 1, and one quote more when there is a next page.

    `only`: what must be so of their tags and responses.
    """
    columns = (
        TopicTag.passage_id,
        TopicTag.start,
        TopicTag.end,
        TopicTag.confidence,
        Response.language,
        Response.received_at,
    )
    order = TopicTag.confidence.desc(), Response.received_at.desc(), TopicTag.passage_id
    query = _of_campaign(select(*columns), campaign_id).where(TopicTag.topic == topic, *only).order_by(*order)
    rows = (await session.execute(query.offset((page - 1) * PAGE).limit(PAGE + 1))).all()
    shown = await read_shown(session, [row.passage_id for row in rows])
    return [_quote(row, shown[row.passage_id]) for row in rows]


def _of_campaign(query: Select[*Columns], campaign_id: UUID) -> Select[*Columns]:
    excluded = exists().where(Exclusion.response_id == Response.id, Exclusion.undone_at.is_(None))
    return (
        query.select_from(TopicTag)
        .join(Screening, (Screening.passage_id == TopicTag.passage_id) & Screening.state.in_(SHOWN))
        .join(Response, Response.id == TopicTag.response_id)
        .join(Assessment, (Assessment.response_id == Response.id) & Assessment.current)
        .where(Response.campaign_id == campaign_id, speaks("participants"), ~excluded)
    )


def _quote(row: Any, passage: Shown) -> TopicQuote:
    return TopicQuote(
        before=passage.text[: row.start],
        text=passage.text[row.start : row.end],
        after=passage.text[row.end :],
        language=row.language,
        received_at=row.received_at,
        confidence=row.confidence,
        passage_id=row.passage_id,
    )
