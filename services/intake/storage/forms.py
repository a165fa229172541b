"""What a form page and its sending need to know, in one query by the channel's code."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign import running
from services.intake.domain.channels import way_in
from services.intake.domain.questionnaire import Questionnaire, Translated
from services.intake.storage import tables


class Form(msgspec.Struct, frozen=True):
    """The newest published questionnaire behind one channel. Where either was closed, the dates end there.

    `ends_early`: the channel ends, or has ended, before its campaign. `by_pass`: only passes open it; opened by one,
    the pass is its code.
    """

    code: str
    place: str
    channel_id: UUID
    campaign_id: UUID
    slug: str
    district: str
    title: Translated
    intro: Translated
    office: str
    opens_at: datetime
    closes_at: datetime
    promise_on: date
    questionnaire_id: UUID
    questionnaire: Questionnaire
    channel_kind: str = "link"
    ends_early: bool = False
    by_pass: bool = False
    group: str = ""


async def find_form(session: AsyncSession, code: str) -> Form | None:
    """None for a code that no channel has, or whose campaign has not published yet."""
    query = (
        select(tables.Channel, tables.Campaign, tables.Questionnaire)
        .join(tables.Campaign, tables.Campaign.id == tables.Channel.campaign_id)
        .join(tables.Questionnaire, tables.Questionnaire.campaign_id == tables.Campaign.id)
        .where(tables.Channel.code == code, tables.Questionnaire.published_at.is_not(None))
        .order_by(tables.Questionnaire.version.desc())
        .limit(1)
    )
    row = (await session.execute(query)).one_or_none()
    return _form(*row) if row else None


async def list_forms(session: AsyncSession, campaign_id: UUID) -> list[Form]:
    """What stands behind each of the campaign's channels, in the order of their places; empty before it is public."""
    newest = (
        select(tables.Questionnaire)
        .where(tables.Questionnaire.campaign_id == campaign_id, tables.Questionnaire.published_at.is_not(None))
        .order_by(tables.Questionnaire.version.desc())
        .limit(1)
    )
    if (questionnaire := await session.scalar(newest)) is None:
        return []
    campaign = await session.get_one(tables.Campaign, campaign_id)
    channels = select(tables.Channel).where(tables.Channel.campaign_id == campaign_id)
    ordered = channels.order_by(tables.Channel.place, tables.Channel.opened_at)
    return [_form(channel, campaign, questionnaire) for channel in await session.scalars(ordered)]


async def with_version(session: AsyncSession, form: Form, questionnaire_id: UUID | None) -> Form:
    """The form as it was in this version; as it is now, where the campaign has published no such version."""
    if questionnaire_id in (None, form.questionnaire_id):
        return form
    query = select(tables.Questionnaire.definition).where(
        tables.Questionnaire.id == questionnaire_id,
        tables.Questionnaire.campaign_id == form.campaign_id,
        tables.Questionnaire.published_at.is_not(None),
    )
    definition = await session.scalar(query)
    if definition is None:
        return form
    earlier = msgspec.convert(definition, Questionnaire)
    return msgspec.structs.replace(form, questionnaire_id=questionnaire_id, questionnaire=earlier)


def _form(channel: tables.Channel, campaign: tables.Campaign, questionnaire: tables.Questionnaire) -> Form:
    whole = running(campaign.opens_at, campaign.closes_at, campaign.closed_at)
    dates = way_in(whole, channel.ends_on, channel.ended_at, channel.kind)
    return Form(
        code=channel.code,
        place=channel.place,
        channel_id=channel.id,
        campaign_id=campaign.id,
        slug=campaign.slug,
        district=campaign.district,
        title=campaign.title,
        intro=campaign.intro,
        office=campaign.office,
        opens_at=dates.opens_at,
        closes_at=dates.closes_at,
        promise_on=campaign.promise_on,
        questionnaire_id=questionnaire.id,
        questionnaire=msgspec.convert(questionnaire.definition, Questionnaire),
        channel_kind=channel.kind,
        ends_early=dates.closes_at < whole.closes_at,
        group=channel.group_name,
        by_pass=channel.by_pass,
    )
