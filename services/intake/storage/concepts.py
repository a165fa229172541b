"""The concept that holds in a district, and how a campaign stands to it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.concept import Needed, Planned, Rule, Rules, needed, shortfalls
from services.intake.domain.days import day_of, last_day
from services.intake.domain.questionnaire import Questionnaire
from services.intake.storage.tables import Campaign, Channel, Concept


class Measured(NamedTuple):
    """`short`: what the campaign falls short of; `needed`: what would keep it. Without a concept nothing is asked."""

    concept: Concept | None
    rules: Rules
    short: tuple[Rule, ...]
    needed: Needed | None = None


async def read_rules(session: AsyncSession, district: str) -> Rules:
    """What the district's concept asks of its campaigns; nothing where none was adopted."""
    concept = await session.get(Concept, district)
    return msgspec.convert(concept.rules, Rules) if concept else Rules()


async def measure(
    session: AsyncSession, campaign: Campaign, questionnaire: Questionnaire, at: datetime, *, is_public: bool
) -> Measured:
    """The campaign with this questionnaire against the concept that its district adopted."""
    concept = await session.get(Concept, campaign.district)
    if concept is None:
        return Measured(None, Rules(), ())
    ways = await session.scalars(
        select(Channel.kind).where(Channel.campaign_id == campaign.id, Channel.ended_at.is_(None)).distinct()
    )
    planned = Planned(
        published_on=None if is_public else day_of(at),
        opens_on=day_of(campaign.opens_at),
        closes_on=last_day(campaign.closes_at),
        promise_on=campaign.promise_on,
        languages=questionnaire.languages,
        ways=frozenset(ways),
        is_evaluation=campaign.kind == "evaluation",
        asks_person=any(question.about for question in questionnaire.questions),
    )
    rules = msgspec.convert(concept.rules, Rules)
    return Measured(concept, rules, shortfalls(rules, planned), needed(rules, planned))
