"""The campaign in figures: who answered, when and by which way, and how; everything in one view that is its address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import urlencode

import msgspec
from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from msgspec.structs import replace

from services.analysis.domain.days import day_of
from services.analysis.domain.phases import phase_of
from services.analysis.results.domain.figures import Breakdown, Facet
from services.analysis.results.operations.set_targets import set_targets
from services.analysis.results.storage.targets import Aims, list_ways, read_aims
from services.analysis.results.web.caveats import read_notes
from services.analysis.results.web.framing import Picture, picture
from services.analysis.results.web.pages import page
from services.analysis.results.web.pictures import (
    chart_named,
    funnel_of,
    is_aimed,
    over_time,
    spread_of,
    towards_target,
)
from services.analysis.results.web.viewing import View, open_view, pairs_of
from services.analysis.results.web.wording import bars, words
from services.analysis.settings import Settings
from services.analysis.storage.dashboard import read_version
from services.analysis.storage.tables import Channel
from services.analysis.web.access import campaign_for
from services.analysis.web.pages import number
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn, require, staff
from shared.staff.domain.paths import local_path

READER: Final = staff("reader")
EDITOR: Final = staff("editor")
MOST_TARGET: Final = 1_000_000
MOST_TYPED: Final = 20
#: The field of the campaign's own target; those of channels are called after their code.
WHOLE: Final = "target"
#: Pictures of one section that are there at once; more wait behind a press.
MOST_OPEN: Final = 6
#: Ways that are worth a picture of their own; where there is but one value there is nothing to compare.
WAYS: Final = ("channel", "place", "group", "language", "face", "source", "version")
PEOPLE: Final = ("age", "part", "gender")


@get("/staff/campaigns/{slug:str}/figures", opt=READER)
async def show_figures(
    request: Request[Any, Any, Any], slug: str, database: Database, settings: Settings, signed_in: SignedIn
) -> Response[str]:
    at = now()
    async with database.transaction() as session:
        view = await open_view(session, slug, signed_in, pairs_of(request))
        aims = await read_aims(session, view.campaign.id)
        version = await read_version(session, view.campaign.id)
        notes = await read_notes(session, view.campaign)
        channels = await list_ways(session, view.campaign.id)
    campaign, typed = view.campaign, _typed(request)
    return page(
        "figures.html",
        signed_in=signed_in,
        view=view,
        campaign=campaign,
        phase=phase_of(campaign.opens_at, campaign.closes_at, at),
        today=day_of(at),
        at=at,
        address=settings.address,
        version=version,
        target=aims.target,
        times=_times(view, aims),
        funnel=_funnel(view, aims),
        aimed=_optional(view, "channels", aims),
        map=_optional(view, "map", aims),
        most_open=MOST_OPEN,
        ways=_telling(_spreads(view, _several(view, _ways(view, aims)))),
        people=_spreads(view, _several(view, PEOPLE)),
        questions=[_noted(one, notes) for one in _spreads(view, view.of_kind("question"))],
        completion=_spreads(view, _several(view, ("answered",))),
        saved=request.query_params.get("done") == "target",
        targets=_target_fields(channels, aims, typed),
        wrong={key for key, value in typed.items() if not _is_target(value)},
    )


@post("/staff/campaigns/{slug:str}/target", opt=EDITOR)
async def change_target(
    request: Request[Any, Any, Any], slug: str, database: Database, signed_in: SignedIn
) -> Redirect:
    """`target`, and `target-` with the code of a channel for each of them; empty for none."""
    fields = await read_fields(request)
    typed = {key: first(fields, key)[:MOST_TYPED] for key in fields if key.split("-")[0] == WHOLE}
    back = local_path(first(fields, "back"))
    if not all(map(_is_target, typed.values())):
        kept = urlencode([("wrong", f"{key}:{value}") for key, value in typed.items()])
        return Redirect(f"{_joined(back, kept)}#target", status_code=303)
    async with database.transaction() as session:
        campaign = await campaign_for(session, slug, signed_in)
        require(signed_in, "editor", campaign.district)
        subjects = {_field(one): one.id for one in await list_ways(session, campaign.id)} | {WHOLE: campaign.id}
        wanted = {subjects[key]: _target(value) for key, value in typed.items() if key in subjects}
        await set_targets(session, campaign.id, wanted, signed_in, now())
    return Redirect(f"{_joined(back, 'done=target')}#target", status_code=303)


@get("/staff/figures", opt=READER)
async def show_rounding(signed_in: SignedIn) -> Response[str]:
    """Why figures are said in fives, and what that means for reading them."""
    return page("rounding.html", signed_in=signed_in)


class Spread(msgspec.Struct, frozen=True):
    """How a view spreads over a facet: a table, the picture of it, and what is to be known when reading it."""

    breakdown: Breakdown
    picture: Picture
    notes: tuple[str, ...] = ()


class TargetField(msgspec.Struct, frozen=True):
    key: str
    name: str
    typed: str


def _spread(view: View, breakdown: Breakdown, name: str) -> Spread:
    return Spread(breakdown, picture(view, name, bars(view, breakdown.facet.name, breakdown)))


def _spreads(view: View, facets: Iterable[Facet]) -> list[Spread]:
    return [_spread(view, spread_of(view, one.key), one.key) for one in facets]


def _noted(spread: Spread, notes: Mapping[str, tuple[str, ...]]) -> Spread:
    """Rows of a matrix are facets of their own and have no notes."""
    return replace(spread, notes=notes.get(spread.breakdown.facet.key.removeprefix("q."), ()))


def _several(view: View, keys: tuple[str, ...]) -> list[Facet]:
    facets = [view.figures.facets[key] for key in keys if key in view.figures.facets]
    return [facet for facet in facets if len(facet.values) > 1]


def _ways(view: View, aims: Aims) -> tuple[str, ...]:
    """Where every place has one channel, the two say the same; and targets have a picture of their own."""
    channels, places = (view.figures.facets.get(key) for key in ("channel", "place"))
    same = {"place"} if channels and places and len(channels.values) == len(places.values) else set()
    aimed = {"channel"} if is_aimed(view, aims) else set()
    return tuple(key for key in WAYS if key not in same | aimed)


def _telling(spreads: list[Spread]) -> list[Spread]:
    """Without those in which everybody is the same, or nobody is anything."""
    return [one for one in spreads if len([cell for cell in one.breakdown.cells if cell.count]) > 1]


def _times(view: View, aims: Aims) -> list[Picture]:
    return [picture(view, "time", over_time(view, aims)), picture(view, "total", towards_target(view, aims))]


def _funnel(view: View, aims: Aims) -> Spread | None:
    found = funnel_of(view, aims)
    return _spread(view, found, "funnel") if found else None


def _optional(view: View, name: str, aims: Aims) -> Picture | None:
    """One that not every campaign has."""
    try:
        return picture(view, name, chart_named(name, view, aims))
    except NotFoundException:
        return None


def _target_fields(channels: Iterable[Channel], aims: Aims, typed: Mapping[str, str]) -> list[TargetField]:
    """The campaign's own first. `typed`: what somebody typed just now and could not be read."""
    known = {WHOLE: aims.target} | {_field(one): aims.channels.get(one.code, 0) for one in channels}
    names = {WHOLE: words("view-target-count")} | {_field(one): f"{one.place} ({one.code})" for one in channels}
    said = {key: number(count) if count else "" for key, count in known.items()} | dict(typed)
    return [TargetField(key, names[key], said[key]) for key in known]


def _field(channel: Channel) -> str:
    return f"{WHOLE}-{channel.code}"


def _typed(request: Request[Any, Any, Any]) -> dict[str, str]:
    """What could not be read, with all that was typed beside it."""
    asked = (one.partition(":") for one in request.query_params.getall("wrong", []))
    return {key: value[:MOST_TYPED] for key, _, value in asked}


def _is_target(typed: str) -> bool:
    digits = _digits(typed)
    return not digits or (digits.isascii() and digits.isdigit() and 0 < int(digits) <= MOST_TARGET)


def _target(typed: str) -> int | None:
    return int(_digits(typed)) if _digits(typed) else None


def _digits(typed: str) -> str:
    """Without what sets thousands apart."""
    return typed.replace(".", "").replace("\u00a0", "").strip()


def _joined(path: str, more: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}{more}"
