"""`/api/v1`: what the pages show, for programs. Reading only; every number as it may be shown."""

from __future__ import annotations

from collections.abc import Container
from typing import Any, Final

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import STANCES
from services.analysis.domain.catalogue import Standard
from services.analysis.results.domain.api import Unreadable, listed, read_page, tag_of, write_cursor
from services.analysis.results.domain.api_document import PATH, document
from services.analysis.results.domain.figures import Breakdown, Cell, Facet
from services.analysis.results.domain.tables import STANDARD
from services.analysis.results.storage.api import (
    Paged,
    campaign_of,
    campaigns_of,
    questionnaires_of,
    quotes_of,
    said_of,
)
from services.analysis.results.storage.figures import read_figures
from services.analysis.results.web.api_access import program, tagged
from services.analysis.results.web.viewing import View, pairs_of, view_of
from services.analysis.settings import Settings
from services.analysis.storage.catalogue import read_catalogue
from services.analysis.storage.dashboard import read_ledger
from services.analysis.storage.tables import Campaign
from shared.kit.storage import Database
from shared.kit.web.access import PUBLIC
from shared.staff.domain.access_tokens import Program

FIGURES: Final = program("figures:read")
LEDGER: Final = program("ledger:read")
TEXTS: Final = program("texts:read")
ONE: Final = PATH + "/campaigns/{slug:str}"
#: Parameters that choose nobody.
PAGING: Final = ("limit", "cursor")
CROSSED: Final = ("rows", "columns")
Asking = Request[Any, Any, Any]
JSON: Final = "application/json"


@get(PATH + "/openapi.json", opt=PUBLIC, sync_to_thread=False)
def show_document(settings: Settings) -> Response[dict[str, Any]]:
    return Response(document(settings.address), media_type=JSON, headers={"Cache-Control": "max-age=300"})


@get(PATH + "/campaigns", opt=FIGURES)
async def list_campaigns(request: Asking, database: Database, program: Program) -> Response[Any]:
    _refuse_unknown(request, PAGING)
    page = read_page(request.query_params)
    async with database.transaction() as session:
        return _paged(request, await campaigns_of(session, program, page))


@get(ONE, opt=FIGURES)
async def show_campaign(request: Asking, slug: str, database: Database, program: Program) -> Response[Any]:
    _refuse_unknown(request)
    async with database.transaction() as session:
        view = await _view(session, request, slug, program)
    said = {**said_of(view.campaign), "revision": view.figures.revision, "count": view.everyone or None}
    return _answer(request, view, said)


@get(ONE + "/facets", opt=FIGURES)
async def list_facets(request: Asking, slug: str, database: Database, program: Program) -> Response[Any]:
    _refuse_unknown(request)
    async with database.transaction() as session:
        view = await _view(session, request, slug, program)
    return _answer(request, view, listed((_facet(one) for one in view.figures.facets.values()), None))


@get(ONE + "/breakdowns/{facet:str}", opt=FIGURES)
async def show_breakdown(request: Asking, slug: str, facet: str, database: Database, program: Program) -> Response[Any]:
    async with database.transaction() as session:
        view = await _view(session, request, slug, program)
    if facet not in view.figures.facets:
        raise NotFoundException
    found = view.figures.breakdown(facet, view.filters)
    return _answer(request, view, {"facet": _facet(found.facet), **_spread(found), "filters": _filters(view)})


@get(ONE + "/crosstabs", opt=FIGURES)
async def show_cross_tab(request: Asking, slug: str, database: Database, program: Program) -> Response[Any]:
    async with database.transaction() as session:
        view = await _view(session, request, slug, program)
    rows, columns = (request.query_params.get(name, "") for name in ("rows", "columns"))
    for name, wanted in (("rows", rows), ("columns", columns)):
        if wanted not in view.figures.facets:
            raise Unreadable(name)
    found = view.figures.cross(rows, columns, view.filters)
    cells = [{"row": row, "column": column, **_said(cell)} for (row, column), cell in found.cells.items()]
    facets = {"rows": _facet(found.rows.facet), "columns": _facet(found.columns.facet)}
    return _answer(request, view, {**facets, "cells": cells, "filters": _filters(view)})


@get(ONE + "/standards", opt=FIGURES)
async def list_standards(request: Asking, slug: str, database: Database, program: Program) -> Response[Any]:
    async with database.transaction() as session:
        view = await _view(session, request, slug, program)
        catalogue = await read_catalogue(session, view.campaign.district)
    items = (_standard(view, standard) for standard in catalogue.standards)
    return _answer(request, view, {**listed(items, None), "filters": _filters(view)})


@get(ONE + "/ledger", opt=LEDGER)
async def show_ledger(request: Asking, slug: str, database: Database, program: Program) -> Response[Any]:
    """The only exact numbers: the whole campaign, as its public proof has them."""
    _refuse_unknown(request)
    async with database.transaction() as session:
        campaign = await _campaign(session, slug, program)
        ledger = await read_ledger(session, campaign.id)
    names = ("received", "tagged", "unclear", "off_topic", "excluded", "withdrawn", "waiting")
    said = {name: getattr(ledger, name) for name in names}
    return tagged(request, said, tag_of(slug, said), JSON)


@get(ONE + "/quotes", opt=TEXTS)
async def list_quotes(request: Asking, slug: str, database: Database, program: Program) -> Response[Any]:
    """None while fewer than five have answered."""
    _refuse_unknown(request, (*PAGING, "standard", "stance"))
    page, stance = read_page(request.query_params), request.query_params.get("stance", "")
    if stance and stance not in STANCES:
        raise Unreadable("stance")
    async with database.transaction() as session:
        view = view_of(*await _figures(session, slug, program), ())
        if not view.everyone:
            return _paged(request, Paged([], None))
        spoken = view.figures.breakdown("language").cells if "language" in view.figures.facets else ()
        languages = frozenset(cell.key for cell in spoken if cell.count)
        standard = request.query_params.get("standard", "")
        found = await quotes_of(session, view.campaign.id, standard, stance, page, languages)
    return _paged(request, found)


@get(ONE + "/questionnaires", opt=FIGURES)
async def list_questionnaires(request: Asking, slug: str, database: Database, program: Program) -> Response[Any]:
    _refuse_unknown(request)
    async with database.transaction() as session:
        campaign = await _campaign(session, slug, program)
        said = listed(await questionnaires_of(session, campaign.id), None)
    return tagged(request, said, tag_of(slug, said), JSON)


@get(PATH + "/{rest:path}", opt=PUBLIC, sync_to_thread=False)
def show_nothing(rest: str) -> None:
    """Whatever else is asked for: the same refusal, whoever asks."""
    raise NotFoundException(rest)


async def _campaign(session: AsyncSession, slug: str, program: Program) -> Campaign:
    campaign = await campaign_of(session, program, slug)
    if campaign is None:
        raise NotFoundException
    return campaign


async def _figures(session: AsyncSession, slug: str, program: Program) -> tuple[Campaign, Any]:
    campaign = await _campaign(session, slug, program)
    return campaign, await read_figures(session, campaign.id)


async def _view(session: AsyncSession, request: Asking, slug: str, program: Program) -> View:
    """Who is counted is filtered by every parameter that is a facet, and by a span of days."""
    view = view_of(*await _figures(session, slug, program), pairs_of(request))
    _refuse_unknown(request, CROSSED, view.pairs)
    return view


def _refuse_unknown(request: Asking, own: Container[str] = (), known: Container[tuple[str, str]] = ()) -> None:
    """A filter that was passed over would count other people than were asked for. Raises Unreadable."""
    for pair in pairs_of(request):
        if pair[0] not in own and pair not in known:
            raise Unreadable(pair[0])


def _answer(request: Asking, view: View, said: dict[str, Any]) -> Response[Any]:
    """The figures' revision, what they are called, and what was asked: nothing else makes the answer."""
    figures, campaign = view.figures, view.campaign
    names = [(one.key, one.name, list(one.values.items())) for one in figures.facets.values()]
    tag = tag_of(figures.revision, campaign.version, campaign.told_at, str(request.url), names)
    return tagged(request, said, tag, JSON)


def _paged(request: Asking, page: Paged) -> Response[Any]:
    cursor = write_cursor(page.following) if page.following else None
    said = listed(page.items, cursor)
    answer = tagged(request, said, tag_of(str(request.url), said), JSON)
    if cursor:
        following = request.url.with_replacements(query=f"cursor={cursor}&{_without_cursor(request)}".rstrip("&"))
        answer.headers["Link"] = f'<{following}>; rel="next"'
    return answer


def _without_cursor(request: Asking) -> str:
    return "&".join(f"{key}={value}" for key, value in request.query_params.multi_items() if key != "cursor")


def _facet(facet: Facet) -> dict[str, Any]:
    values = [{"key": key, "name": name} for key, name in facet.values.items()]
    return {"key": facet.key, "kind": facet.kind, "name": facet.name, "several": facet.several, "values": values}


def _standard(view: View, standard: Standard) -> dict[str, Any]:
    facet = STANDARD + standard.id
    found = view.figures.breakdown(facet, view.filters) if facet in view.figures.facets else None
    counts = {cell.key: cell.count or None for cell in found.cells} if found else {}
    said = {"id": standard.id, "title": standard.title, "definition": standard.definition}
    return {**said, "count": (found.base or None) if found else None, **{one: counts.get(one) for one in STANCES}}


def _spread(found: Breakdown) -> dict[str, Any]:
    return {"base": found.base or None, "cells": [{"key": cell.key, **_said(cell)} for cell in found.cells]}


def _said(cell: Cell) -> dict[str, Any]:
    """null for nobody and for fewer than five, which look the same; of few people no share is told."""
    return {"count": cell.count or None, "share": round(cell.share, 4) if cell.count and cell.is_telling else None}


def _filters(view: View) -> list[dict[str, Any]]:
    return [{"facet": one.facet, "values": list(one.values)} for one in view.filters]
