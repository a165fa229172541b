"""Making a campaign public: its first questionnaire, or the next version of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign import Plan, State, TransitionError, after
from services.intake.domain.checking import Fault, check_campaign
from services.intake.domain.concept import unreasoned
from services.intake.domain.questionnaire import Questionnaire
from services.intake.operations.announce_campaign import announce_campaign
from services.intake.storage import tables
from services.intake.storage.campaigns import Draft, find_draft, plan_of
from services.intake.storage.concepts import measure
from services.intake.storage.core import load_core, load_person
from shared.kit.ids import random_id
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

__all__ = ["FaultyError", "Plan", "TransitionError", "UnreasonedError", "publish_campaign", "publish_draft"]


class FaultyError(ValueError):
    """The campaign cannot go public as it is."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults: {', '.join(sorted({fault.reason for fault in faults}))}")
        self.faults = faults


async def publish_campaign(
    session: AsyncSession, plan: Plan, questionnaire: Questionnaire, at: datetime
) -> tables.Campaign:
    """Publishes the questionnaire as the campaign's next version, in place of a draft if there is one.

    Raises FaultyError; TransitionError for a campaign that was closed by hand or archived.
    """
    if faults := check_campaign(plan, questionnaire, load_core(), person=load_person(plan.district)):
        raise FaultyError(faults)
    campaign = await _campaign(session, plan, at)
    await _publish(session, campaign, questionnaire, None, at)
    return campaign


class UnreasonedError(ValueError):
    """The campaign falls short of its district's concept, and nobody said why."""

    def __init__(self, rules: Sequence[str]) -> None:
        super().__init__(", ".join(rules))
        self.rules = rules


async def publish_draft(
    session: AsyncSession,
    campaign: tables.Campaign,
    edition: int,
    by: SignedIn,
    at: datetime,
    reasons: Mapping[str, str] | None = None,
) -> int | None:
    """Publishes the draft as it was read; returns its version, or None when somebody changed it since.

    `reasons`: rule of the district's concept → why this campaign does not keep it; it stays public. The campaign's row
    is locked by the caller. Raises FaultyError, UnreasonedError, TransitionError.
    """
    state: State = after(msgspec.convert(campaign.state, State), "publish")
    draft = await find_draft(session, campaign.id, lock=True)
    if draft is None or draft.edition != edition:
        return None
    if faults := faults_of(campaign, draft, at):
        raise FaultyError(faults)
    await _overrule(session, campaign, draft.questionnaire, reasons or {}, by, at)
    campaign.state, campaign.changed_at, campaign.changed_by = state, at, by.name
    version = await _publish(session, campaign, draft.questionnaire, by, at)
    await record_change(session, by, "campaign.published", campaign.id, {"version": version})
    return version


def faults_of(campaign: tables.Campaign, draft: Draft, at: datetime) -> list[Fault]:
    return check_campaign(plan_of(campaign), draft.questionnaire, load_core(), at, load_person(campaign.district))


async def _overrule(
    session: AsyncSession,
    campaign: tables.Campaign,
    questionnaire: Questionnaire,
    reasons: Mapping[str, str],
    by: SignedIn,
    at: datetime,
) -> None:
    measured = await measure(session, campaign, questionnaire, at, is_public=campaign.state != "draft")
    if missing := unreasoned(measured.short, reasons):
        raise UnreasonedError(missing)
    campaign.overruled = {rule: reasons[rule] for rule in measured.short}
    if measured.short:
        await record_change(session, by, "campaign.overruled", campaign.id, {"rules": list(measured.short)})


async def _publish(
    session: AsyncSession, campaign: tables.Campaign, questionnaire: Questionnaire, by: SignedIn | None, at: datetime
) -> int:
    found = await find_draft(session, campaign.id, lock=True)
    row = await session.get_one(tables.Questionnaire, found.id) if found else _row(campaign, random_id())
    if not found:
        row.version = await _next_version(session, campaign)
    row.definition = msgspec.to_builtins(questionnaire)
    row.before, row.edition = None, row.edition + 1
    row.published_at, row.changed_at, row.changed_by = at, at, by.name if by else ""
    session.add(row)
    await session.flush()
    await announce_campaign(session, campaign, row)
    return row.version


def _row(campaign: tables.Campaign, questionnaire_id: UUID) -> tables.Questionnaire:
    return tables.Questionnaire(id=questionnaire_id, campaign_id=campaign.id, edition=0)


async def _campaign(session: AsyncSession, plan: Plan, at: datetime) -> tables.Campaign:
    found = await session.scalar(select(tables.Campaign).where(tables.Campaign.slug == plan.slug).with_for_update())
    campaign = found or tables.Campaign(id=random_id(), created_at=at, state="draft", edition=0)
    campaign.state = after(msgspec.convert(campaign.state, State), "publish")
    for field in plan.__struct_fields__:
        setattr(campaign, field, getattr(plan, field))
    campaign.edition, campaign.changed_at, campaign.changed_by = campaign.edition + 1, at, ""
    session.add(campaign)
    await session.flush()
    return campaign


async def _next_version(session: AsyncSession, campaign: tables.Campaign) -> int:
    newest = select(func.max(tables.Questionnaire.version)).where(tables.Questionnaire.campaign_id == campaign.id)
    return (await session.scalar(newest) or 0) + 1
