"""`/odata/v4/{slug}/`: a campaign's figures for Excel and Power BI, which log in with a token as password."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.types import ExceptionHandlersMap
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.api import PROBLEMS
from services.analysis.results.domain.figures import Figures
from services.analysis.results.domain.odata import (
    SETS,
    VERSION,
    Asked,
    EntitySet,
    Unanswerable,
    answer,
    matching,
    metadata,
    read_options,
    service_document,
)
from services.analysis.results.domain.tables import Row, breakdown_rows, standard_rows
from services.analysis.results.storage.api import campaign_of
from services.analysis.results.storage.figures import read_figures
from services.analysis.results.web.api_access import (
    BASIC,
    PRIVATE,
    limits_of,
    program,
    read_error,
    refusal_headers,
)
from services.analysis.settings import Settings
from shared.kit.storage import Database
from shared.staff.domain.access_tokens import Program

FIGURES: Final = program("figures:read")
ROOT: Final = "/odata/v4/{slug:str}"
JSON: Final = "application/json;odata.metadata=minimal"
TOLD: Final = {"OData-Version": VERSION}
Asking = Request[Any, Any, Any]


@get(ROOT, opt=FIGURES)
async def show_service(
    request: Asking, slug: str, database: Database, settings: Settings, program: Program
) -> Response[Any]:
    async with database.transaction() as session:
        await _figures(session, slug, program)
    return _told(request, service_document(_context(settings, slug)))


@get(ROOT + "/$metadata", opt=FIGURES)
async def show_metadata(request: Asking, slug: str, database: Database, program: Program) -> Response[Any]:
    async with database.transaction() as session:
        await _figures(session, slug, program)
    headers = {**PRIVATE, **TOLD, **limits_of(request)}
    return Response(metadata(), media_type="application/xml", headers=headers)


@get(ROOT + "/{name:str}", opt=FIGURES)
async def show_set(
    request: Asking, slug: str, name: str, database: Database, settings: Settings, program: Program
) -> Response[Any]:
    async with database.transaction() as session:
        figures = await _figures(session, slug, program)
    entities, asked = _asked(request, name)
    return _told(request, answer(entities, _rows(entities, figures), asked, _context(settings, slug)))


@get(ROOT + "/{name:str}/$count", opt=FIGURES)
async def count_set(request: Asking, slug: str, name: str, database: Database, program: Program) -> Response[str]:
    async with database.transaction() as session:
        figures = await _figures(session, slug, program)
    entities, asked = _asked(request, name)
    found = matching([one.name for one in entities.properties], _rows(entities, figures), asked)
    headers = {**PRIVATE, **TOLD, **limits_of(request)}
    return Response(str(len(found)), media_type="text/plain", headers=headers)


async def _figures(session: AsyncSession, slug: str, program: Program) -> Figures:
    """Raises NotFoundException, also for a campaign of another district."""
    campaign = await campaign_of(session, program, slug)
    if campaign is None:
        raise NotFoundException
    return await read_figures(session, campaign.id)


def _asked(request: Asking, name: str) -> tuple[EntitySet, Asked]:
    if name not in SETS:
        raise NotFoundException
    return SETS[name], read_options(SETS[name], request.query_params)


def _rows(entities: EntitySet, figures: Figures) -> Iterable[Row]:
    """In the order of the properties."""
    if entities.name == "Standards":
        return standard_rows(figures, ())
    rows = breakdown_rows(figures, (), figures.facets)
    return ((facet, value, name, label, *rest) for facet, name, value, label, *rest in rows)


def _context(settings: Settings, slug: str) -> str:
    return f"{settings.address}/odata/v4/{slug}/$metadata"


def _told(request: Asking, said: dict[str, Any]) -> Response[Any]:
    return Response(said, media_type=JSON, headers={**PRIVATE, **TOLD, **limits_of(request)})


def _refuse(request: Asking, error: Exception) -> Response[Any]:
    """As OData has it. Source: OData JSON Format 4.01, 21."""
    is_asked_wrong = isinstance(error, Unanswerable)
    kind, detail = ("bad-request", str(error)) if is_asked_wrong else read_error(request, error)
    problem = PROBLEMS[kind]
    said = {"code": kind, "message": f"{problem.title} · {problem.title_de}", **({"target": detail} if detail else {})}
    headers = {"Cache-Control": "no-store", **TOLD, **refusal_headers(request, kind, BASIC)}
    return Response({"error": said}, status_code=problem.status, media_type=JSON, headers=headers)


REFUSALS: Final[ExceptionHandlersMap] = {Exception: _refuse}
