"""Making a campaign public: its first questionnaire, or the next version of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import cast

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.questionnaire import Choice, Question, Questionnaire, Translated
from services.intake.storage import tables
from shared.contracts.campaigns import CampaignPublished, ChoiceFact, QuestionFact, QuestionKind
from shared.contracts.routes import publish
from shared.kit.ids import random_id


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A campaign as staff lay it out."""

    district: str
    slug: str
    title: Translated
    intro: Translated
    office: str
    level: str
    opens_at: datetime
    closes_at: datetime
    promise_on: date


class UntranslatedError(ValueError):
    """Texts are missing; `missing` lists (question key, language)."""

    def __init__(self, missing: list[tuple[str, str]]) -> None:
        super().__init__(f"{len(missing)} texts are missing")
        self.missing = missing


async def publish_campaign(
    session: AsyncSession, plan: Plan, questionnaire: Questionnaire, at: datetime
) -> tables.Campaign:
    """Publishes the questionnaire as the campaign's next version. Raises UntranslatedError."""
    if missing := questionnaire.missing_texts():
        raise UntranslatedError(missing)
    campaign = await _campaign(session, plan, at)
    version = await _next_version(session, campaign)
    published = tables.Questionnaire(
        id=random_id(),
        campaign_id=campaign.id,
        version=version,
        definition=msgspec.to_builtins(questionnaire),
        published_at=at,
    )
    session.add(published)
    await session.flush()
    await publish(session, _message(campaign, published, questionnaire))
    return campaign


async def _campaign(session: AsyncSession, plan: Plan, at: datetime) -> tables.Campaign:
    found = await session.scalar(select(tables.Campaign).where(tables.Campaign.slug == plan.slug).with_for_update())
    campaign = found or tables.Campaign(id=random_id(), created_at=at)
    for field in plan.__struct_fields__:
        setattr(campaign, field, getattr(plan, field))
    session.add(campaign)
    await session.flush()
    return campaign


async def _next_version(session: AsyncSession, campaign: tables.Campaign) -> int:
    newest = select(func.max(tables.Questionnaire.version)).where(tables.Questionnaire.campaign_id == campaign.id)
    return (await session.scalar(newest) or 0) + 1


def _message(
    campaign: tables.Campaign, published: tables.Questionnaire, questionnaire: Questionnaire
) -> CampaignPublished:
    return CampaignPublished(
        campaign_id=campaign.id,
        district=campaign.district,
        slug=campaign.slug,
        title=campaign.title,
        office=campaign.office,
        level=campaign.level,
        opens_at=campaign.opens_at,
        closes_at=campaign.closes_at,
        promise_on=campaign.promise_on,
        questionnaire_id=published.id,
        version=published.version,
        questions=tuple(_question(question) for question in questionnaire.asking),
    )


def _question(question: Question) -> QuestionFact:
    return QuestionFact(
        question.key,
        cast(QuestionKind, question.kind),
        question.label,
        _facts(question.choices),
        question.standard or msgspec.UNSET,
        _facts(question.rows),
        question.numbers[-1],
        question.core,
    )


def _facts(choices: tuple[Choice, ...]) -> tuple[ChoiceFact, ...]:
    return tuple(ChoiceFact(choice.key, choice.label) for choice in choices)
