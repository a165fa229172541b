"""The districts of the city side by side: what people say of the standards they share, reach and promises."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterator, Sequence
from typing import Any, Final

import msgspec
from litestar import Request, Response, get
from litestar.exceptions import HTTPException, NotFoundException

from services.analysis.district.domain.comparison import Cell, Place, Row, compare_places, unasked
from services.analysis.district.storage.comparison import read_places
from services.analysis.district.web.access import DISTRICTS, READER
from services.analysis.district.web.pages import page, say
from services.analysis.results.charts.look import PATTERNS, rough_height
from services.analysis.results.charts.studio import NotDrawn, Studio, digest_of
from services.analysis.results.domain.charts import Chart, Point
from services.analysis.results.domain.formats import MADE
from services.analysis.results.domain.tables import Column, Table
from services.analysis.results.operations.write_table import write_csv
from services.analysis.results.web.files import download
from services.analysis.results.web.framing import Picture
from services.analysis.results.web.pictures import FOR_A_DAY, POLICY, TYPES
from services.analysis.web.pages import percent
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.kit.texts import FIRST
from shared.kit.web.pages import spoken_day
from shared.staff.access import SignedIn
from shared.staff.web.pages import district_name

PATH: Final = "/staff/compare"
#: One line for each standard in each district; what holds for the district stands in each of its lines.
COLUMNS: Final = (
    Column("standard", "Standard (Schlüssel)"),
    Column("standard_name", "Standard"),
    Column("kernfrage", "Kernfrage"),
    Column("sozialraum", "Sozialraum (Schlüssel)"),
    Column("sozialraum_name", "Sozialraum"),
    Column("vergleichbar", "vergleichbar mit dem Maßstab", "flag"),
    Column("grund", "Warum nicht vergleichbar"),
    Column("stand", "Stand"),
    Column("gehalten", "sagen gehalten, auf Fünfer gerundet", "number"),
    Column("teils", "sagen teils, auf Fünfer gerundet", "number"),
    Column("nicht_gehalten", "sagen nicht gehalten, auf Fünfer gerundet", "number"),
    Column("anteil", "wie weit gehalten, teils zählt halb", "share"),
    Column("von", "Bereich, von", "share"),
    Column("bis", "Bereich, bis", "share"),
    Column("beteiligungen", "Beteiligungen des Sozialraums", "number"),
    Column("antworten", "Antworten in allen Beteiligungen, auf Fünfer gerundet", "number"),
    Column("zusagen_gehalten", "gehaltene Zusagen", "number"),
    Column("zusagen_gebrochen", "nicht gehaltene Zusagen", "number"),
    Column("zusagen_offen", "offene Zusagen", "number"),
)


class Compared(msgspec.Struct, frozen=True):
    """`measure`: the district that the others are compared with."""

    measure: Place
    places: Sequence[Place]
    rows: tuple[Row, ...]

    def picture(self, row: Row) -> Picture:
        chart, query = _chart(row, self.measure), f"district={self.measure.district}"
        return Picture(row.standard, chart, PATH, query, digest_of(chart), rough_height(chart))


@get(PATH, opt=READER)
async def show_comparison(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str]:
    """`district`: the measure. All staff see all districts: what is shown of people is rounded."""
    compared = await _compared(request, database)
    return page(
        "districts.html",
        signed_in=signed_in,
        district=compared.measure.district,
        all_districts=DISTRICTS,
        compared=compared,
        silent=[one.district for one in compared.places if not one.rounds],
        unasked=unasked(compared.measure, compared.rows),
        patterns=PATTERNS,
        drawing_script=Studio.script,
    )


@get(PATH + "/table.csv", opt=READER)
async def download_comparison(request: Request[Any, Any, Any], database: Database) -> Response[bytes]:
    compared, file = await _compared(request, database), io.BytesIO()
    lines = [
        _line(row, cell, place) for row in compared.rows for cell, place in zip(row.cells, compared.places, strict=True)
    ]
    write_csv(Table("Sozialräume", COLUMNS, lines), file, labels=request.query_params.get("labels") == "1")
    return download(file.getvalue(), MADE["csv"], f"sozialraeume_{compared.measure.district}.csv")


@get(PATH + "/charts/{file:str}", opt=READER)
async def show_district_chart(
    request: Request[Any, Any, Any], file: str, database: Database, studio: Studio
) -> Response[bytes]:
    name, _, ending = file.partition(".")
    compared = await _compared(request, database)
    row = next((one for one in compared.rows if one.standard == name and one.told), None)
    if row is None or ending not in TYPES:
        raise NotFoundException
    (form, kind), chart = TYPES[ending], _chart(row, compared.measure)
    headers = {"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache"}
    if request.query_params.get("v") == digest_of(chart):
        headers["Cache-Control"] = FOR_A_DAY
    if form in ("svg", "png"):
        headers["Content-Disposition"] = f'attachment; filename="sozialraeume-{name}.{ending.removeprefix("file.")}"'
    try:
        return Response(await studio.draw(chart, form), media_type=kind, headers=headers)
    except NotDrawn:
        raise HTTPException("not_drawn", status_code=503) from None


async def _compared(request: Request[Any, Any, Any], database: Database) -> Compared:
    """Raises NotFoundException for a district that the city does not have."""
    asked = request.query_params.get("district") or DISTRICTS[0]
    if asked not in DISTRICTS:
        raise NotFoundException
    async with database.transaction() as session:
        places = await read_places(session, DISTRICTS)
    measure = next(one for one in places if one.district == asked)
    return Compared(measure, places, await asyncio.to_thread(compare_places, places, measure))


def _chart(row: Row, measure: Place) -> Chart:
    """Districts that can be compared, the one to compare with first."""
    told = sorted(row.told, key=lambda cell: cell.district != measure.district)
    points = tuple(_points(told))
    said = ", ".join(f"{point.label} {point.said}" for point in points)
    return Chart(
        kind="bars",
        title=row.title,
        base=say("districts-chart-base", question=row.question),
        source=say("districts-chart-source", day=spoken_day(now(), FIRST)),
        summary=say("districts-chart-summary", title=row.title, said=said),
        points=points,
    )


def _points(cells: Sequence[Cell]) -> Iterator[Point]:
    for cell in cells:
        if cell.share and cell.share.share is not None:
            yield Point(district_name(cell.district), cell.share.share, percent(cell.share.share))


def _line(row: Row, cell: Cell, place: Place) -> list[str | int | float | None]:
    share = cell.share
    parts = (share.parts.kept, share.parts.partly, share.parts.not_kept) if share else (0, 0, 0)
    return [
        row.standard,
        row.title,
        row.question,
        place.district,
        district_name(place.district),
        int(share is not None),
        say(f"districts-why-{cell.why}") if cell.why else "",
        say(f"districts-state-{cell.state}") if share else "",
        *(part or None for part in parts),
        *((round(one, 2) for one in (share.share or 0.0, share.low, share.high)) if share else (None, None, None)),
        len(place.rounds),
        place.heard_count or None,
        *(place.promised(state) for state in ("kept", "missed", "open")),
    ]
