"""Tags with their quotes, of current assessments and of claims that count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final, TypeVarTuple
from uuid import UUID

import msgspec
from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import DOUBTFUL_BELOW, Stance
from services.analysis.storage.tables import Assessment, Passage, Response, Tag

PAGE: Final = 50
Columns = TypeVarTuple("Columns")


class Quote(msgspec.Struct, frozen=True):
    """`before` and `after` are the rest of the passage. `language` is the one the form was filled in."""

    stance: Stance
    before: str
    text: str
    after: str
    language: str
    received_at: datetime
    confidence: float


async def count_tags(session: AsyncSession, campaign_id: UUID) -> dict[tuple[str, Stance], int]:
    query = _of_campaign(select(Tag.standard, Tag.stance, func.count()), campaign_id).group_by(Tag.standard, Tag.stance)
    rows: Iterable[tuple[Any, Any, int]] = (await session.execute(query)).tuples()  # the table checks the stances
    return {(standard, stance): count for standard, stance, count in rows}


async def best_quotes(session: AsyncSession, campaign_id: UUID, most: int) -> Mapping[str, list[Quote]]:
    """At most so many per standard: most confident first, then newest."""
    place = func.row_number().over(partition_by=Tag.standard, order_by=_ORDER).label("place")
    ranked = _of_campaign(select(Tag.id, place), campaign_id).subquery()
    wanted = select(ranked.c.id).where(ranked.c.place <= most)
    query = _of_campaign(_QUOTES, campaign_id).where(Tag.id.in_(wanted)).order_by(*_ORDER)
    found: dict[str, list[Quote]] = defaultdict(list)
    for row in await session.execute(query):
        found[row.standard].append(_quote(row))
    return found


async def quotes_of_standard(
    session: AsyncSession, campaign_id: UUID, standard: str, stance: Stance | None, page: int
) -> list[Quote]:
    """One page of a standard's quotes, from page 1, and one quote more when there is a next page."""
    query = _of_campaign(_QUOTES, campaign_id).where(Tag.standard == standard).order_by(*_ORDER)
    if stance:
        query = query.where(Tag.stance == stance)
    rows = await session.execute(query.offset((page - 1) * PAGE).limit(PAGE + 1))
    return [_quote(row) for row in rows]


_ORDER: Final = (Tag.confidence.desc(), Response.received_at.desc(), Tag.id)
_QUOTES: Final = select(
    Tag.standard, Tag.stance, Tag.start, Tag.end, Tag.confidence, Passage.text, Response.language, Response.received_at
)


def _of_campaign(query: Select[*Columns], campaign_id: UUID) -> Select[*Columns]:
    return (
        query.select_from(Tag)
        .join(Assessment, Assessment.id == Tag.assessment_id)
        .join(Passage, Passage.id == Tag.passage_id)
        .join(Response, Response.id == Assessment.response_id)
        .where(Response.campaign_id == campaign_id, Assessment.current, Tag.confidence >= DOUBTFUL_BELOW)
    )


def _quote(row: Any) -> Quote:
    return Quote(
        stance=row.stance,
        before=row.text[: row.start],
        text=row.text[row.start : row.end],
        after=row.text[row.end :],
        language=row.language,
        received_at=row.received_at,
        confidence=row.confidence,
    )
