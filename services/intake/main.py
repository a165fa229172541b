"""Intake as a part of the web server."""

from __future__ import annotations

from litestar import Router
from litestar.di import Provide

from services.intake.settings import Settings
from services.intake.web import form, home, printing
from services.intake.web.shown import Forms
from shared.kit.storage import Database
from shared.staff.access import REFUSALS, SIGNED_IN, admit


def make_router(database: Database, settings: Settings) -> Router:
    forms = Forms(database, settings)
    return Router(
        "/",
        route_handlers=[
            home.show_home,
            form.enter_code,
            form.show_form,
            form.send_form,
            printing.show_channel,
            printing.download_svg,
            printing.download_png,
            printing.download_flyer,
        ],
        guards=[admit(database)],
        exception_handlers=REFUSALS,
        dependencies={
            "forms": Provide(lambda: forms, sync_to_thread=False),
            **SIGNED_IN,
        },
    )
