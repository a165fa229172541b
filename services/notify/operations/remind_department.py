"""Owing the letter that asks the responsible department for its own answers, after a participation is over."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.evaluations import occasion_of
from services.notify.operations.owe_reminders import addressees_of, owe
from services.notify.settings import Settings
from services.notify.storage.tables import Campaign
from shared.contracts.evaluations import DepartmentAsked
from shared.kit.messaging import NotYet


async def remind_department(session: AsyncSession, settings: Settings, fact: DepartmentAsked, at: datetime) -> None:
    """To the leads of the district, who know who in the department answers, or else to the coordination office."""
    campaign = await session.get(Campaign, fact.campaign_id)
    if campaign is None:
        raise NotYet(timedelta(minutes=1))
    occasion = occasion_of(fact.occasion, fact.code)
    await owe(session, campaign, occasion, await addressees_of(session, settings, campaign.district, occasion), at)
