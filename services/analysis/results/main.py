"""What programs and everybody read of the results: the interface, OData, open data. No sign-in, no cookies."""

from __future__ import annotations

from litestar import Router
from litestar.di import Provide

from services.analysis.results.web import api, api_page, odata, opendata
from services.analysis.results.web.api_access import PROGRAM, admit_programs, problem_handlers
from services.analysis.settings import Settings
from shared.kit.storage import Database


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
