"""A district's questionnaires as another may take them over."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.kits import Wanted
from services.intake.domain.questionnaire import Translated
from services.intake.storage.kits import last_wanted
from services.intake.storage.tables import Campaign, Questionnaire


class Handed(NamedTuple):
    """`definition`: the questionnaire as it is kept. `prints`: the kit that was ordered last."""

    slug: str
    title: Translated
    level: str
    kind: str
    definition: dict[str, object]
    intro: Translated
    prints: Wanted | None


async def list_handed(session: AsyncSession, district: str) -> list[Handed]:
    """The newest public version of each campaign."""
    query = (
        select(Campaign, Questionnaire.definition)
        .join(Questionnaire, Questionnaire.campaign_id == Campaign.id)
        .ext(distinct_on(Campaign.slug))
        .where(Campaign.district == district, Questionnaire.published_at.is_not(None))
        .order_by(Campaign.slug, Questionnaire.version.desc())
    )
    return [await _handed(session, *row) for row in (await session.execute(query)).all()]


async def list_slugs(session: AsyncSession, district: str) -> list[str]:
    """Of all campaigns, drafts too."""
    return list(await session.scalars(select(Campaign.slug).where(Campaign.district == district)))


async def _handed(session: AsyncSession, campaign: Campaign, definition: dict[str, Any]) -> Handed:
    told = (campaign.slug, campaign.title, campaign.level, campaign.kind, definition, campaign.intro)
    return Handed(*told, await last_wanted(session, campaign.id))


def document_of(handed: Handed) -> str:
    """As the JSON file that staff load from a campaign."""
    told = {"format": "resonanz-questionnaire", "title": handed.title, "questionnaire": handed.definition, "version": 1}
    return msgspec.json.encode(told, order="deterministic").decode()
