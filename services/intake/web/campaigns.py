"""The campaigns of one's districts, one of them with what is still to do, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import structlog
from litestar import Request, Response, get, post
from litestar.response import Redirect
from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign import TransitionError
from services.intake.domain.campaign_form import read_end, redated
from services.intake.domain.channels import KINDS, PLACE_LENGTH
from services.intake.domain.checking import untranslated_core
from services.intake.domain.checklist import checklist
from services.intake.domain.concept import RULES
from services.intake.domain.days import day_of
from services.intake.domain.questionnaire import Questionnaire
from services.intake.operations.close_campaign import archive_campaign, close_campaign, reopen_campaign
from services.intake.operations.delete_campaign import delete_campaign
from services.intake.operations.draft_campaign import draft_campaign
from services.intake.operations.open_channel import open_channel
from services.intake.operations.publish_campaign import FaultyError, UnreasonedError, faults_of, publish_draft
from services.intake.storage.campaigns import (
    Draft,
    Version,
    find_draft,
    list_campaigns,
    list_versions,
    plan_of,
)
from services.intake.storage.channels import count_departments
from services.intake.storage.concepts import measure
from services.intake.storage.promises import list_earlier_promises
from services.intake.storage.tables import Campaign
from services.intake.web.channels import shown_channels
from services.intake.web.laying_out import free_slug
from services.intake.web.making import (
    CONFLICT,
    EDITOR,
    LEAD,
    ONE,
    PATH,
    READER,
    UNREADABLE,
    campaign_for,
    districts_edited,
    edition_of,
    labels_of,
    page,
    phase,
    to,
)
from services.intake.web.shown import Forms
from shared.kit.clock import now
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn
from shared.staff.operations.record_change import record_change

log = structlog.get_logger()


@get(PATH, opt=READER)
async def show_campaigns(request: Request[Any, Any, Any], forms: Forms, signed_in: SignedIn) -> Response[str]:
    async with forms.database.transaction() as session:
        listed = await list_campaigns(session, signed_in.districts())
    archived = request.query_params.get("archived") == "yes"
    return page(
        "staff_campaigns.html",
        signed_in,
        listed=[one for one in listed if archived == (one.campaign.state == "archived")],
        done=request.query_params.get("done", ""),
        archived=archived,
        archived_count=sum(one.campaign.state == "archived" for one in listed),
        phases={one.campaign.id: phase(one.campaign) for one in listed},
        may_begin=bool(districts_edited(signed_in)),
    )


@get(ONE, opt=READER)
async def show_campaign(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[str]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        return await _overview(session, campaign, signed_in, done=request.query_params.get("done", ""))


@get(ONE + "/publish", opt=LEAD)
async def ask_publish(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    """What publishing does, before it is done; back to the campaign where it cannot be published."""
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "lead")
        draft, versions = await find_draft(session, campaign.id), await list_versions(session, campaign.id)
        channels = await shown_channels(session, campaign, now())
        if draft is None or phase(campaign) in ("closed", "archived") or faults_of(campaign, draft, now()):
            return to(campaign)
        return await _publish_page(session, campaign, draft, versions, channels, signed_in)


@post(ONE + "/publish", opt=LEAD)
async def publish(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """Refused with the whole list of what is missing, each with a link to its place."""
    fields = await read_fields(request)
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "lead", lock=True)
        try:
            reasons: dict[str, str] = {rule: first(fields, f"reason-{rule}") for rule in RULES}
            version = await publish_draft(session, campaign, edition_of(fields), signed_in, now(), reasons)
        except FaultyError:
            return await _overview(session, campaign, signed_in, fault="faults", status=UNREADABLE)
        except UnreasonedError as error:
            return await _ask_reasons(session, campaign, signed_in, reasons, error.rules)
        except TransitionError:
            return await _overview(session, campaign, signed_in, fault="transition", status=CONFLICT)
        if version is None:
            return await _overview(session, campaign, signed_in, fault="conflict", status=CONFLICT)
    log.info("campaign.published", campaign_id=str(campaign.id), version=version)
    return to(campaign, done="published")


async def _ask_reasons(
    session: AsyncSession, campaign: Campaign, signed_in: SignedIn, reasons: Mapping[str, str], missing: Sequence[str]
) -> Response[Any]:
    """The same page again, with the reasons that were given, and those that are missing."""
    draft, versions = await find_draft(session, campaign.id), await list_versions(session, campaign.id)
    channels = await shown_channels(session, campaign, now())
    if draft is None:
        return to(campaign)
    values: dict[str, Any] = {"reasons": reasons, "missing": missing, "status": UNREADABLE}
    return await _publish_page(session, campaign, draft, versions, channels, signed_in, **values)


async def _publish_page(
    session: AsyncSession,
    campaign: Campaign,
    draft: Draft,
    versions: list[Version],
    channels: Any,
    signed_in: SignedIn,
    **values: Any,
) -> Response[str]:
    at = now()
    told: dict[str, Any] = {"reasons": campaign.overruled, "missing": (), **values}
    return page(
        "staff_publish.html",
        signed_in,
        campaign=campaign,
        draft=draft,
        versions=versions,
        shown=channels,
        begun=campaign.opens_at <= at,
        measured=await measure(session, campaign, draft.questionnaire, at, is_public=campaign.state != "draft"),
        **told,
    )


@post(ONE + "/close", opt=LEAD)
async def close(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "lead", lock=True)
        try:
            await close_campaign(session, campaign, signed_in, now())
        except TransitionError:
            return await _overview(session, campaign, signed_in, fault="transition", status=CONFLICT)
    return to(campaign, done="closed")


@post(ONE + "/reopen", opt=LEAD)
async def reopen(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """`closes` and `promise`: a new last day, and by when there will be an answer."""
    fields = await read_fields(request)
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "lead", lock=True)
        plan, faults = read_end(fields, plan_of(campaign))
        typed = {"closes": first(fields, "closes"), "promise": first(fields, "promise")}
        values: dict[str, Any] = {"end": typed, "status": UNREADABLE}
        if faults:
            return await _overview(session, campaign, signed_in, faults=faults, **values)
        try:
            await reopen_campaign(session, campaign, plan.closes_at, plan.promise_on, signed_in, now())
        except FaultyError:
            return await _overview(session, campaign, signed_in, faults={"closes": "over"}, **values)
        except TransitionError:
            return await _overview(session, campaign, signed_in, fault="transition", status=CONFLICT)
    return to(campaign, done="reopened")


@post(ONE + "/archive", opt=LEAD)
async def archive(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "lead", lock=True)
        try:
            await archive_campaign(session, campaign, signed_in, now())
        except TransitionError:
            return await _overview(session, campaign, signed_in, fault="transition", status=CONFLICT)
    return to(campaign, done="archived")


@get(ONE + "/delete", opt=EDITOR)
async def ask_delete(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor")
        draft, channels = await find_draft(session, campaign.id), await shown_channels(session, campaign, now())
    if campaign.state != "draft" or draft is None:
        return to(campaign)
    return page("staff_delete.html", signed_in, campaign=campaign, draft=draft, shown=channels)


@post(ONE + "/delete", opt=EDITOR)
async def delete(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    """Only of what was never public."""
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor", lock=True)
        try:
            await delete_campaign(session, campaign, signed_in)
        except TransitionError:
            return await _overview(session, campaign, signed_in, fault="transition", status=CONFLICT)
    log.info("campaign.deleted", campaign_id=str(campaign_id))
    return Redirect(f"{PATH}?done=deleted", status_code=303)


@post(ONE + "/copy", opt=EDITOR)
async def copy(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Redirect:
    """The same questions and texts for another round, with dates that lie ahead."""
    at = now()
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor")
        draft, versions = await find_draft(session, campaign.id), await list_versions(session, campaign.id)
        plan = redated(plan_of(campaign), day_of(at))
        plan = replace(plan, slug=await free_slug(session, plan.slug))
        questionnaire = _current(draft, versions)
        copied = await draft_campaign(session, plan, questionnaire, signed_in, at, campaign.id)
    return to(copied, done="copied")


@post(ONE + "/channels", opt=EDITOR)
async def open_way(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """One way in: `kind`, and the `place` where it hangs or who hands it out."""
    fields = await read_fields(request)
    kind, place = first(fields, "kind"), first(fields, "place")
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor", lock=True)
        faults = _channel_faults(kind, place)
        if faults:
            values: dict[str, Any] = {"way": {"kind": kind, "place": place}, "status": UNREADABLE}
            return await _overview(session, campaign, signed_in, faults=faults, **values)
        await open_channel(session, campaign.id, kind, place, now())
        await record_change(session, signed_in, "campaign.extended", campaign.id, {"channel": kind})
    return to(campaign, done="channel", anchor="channels")


def _channel_faults(kind: str, place: str) -> dict[str, str]:
    faults = {} if kind in KINDS else {"channel-kind": "pick"}
    if not place:
        return {**faults, "place": "missing"}
    return {**faults, "place": "long"} if len(place) > PLACE_LENGTH else faults


async def _overview(
    session: AsyncSession, campaign: Campaign, signed_in: SignedIn, *, status: int = 200, **values: Any
) -> Response[str]:
    draft, versions = await find_draft(session, campaign.id), await list_versions(session, campaign.id)
    channels = await shown_channels(session, campaign, now())
    questionnaire = _current(draft, versions)
    told: dict[str, Any] = {"end": {"closes": "", "promise": ""}, "way": {"kind": "poster", "place": ""}, **values}
    return page(
        "staff_campaign.html",
        signed_in,
        status=status,
        campaign=campaign,
        draft=draft,
        versions=versions,
        questionnaire=questionnaire,
        labels=labels_of(questionnaire),
        steps=checklist(faults_of(campaign, draft, now()), questionnaire.languages[0], len(channels)) if draft else (),
        untranslated=untranslated_core(questionnaire),
        shown=channels,
        public=bool(versions),
        earlier=await list_earlier_promises(session, campaign.id, versions[0].published_at) if versions else (),
        offices=await count_departments(session, campaign.id),
        received=sum(version.received for version in versions),
        kinds=KINDS,
        **told,
    )


def _current(draft: Draft | None, versions: list[Version]) -> Questionnaire:
    """What is being written, or else what is public."""
    return draft.questionnaire if draft else versions[-1].questionnaire
