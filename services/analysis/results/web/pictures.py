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
from services.analysis.results.domain.charts import Chart, Point, running_total, time_line
from services.analysis.results.domain.figures import Breakdown
from services.analysis.results.domain.funnel import funnel
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


def way_in(view: View, aims: Aims) -> Chart:
    """Raises NotFoundException where nothing was counted."""
    found = funnel(aims.opened, aims.started, view.everyone)
    if found is None:
        raise NotFoundException
    return wording.bars(view, found.facet.name, found)


def on_map(view: View, _aims: Aims) -> Chart:
    """Raises NotFoundException where nobody was asked for a part, or nobody has drawn the district."""
    found, outlines = view.figures.facets.get(PART), outlines_of(view.campaign.district)
    if found is None or not set(found.values) & set(outlines):
        raise NotFoundException
    breakdown = view.figures.breakdown(PART, view.filters)
    points = tuple(
        Point(found.values[cell.key], cell.share, wording.counted(cell.count), place=outlines[cell.key])
        for cell in breakdown.cells
        if cell.key in outlines
    )
    title = words("view-map")
    return Chart(
        kind="map",
        title=title,
        base=f"{wording.base_line(view, breakdown.base)} {words('view-map-text')}",
        source=wording.source_line(view),
        summary=wording.about_breakdown(title, breakdown),
        points=points,
    )


DRAWN: Final[dict[str, Callable[[View, Aims], Chart]]] = {
    "time": over_time,
    "total": towards_target,
    "funnel": way_in,
    "map": on_map,
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
        if facet not in {one.key for one in comparison.facets()}:
            raise NotFoundException
        return compare_chart(comparison, facet)
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
