"""What a comparison of districts is made of: campaigns, core questions as they were ticked, promises, standards."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.comparison import Core, Place, Round
from services.analysis.domain.document import plain
from services.analysis.results.domain.standards import TICKED, Scale, parts_of, with_voices
from services.analysis.results.storage.figures import read_figures
from services.analysis.results.storage.population import read_population
from services.analysis.storage.catalogue import find_effective
from services.analysis.storage.dashboard import NUMBERED
from services.analysis.storage.selections import list_promises
from services.analysis.storage.tables import Campaign, Question


async def read_places(session: AsyncSession, districts: Collection[str]) -> list[Place]:
    """In that order."""
    return [await _place(session, district) for district in districts]


async def _place(session: AsyncSession, district: str) -> Place:
    query = select(Campaign).where(Campaign.district == district).order_by(Campaign.opens_at.desc())
    document = (await find_effective(session, district)).document
    people = await read_population(session, district)
    return Place(
        district=district,
        standards={one.id: plain(one) for one in document.standards},
        rounds=tuple([await _round(session, one) for one in await session.scalars(query)]),
        residents=sum(one.count for one in people.groups) if people else 0,
    )


async def _round(session: AsyncSession, campaign: Campaign) -> Round:
    figures, cores = await read_figures(session, campaign.id), await _cores(session, campaign.id)
    voiced = with_voices(figures, [Scale(one.question, one.standard, one.points) for one in cores])
    rated = tuple((one, parts_of(voiced, one.standard, (), TICKED)) for one in cores)
    return Round(campaign.slug, figures.count(), await _promise(session, campaign), rated)


async def _promise(session: AsyncSession, campaign: Campaign) -> Literal["open", "kept", "missed"]:
    """What became of the day that holds now."""
    settled = {one.promise_on: one.state for one in await list_promises(session, campaign.id)}
    state = settled.get(campaign.promise_on)
    return "kept" if state == "kept" else "missed" if state == "missed" else "open"


async def _cores(session: AsyncSession, campaign_id: UUID) -> Sequence[Core]:
    """Each as its newest version has it."""
    query = (
        select(Question)
        .ext(distinct_on(Question.key))
        .where(Question.campaign_id == campaign_id, Question.core, Question.standard.is_not(None))
        .order_by(Question.key, Question.version.desc())
    )
    rows = [one for one in await session.scalars(query) if one.kind in NUMBERED]
    return [Core(one.key, one.standard or "", one.points, one.label.get("de", one.key)) for one in rows]
