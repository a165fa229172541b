"""Two questions crossed: who of those who said the one said the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Literal, get_args

import msgspec
from litestar import Request, Response, get

from services.analysis.domain.counts import told_share
from services.analysis.results.domain.charts import Chart, Point, Series, Tone, shares_of, strongest
from services.analysis.results.domain.figures import CrossTab, Facet
from services.analysis.results.web import wording
from services.analysis.results.web.framing import picture
from services.analysis.results.web.pages import page
from services.analysis.results.web.viewing import View, open_view, pairs_of
from services.analysis.results.web.wording import words
from services.analysis.web.pages import number, percent
from shared.kit.storage import Database
from shared.staff.access import SignedIn, staff

READER: Final = staff("reader")
Of = Literal["row", "column", "none"]
Look = Literal["heat", "grouped"]
#: Rows, columns and columns of bars that can still be told apart in a picture.
MOST_ROWS: Final = 12
MOST_COLUMNS: Final = 10
MOST_BARS: Final = 2
TONES: Final[tuple[Tone, ...]] = ("plain", "other")
#: What is crossed where nobody said what: the first two of these that the campaign has.
USUAL: Final = ("age", "part", "language", "channel", "place")


class Crossing(msgspec.Struct, frozen=True):
    """What an address asks for: facets of rows and columns, what shares are of, and how it is drawn."""

    rows: str
    columns: str
    of: Of = "row"
    look: Look = "heat"

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        return (("rows", self.rows), ("columns", self.columns), ("of", self.of), ("look", self.look))


@get("/staff/campaigns/{slug:str}/cross", opt=READER)
async def show_cross(
    request: Request[Any, Any, Any], slug: str, database: Database, signed_in: SignedIn
) -> Response[str]:
    async with database.transaction() as session:
        view = await open_view(session, slug, signed_in, pairs_of(request))
    crossing = crossing_from(view, request.query_params)
    values: dict[str, Any] = {"table": None, "crossed": None}
    if crossing:
        table = view.figures.cross(crossing.rows, crossing.columns, view.filters)
        query = view.with_pairs(*crossing.pairs)
        drawn = (
            picture(view, "cross", cross_chart(view, crossing, table), query) if _is_drawable(crossing, table) else None
        )
        values = {"table": table, "shares": said_cells(view, crossing, table), "crossed": drawn}
    return page(
        "cross.html",
        signed_in=signed_in,
        view=view,
        campaign=view.campaign,
        crossing=crossing,
        facets=crossable(view),
        **values,
    )


def crossing_from(view: View, params: Any) -> Crossing | None:
    """None where the campaign has no two facets to cross."""
    keys = [facet.key for facet in crossable(view)]
    if len(keys) < 2:
        return None
    usual = [key for key in USUAL if key in keys]
    asked = [key for key in (params.get("rows"), params.get("columns")) if key in keys]
    if len(asked) == 2 and asked[0] != asked[1]:
        rows, columns = asked
    else:
        questions = [key for key in keys if view.figures.facets[key].kind == "question"]
        rows = asked[0] if asked else (questions or keys)[0]
        columns = next(key for key in [*usual, *keys] if key != rows)
    of: Of = next((one for one in get_args(Of) if one == params.get("of")), "row")
    look: Look = next((one for one in get_args(Look) if one == params.get("look")), "heat")
    return Crossing(rows, columns, of, look)


def crossable(view: View) -> Sequence[Facet]:
    """Days are too many to be rows."""
    return [facet for _, facets in view.offered() for facet in facets]


def said_cells(view: View, crossing: Crossing, table: CrossTab) -> dict[tuple[str, str], str]:
    """What stands in each cell: a share, or the number itself."""
    if crossing.of == "none":
        return {key: wording.counted(cell.count) for key, cell in table.cells.items()}
    return {key: _said(table, crossing.of, *key) for key in table.cells}


def _said(table: CrossTab, of: Literal["row", "column"], row: str, column: str) -> str:
    count = table.cells[row, column].count
    line, key = (table.rows, row) if of == "row" else (table.columns, column)
    share = told_share(count, next(cell.count for cell in line.cells if cell.key == key))
    return percent(share) if count and share is not None else wording.few_people(count)


def cross_chart(view: View, crossing: Crossing, table: CrossTab) -> Chart:
    rows, columns = table.rows.facet, table.columns.facet
    said = said_cells(view, crossing, table)
    shares = shares_of(table, "row" if crossing.of == "none" else crossing.of, view.count)
    points = tuple(
        Point(
            rows.values[row],
            shares[row, column],
            said[row, column],
            series=columns.values[column],
            column=columns.values[column],
        )
        for row in rows.values
        for column in columns.values
    )
    title = words("cross-of", rows=rows.name, columns=columns.name)
    return Chart(
        kind="grouped" if crossing.look == "grouped" and len(columns.values) <= MOST_BARS else "heat",
        title=title,
        base=f"{wording.base_line(view, view.count)} {words(f'cross-of-{crossing.of}')}",
        source=wording.source_line(view),
        summary=f"{title}. {_summary(crossing, table)}",
        points=points,
        series=tuple(Series(name, tone) for name, tone in zip(columns.values.values(), TONES, strict=False)),
    )


def _summary(crossing: Crossing, table: CrossTab) -> str:
    found = strongest(table)
    if found is None:
        return words("compare-few" if any(cell.count for cell in table.cells.values()) else "view-summary-nobody")
    row, column = found
    cell = table.cells[found]
    names = table.rows.facet.values[row], table.columns.facet.values[column]
    return words("cross-summary", row=names[0], column=names[1], share=percent(cell.share), count=number(cell.count))


def _is_drawable(crossing: Crossing, table: CrossTab) -> bool:
    return len(table.rows.cells) <= MOST_ROWS and len(table.columns.cells) <= MOST_COLUMNS
