"""A view as a table to take away: every breakdown of whom it holds, or one cross tab."""

from __future__ import annotations

import io
from typing import Any, Final

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException

from services.analysis.domain.days import day_of
from services.analysis.results.domain.formats import MADE, OF_TABLES, Format, file_name
from services.analysis.results.domain.tables import (
    BREAKDOWN,
    CROSS,
    STANDARDS,
    About,
    Table,
    breakdown_rows,
    cross_rows,
    filter_text,
    standard_rows,
)
from services.analysis.results.operations.write_table import write_tables
from services.analysis.results.web.files import download
from services.analysis.results.web.viewing import View, open_view, pairs_of
from services.analysis.web.pages import say
from shared.kit.clock import now
from shared.kit.storage import Database
from shared.staff.access import SignedIn, staff

READER: Final = staff("reader")
ROUNDED: Final = (
    "Zahlen sind auf Fünfer gerundet, damit niemand zu erkennen ist; darum ergeben Teile nicht genau das Ganze. "
    "Leer: niemand, oder weniger als fünf."
)


@get("/staff/campaigns/{slug:str}/tables/{kind:str}", opt=READER)
async def download_tables(
    request: Request[Any, Any, Any], slug: str, kind: str, database: Database, signed_in: SignedIn
) -> Response[bytes]:
    """`?rows=age&columns=q.way` asks for a cross tab; without them all breakdowns come, and the standards."""
    made = next((known for known in OF_TABLES if known == kind), None)
    if made is None:
        raise NotFoundException
    async with database.transaction() as session:
        view = await open_view(session, slug, signed_in, pairs_of(request))
    rows, columns = request.query_params.get("rows", ""), request.query_params.get("columns", "")
    crossed = rows in view.figures.facets and columns in view.figures.facets
    tables = [_cross(view, rows, columns)] if crossed else _breakdowns(view, made)
    labels = request.query_params.get("labels") == "1"
    return written(
        made, [*tables, about_view(view).table()], f"{slug}_{'kreuztabelle' if crossed else 'tabellen'}", labels
    )


def written(kind: Format, tables: list[Table], name: str, labels: bool) -> Response[bytes]:
    file = io.BytesIO()
    write_tables(kind, tables, file, labels=labels)
    return download(file.getvalue(), MADE[kind], file_name(name, made=MADE[kind]))


def about_view(view: View) -> About:
    """What stands with the table, so that it explains itself when the page is far."""
    campaign = view.campaign
    return About(
        {
            "Beteiligung": say(campaign.title),
            "Stelle": campaign.office,
            "Stand": day_of(now()).isoformat(),
            "Auswahl": filter_text(view.filters, view.figures.facets) if view.pairs else "alle",
            "Antworten in der Auswahl, gerundet": str(view.count or "–"),
            "Antworten insgesamt, gerundet": str(view.everyone or "–"),
            "Rundung": ROUNDED,
        }
    )


def _breakdowns(view: View, kind: Format) -> list[Table]:
    """One long table, and where there is room one with a row for each standard."""
    rows = list(breakdown_rows(view.figures, view.filters, view.figures.facets))
    whole = Table("Auswertung", BREAKDOWN, rows)
    sheets = kind in ("xlsx", "ods")
    return [whole, Table("Standards", STANDARDS, standard_rows(view.figures, view.filters))] if sheets else [whole]


def _cross(view: View, rows: str, columns: str) -> Table:
    return Table("Kreuztabelle", CROSS, list(cross_rows(view.figures, view.filters, rows, columns)))
