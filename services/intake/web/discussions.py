"""What the page of a proposal says of its campaign: how it would be published, and how it stands."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign import running
from services.intake.domain.checking import Fault
from services.intake.domain.concept import Rule
from services.intake.domain.days import day_of, last_day
from services.intake.domain.discussion import asked_about, first_days, title_of
from services.intake.domain.questionnaire import Question, Questionnaire, say
from services.intake.operations.draft_discussion import load_discussion
from services.intake.operations.publish_campaign import faults_of
from services.intake.storage.campaigns import Draft, find_draft, list_offices
from services.intake.storage.concepts import Measured, measure, read_rules
from services.intake.storage.core import load_person
from services.intake.storage.tables import Campaign, Channel
from services.intake.web.making import MENDED_AT, PATH, labels_of, phase, place_of, rule_help
from services.intake.web.pages import STAFF_PAGES
from shared.contracts.discussions import Asked, Days, Lack, Offer, Standing, Told, Way
from shared.kit.texts import FIRST


async def read_offer(
    session: AsyncSession, district: str, kind: str, parties: str, summary: str, name: str, at: datetime
) -> Offer:
    """`name`: of the person who looks."""
    rules, found = await read_rules(session, district), load_discussion()
    asked = asked_about(found, kind, parties, summary, load_person(district) if rules.person else ())
    title, about = title_of(found, parties), asked.questions[0].label
    return Offer(
        questions=tuple(_asked(one) for one in asked.asking),
        texts=tuple(Told(code, title[code], found.intro[code], about[code]) for code in asked.languages),
        offices=tuple(await list_offices(session, district, name)),
        days=Days(*first_days(rules, day_of(at))),
        without_device=rules.without_device,
    )


async def read_standing(session: AsyncSession, slug: str, at: datetime) -> Standing | None:
    """None as long as there is no such campaign."""
    campaign = await session.scalar(select(Campaign).where(Campaign.slug == slug))
    if campaign is None:
        return None
    draft = await find_draft(session, campaign.id) if campaign.state == "draft" else None
    channels = select(Channel).where(Channel.campaign_id == campaign.id, Channel.ended_at.is_(None))
    ways = await session.scalars(channels.order_by(Channel.opened_at, Channel.id))
    dates = running(campaign.opens_at, campaign.closes_at, campaign.closed_at)
    return Standing(
        address=f"{PATH}/{campaign.id}",
        phase=phase(campaign),
        days=Days(day_of(dates.opens_at), last_day(dates.closes_at), campaign.promise_on),
        ways=tuple(Way(one.code, one.place) for one in ways),
        lacks=await _lacks(session, campaign, draft, at) if draft else (),
    )


async def _lacks(session: AsyncSession, campaign: Campaign, draft: Draft, at: datetime) -> tuple[Lack, ...]:
    base = f"{PATH}/{campaign.id}"
    measured = await measure(session, campaign, draft.questionnaire, at, is_public=False)
    faults = (_faulty(one, draft.questionnaire, base) for one in faults_of(campaign, draft, at))
    return (*faults, *(_short(measured, one, base) for one in measured.short))


def _short(measured: Measured, rule: Rule, base: str) -> Lack:
    return Lack(_said(f"concept-{rule}"), rule_help(measured, rule), base + MENDED_AT[rule], excusable=True)


def _faulty(fault: Fault, questionnaire: Questionnaire, base: str) -> Lack:
    labels = labels_of(questionnaire)
    named = labels.get(fault.question, fault.question) if fault.question else _said(f"place-{fault.reason}")
    return Lack(
        named,
        _said(f"fault-{fault.reason}", about=labels.get(fault.about, fault.about)),
        place_of(fault, base),
        excusable=False,
    )


def _asked(question: Question) -> Asked:
    return Asked(say(question.label, FIRST), tuple(say(one.label, FIRST) for one in question.choices))


def _said(key: str, **values: str) -> str:
    return STAFF_PAGES.texts.say(FIRST, f"staff-{key}", **values)
