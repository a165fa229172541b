"""Standing tags with their quotes: the participants' unless it says the department's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final, TypeVarTuple
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import Stance
from services.analysis.storage.passages import SHOWN, Shown, read_shown
from services.analysis.storage.sides import Side, speaks
from services.analysis.storage.tables import Response, Screening, StandingTag

PAGE: Final = 50
Columns = TypeVarTuple("Columns")


class Quote(msgspec.Struct, frozen=True):
    """`before` and `after` are the rest of the passage. `language` is the one the form was filled in.

    `reviewed`: a person decided this.
    """

    stance: Stance
    before: str
    text: str
    after: str
    language: str
    received_at: datetime
    confidence: float
    reviewed: bool
    passage_id: UUID
    response_id: UUID


async def read_checks(session: AsyncSession, campaign_id: UUID) -> dict[tuple[str, Stance], float]:
    """By standard and stance, what part of the tags a person reviewed, from 0 to 1."""
    part = func.avg(case((StandingTag.reviewed, 1.0), else_=0.0))
    query = _of_campaign(select(StandingTag.standard, StandingTag.stance, part), campaign_id)
    rows: Iterable[tuple[Any, Any, Any]] = await session.execute(
        query.group_by(StandingTag.standard, StandingTag.stance)
    )
    return {(standard, stance): float(checked) for standard, stance, checked in rows}  # the table checks the stances


async def best_quotes(session: AsyncSession, campaign_id: UUID, most: int) -> Mapping[str, list[Quote]]:
    """At most so many per standard: most confident first, then newest."""
    place = func.row_number().over(partition_by=StandingTag.standard, order_by=_ORDER).label("place")
    ranked = _of_campaign(_QUOTES.add_columns(place), campaign_id).subquery()
    query = select(ranked).where(ranked.c.place <= most).order_by(ranked.c.standard, ranked.c.place)
    found: dict[str, list[Quote]] = defaultdict(list)
    rows = (await session.execute(query)).all()
    shown = await read_shown(session, [row.passage_id for row in rows])
    for row in rows:
        found[row.standard].append(quote_of(row, shown[row.passage_id]))
    return found


async def quotes_of_standard(
    session: AsyncSession,
    campaign_id: UUID,
    standard: str,
    stance: Stance | None,
    page: int,
    side: Side = "participants",
    *only: ColumnElement[bool],
) -> list[Quote]:
    """One page of a standard's quotes, from page 1, and one quote more when there is a next page."""
    query = _of_campaign(_QUOTES, campaign_id, side).where(StandingTag.standard == standard, *only).order_by(*_ORDER)
    if stance:
        query = query.where(StandingTag.stance == stance)
    rows = (await session.execute(query.offset((page - 1) * PAGE).limit(PAGE + 1))).all()
    shown = await read_shown(session, [row.passage_id for row in rows])
    return [quote_of(row, shown[row.passage_id]) for row in rows]


_ORDER: Final = (
    StandingTag.confidence.desc(),
    Response.received_at.desc(),
    StandingTag.passage_id,
    StandingTag.stance,
)
_QUOTES: Final = select(
    StandingTag.passage_id,
    StandingTag.response_id,
    StandingTag.standard,
    StandingTag.stance,
    StandingTag.start,
    StandingTag.end,
    StandingTag.confidence,
    StandingTag.reviewed,
    Response.language,
    Response.received_at,
)


def _of_campaign(query: Select[*Columns], campaign_id: UUID, side: Side = "participants") -> Select[*Columns]:
    return (
        query.select_from(StandingTag)
        .join(Screening, (Screening.passage_id == StandingTag.passage_id) & Screening.state.in_(SHOWN))
        .join(Response, Response.id == StandingTag.response_id)
        .where(Response.campaign_id == campaign_id, speaks(side))
    )


def quote_of(row: Any, passage: Shown) -> Quote:
    """From a row that has the columns of a standing tag, and language and time of its response."""
    return Quote(
        stance=row.stance,
        before=passage.text[: row.start],
        text=passage.text[row.start : row.end],
        after=passage.text[row.end :],
        language=row.language,
        received_at=row.received_at,
        confidence=row.confidence,
        reviewed=row.reviewed,
        passage_id=row.passage_id,
        response_id=row.response_id,
    )
