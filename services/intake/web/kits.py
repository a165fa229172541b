"""Print kits: everything a campaign hangs up and hands out, drawn by workers, taken along as one file."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import structlog
from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Stream

from services.intake.domain.channels import NOT_PARTICIPANTS
from services.intake.domain.kits import FORMATS, MOST_KITS, MOST_PIECES, Wanted
from services.intake.operations.compose_piece import compose_codes
from services.intake.operations.draw_kit import draw_codes
from services.intake.operations.order_kit import order_kit
from services.intake.operations.pack_kit import pack_kit
from services.intake.storage.channels import list_channels
from services.intake.storage.forms import Form, list_forms
from services.intake.storage.kits import Progress, discard_kit, find_kit, last_wanted, list_kits, read_pages
from services.intake.web.making import ONE, READER, UNREADABLE, campaign_for, page, to
from services.intake.web.shown import Forms
from shared.kit.clock import now
from shared.kit.ids import read_code
from shared.kit.web.bodies import Fields, read_fields
from shared.staff.access import SignedIn

log = structlog.get_logger()
KIT: Final = ONE + "/print/kits/{kit_id:uuid}"
#: So long nothing was drawn, and the page says that somebody should look at the operations page.
LONG: Final = timedelta(minutes=2)


@get(ONE + "/print", opt=READER)
async def show_print(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[str]:
    """What to print, and the kits that are there. `f`, `lang`, `c`, `large`: what is chosen already."""
    asked = {name: request.query_params.getall(name, []) for name in ("f", "lang", "c", "large")}
    return await _print_page(campaign_id, forms, signed_in, asked, done=request.query_params.get("done", ""))


@post(ONE + "/print/kits", opt=READER)
async def order(request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    """`f`: formats, `lang`: languages, `c`: codes, `large=yes`."""
    fields, at = await read_fields(request), now()
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, lock=True)
        offered = await list_forms(session, campaign.id)
        wanted = _wanted(fields, offered)
        chosen = _chosen(offered, wanted)
        count = len(chosen) * len(wanted.choices)
        wrong = _wrong(count, len(await list_kits(session, campaign.id, at)))
        if not wrong:
            kit_id = await order_kit(session, forms.settings, campaign, wanted, chosen, signed_in, at)
    if wrong:
        return await _print_page(campaign_id, forms, signed_in, fields, wrong=wrong, count=count)
    log.info("kit.ordered", campaign_id=str(campaign.id), kit_id=str(kit_id), pages=count)
    return to(campaign, f"/print/kits/{kit_id}")


@get(KIT, opt=READER)
async def show_kit(campaign_id: UUID, kit_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[str]:
    """How far it is. Without scripts the page asks again by itself."""
    at = now()
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        kit = await find_kit(session, campaign.id, kit_id, at)
    if kit is None:
        return page("staff_kit.html", signed_in, status=404, campaign=campaign, one=None)
    return page("staff_kit.html", signed_in, campaign=campaign, one=kit, late=_is_late(kit, at))


@get(KIT + "/kit.zip", opt=READER)
async def download_kit(campaign_id: UUID, kit_id: UUID, forms: Forms, signed_in: SignedIn) -> Stream:
    """Whole, or what there is of it where nothing has moved for a while."""
    at = now()
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        kit = await find_kit(session, campaign.id, kit_id, at)
    if kit is None or not (kit.is_ready or _is_late(kit, at)):
        raise NotFoundException
    headers = {
        "Content-Disposition": f'attachment; filename="{campaign.slug}-druck.zip"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return Stream(pack_kit(read_pages(forms.database, kit_id)), media_type="application/zip", headers=headers)


@post(KIT + "/discard", opt=READER)
async def discard(campaign_id: UUID, kit_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        gone = await discard_kit(session, campaign.id, kit_id)
    return to(campaign, "/print", done="kit-discarded" if gone else "")


@get(ONE + "/print/codes.pdf", opt=READER)
async def download_codes(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[bytes]:
    """The list of all codes that are open."""
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        printable = {form.code for form in _printable(await list_forms(session, campaign.id))}
        channels = [one for one in await list_channels(session, campaign.id) if one.code in printable]
    pdf = await asyncio.to_thread(draw_codes, compose_codes(forms.settings, campaign, channels))
    headers = {"Content-Disposition": f'inline; filename="{campaign.slug}-codes.pdf"', "Cache-Control": "no-store"}
    return Response(pdf, media_type="application/pdf", headers=headers)


async def _print_page(
    campaign_id: UUID,
    forms: Forms,
    signed_in: SignedIn,
    fields: Fields,
    *,
    wrong: str = "",
    count: int = 0,
    done: str = "",
) -> Response[str]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        offered = await list_forms(session, campaign.id)
        kits = await list_kits(session, campaign.id, now())
        last = await last_wanted(session, campaign.id)
    wanted = _wanted(fields, offered)
    languages = offered[0].questionnaire.languages if offered else ()
    as_before = bool(last) and not any(fields.get(name) for name in ("f", "lang", "c", "large"))
    if not wrong:
        wanted = _begun(wanted, last if as_before else None, languages)
        wrong = "" if offered else "draft"
    return page(
        "staff_print.html",
        signed_in,
        status=UNREADABLE if count or wrong not in ("", "draft") else 200,
        campaign=campaign,
        offered=_printable(offered),
        languages_offered=languages,
        formats=FORMATS,
        wanted=wanted,
        as_before=as_before,
        kits=kits,
        wrong=wrong,
        count=count,
        most=MOST_PIECES,
        most_kits=MOST_KITS,
        done=done,
    )


def _begun(wanted: Wanted, last: Wanted | None, languages: Sequence[str]) -> Wanted:
    """What is ticked before anybody ticks: as it was ordered last, or what most need."""
    known = tuple(one for one in languages if last and one in last.languages)
    return wanted._replace(
        formats=wanted.formats or (last.formats if last else ("a4", "a5")),
        languages=wanted.languages or known or tuple(languages[:1]),
        large=wanted.large or bool(last and last.large),
    )


def _wrong(count: int, there: int) -> str:
    """Why nothing can be ordered like this; empty if it can."""
    if not count:
        return "none"
    return "many" if count > MOST_PIECES else "kits" if there >= MOST_KITS else ""


def _is_late(kit: Progress, at: datetime) -> bool:
    return not kit.is_ready and at - (kit.last_at or kit.kit.ordered_at) > LONG


def _wanted(fields: Fields, offered: Sequence[Form]) -> Wanted:
    asked = {name: fields.get(name, ()) for name in ("f", "lang", "c")}
    languages = offered[0].questionnaire.languages if offered else ()
    return Wanted(
        formats=tuple(one for one in FORMATS if one in asked["f"]),
        languages=tuple(one for one in languages if one in asked["lang"]),
        codes=tuple(read_code(code) for code in asked["c"]),
        large="yes" in fields.get("large", ()),
    )


def _printable(offered: Sequence[Form]) -> list[Form]:
    """What is over needs no paper, and what only passes open has slips of its own."""
    return [form for form in offered if form.closes_at > now() and not form.by_pass]


def _chosen(offered: Sequence[Form], wanted: Wanted) -> list[Form]:
    """The office's own link is printed only where somebody chose it."""
    alive = _printable(offered)
    if wanted.codes:
        return [form for form in alive if form.code in wanted.codes]
    return [form for form in alive if form.channel_kind not in NOT_PARTICIPANTS]
