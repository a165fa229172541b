"""Deleting a campaign that nobody ever saw: it was never published, so its codes were never printed."""

from __future__ import annotations

from typing import cast

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign import State, TransitionError
from services.intake.storage.campaigns import find_newest
from services.intake.storage.tables import Campaign, Channel, Kit, Pin, Questionnaire, Visit
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def delete_campaign(session: AsyncSession, campaign: Campaign, by: SignedIn) -> None:
    """With its draft and its channels; the audit trail keeps that it was there. The row is locked by the caller.

    Raises TransitionError for one that was ever public.
    """
    if campaign.state != "draft" or await find_newest(session, campaign.id):
        raise TransitionError(cast(State, campaign.state), "delete")
    channels = select(Channel.id).where(Channel.campaign_id == campaign.id)
    for led_on in (Channel, Campaign):
        await session.execute(update(led_on).where(led_on.successor_id.in_(channels)).values(successor_id=None))
    for of_channel in (Visit, Pin):
        await session.execute(delete(of_channel).where(of_channel.channel_id.in_(channels)))
    for of_campaign in (Channel, Questionnaire, Kit):
        await session.execute(delete(of_campaign).where(of_campaign.campaign_id == campaign.id))
    await session.execute(delete(Campaign).where(Campaign.id == campaign.id))
    told = {"district": campaign.district, "slug": campaign.slug}
    await record_change(session, by, "campaign.deleted", campaign.id, before=told)
