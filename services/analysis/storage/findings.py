"""What findings are made of."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.days import day_of
from services.analysis.domain.findings import Finding, Rating, Voice, find, system_facts
from services.analysis.storage.catalogue import read_catalogue
from services.analysis.storage.passages import SHOWN
from services.analysis.storage.tables import Campaign, Response, Screening, StandingTag

#: Answers to scales that rate a standard, but for those of excluded responses.
RATINGS: Final = text(
    """
    SELECT r.id AS response_id, q.standard, CAST(answer->'values'->>0 AS int) AS number, r.day
    FROM analysis.response r CROSS JOIN jsonb_array_elements(r.closed) AS a (answer)
    JOIN (
        SELECT DISTINCT ON (key) key, kind, standard FROM analysis.question
        WHERE campaign_id = :campaign_id ORDER BY key, version DESC
    ) q ON q.key = answer->>'question'
    WHERE r.campaign_id = :campaign_id AND q.kind = 'scale' AND q.standard IS NOT NULL
      AND answer->'values'->>0 IS NOT NULL
      AND NOT EXISTS (SELECT FROM analysis.exclusion x WHERE x.response_id = r.id AND x.undone_at IS NULL)
    """
)


async def read_findings(session: AsyncSession, campaign: Campaign, today: date) -> list[Finding]:
    """One per standard of the catalogue that holds for the campaign, in its order."""
    catalogue = await read_catalogue(session, campaign.district)
    facts = system_facts(
        day_of(campaign.opens_at), day_of(campaign.closes_at), campaign.promise_on, today, len(campaign.title)
    )
    voices, ratings = await _voices(session, campaign.id), await _ratings(session, campaign.id)
    return find([standard.id for standard in catalogue.standards], voices, ratings, facts)


async def _voices(session: AsyncSession, campaign_id: UUID) -> list[Voice]:
    query = (
        select(
            StandingTag.response_id,
            StandingTag.standard,
            StandingTag.stance,
            StandingTag.confidence,
            StandingTag.reviewed,
            Response.day,
        )
        .join(Screening, (Screening.passage_id == StandingTag.passage_id) & Screening.state.in_(SHOWN))
        .join(Response, Response.id == StandingTag.response_id)
        .where(Response.campaign_id == campaign_id)
    )
    return [Voice(**row._mapping) for row in await session.execute(query)]


async def _ratings(session: AsyncSession, campaign_id: UUID) -> list[Rating]:
    return [Rating(**row._mapping) for row in await session.execute(RATINGS, {"campaign_id": campaign_id})]
