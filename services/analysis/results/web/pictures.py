"""Every chart of a campaign by its name, and where it is fetched: as a picture, as a file, as a specification."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from litestar import Request, Response, get
from litestar.exceptions import HTTPException, NotFoundException
from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.charts.orders import Form
from services.analysis.results.charts.studio import NotDrawn, Studio, digest_of
from services.analysis.results.domain.charts import Chart, Point, letters_for, running_total, time_line
from services.analysis.results.domain.disclosure import rounded
from services.analysis.results.domain.figures import Breakdown
from services.analysis.results.domain.funnel import funnel
from services.analysis.results.domain.views import channels_of
from services.analysis.results.storage.outlines import outlines_of
from services.analysis.results.storage.targets import Aims, read_aims
from services.analysis.results.web import wording
from services.analysis.results.web.compare import compare_chart, open_comparison
from services.analysis.results.web.cross import cross_chart, crossing_from
from services.analysis.results.web.viewing import View, open_view, pairs_of
from services.analysis.results.web.wording import words
from shared.kit.storage import Database
from shared.staff.access import SignedIn, staff

READER: Final = staff("reader")
PART: Final = "part"
CHANNEL: Final = "channel"
#: Before the name of what two groups are compared by.
COMPARED: Final = "compare."
#: Facets whose values are everything there could be.
LONG: Final = frozenset({"language", "face", "source"})
TYPES: Final[dict[str, tuple[Form, str]]] = {
    "svg": ("page", "image/svg+xml"),
    "file.svg": ("svg", "image/svg+xml"),
    "png": ("png", "image/png"),
    "json": ("spec", "application/json"),
}
#: A picture is no page: it may bring the colours of its two schemes, and nothing else.
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
#: An address that names what the picture shows: numbers that change have another.
FOR_A_DAY: Final = "private, max-age=86400"
#: The script that draws in a browser is the same until the library is another; its address says which.
FOREVER: Final = "public, max-age=31536000, immutable"


def spread_of(view: View, key: str) -> Breakdown:
    """How the people of a view spread over a facet. Of what is much longer than anybody uses, what is used."""
    found = view.figures.breakdown(key, view.filters)
    if key not in LONG or not found.base:
        return found
    used = tuple(cell for cell in found.cells if cell.count)
    names = {cell.key: found.facet.values[cell.key] for cell in used}
    return Breakdown(replace(found.facet, values=names), used, found.base)


def over_time(view: View, aims: Aims) -> Chart:
    line = time_line(view.figures, view.filters)
    points = tuple(Point(wording.slice_tick(one), one.count, wording.counted(one.count)) for one in line.slices)
    title = words(f"view-time-{line.grain}")
    summary = f"{title}: {wording.about_time(line)}"
    return Chart("timeline", title, wording.base_line(view, view.count), wording.source_line(view), summary, points)


def towards_target(view: View, aims: Aims) -> Chart:
    """All that had come by each day, against what was aimed at."""
    target = aims.target
    line = time_line(view.figures, view.filters)
    totals = running_total(view.figures, line, view.filters)
    points = tuple(
        Point(wording.slice_tick(one), total, wording.counted(total))
        for one, total in zip(line.slices, totals, strict=True)
    )
    reached = words("view-summary-target", count=view.count, target=target) if target else ""
    title = words("view-total")
    return Chart(
        kind="timeline",
        title=title,
        base=wording.base_line(view, view.count),
        source=wording.source_line(view),
        summary=f"{title}: {words('view-summary-total', count=view.count)} {reached}".strip(),
        points=points,
        target=target,
        target_name=words("view-target", count=target) if target else "",
    )


def funnel_of(view: View, aims: Aims) -> Breakdown | None:
    """Of the whole campaign or of some of its channels: more nobody knows of those who went away again."""
    codes = sorted(channels_of(view.filters, view.figures.origins) or ())
    visits = [aims.visits.get(code, (0, 0)) for code in codes] if view.filters else [(aims.opened, aims.started)]
    counts = {key: sum(visit[place] for visit in visits) for place, key in enumerate(("opened", "started"))}
    told = {key: rounded(count, f"{key} {'|'.join(codes)}", view.figures.secret) for key, count in counts.items()}
    return funnel(**told, completed=view.count)


def way_in(view: View, aims: Aims) -> Chart:
    """Raises NotFoundException where nothing was counted."""
    found = funnel_of(view, aims)
    if found is None:
        raise NotFoundException
    return wording.bars(view, found.facet.name, found)


def is_aimed(view: View, aims: Aims) -> bool:
    """Targets of channels are for everybody who comes by them: of a selection they say nothing."""
    return bool(aims.channels) and not view.pairs and CHANNEL in view.figures.facets


def by_channel(view: View, aims: Aims) -> Chart:
    """Raises NotFoundException where no channel has a target, or where only some of the people are looked at."""
    if not is_aimed(view, aims):
        raise NotFoundException
    found = view.figures.breakdown(CHANNEL)
    names, goals = found.facet.values, aims.channels
    points = tuple(
        Point(names[cell.key], cell.count, wording.towards(cell, goals.get(cell.key, 0)), goal=goals.get(cell.key, 0))
        for cell in found.cells
    )
    title = words("view-channels")
    return Chart(
        kind="bars",
        title=title,
        base=f"{wording.base_line(view, found.base)} {words('view-channels-text')}",
        source=wording.source_line(view),
        summary=wording.about_goals(title, found, goals),
        points=points,
    )


def on_map(view: View, aims: Aims) -> Chart:
    """Raises NotFoundException where neither a part of the district nor a place of a channel is known."""
    parts, spots = _parts_drawn(view), _spots(view, aims)
    if not spots and not any(one.label for one in parts):
        raise NotFoundException
    title = words("view-map")
    where = words("view-summary-spots", what="; ".join(f"{one.label}: {one.said}" for one in spots)) if spots else ""
    lived = wording.about_breakdown(title, _of_parts(view)) if PART in view.figures.facets else f"{title}:"
    return Chart(
        kind="map",
        title=title,
        base=f"{wording.base_line(view, view.count)} {words('view-map-text')} {where}".strip(),
        source=wording.source_line(view),
        summary=f"{lived} {where}".strip(),
        points=(*parts, *spots),
    )


def _of_parts(view: View) -> Breakdown:
    return view.figures.breakdown(PART, view.filters)


def _parts_drawn(view: View) -> list[Point]:
    """Where nobody is asked for a part, its outline alone."""
    outlines = outlines_of(view.campaign.district)
    if PART not in view.figures.facets:
        return [Point("", 0.0, "", place=ring) for ring in outlines.values()]
    found = _of_parts(view)
    return [
        Point(found.facet.values[cell.key], cell.share, wording.counted(cell.count), place=outlines[cell.key])
        for cell in found.cells
        if cell.key in outlines
    ]


def _spots(view: View, aims: Aims) -> list[Point]:
    """Channels with a letter each: their names have no room on a map."""
    found = view.figures.facets.get(CHANNEL)
    if found is None:
        return []
    cells = [one for one in view.figures.breakdown(CHANNEL, view.filters).cells if one.key in aims.spots]
    letters = letters_for(len(cells))
    return [
        Point(f"{letter} {found.values[cell.key]}", 0.0, wording.counted(cell.count), spot=aims.spots[cell.key])
        for letter, cell in zip(letters, cells, strict=True)
    ]


DRAWN: Final[dict[str, Callable[[View, Aims], Chart]]] = {
    "time": over_time,
    "total": towards_target,
    "funnel": way_in,
    "map": on_map,
    "channels": by_channel,
}


def chart_named(name: str, view: View, aims: Aims) -> Chart:
    """Raises NotFoundException for one that the campaign does not have."""
    if name in DRAWN:
        return DRAWN[name](view, aims)
    if name in view.figures.facets:
        found = spread_of(view, name)
        return wording.bars(view, found.facet.name, found)
    raise NotFoundException


@get("/staff/campaigns/{slug:str}/charts/{file:str}", opt=READER)
async def show_chart(
    request: Request[Any, Any, Any], slug: str, file: str, database: Database, signed_in: SignedIn, studio: Studio
) -> Response[bytes]:
    ending = next((known for known in sorted(TYPES, key=len, reverse=True) if file.endswith(f".{known}")), None)
    if ending is None:
        raise NotFoundException
    name = file.removesuffix(f".{ending}")
    async with database.transaction() as session:
        chart = await _chart(session, slug, signed_in, name, request)
    form, kind = TYPES[ending]
    digest = digest_of(chart)
    etag = f'"{digest}-{form}"'
    if request.headers.get("if-none-match") == etag:
        return Response(b"", status_code=304, headers={"ETag": etag})
    headers = _headers(slug, name, ending) | {"ETag": etag}
    if request.query_params.get("v") == digest:
        headers["Cache-Control"] = FOR_A_DAY
    return Response(await _drawn(studio, chart, form), media_type=kind, headers=headers)


@get("/staff/charts/{file:str}", opt=READER)
async def show_drawing_script(file: str, studio: Studio) -> Response[bytes]:
    """What draws specifications in a browser: the bundle that vl-convert brings, from our own address."""
    if file != studio.script:
        raise NotFoundException
    headers = {"Cache-Control": FOREVER, "X-Content-Type-Options": "nosniff"}
    return Response(await studio.bundle(), media_type="text/javascript", headers=headers)


async def _chart(
    session: AsyncSession, slug: str, signed_in: SignedIn, name: str, request: Request[Any, Any, Any]
) -> Chart:
    pairs = pairs_of(request)
    if name.startswith(COMPARED):
        comparison, facet = await open_comparison(session, slug, signed_in, pairs), name.removeprefix(COMPARED)
        found = next((one for one in comparison.facets() if one.key == facet), None)
        if found is None:
            raise NotFoundException
        return compare_chart(comparison, found)
    view = await open_view(session, slug, signed_in, pairs)
    if name == "cross":
        return _crossed(view, request)
    return chart_named(name, view, await read_aims(session, view.campaign.id))


def _crossed(view: View, request: Request[Any, Any, Any]) -> Chart:
    crossing = crossing_from(view, request.query_params)
    if crossing is None:
        raise NotFoundException
    return cross_chart(view, crossing, view.figures.cross(crossing.rows, crossing.columns, view.filters))


async def _drawn(studio: Studio, chart: Chart, form: Form) -> bytes:
    try:
        return await studio.draw(chart, form)
    except NotDrawn:
        raise HTTPException("not_drawn", status_code=503) from None


def _headers(slug: str, name: str, ending: str) -> dict[str, str]:
    own = {"Cache-Control": "private, no-cache", "Content-Security-Policy": POLICY}
    if TYPES[ending][0] in ("svg", "png"):
        file = f"{slug}-{name}.{ending.removeprefix('file.')}"
        own["Content-Disposition"] = f'attachment; filename="{file}"'
    return {**own, "X-Content-Type-Options": "nosniff"}
