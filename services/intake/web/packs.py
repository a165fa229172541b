"""Packs of passes for groups: made, printed, topped up and taken out of use, with counts and nothing else."""

from __future__ import annotations

import asyncio
from typing import Any, Final
from uuid import UUID

import structlog
from babel.dates import format_date
from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign_form import one
from services.intake.domain.passes import FEWEST, MOST, PackForm, is_pass, is_printable, read_pack, told_of
from services.intake.domain.questionnaire import say
from services.intake.operations.compose_piece import typed_at, unbroken
from services.intake.operations.draw_slips import Slips, draw_slips, slip
from services.intake.operations.issue_passes import codes_to_print, issue_passes, open_pack
from services.intake.operations.void_passes import void_open_passes, void_pass
from services.intake.settings import Settings
from services.intake.storage.campaigns import list_versions
from services.intake.storage.passes import find_sheet, list_packs, list_sheets
from services.intake.storage.tables import Campaign, Channel, Sheet
from services.intake.web.making import EDITOR, ONE, READER, UNREADABLE, campaign_for, page, to
from services.intake.web.pages import PAGES
from services.intake.web.shown import Forms
from shared.kit.clock import now
from shared.kit.ids import grouped, read_code
from shared.kit.texts import WRITTEN
from shared.kit.web.bodies import read_fields
from shared.staff.access import SignedIn

log = structlog.get_logger()
PACKS: Final = ONE + "/packs"
PACK: Final = PACKS + "/{channel_id:uuid}"


@get(PACKS, opt=READER)
async def show_packs(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[str]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        return await _packs_page(session, campaign, signed_in)


@post(PACKS, opt=EDITOR)
async def make_pack(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """`label`: what the group is called; `count`, `language` and `large` of its first sheet."""
    fields = await read_fields(request)
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor", lock=True)
        wanted, faults = read_pack(fields, await _languages(session, campaign))
        if faults:
            return await _packs_page(session, campaign, signed_in, wanted=wanted, faults=faults, status=UNREADABLE)
        code = await open_pack(session, forms.settings, campaign.id, wanted, signed_in, now())
        channel = next(pack.channel for pack in await list_packs(session, campaign.id) if pack.channel.code == code)
    log.info("pack.opened", channel_id=str(channel.id), passes=wanted.passes)
    return to(campaign, f"/packs/{channel.id}", done="pack")


@get(PACK, opt=READER)
async def show_pack(
    request: Request[Any, Any, Any], campaign_id: UUID, channel_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[str]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        return await _pack_page(session, campaign, channel_id, signed_in, done=request.query_params.get("done", ""))


@post(PACK + "/sheets", opt=EDITOR)
async def print_more(
    request: Request[Any, Any, Any], campaign_id: UUID, channel_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """New passes for the same group; with `instead=yes` all that are still open stop working."""
    fields = await read_fields(request)
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor", lock=True)
        channel = await _channel(session, campaign, channel_id)
        wanted, faults = read_pack(fields, await _languages(session, campaign), channel.place)
        if faults:
            values: dict[str, Any] = {"wanted": wanted, "faults": faults, "status": UNREADABLE}
            return await _pack_page(session, campaign, channel_id, signed_in, **values)
        if one(fields, "instead") == "yes":
            await void_open_passes(session, channel.id, signed_in)
        await issue_passes(session, forms.settings, channel.id, wanted, signed_in, now())
    return to(campaign, f"/packs/{channel_id}", done="passes")


@post(PACK + "/void", opt=EDITOR)
async def void(
    request: Request[Any, Any, Any], campaign_id: UUID, channel_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """The pass with this `code`. The answer is the same whether it was open, used, or never there."""
    code = read_code(one(await read_fields(request), "code"))
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor")
        channel = await _channel(session, campaign, channel_id)
        if not is_pass(code):
            values: dict[str, Any] = {"faults": {"code": "pass-code"}, "status": UNREADABLE}
            return await _pack_page(session, campaign, channel_id, signed_in, **values)
        await void_pass(session, forms.settings, channel.id, code, signed_in)
    return to(campaign, f"/packs/{channel_id}", done="voided")


@get(PACK + "/sheets/{sheet_id:uuid}/slips.pdf", opt=EDITOR)
async def download_slips(
    campaign_id: UUID, channel_id: UUID, sheet_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """The sheet as a PDF, for a day and as long as nobody has used one of its passes."""
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor")
        channel = await _channel(session, campaign, channel_id)
        found = await find_sheet(session, channel_id, sheet_id)
        if found is None or not is_printable(found.sheet.made_at, found.counts.used, now()):
            return to(campaign, f"/packs/{channel_id}", done="unprintable")
        codes = await codes_to_print(session, forms.settings, found.sheet)
    pdf = await asyncio.to_thread(_draw, forms.settings, campaign, channel, found.sheet, codes)
    headers = {"Content-Disposition": f'attachment; filename="{_file_name(found.sheet)}"', "Cache-Control": "no-store"}
    return Response(pdf, media_type="application/pdf", headers=headers | {"X-Content-Type-Options": "nosniff"})


def _draw(settings: Settings, campaign: Campaign, channel: Channel, sheet: Sheet, codes: list[str]) -> bytes:
    return draw_slips(slips_of(settings, campaign, channel.place, sheet, codes))


def slips_of(settings: Settings, campaign: Campaign, group: str, sheet: Sheet, codes: list[str]) -> Slips:
    def t(key: str, **values: str) -> str:
        return PAGES.texts.say(sheet.language, key, **values)

    written = WRITTEN[sheet.language]
    addresses = {code: f"{settings.address}/q/{code}" for code in codes}
    return Slips(
        language=written.tag,
        direction=written.direction,
        large=sheet.large,
        title=say(campaign.title, sheet.language),
        group=group,
        once=t("slip-once"),
        scan=t("flyer-scan"),
        type_in=t("flyer-type", address=unbroken(typed_at(settings))),
        promise=t("promise", date=format_date(campaign.promise_on, "long", locale=written.locale)),
        private=t("slip-private"),
        office=t("footer", office=campaign.office),
        slips=tuple(
            slip(grouped(code), address, t("flyer-spoken", address=address)) for code, address in addresses.items()
        ),
    )


def _file_name(sheet: Sheet) -> str:
    return f"zettel-{sheet.made_at:%Y-%m-%d}-{sheet.language}{'-gross' if sheet.large else ''}.pdf"


async def _packs_page(
    session: AsyncSession, campaign: Campaign, signed_in: SignedIn, *, wanted: PackForm | None = None, **values: Any
) -> Response[str]:
    packs = await list_packs(session, campaign.id)
    return page(
        "staff_packs.html",
        signed_in,
        campaign=campaign,
        packs=[(pack.channel, told_of(pack.counts), pack.counts.void) for pack in packs],
        languages_offered=await _languages(session, campaign),
        wanted=wanted or PackForm("", 25, "de", large=False),
        fewest=FEWEST,
        most=MOST,
        **values,
    )


async def _pack_page(
    session: AsyncSession,
    campaign: Campaign,
    channel_id: UUID,
    signed_in: SignedIn,
    *,
    wanted: PackForm | None = None,
    **values: Any,
) -> Response[str]:
    channel, at = await _channel(session, campaign, channel_id), now()
    sheets = await list_sheets(session, channel_id)
    counts = next(pack.counts for pack in await list_packs(session, campaign.id) if pack.channel.id == channel_id)
    printable = {one.sheet.id for one in sheets if is_printable(one.sheet.made_at, one.counts.used, at)}
    return page(
        "staff_pack.html",
        signed_in,
        campaign=campaign,
        channel=channel,
        sheets=[one.sheet for one in sheets],
        printable=printable,
        told=told_of(counts),
        void_count=counts.void,
        languages_offered=await _languages(session, campaign),
        wanted=wanted or PackForm(channel.place, 5, sheets[0].sheet.language, sheets[0].sheet.large),
        fewest=1,
        most=MOST,
        **values,
    )


async def _languages(session: AsyncSession, campaign: Campaign) -> tuple[str, ...]:
    """Of the newest version that is public: slips lead to nothing before there is one."""
    versions = await list_versions(session, campaign.id)
    return versions[-1].questionnaire.languages if versions else ()


async def _channel(session: AsyncSession, campaign: Campaign, channel_id: UUID) -> Channel:
    channel = await session.get(Channel, channel_id)
    if channel is None or channel.campaign_id != campaign.id or not channel.by_pass:
        raise NotFoundException
    return channel
