"""`/offene-daten`: tables that everybody may use, and the catalogue that data portals read."""

from __future__ import annotations

import io
from typing import Any, Final

from litestar import HttpMethod, Request, Response, route
from litestar.exceptions import NotFoundException
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.api import is_known, tag_of
from services.analysis.results.domain.figures import Figures
from services.analysis.results.domain.opendata import (
    FILES,
    LICENCE_NAME,
    LICENCE_TEXT,
    PUBLISHER,
    TABLES,
    catalogue,
    files_of,
    json_ld,
    rdf_xml,
    turtle,
)
from services.analysis.results.domain.tables import (
    BREAKDOWN,
    STANDARDS,
    About,
    Column,
    Table,
    breakdown_rows,
    standard_rows,
)
from services.analysis.results.operations.write_table import write_tables
from services.analysis.results.storage.figures import read_figures
from services.analysis.results.storage.opendata import Opened, list_open
from services.analysis.results.web.api_page import PAGES
from services.analysis.results.web.tables import ROUNDED
from services.analysis.settings import Settings
from services.analysis.storage.dashboard import read_ledger
from shared.kit.storage import Database
from shared.kit.texts import FIRST
from shared.kit.web.access import PUBLIC

PATH: Final = "/offene-daten"
#: Portals ask whether a file is there before they list it.
READ: Final = (HttpMethod.GET, HttpMethod.HEAD)
#: Portals come by once a day; a minute keeps a crowd of readers off the database.
PUBLIC_HEADERS: Final = {"Cache-Control": "public, max-age=60", "X-Content-Type-Options": "nosniff"}
LEDGER: Final = (Column("stand", "Stand"), Column("antworten", "Antworten, genau", "number"))
STATES: Final = {
    "received": "eingegangen",
    "tagged": "davon ausgewertet",
    "unclear": "davon unklar",
    "off_topic": "davon ohne Bezug",
    "excluded": "davon ausgeschlossen",
    "withdrawn": "davon zurückgezogen",
    "waiting": "davon noch nicht gelesen",
}


@route(PATH, http_method=READ, opt=PUBLIC)
async def show_all(database: Database) -> Response[str]:
    async with database.transaction() as session:
        found = await list_open(session)
    return PAGES.page("open_data.html", FIRST, opened=found, publisher=PUBLISHER, licence=LICENCE_NAME)


@route(PATH + "/{slug:str}", http_method=READ, opt=PUBLIC)
async def show_one(slug: str, database: Database) -> Response[str]:
    async with database.transaction() as session:
        found = await _find(session, slug)
    return PAGES.page(
        "open_dataset.html",
        FIRST,
        one=found.dataset,
        tables=TABLES,
        kinds=FILES,
        licence=LICENCE_NAME,
        licence_text=LICENCE_TEXT,
        rounded=ROUNDED,
    )


@route(PATH + "/catalog.ttl", http_method=READ, opt=PUBLIC)
async def show_turtle(database: Database, settings: Settings) -> Response[str]:
    return await _catalogue(database, settings, turtle, "text/turtle")


@route(PATH + "/catalog.jsonld", http_method=READ, opt=PUBLIC)
async def show_json_ld(database: Database, settings: Settings) -> Response[str]:
    return await _catalogue(database, settings, json_ld, "application/ld+json")


@route(PATH + "/catalog.rdf", http_method=READ, opt=PUBLIC)
async def show_rdf(database: Database, settings: Settings) -> Response[str]:
    return await _catalogue(database, settings, rdf_xml, "application/rdf+xml")


@route(PATH + "/{slug:str}/{name:str}", http_method=READ, opt=PUBLIC)
async def show_table(request: Request[Any, Any, Any], slug: str, name: str, database: Database) -> Response[Any]:
    wanted = next(((table, kind) for table, kind, path in files_of(slug) if path == f"{slug}/{name}"), None)
    if wanted is None:
        raise NotFoundException
    table, kind = wanted
    async with database.transaction() as session:
        found = await _find(session, slug)
        rows = await _table(session, found, table.name)
    file = io.BytesIO()
    write_tables("csv" if kind.ending == "csv" else "json", [rows, _about(found).table()], file)
    tag = tag_of(file.getvalue())
    headers = {**PUBLIC_HEADERS, "ETag": tag}
    if is_known(request.headers.get("if-none-match", ""), tag):
        return Response(None, status_code=304, headers=headers)
    return Response(file.getvalue(), media_type=f"{kind.media_type}; charset=utf-8", headers=headers)


async def _table(session: AsyncSession, found: Opened, name: str) -> Table:
    if name == "verbleib":
        ledger = await read_ledger(session, found.campaign.id)
        return Table(name, LEDGER, [(said, getattr(ledger, state)) for state, said in STATES.items()])
    figures: Figures = await read_figures(session, found.campaign.id)
    if name == "standards":
        return Table(name, STANDARDS, list(standard_rows(figures, ())))
    return Table(name, BREAKDOWN, list(breakdown_rows(figures, (), figures.facets)))


def _about(found: Opened) -> About:
    one = found.dataset
    return About(
        {
            "Beteiligung": one.title,
            "Zeitraum": f"{one.first}/{one.last}",
            "Stand": one.modified.isoformat(),
            "Rundung": ROUNDED,
            "Lizenz": LICENCE_NAME,
            "Namensnennung": one.named,
        }
    )


async def _find(session: AsyncSession, slug: str) -> Opened:
    """Raises NotFoundException: what is not open does not exist here."""
    found = await list_open(session, slug)
    if not found:
        raise NotFoundException
    return found[0]


async def _catalogue(database: Database, settings: Settings, write: Any, media_type: str) -> Response[str]:
    async with database.transaction() as session:
        found = await list_open(session)
    nodes = catalogue(settings.address, [one.dataset for one in found], settings.data_contributor)
    return Response(write(nodes), media_type=media_type, headers=PUBLIC_HEADERS)
