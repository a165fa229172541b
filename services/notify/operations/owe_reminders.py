"""The promise clock's chore: settles days that have passed, and owes letters to those who promised."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.promises import FIRST, reminder_due
from services.notify.operations.keep_staff_address import staff_addresses
from services.notify.operations.read_address import read_address
from services.notify.operations.settle_promise import settle_promise
from services.notify.settings import Settings
from services.notify.storage.tables import WAITING, Campaign, Outcome, Promise, Reminder
from services.notify.wording import local_day
from shared.contracts.outcomes import ReminderQueued
from shared.contracts.routes import publish
from shared.kit.ids import random_id
from shared.staff.operations.find_leads import find_leads

#: Who hears of a missed promise besides its owner, and of all where no owner has an address.
COORDINATION: Final = "coordination"
#: Campaigns looked after in one transaction.
BITE: Final = 50


async def settle_passed(session: AsyncSession, at: datetime) -> int:
    """Settles promised days that have passed. Returns how many campaigns were looked at."""
    today = local_day(at)
    query = (
        select(Campaign.id)
        .join(Promise, (Promise.campaign_id == Campaign.id) & (Promise.promise_on == Campaign.promise_on))
        .where(Promise.state == "open", Promise.promise_on < today)
        .limit(BITE)
    )
    passed = (await session.scalars(query)).all()
    for campaign_id in passed:
        await settle_promise(session, campaign_id, today)
    return len(passed)


async def owe_reminders(session: AsyncSession, settings: Settings, at: datetime) -> int:
    """Owes each letter of the clock once. Returns how many are new."""
    today, count = local_day(at), 0
    for campaign in await _unanswered(session, today):
        occasion = reminder_due(campaign.promise_on, today)
        if occasion:
            addressees = await addressees_of(session, settings, campaign.district, occasion)
            count += await owe(session, campaign, occasion, addressees, at)
    return count


async def _unanswered(session: AsyncSession, today: date) -> Sequence[Campaign]:
    answered = exists().where(Outcome.campaign_id == Campaign.id, Outcome.published.is_not(None))
    soon = Campaign.promise_on <= today + timedelta(days=FIRST)
    return (await session.scalars(select(Campaign).where(soon, ~answered))).all()


async def addressees_of(session: AsyncSession, settings: Settings, district: str, occasion: str) -> list[str]:
    """Leads who can be written to; the coordination office too for what was missed, or where there is nobody."""
    leads = [str(one) for one in await lead_addresses(session, settings, district)]
    if settings.coordination and (occasion == "missed" or not leads):
        return [*leads, COORDINATION]
    return leads


async def lead_addresses(session: AsyncSession, settings: Settings, district: str) -> dict[UUID, str]:
    """By account: the address its owner confirmed, or else the name it signs in with, where that is one."""
    leads = await find_leads(session, district)
    confirmed = await staff_addresses(session, settings, [one.account_id for one in leads])
    reached = {one.account_id: confirmed.get(one.account_id) or read_address(one.name) for one in leads}
    return {account_id: address for account_id, address in reached.items() if address}


async def owe(session: AsyncSession, campaign: Campaign, occasion: str, addressees: Sequence[str], at: datetime) -> int:
    """One letter to each, unless it is owed already. Returns how many are new."""
    if not addressees:
        return 0
    about = {"campaign_id": campaign.id, "promise_on": campaign.promise_on, "occasion": occasion}
    rows = [{**about, "id": random_id(), "addressee": to, "state": WAITING, "queued_at": at} for to in addressees]
    statement = insert(Reminder).values(rows).on_conflict_do_nothing().returning(Reminder.id)
    owed = (await session.scalars(statement)).all()
    if owed:
        await publish(session, *(ReminderQueued(one) for one in owed))
    return len(owed)
