"""`/odata/v4/{slug}/`: a campaign's figures for Excel and Power BI, which log in with a token as password."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.types import ExceptionHandlersMap
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.results.domain.api import PROBLEMS, tag_of
from services.analysis.results.domain.figures import Figures
from services.analysis.results.domain.odata import (
    SETS,
    VERSION,
    Asked,
    EntitySet,
    NotOffered,
    Unanswerable,
    answer,
    matching,
    metadata,
    one_by_key,
    read_options,
    service_document,
    told_alone,
)
from services.analysis.results.domain.tables import Row, breakdown_rows, standard_rows
from services.analysis.results.storage.api import campaign_of
from services.analysis.results.storage.figures import read_figures
from services.analysis.results.web.api_access import (
    BASIC,
    program,
    read_error,
    refusal_headers,
    tagged,
)
from services.analysis.settings import Settings
from shared.kit.storage import Database
from shared.kit.web.errors import allowed
from shared.staff.domain.access_tokens import Program

FIGURES: Final = program("figures:read")
PATH: Final = "/odata/v4"
ROOT: Final = PATH + "/{slug:str}"
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
    return _told(request, metadata(), "application/xml")


@get(ROOT + "/{name:str}", opt=FIGURES)
async def show_set(
    request: Asking, slug: str, name: str, database: Database, settings: Settings, program: Program
) -> Response[Any]:
    async with database.transaction() as session:
        figures = await _figures(session, slug, program)
    context = _context(settings, slug)
    if found := one_by_key(name):
        asked = read_options(SETS[found[0]], request.query_params, alone=True)
        return _told(request, _alone(*found, asked, figures, context))
    entities, asked = _asked(request, name)
    return _told(request, answer(entities, _rows(entities, figures), asked, context))


@get(ROOT + "/{name:str}/$count", opt=FIGURES)
async def count_set(request: Asking, slug: str, name: str, database: Database, program: Program) -> Response[Any]:
    async with database.transaction() as session:
        figures = await _figures(session, slug, program)
    entities, asked = _asked(request, name)
    found = matching([one.name for one in entities.properties], _rows(entities, figures), asked)
    return _told(request, str(len(found)), "text/plain")


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


def _alone(name: str, key: dict[str, str], asked: Asked, figures: Figures, context: str) -> dict[str, Any]:
    """Raises NotFoundException where no entity has the key."""
    names = [one.name for one in SETS[name].properties]
    for row in (dict(zip(names, cells, strict=True)) for cells in _rows(SETS[name], figures)):
        if all(row[part] == value for part, value in key.items()):
            return told_alone(SETS[name], row, asked, context)
    raise NotFoundException


def _rows(entities: EntitySet, figures: Figures) -> Iterable[Row]:
    """In the order of the properties."""
    if entities.name == "Standards":
        return standard_rows(figures, ())
    rows = breakdown_rows(figures, (), figures.facets)
    return ((facet, value, name, label, *rest) for facet, name, value, label, *rest in rows)


def _context(settings: Settings, slug: str) -> str:
    return f"{settings.address}/odata/v4/{slug}/$metadata"


def _told(request: Asking, said: dict[str, Any] | str, media_type: str = JSON) -> Response[Any]:
    return tagged(request, said, tag_of(str(request.url), said), media_type, TOLD)


def refuse(request: Asking, error: Exception) -> Response[Any]:
    """As OData has it. Source: OData JSON Format 4.01, 21."""
    wrong = "not-offered" if isinstance(error, NotOffered) else "bad-request"
    kind, detail = (wrong, str(error)) if isinstance(error, Unanswerable) else read_error(request, error)
    problem = PROBLEMS[kind]
    said = {"code": kind, "message": f"{problem.title} · {problem.title_de}", **({"target": detail} if detail else {})}
    headers = {"Cache-Control": "no-store", **TOLD, **refusal_headers(request, kind, BASIC), **allowed(error)}
    return Response({"error": said}, status_code=problem.status, media_type=JSON, headers=headers)


REFUSALS: Final[ExceptionHandlersMap] = {Exception: refuse}
