"""Intake as a part of the web server."""

from __future__ import annotations

from litestar import Router
from litestar.di import Provide

from services.intake.settings import Settings
from services.intake.web import (
    barrier_list,
    barriers,
    campaigns,
    exchange,
    form,
    home,
    laying_out,
    offline,
    printing,
    questionnaires,
    questions,
    versions,
)
from services.intake.web.shown import Forms
from shared.kit.storage import Database
from shared.staff.access import REFUSALS, SIGNED_IN, admit


# A list, one line for each page: taken apart it would only be harder to read.
def make_router(database: Database, settings: Settings) -> Router:
    forms = Forms(database, settings)
    return Router(
        "/",
        route_handlers=[
            home.show_home,
            form.enter_code,
            form.take_code,
            form.show_form,
            form.send_form,
            offline.show_worker,
            offline.describe_form,
            offline.show_manifest,
            offline.show_icon,
            offline.show_kept,
            offline.take_in,
            printing.show_channel,
            printing.download_svg,
            printing.download_png,
            printing.download_flyer,
            campaigns.show_campaigns,
            campaigns.show_campaign,
            campaigns.publish,
            campaigns.close,
            campaigns.reopen,
            campaigns.archive,
            campaigns.copy,
            campaigns.open_way,
            laying_out.show_new,
            laying_out.begin,
            laying_out.show_settings,
            laying_out.save_settings,
            questionnaires.show_questions,
            questionnaires.arrange,
            questionnaires.show_kinds,
            questionnaires.add_question,
            questionnaires.show_languages,
            questionnaires.save_languages,
            questionnaires.open_next,
            questionnaires.discard_next,
            questions.show_question,
            questions.save_question,
            exchange.show_files,
            exchange.download_workbook,
            exchange.download_document,
            exchange.look_at_file,
            exchange.take_file,
            versions.show_versions,
            versions.show_version,
            versions.preview,
            barriers.show_statement,
            barriers.ask_barrier,
            barriers.send_barrier,
            barrier_list.show_barriers,
            barrier_list.settle,
            barrier_list.reopen,
        ],
        guards=[admit(database)],
        exception_handlers=REFUSALS,
        dependencies={
            "forms": Provide(lambda: forms, sync_to_thread=False),
            **SIGNED_IN,
        },
    )
