"""Analysis as a part of the web server."""

from __future__ import annotations

from litestar import Router
from litestar.di import Provide

from services.analysis.settings import Settings
from services.analysis.web import campaigns, operations
from services.analysis.web.live import Pulse
from shared.kit.storage import Database
from shared.staff.access import REFUSALS, SIGNED_IN, admit


def make_router(database: Database, settings: Settings) -> Router:
    pulse = Pulse(database)
    return Router(
        "/",
        route_handlers=[
            campaigns.show_start,
            campaigns.show_campaign,
            campaigns.follow_campaign,
            campaigns.show_standard,
            operations.show_operations,
            operations.retry_all,
            operations.retry_one,
            operations.discard_one,
        ],
        guards=[admit(database)],
        exception_handlers=REFUSALS,
        dependencies={
            "database": Provide(lambda: database, sync_to_thread=False),
            "settings": Provide(lambda: settings, sync_to_thread=False),
            "pulse": Provide(lambda: pulse, sync_to_thread=False),
            **SIGNED_IN,
        },
    )
