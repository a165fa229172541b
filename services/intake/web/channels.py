"""The channels of a campaign: listed with how far people came at each, opened many at once, changed, ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

import structlog
from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.campaign import running
from services.intake.domain.channels import (
    KINDS,
    LARGEST_FILE,
    MOST_ROWS,
    NOT_PARTICIPANTS,
    Checked,
    Laid,
    ListError,
    Row,
    check_row,
    check_rows,
    kind_of,
    read_rows,
    read_table,
    way_in,
    write_position,
)
from services.intake.domain.days import day_of, read_day
from services.intake.domain.funnel import Funnel, is_quiet, told
from services.intake.operations.change_channel import change_channel, end_channel, name_successor, reopen_channel
from services.intake.operations.open_channel import open_channels
from services.intake.storage.campaigns import find_newest
from services.intake.storage.channels import find_channel, list_channels, list_open, read_funnels
from services.intake.storage.tables import Campaign, Channel
from services.intake.web.exchange import Upload
from services.intake.web.making import (
    EDITOR,
    MOST_FIELDS,
    ONE,
    READER,
    UNREADABLE,
    campaign_for,
    page,
    to,
)
from services.intake.web.shown import Forms
from shared.kit.clock import now
from shared.kit.web.bodies import Fields, first, read_fields
from shared.staff.access import SignedIn
from shared.staff.operations.record_change import record_change

log = structlog.get_logger()
PATH: Final = ONE + "/channels"
THIS: Final = PATH + "/{channel_id:uuid}"
#: Empty rows that a form begins with, and that a press of the button adds.
ROWS: Final = 5
#: A file to fill in, as spreadsheets open it without asking.
EXAMPLE: Final = (
    "\ufeffOrt;Gruppe;Art;von;bis;Koordinaten\r\n"
    "Bücherei, Aushang am Eingang;;Plakat;02.11.2026;30.11.2026;51.5168, 6.8488\r\n"
    "Friedenskirche;Seniorenkreis;Gruppe;;;\r\n"
    "Wochenmarkt, Stand 4;;Gerät vor Ort;14.11.2026;14.11.2026;\r\n"
)


class Shown(NamedTuple):
    """A channel as the list shows it. `steps`: opened, started, completed; None where too few to be told."""

    channel: Channel
    steps: tuple[int | None, ...]
    ended: bool
    quiet: bool

    @property
    def counted(self) -> bool:
        return self.channel.kind not in NOT_PARTICIPANTS


@get(PATH, opt=READER)
async def show_channels(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[str]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        values: dict[str, Any] = {
            "shown": await shown_channels(session, campaign, now()),
            "public": await find_newest(session, campaign.id) is not None,
            "onward": await list_open(session, signed_in.districts(), now()),
        }
    opened = request.query_params.get("opened", "")
    count = int(opened) if opened.isascii() and opened.isdigit() and len(opened) < 4 else 0
    done = request.query_params.get("done", "")
    return page("staff_channels.html", signed_in, campaign=campaign, done=done, opened=count, **values)


@get(PATH + "/new", opt=EDITOR)
async def show_new(campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[str]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor")
    return _rows_page(campaign, signed_in, [Row()] * ROWS)


@get(PATH + "/example.csv", opt=EDITOR, sync_to_thread=False)
def download_example(campaign_id: UUID) -> Response[bytes]:
    headers = {"Content-Disposition": 'attachment; filename="zugaenge.csv"', "X-Content-Type-Options": "nosniff"}
    return Response(EXAMPLE.encode(), media_type="text/csv; charset=utf-8", headers=headers)


@post(PATH + "/file", opt=EDITOR, status_code=200, request_max_body_size=LARGEST_FILE + 10_000)
async def look_at_list(data: Upload, campaign_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[str]:
    """The rows of a file, with what is wrong beside each, in a form where it can be mended; nothing is opened yet."""
    file = data.get("file")
    name = (file.filename if file else "") or ""
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor")
        there = await _there(session, campaign)
    try:
        table = read_table(await file.read() if file else b"")
    except ListError as error:
        rows = [Row()] * ROWS
        return _rows_page(campaign, signed_in, rows, status=UNREADABLE, file=name, wrong_file=error.reason)
    checked = check_rows(table.rows, there)
    values: dict[str, Any] = {"file": name, "unknown": table.unknown, "checked": checked}
    return _rows_page(campaign, signed_in, [one.row for one in checked], **values)


@post(PATH + "/new", opt=EDITOR)
async def open_many(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """All rows or none. `do=more` only adds empty ones."""
    fields = await read_fields(request, MOST_FIELDS)
    rows = read_rows(fields)[:MOST_ROWS]
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor", lock=True)
        if first(fields, "do") == "more":
            return _rows_page(campaign, signed_in, [*rows, *[Row()] * ROWS][:MOST_ROWS])
        checked = check_rows(rows, await _there(session, campaign))
        if not checked:
            empty = Checked(Row(), Laid("", ""), {"place": "missing"})
            return _rows_page(campaign, signed_in, [Row()] * ROWS, status=UNREADABLE, checked=[empty])
        if any(one.faults for one in checked):
            rows = [one.row for one in checked]
            return _rows_page(campaign, signed_in, rows, status=UNREADABLE, checked=checked)
        await open_channels(session, campaign.id, [one.laid for one in checked], now())
        await record_change(session, signed_in, "campaign.extended", campaign.id, {"channels": len(checked)})
    log.info("channels.opened", campaign_id=str(campaign.id), count=len(checked))
    return to(campaign, "/channels", done="channels", opened=str(len(checked)))


@get(THIS, opt=READER)
async def show_one(
    request: Request[Any, Any, Any], campaign_id: UUID, channel_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[str]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in)
        channel = await _channel(session, campaign, channel_id)
        return await _one_page(session, campaign, channel, signed_in, done=request.query_params.get("done", ""))


@post(THIS, opt=EDITOR)
async def change(
    request: Request[Any, Any, Any], campaign_id: UUID, channel_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """`place`, `group`, `begins`, `ends`, `position`. What was printed under the old name still works."""
    fields = await read_fields(request)
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor")
        channel = await _channel(session, campaign, channel_id, lock=True)
        checked = check_row(read_rows(fields)[0]._replace(kind=channel.kind))
        if checked.faults:
            values: dict[str, Any] = {"typed": checked.row, "faults": checked.faults, "status": UNREADABLE}
            return await _one_page(session, campaign, channel, signed_in, **values)
        await change_channel(session, channel, checked.laid, signed_in)
    return to(campaign, f"/channels/{channel_id}", done="saved")


@post(THIS + "/end", opt=EDITOR)
async def end(campaign_id: UUID, channel_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor")
        await end_channel(session, await _channel(session, campaign, channel_id, lock=True), signed_in, now())
    return to(campaign, f"/channels/{channel_id}", done="channel-ended")


@post(THIS + "/reopen", opt=EDITOR)
async def reopen(campaign_id: UUID, channel_id: UUID, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor")
        await reopen_channel(session, await _channel(session, campaign, channel_id, lock=True), signed_in, now())
    return to(campaign, f"/channels/{channel_id}", done="channel-reopened")


@post(THIS + "/successor", opt=EDITOR)
async def name_next(
    request: Request[Any, Any, Any], campaign_id: UUID, channel_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """`successor`: the id of an open channel, or nothing."""
    fields = await read_fields(request)
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor")
        channel = await _channel(session, campaign, channel_id, lock=True)
        await name_successor(session, channel, await _picked(session, fields, signed_in, channel.id), signed_in)
    return to(campaign, f"/channels/{channel_id}", done="saved")


@post(ONE + "/successor", opt=EDITOR)
async def name_next_of_all(
    request: Request[Any, Any, Any], campaign_id: UUID, forms: Forms, signed_in: SignedIn
) -> Response[Any]:
    """Where all codes of the campaign lead when it is over."""
    fields = await read_fields(request)
    async with forms.database.transaction() as session:
        campaign = await campaign_for(session, campaign_id, signed_in, "editor", lock=True)
        await name_successor(session, campaign, await _picked(session, fields, signed_in), signed_in)
    return to(campaign, "/channels", done="saved")


async def shown_channels(session: AsyncSession, campaign: Campaign, at: datetime) -> list[Shown]:
    """All channels of the campaign with how far people came at each."""
    funnels = await read_funnels(session, campaign.id)
    channels = await list_channels(session, campaign.id)
    return [_shown(campaign, channel, funnels.get(channel.id, Funnel()), at) for channel in channels]


def has_ended(channel: Channel, at: datetime) -> bool:
    """By itself, whether or not its campaign has."""
    return bool(channel.ended_at) or bool(channel.ends_on and channel.ends_on < day_of(at))


def _shown(campaign: Campaign, channel: Channel, funnel: Funnel, at: datetime) -> Shown:
    whole = running(campaign.opens_at, campaign.closes_at, campaign.closed_at)
    closes_at = way_in(whole, channel.ends_on, channel.ended_at, channel.kind).closes_at
    is_open = campaign.state == "published" and whole.opens_at <= at < closes_at
    since = max(day_of(whole.opens_at), channel.begins_on or day_of(channel.opened_at))
    quiet = is_open and channel.kind not in NOT_PARTICIPANTS and is_quiet(funnel, since, day_of(at))
    return Shown(channel, tuple(told(step) for step in funnel.steps), has_ended(channel, at), quiet)


async def _channel(session: AsyncSession, campaign: Campaign, channel_id: UUID, *, lock: bool = False) -> Channel:
    channel = await find_channel(session, campaign.id, channel_id, lock=lock)
    if channel is None:
        raise NotFoundException
    return channel


async def _there(session: AsyncSession, campaign: Campaign) -> set[tuple[str, str, str]]:
    channels = await list_channels(session, campaign.id)
    return {Laid(one.kind, one.place, one.group_name).same for one in channels}


async def _picked(
    session: AsyncSession, fields: Fields, signed_in: SignedIn, besides: UUID | None = None
) -> UUID | None:
    """The channel that was chosen, if the person may choose it; None otherwise."""
    wanted = first(fields, "successor")
    offered = await list_open(session, signed_in.districts(), now())
    return next((one.channel.id for one in offered if str(one.channel.id) == wanted != str(besides)), None)


async def _one_page(
    session: AsyncSession, campaign: Campaign, channel: Channel, signed_in: SignedIn, **values: Any
) -> Response[str]:
    at = now()
    funnel = (await read_funnels(session, campaign.id)).get(channel.id, Funnel())
    typed = Row(channel.place, channel.group_name, "", _iso(channel.begins_on), _iso(channel.ends_on))
    typed = typed._replace(position=write_position(channel.position))
    offered = await list_open(session, signed_in.districts(), at)
    told_all: dict[str, Any] = {
        "typed": typed,
        "one": _shown(campaign, channel, funnel, at),
        "onward": [one for one in offered if one.channel.id != channel.id],
        "public": await find_newest(session, campaign.id) is not None,
        **values,
    }
    return page("staff_channel.html", signed_in, campaign=campaign, channel=channel, **told_all)


def _rows_page(
    campaign: Campaign,
    signed_in: SignedIn,
    rows: Sequence[Row],
    *,
    checked: Sequence[Checked] = (),
    **values: Any,
) -> Response[str]:
    """The form with these rows. `checked`: the same rows with what is wrong with them, where they were looked at."""
    faults = {f"{part}-{number}": reason for number, one in enumerate(checked) for part, reason in one.faults.items()}
    shown = [
        row._replace(kind=kind_of(row.kind) or row.kind, begins=_day(row.begins), ends=_day(row.ends)) for row in rows
    ]
    told_all: dict[str, Any] = {"file": "", "wrong_file": "", "unknown": [], **values}
    told_all |= {"rows": shown, "faults": faults, "kinds": KINDS, "most": MOST_ROWS}
    return page("staff_channels_new.html", signed_in, campaign=campaign, **told_all)


def _day(typed: str) -> str:
    """As date fields want it; what is no day stays as it was typed."""
    return _iso(read_day(typed)) or typed


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
