"""What programs and everybody read of the results: the interface, OData, open data. No sign-in, no cookies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from litestar import Request, Response, Router
from litestar.di import Provide

from services.analysis.results.domain import api_document
from services.analysis.results.web import api, api_page, odata, opendata
from services.analysis.results.web.api_access import PROGRAM, admit_programs, problem_handlers
from services.analysis.settings import Settings
from shared.kit.storage import Database

Telling = Callable[[Request[Any, Any, Any], Exception], Response[Any]]


def make_open_routers(database: Database, settings: Settings) -> list[Router]:
    provided = {
        "database": Provide(lambda: database, sync_to_thread=False),
        "settings": Provide(lambda: settings, sync_to_thread=False),
    }
    guard = admit_programs(database, settings)
    interface = Router(
        "/",
        route_handlers=[
            api.show_document,
            api.list_campaigns,
            api.show_campaign,
            api.list_facets,
            api.show_breakdown,
            api.show_cross_tab,
            api.list_standards,
            api.show_ledger,
            api.list_quotes,
            api.list_questionnaires,
            api.show_nothing,
        ],
        guards=[guard],
        exception_handlers=problem_handlers(settings),
        dependencies={**provided, **PROGRAM},
    )
    feed = Router(
        "/",
        route_handlers=[odata.show_service, odata.show_metadata, odata.show_set, odata.count_set],
        guards=[guard],
        exception_handlers=odata.REFUSALS,
        dependencies={**provided, **PROGRAM},
    )
    pages = Router(
        "/",
        route_handlers=[
            api_page.show_description,
            opendata.show_all,
            opendata.show_turtle,
            opendata.show_json_ld,
            opendata.show_rdf,
            opendata.show_one,
            opendata.show_table,
        ],
        dependencies=provided,
    )
    return [interface, feed, pages]


def tell_programs(settings: Settings, otherwise: Telling) -> Telling:
    """What is said where no route is: a problem below the interface, an error of OData below the feeds."""
    tell_problem = problem_handlers(settings)[Exception]

    def tell(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
        if _below(request, api_document.PATH):
            return tell_problem(request, error)
        if _below(request, odata.PATH):
            return odata.refuse(request, error)
        return otherwise(request, error)

    return tell


def _below(request: Request[Any, Any, Any], path: str) -> bool:
    return f"{request.scope['path']}/".startswith(f"{path}/")
