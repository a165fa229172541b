"""Closing, reopening, archiving: the other services are told, and printed codes lead to what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import cast

from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign import Action, State, after, standing
from services.intake.domain.checking import check_plan
from services.intake.operations.announce_campaign import announce_campaign
from services.intake.operations.publish_campaign import FaultyError
from services.intake.storage import tables
from services.intake.storage.campaigns import find_newest, plan_of
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change


async def close_campaign(session: AsyncSession, campaign: tables.Campaign, by: SignedIn, at: datetime) -> None:
    """From now on no answers are taken. Raises TransitionError. The row is locked by the caller, here and below."""
    campaign.state = _after(campaign, "close", at)
    campaign.closed_at = at
    await _settle(session, campaign, by, at, "campaign.closed")


async def reopen_campaign(
    session: AsyncSession, campaign: tables.Campaign, closes_at: datetime, promise_on: date, by: SignedIn, at: datetime
) -> None:
    """Until a new last day, with a promise after it. Raises TransitionError, FaultyError."""
    state = _after(campaign, "reopen", at)
    newest = await find_newest(session, campaign.id)
    assert newest, "what was never public cannot be closed"
    plan = replace(plan_of(campaign), closes_at=closes_at, promise_on=promise_on)
    if faults := check_plan(plan, tuple(newest.definition["languages"]), at):
        raise FaultyError(faults)
    before = {"promise_on": campaign.promise_on.isoformat()} if campaign.promise_on != promise_on else None
    campaign.state, campaign.closed_at = state, None
    campaign.closes_at, campaign.promise_on = closes_at, promise_on
    await _settle(session, campaign, by, at, "campaign.reopened", before)


async def archive_campaign(session: AsyncSession, campaign: tables.Campaign, by: SignedIn, at: datetime) -> None:
    """For good: its answers stay, its codes still lead to the end of the story. Raises TransitionError."""
    campaign.state = _after(campaign, "archive", at)
    campaign.closed_at = campaign.closed_at or campaign.closes_at
    await _settle(session, campaign, by, at, "campaign.archived")


def _after(campaign: tables.Campaign, action: Action, at: datetime) -> State:
    return after(standing(cast(State, campaign.state), campaign.closes_at, at), action)


async def _settle(
    session: AsyncSession,
    campaign: tables.Campaign,
    by: SignedIn,
    at: datetime,
    verb: str,
    before: Mapping[str, str] | None = None,
) -> None:
    campaign.edition, campaign.changed_at, campaign.changed_by = campaign.edition + 1, at, by.name
    await session.flush()
    dates = {"closes_at": campaign.closes_at.isoformat(), "promise_on": campaign.promise_on.isoformat()}
    await record_change(session, by, verb, campaign.id, dates, before)
    if newest := await find_newest(session, campaign.id):
        await announce_campaign(session, campaign, newest)
