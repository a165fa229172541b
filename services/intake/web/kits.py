"""Print kits: everything a campaign hangs up and hands out, chosen once and taken along as one file."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple
from uuid import UUID

import structlog
from babel.dates import format_date
from litestar import Request, Response, get
from litestar.response import Stream

from services.intake.domain.channels import NOT_PARTICIPANTS
from services.intake.domain.questionnaire import say
from services.intake.operations.draw_kit import FORMATS, Format, Line, Piece, Sheet, draw_codes, draw_zip
from services.intake.settings import Settings
from services.intake.storage.channels import list_channels
from services.intake.storage.forms import Form, list_forms
from services.intake.storage.tables import Campaign, Channel
from services.intake.web.making import ONE, READER, UNREADABLE, campaign_for, page
from services.intake.web.pages import PAGES, STAFF_PAGES
from services.intake.web.printing import Choice, address_of, piece_of, typed_at
from services.intake.web.shown import Forms
from shared.kit.clock import now
from shared.kit.ids import grouped, read_code
from shared.kit.texts import FIRST
from shared.staff.access import SignedIn

log = structlog.get_logger()
#: At once: forty places in six formats are 240 pages, which take some four seconds.
MOST_PIECES: Final = 600
COLUMNS: Final = ("print-columns-code", "channel-place", "channel-kind", "channel-code")
_ONE_KIT_AT_A_TIME: Final = asyncio.Semaphore(1)


class Wanted(NamedTuple):
    """What was chosen; no codes: all channels that are open."""

    formats: tuple[Format, ...]
    languages: tuple[str, ...]
    codes: tuple[str, ...]
    large: bool


@get(ONE + "/print", opt=READER)
async def show_kit(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[str]:
    """What to print. `c`: codes that are chosen already."""
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        offered = await list_forms(session, campaign.id)
    wanted = _wanted(request, offered)
    if not wanted.formats:
        languages = offered[0].questionnaire.languages[:1] if offered else ()
        wanted = wanted._replace(formats=("a4", "a5"), languages=tuple(languages))
    return _page(campaign, signed_in, offered, wanted, "" if offered else "draft")


@get(ONE + "/print/kit.zip", opt=READER)
async def download_kit(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any] | Stream:
    """`f`: formats, `lang`: languages, `c`: codes, `large=yes`. The file is drawn while it goes out."""
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        offered = await list_forms(session, campaign.id)
        channels = await list_channels(session, campaign.id)
    wanted = _wanted(request, offered)
    chosen = _chosen(offered, wanted)
    count = len(chosen) * len(wanted.formats) * len(wanted.languages)
    if not 0 < count <= MOST_PIECES:
        return _page(campaign, signed_in, offered, wanted, "many" if count else "none", count, UNREADABLE)
    pieces = _pieces(forms.settings, chosen, wanted)
    drawn = draw_zip(pieces, _sheet(forms.settings, campaign, chosen, channels))
    log.info("kit.drawn", campaign_id=str(campaign.id), pages=count)
    headers = {
        "Content-Disposition": f'attachment; filename="{campaign.slug}-druck.zip"',
        "X-Content-Type-Options": "nosniff",
        "X-Pages": str(count + 1),
        "Cache-Control": "no-store",
    }
    return Stream(_off_the_loop(drawn), media_type="application/zip", headers=headers)


@get(ONE + "/print/codes.pdf", opt=READER)
async def download_codes(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[bytes]:
    """The list of all codes that are open."""
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        offered = await list_forms(session, campaign.id)
        channels = await list_channels(session, campaign.id)
    chosen = _printable(offered)
    pdf = await asyncio.to_thread(draw_codes, _sheet(forms.settings, campaign, chosen, channels))
    headers = {"Content-Disposition": f'inline; filename="{campaign.slug}-codes.pdf"', "Cache-Control": "no-store"}
    return Response(pdf, media_type="application/pdf", headers=headers)


async def _off_the_loop(parts: Iterator[bytes]) -> AsyncIterator[bytes]:
    """Part by part, drawn in a thread; one kit at a time, so that whoever opens a form meanwhile notices nothing."""
    async with _ONE_KIT_AT_A_TIME:
        while (part := await asyncio.to_thread(next, parts, None)) is not None:
            yield part


def _wanted(request: Request[Any, Any, Any], offered: Sequence[Form]) -> Wanted:
    asked = {name: request.query_params.getall(name, []) for name in ("f", "lang", "c")}
    languages = offered[0].questionnaire.languages if offered else ()
    return Wanted(
        formats=tuple(one for one in FORMATS if one in asked["f"]),
        languages=tuple(one for one in languages if one in asked["lang"]),
        codes=tuple(read_code(code) for code in asked["c"]),
        large=request.query_params.get("large") == "yes",
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


def _pieces(settings: Settings, chosen: Sequence[Form], wanted: Wanted) -> list[Piece]:
    choices = [Choice(name, language, wanted.large) for name in wanted.formats for language in wanted.languages]
    return [piece_of(settings, form, choice) for choice in choices for form in chosen]


def _sheet(settings: Settings, campaign: Campaign, chosen: Sequence[Form], channels: Sequence[Channel]) -> Sheet:
    rows = {channel.code: channel for channel in channels}
    return Sheet(
        title=_say("staff-print-codes-title"),
        heading=say(campaign.title, FIRST),
        office=campaign.office,
        address=_say("staff-print-codes-address", address=typed_at(settings)),
        columns=[_say(f"staff-{name}") for name in COLUMNS],
        lines=[_line(settings, form, rows[form.code]) for form in chosen],
    )


def _line(settings: Settings, form: Form, channel: Channel) -> Line:
    address = address_of(settings, form)
    return Line(
        place=channel.place,
        group=channel.group_name,
        kind=_say(f"staff-channel-kind-{channel.kind}"),
        days=_days(channel.begins_on, channel.ends_on),
        code=grouped(channel.code),
        address=address,
        spoken=PAGES.texts.say(FIRST, "flyer-spoken", address=address),
    )


def _days(begins: date | None, ends: date | None) -> str:
    first, last = (format_date(day, "d. MMM y", locale=FIRST) if day else "" for day in (begins, ends))
    if first and last:
        return f"{first} – {last}"
    return _say("staff-channel-since", date=first) if first else _say("staff-channel-until", date=last) if last else ""


def _say(key: str, **values: str) -> str:
    return STAFF_PAGES.texts.say(FIRST, key, **values)


def _page(
    campaign: Campaign,
    signed_in: SignedIn,
    offered: Sequence[Form],
    wanted: Wanted,
    wrong: str,
    count: int = 0,
    status: int = 200,
) -> Response[str]:
    values: dict[str, Any] = {
        "offered": _printable(offered),
        "languages_offered": offered[0].questionnaire.languages if offered else (),
        "formats": FORMATS,
        "wanted": wanted,
        "wrong": wrong,
        "count": count,
        "most": MOST_PIECES,
    }
    return page("staff_print.html", signed_in, status=status, campaign=campaign, **values)
