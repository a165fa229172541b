"""A proposal of the district becomes a campaign with a ready questionnaire: support, conditions, objections."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign import Plan
from services.intake.domain.channels import Laid
from services.intake.domain.concept import Rules
from services.intake.domain.days import day_of, first_moment, last_moment
from services.intake.domain.discussion import Discussion, asked_about, first_days, title_of
from services.intake.domain.questionnaire import Questionnaire
from services.intake.operations.draft_campaign import draft_campaign
from services.intake.operations.open_channel import open_channels
from services.intake.operations.publish_campaign import FaultyError, UnreasonedError, publish_draft
from services.intake.storage.campaigns import is_slug_taken
from services.intake.storage.concepts import read_rules
from services.intake.storage.core import load_person
from services.intake.storage.tables import Campaign
from shared.contracts.proposals import CampaignWanted, ProposalOpened
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.find_signed_in import find_by_account

FILE: Final = Path(__file__).parent.parent / "core" / "proposal.yaml"
#: The edition of a draft that nobody changed.
_UNTOUCHED: Final = 1


async def draft_discussion(session: AsyncSession, message: ProposalOpened, at: datetime) -> None:
    """Once for each proposal, however often it is told: the slug is the proposal's. What people made of it stays."""
    if await is_slug_taken(session, message.slug):
        return
    rules = await read_rules(session, message.district)
    wanted = message.wanted or CampaignWanted("", *first_days(rules, day_of(at)), "", "", published=False)
    by = await find_by_account(session, message.opened_by)
    campaign = await draft_campaign(session, _plan(message, wanted), questionnaire_of(message, rules), by, at)
    await open_channels(session, campaign.id, _ways(wanted), at)
    if wanted.published and by.may("lead", message.district):
        await _publish(session, campaign, by, at)


def questionnaire_of(message: ProposalOpened, rules: Rules) -> Questionnaire:
    person = load_person(message.district) if rules.person else ()
    return asked_about(load_discussion(), message.kind, message.parties, message.summary, person)


@cache
def load_discussion() -> Discussion:
    return msgspec.yaml.decode(FILE.read_bytes(), type=Discussion)


async def _publish(session: AsyncSession, campaign: Campaign, by: SignedIn, at: datetime) -> None:
    """Where something stands against it, it stays a draft, and the proposal's page says what."""
    with suppress(FaultyError, UnreasonedError):
        await publish_draft(session, campaign, _UNTOUCHED, by, at)


def _plan(message: ProposalOpened, wanted: CampaignWanted) -> Plan:
    found = load_discussion()
    return Plan(
        district=message.district,
        slug=message.slug,
        title=title_of(found, message.parties),
        intro=found.intro,
        office=wanted.office,
        level="beratung",
        opens_at=first_moment(wanted.opens_on),
        closes_at=last_moment(wanted.closes_on),
        promise_on=wanted.promise_on,
    )


def _ways(wanted: CampaignWanted) -> list[Laid]:
    """A code to hang up, and a group that answers on paper."""
    named = (("poster", wanted.place), ("group", wanted.group))
    return [Laid(kind, place) for kind, place in named if place]
