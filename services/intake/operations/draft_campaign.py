"""Laying out a campaign: begun from a start, copied from another one, changed as long as it is not archived."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign import Plan
from services.intake.domain.checking import check_plan
from services.intake.domain.editing import with_core
from services.intake.domain.questionnaire import Questionnaire
from services.intake.operations.announce_campaign import announce_campaign
from services.intake.operations.publish_campaign import FaultyError
from services.intake.storage import tables
from services.intake.storage.campaigns import find_draft, find_newest, plan_of
from services.intake.storage.core import load_core
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

#: Of these the audit trail keeps the values; of all other fields only that they changed.
_DATES = ("opens_at", "closes_at", "promise_on")


async def draft_campaign(
    session: AsyncSession,
    plan: Plan,
    questionnaire: Questionnaire,
    by: SignedIn,
    at: datetime,
    copied: UUID | None = None,
) -> tables.Campaign:
    """A new campaign with a first draft. `copied`: from which campaign. The slug must be free."""
    campaign = tables.Campaign(
        id=random_id(), created_at=at, state="draft", edition=1, changed_at=at, changed_by=by.name, **_values(plan)
    )
    session.add(campaign)
    await session.flush()
    draft = tables.Questionnaire(
        id=random_id(),
        campaign_id=campaign.id,
        version=1,
        definition=msgspec.to_builtins(with_core(questionnaire, plan.kind, load_core())),
        edition=1,
        changed_at=at,
        changed_by=by.name,
    )
    session.add(draft)
    await session.flush()
    after = {"district": plan.district, "slug": plan.slug} | ({"copied": str(copied)} if copied else {})
    await record_change(session, by, "campaign.drafted", campaign.id, after)
    return campaign


async def change_campaign(
    session: AsyncSession, campaign: tables.Campaign, edition: int, plan: Plan, by: SignedIn, at: datetime
) -> bool:
    """False when somebody changed it since this edition was read: then nothing is changed.

    What is public is checked and told to the others at once. The campaign's row is locked by the caller, and the slug
    is free. Raises FaultyError for a public campaign whose texts or dates would not do.
    """
    if campaign.edition != edition:
        return False
    before = plan_of(campaign)
    newest = await find_newest(session, campaign.id)
    if newest and (faults := check_plan(plan, tuple(newest.definition["languages"]))):
        raise FaultyError(faults)
    for field, value in _values(plan).items():
        setattr(campaign, field, value)
    campaign.edition, campaign.changed_at, campaign.changed_by = edition + 1, at, by.name
    await session.flush()
    if before.kind != plan.kind:
        await _fit_core(session, campaign, at)
    await record_change(session, by, "campaign.changed", campaign.id, *_told(plan, before))
    if newest:
        await announce_campaign(session, campaign, newest)
    return True


async def _fit_core(session: AsyncSession, campaign: tables.Campaign, at: datetime) -> None:
    """The draft with the core questions that its campaign's kind has."""
    draft = await find_draft(session, campaign.id, lock=True)
    if draft:
        row = await session.get_one(tables.Questionnaire, draft.id)
        row.definition = msgspec.to_builtins(with_core(draft.questionnaire, campaign.kind, load_core()))
        row.before, row.edition, row.changed_at = None, draft.edition + 1, at
        await session.flush()


def _values(plan: Plan) -> dict[str, Any]:
    return {field: getattr(plan, field) for field in Plan.__struct_fields__}


def _told(plan: Plan, before: Plan) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """What the audit trail keeps, after and before: which fields changed, and dates with their values; no texts."""
    changed = [field for field in Plan.__struct_fields__ if getattr(plan, field) != getattr(before, field)]
    dates = [field for field in changed if field in _DATES]
    return (
        {"fields": changed, **{field: getattr(plan, field).isoformat() for field in dates}},
        {field: getattr(before, field).isoformat() for field in dates},
    )
