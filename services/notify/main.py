"""Notify as a part of the web server."""

from __future__ import annotations

from litestar import Router
from litestar.di import Provide

from services.notify.domain.voice import Ask, ask_nobody
from services.notify.settings import Settings
from services.notify.web import (
    bounces,
    letters,
    notice,
    outcome_acts,
    outcomes,
    own_data,
    phone,
    post,
    privacy,
    push,
    receipt,
    results,
    staff_mail,
    subscription,
    ways,
)
from shared.contracts.offers import HasOffers, nothing_offered
from shared.kit.guesses import Guesses
from shared.kit.storage import Database
from shared.staff.access import REFUSALS, SIGNED_IN, admit


# As long as there are routes: one line for each.
def make_router(
    database: Database, settings: Settings, ask: Ask = ask_nobody, has_offers: HasOffers = nothing_offered
) -> Router:
    """`ask`: who tells a participant what was said under a receipt."""
    desk = receipt.Desk(database, settings, Guesses("notify", settings.guess_key), ask)
    return Router(
        "/",
        route_handlers=[
            receipt.ask_receipt,
            receipt.show_journey,
            receipt.ask_subscription,
            bounces.hear_bounces,
            notice.show_notice,
            letters.show_letters,
            letters.retry,
            letters.show_previews,
            letters.show_preview,
            subscription.ask_confirmation,
            subscription.confirm,
            subscription.ask_end,
            subscription.end,
            phone.confirm_number,
            ways.show_ways,
            ways.ask_stop,
            ways.stop,
            post.show_post,
            post.enter,
            post.import_table,
            post.end,
            post.begin_run,
            post.open_run,
            post.show_sheet,
            push.offer_push,
            push.subscribe_device,
            push.end_device,
            push.move,
            results.show_results,
            results.show_feed,
            results.show_aloud,
            results.show_file,
            results.download_poster,
            staff_mail.show_mail,
            staff_mail.change_mail,
            staff_mail.ask_link,
            staff_mail.open_link,
            outcomes.show_outcomes,
            outcomes.show_new,
            outcomes.begin,
            outcomes.show_outcome,
            outcomes.save,
            outcome_acts.publish,
            outcome_acts.give_back,
            outcome_acts.move,
            outcome_acts.attach,
            outcome_acts.describe,
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
            "desk": Provide(lambda: desk, sync_to_thread=False),
            "has_offers": Provide(lambda: has_offers, sync_to_thread=False),
        },
    )
