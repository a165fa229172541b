"""Telling the other services what a campaign is called, when it runs and what it asks."""

from __future__ import annotations

from typing import cast

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign import running
from services.intake.domain.questionnaire import Choice, Question, Questionnaire
from services.intake.storage import tables
from shared.contracts.campaigns import CampaignPublished, ChoiceFact, QuestionFact, QuestionKind
from shared.contracts.routes import publish
from shared.kit.clock import now


async def announce_campaign(session: AsyncSession, campaign: tables.Campaign, published: tables.Questionnaire) -> None:
    """`published`: the newest version that is. Said again whenever dates, title or promise change."""
    definition = msgspec.convert(published.definition, Questionnaire)
    await publish(session, _message(campaign, published, definition))


def _message(
    campaign: tables.Campaign, published: tables.Questionnaire, questionnaire: Questionnaire
) -> CampaignPublished:
    dates = running(campaign.opens_at, campaign.closes_at, campaign.closed_at)
    return CampaignPublished(
        campaign_id=campaign.id,
        district=campaign.district,
        slug=campaign.slug,
        title=campaign.title,
        office=campaign.office,
        level=campaign.level,
        opens_at=dates.opens_at,
        closes_at=dates.closes_at,
        promise_on=campaign.promise_on,
        questionnaire_id=published.id,
        version=published.version,
        questions=tuple(_question(question) for question in questionnaire.asking),
        told_at=now(),
        overruled=campaign.overruled,
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
        question.about,
    )


def _facts(choices: tuple[Choice, ...]) -> tuple[ChoiceFact, ...]:
    return tuple(ChoiceFact(choice.key, choice.label) for choice in choices)
