"""Notify as a part of the web server."""

from __future__ import annotations

from litestar import Router
from litestar.di import Provide

from services.notify.settings import Settings
from services.notify.web import outcome_acts, outcomes, own_data, privacy, receipt, results, subscription
from shared.kit.guesses import GuessBudget
from shared.kit.storage import Database
from shared.staff.access import REFUSALS, SIGNED_IN, admit


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
            results.show_results,
            results.show_feed,
            results.show_aloud,
            results.show_file,
            results.download_poster,
            outcomes.show_outcomes,
            outcomes.show_new,
            outcomes.begin,
            outcomes.show_outcome,
            outcomes.save,
            outcome_acts.publish,
            outcome_acts.give_back,
            outcome_acts.move,
            outcome_acts.attach,
            outcome_acts.detach,
            outcome_acts.show_attachment,
            outcome_acts.extend,
            outcome_acts.reduce,
            own_data.show_own_data,
            own_data.download_own_data,
            own_data.erase_own_data,
            privacy.show_privacy,
            privacy.show_person,
            privacy.download_person,
            privacy.erase_person,
            privacy.show_record,
        ],
        guards=[admit(database)],
        exception_handlers=REFUSALS,
        dependencies={
            **SIGNED_IN,
            "database": Provide(lambda: database, sync_to_thread=False),
            "settings": Provide(lambda: settings, sync_to_thread=False),
            "guesses": Provide(lambda: guesses, sync_to_thread=False),
        },
    )
