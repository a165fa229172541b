"""Notify as a part of the web server."""

from __future__ import annotations

from litestar import Router
from litestar.di import Provide

from services.notify.domain.guesses import GuessBudget
from services.notify.settings import Settings
from services.notify.web import receipt, subscription
from shared.kit.storage import Database


def make_router(database: Database, settings: Settings) -> Router:
    guesses = GuessBudget()
    return Router(
        "/",
        route_handlers=[
            receipt.ask_receipt,
            receipt.show_journey,
            receipt.ask_subscription,
            subscription.ask_confirmation,
            subscription.confirm,
            subscription.ask_end,
            subscription.end,
        ],
        dependencies={
            "database": Provide(lambda: database, sync_to_thread=False),
            "settings": Provide(lambda: settings, sync_to_thread=False),
            "guesses": Provide(lambda: guesses, sync_to_thread=False),
        },
    )
