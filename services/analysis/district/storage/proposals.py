"""Proposals that were taken up, and what residents speak of in the campaigns of a district."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.proposals import Need
from services.analysis.district.storage.proposal_tables import Proposal
from services.analysis.results.storage.figures import read_figures
from services.analysis.storage.sides import speaks
from services.analysis.storage.tables import Campaign, Passage, Response

#: Campaigns of a district that are heard, the newest.
CAMPAIGNS: Final = 5
#: Topics of each that most people speak of.
TOPICS: Final = 4
_TOPIC: Final = "topic"


async def list_proposals(session: AsyncSession, district: str) -> list[Proposal]:
    """The newest first."""
    query = select(Proposal).where(Proposal.district == district).order_by(Proposal.opened_at.desc(), Proposal.id)
    return list(await session.scalars(query))


async def read_needs(session: AsyncSession, district: str) -> list[Need]:
    """How many people speak of a topic, as it may be shown."""
    mine = select(Campaign).where(Campaign.district == district, Campaign.slug.not_like("vorschlag-%"))
    campaigns = (await session.scalars(mine.order_by(Campaign.opens_at.desc()).limit(CAMPAIGNS))).all()
    needs = []
    for campaign in campaigns:
        figures = await read_figures(session, campaign.id)
        if _TOPIC not in figures.facets:
            continue
        cells = sorted(figures.breakdown(_TOPIC).cells, key=lambda cell: -cell.count)[:TOPICS]
        title = campaign.title.get("de") or next(iter(campaign.title.values()), campaign.slug)
        needs += [Need(campaign.id, campaign.slug, title, cell.key, cell.count) for cell in cells if cell.count]
    return needs


async def passages_of(session: AsyncSession, campaign_id: UUID) -> Sequence[UUID]:
    """All that participants wrote in a campaign."""
    query = select(Passage.id).join(Response, Response.id == Passage.response_id)
    return (await session.scalars(query.where(Response.campaign_id == campaign_id, speaks("participants")))).all()
