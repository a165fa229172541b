"""Analysis as a part of the web server."""

from __future__ import annotations

from litestar import Router
from litestar.di import Provide

from services.analysis.settings import Settings
from services.analysis.web import (
    agreement,
    campaigns,
    catalogue,
    drafts,
    exclusions,
    findings,
    held,
    model_card,
    operations,
    reassessments,
    review,
    selections,
    terms,
    themes,
    topics,
    training,
)
from services.analysis.web.live import Pulse
from shared.kit.storage import Database
from shared.staff.access import REFUSALS, SIGNED_IN, admit


# Long because it names every page there is.
def make_router(database: Database, settings: Settings) -> Router:
    pulse = Pulse(database)
    return Router(
        "/",
        route_handlers=[
            campaigns.show_start,
            campaigns.show_campaign,
            campaigns.follow_campaign,
            campaigns.show_standard,
            selections.choose_voices,
            review.show_review,
            review.decide,
            review.undo,
            review.withdraw,
            agreement.show_agreement,
            findings.show_findings,
            findings.show_finding,
            exclusions.show_excluded,
            exclusions.exclude,
            exclusions.readmit,
            reassessments.request_run,
            reassessments.cancel_run,
            reassessments.resume_run,
            catalogue.show_catalogues,
            catalogue.show_version,
            catalogue.export_version,
            catalogue.show_preset,
            catalogue.show_comparison,
            terms.show_in_terms,
            drafts.open_new,
            drafts.show_draft,
            drafts.arrange_standards,
            drafts.show_standard_form,
            drafts.save_standard,
            drafts.show_whole_form,
            drafts.save_whole,
            drafts.preview_draft,
            drafts.export_draft,
            drafts.show_import_form,
            drafts.import_draft,
            drafts.publish_draft,
            drafts.discard,
            topics.show_topic,
            themes.show_themes,
            themes.start_search,
            themes.decide,
            themes.decide_voice,
            training.show_training,
            training.start,
            training.cancel,
            training.switch_on,
            training.switch_back,
            model_card.show_model_card,
            held.show_held,
            held.release,
            held.hide,
            held.undo_decision,
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
