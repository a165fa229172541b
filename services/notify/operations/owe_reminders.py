"""The promise clock's chore: settles days that have passed, and owes letters to those who promised."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import exists, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.promises import FIRST, Occasion, reminder_due
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
            addressees = await _addressees(session, settings, campaign.district, occasion)
            count += await _owe(session, campaign, occasion, addressees, at)
    return count


async def _unanswered(session: AsyncSession, today: date) -> Sequence[Campaign]:
    answered = exists().where(Outcome.campaign_id == Campaign.id, Outcome.published.is_not(None))
    soon = Campaign.promise_on <= today + timedelta(days=FIRST)
    return (await session.scalars(select(Campaign).where(soon, ~answered))).all()


async def _addressees(session: AsyncSession, settings: Settings, district: str, occasion: Occasion) -> list[str]:
    """Accounts whose name is an address; the coordination office for what was missed, or where there is nobody."""
    leads = [str(one.account_id) for one in await find_leads(session, district) if read_address(one.name)]
    if settings.coordination and (occasion == "missed" or not leads):
        return [*leads, COORDINATION]
    return leads


async def _owe(
    session: AsyncSession, campaign: Campaign, occasion: Occasion, addressees: Sequence[str], at: datetime
) -> int:
    if not addressees:
        return 0
    about = {"campaign_id": campaign.id, "promise_on": campaign.promise_on, "occasion": occasion}
    rows = [{**about, "id": random_id(), "addressee": to, "state": WAITING, "queued_at": at} for to in addressees]
    statement = insert(Reminder).values(rows).on_conflict_do_nothing().returning(Reminder.id)
    owed = (await session.scalars(statement)).all()
    if owed:
        await publish(session, *(ReminderQueued(one) for one in owed))
    return len(owed)
