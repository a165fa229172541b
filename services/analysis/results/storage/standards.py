"""What the standards view is made of besides figures: the campaign before, scales, the strongest quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, case, func, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import Stance
from services.analysis.results.domain.standards import Scale
from services.analysis.results.storage.ledger_tables import DepartmentAsked
from services.analysis.storage.dashboard import NUMBERED
from services.analysis.storage.kept import Kept
from services.analysis.storage.passages import SHOWN, read_shown
from services.analysis.storage.quotes import Quote, quote_of
from services.analysis.storage.sides import speaks
from services.analysis.storage.tables import Campaign, Question, Response, Screening, StandingTag

#: So many quotes are looked through in some hundredths of a second.
MANY: Final = 1_000
#: Which way a quote speaks.
Way = tuple[str, Stance]


class Asked(NamedTuple):
    """When the department was asked after the end, and when its first own answer came."""

    asked_at: datetime | None
    reminded_at: datetime | None
    answered_at: datetime | None
    answer_count: int


async def find_before(session: AsyncSession, campaign: Campaign) -> Campaign | None:
    """The campaign before in the same district."""
    earlier = (Campaign.district == campaign.district, Campaign.opens_at < campaign.opens_at)
    return await session.scalar(select(Campaign).where(*earlier).order_by(Campaign.opens_at.desc()).limit(1))


async def read_scales(session: AsyncSession, campaign_id: UUID) -> list[Scale]:
    """Each as its newest version has it."""
    query = (
        select(Question.key, Question.standard, Question.points, Question.kind)
        .ext(distinct_on(Question.key))
        .where(Question.campaign_id == campaign_id)
        .order_by(Question.key, Question.version.desc())
    )
    return [
        Scale(row.key, row.standard, row.points)
        for row in await session.execute(query)
        if row.standard and row.kind in NUMBERED
    ]


async def strongest_quotes(session: AsyncSession, campaign_id: UUID) -> Mapping[Way, Quote]:
    """Of each standard the strongest for and against: reviewed before unreviewed, then surest, then newest.

    Of very many it is not sought at every look which these are, only whether they may still be shown.
    """
    found = await _strongest.get(campaign_id, lambda: _find_strongest(session, campaign_id))
    only = StandingTag.passage_id.in_({row.passage_id for row in found})
    rows = (await session.execute(_first_of_each(campaign_id, only))).all()
    shown = await read_shown(session, [row.passage_id for row in rows])
    return {(row.standard, row.stance): quote_of(row, shown[row.passage_id]) for row in rows}


async def _find_strongest(session: AsyncSession, campaign_id: UUID) -> Sequence[Row[Any]]:
    return (await session.execute(_first_of_each(campaign_id))).all()


def _first_of_each(campaign_id: UUID, *only: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    place = func.row_number().over(
        partition_by=(StandingTag.standard, StandingTag.stance),
        order_by=(_REVIEWED, StandingTag.confidence.desc(), Response.received_at.desc(), StandingTag.passage_id),
    )
    ranked = (
        select(
            StandingTag, Response.language, Response.received_at, place.label("place"), func.count().over().label("of")
        )
        .join(Screening, (Screening.passage_id == StandingTag.passage_id) & Screening.state.in_(SHOWN))
        .join(Response, Response.id == StandingTag.response_id)
        .where(Response.campaign_id == campaign_id, speaks("participants"), StandingTag.stance != "suggestion", *only)
        .subquery()
    )
    return select(ranked).where(ranked.c.place == 1)


_strongest: Final[Kept[Sequence[Row[Any]]]] = Kept(lambda rows: any(row.of > MANY for row in rows))


async def read_asked(session: AsyncSession, campaign_id: UUID) -> Asked:
    query = select(DepartmentAsked.occasion, DepartmentAsked.asked_at).filter_by(campaign_id=campaign_id)
    at = {row.occasion: row.asked_at for row in await session.execute(query)}
    own = (Response.campaign_id == campaign_id, speaks("department"))
    first, count = (await session.execute(select(func.min(Response.received_at), func.count()).where(*own))).one()
    return Asked(at.get("ended"), at.get("reminder"), first, count)


_REVIEWED: Final = case((StandingTag.reviewed, 0), else_=1)
