"""The accessibility statement, and telling us of a barrier: without a name, an address or a script."""

from __future__ import annotations

from datetime import date
from typing import Any, Final
from uuid import UUID

import structlog
from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.response import Redirect

from services.intake.domain.barriers import MOST_PAGE, MOST_TEXT, Fault, Report, read_place, read_report
from services.intake.operations.report_barrier import report_barrier
from services.intake.web.pages import PAGES
from services.intake.web.shown import Forms
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.storage import is_disconnect
from shared.kit.texts import LANGUAGES, WRITTEN, nearest_language
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import Fields, first, read_fields
from shared.kit.web.reading import reading

log = structlog.get_logger()
PATH: Final = "/barriere-melden"
#: When we last looked at all pages ourselves; the statement must be gone through once a year.
CHECKED_ON: Final = date(2026, 11, 23)
#: A field people do not see: what fills it is a machine.
TRAP: Final = "extra"


@get("/barrierefreiheit", opt=PUBLIC)
async def show_statement(request: Request[Any, Any, State], forms: Forms) -> Response[str]:
    language = _language(request, request.query_params.get("lang", ""))
    return PAGES.page("statement.html", language, checked_on=CHECKED_ON, contact=forms.settings.contact)


@get(PATH, opt=PUBLIC)
async def ask_barrier(request: Request[Any, Any, State], forms: Forms) -> Response[str]:
    language = _language(request, request.query_params.get("lang", ""))
    if "done" in request.query_params:
        return PAGES.page("barrier_thanks.html", language, contact=forms.settings.contact)
    report = Report("", read_place(request.query_params.get("page", "")))
    return _page(forms, language, random_id(), report)


@post(PATH, opt=PUBLIC, status_code=200)
async def send_barrier(request: Request[Any, Any, State], forms: Forms) -> Response[Any]:
    fields = await read_fields(request)
    language = _language(request, first(fields, "switch") or first(fields, "language"))
    barrier_id, (report, faults) = _page_id(fields), read_report(fields)
    if "switch" in fields or "look" in fields:
        return _page(forms, language, barrier_id, report)
    if faults:
        return _page(forms, language, barrier_id, report, faults, status=422)
    if first(fields, TRAP):
        log.info("barrier.trapped")
        return _done(language)
    try:
        await forms.database.run(lambda session: report_barrier(session, barrier_id, report, language, now()))
    except Exception as error:
        if not is_disconnect(error):
            raise
        return _page(forms, language, barrier_id, report, away=True, status=503)
    log.info("barrier.reported", barrier=str(barrier_id))
    return _done(language)


def _done(language: str) -> Redirect:
    """By GET, so that a reload sends nothing again."""
    return Redirect(f"{PATH}?lang={language}&done{reading().query}", status_code=303)


def _page(
    forms: Forms,
    language: str,
    barrier_id: UUID,
    report: Report,
    faults: tuple[Fault, ...] = (),
    *,
    away: bool = False,
    status: int = 200,
) -> Response[str]:
    values = {
        "barrier_id": barrier_id,
        "report": report,
        "faults": faults,
        "fault_of": {fault.field: fault for fault in faults},
        "away": away,
        "trap": TRAP,
        "contact": forms.settings.contact,
        "most": {"what": MOST_TEXT, "page": MOST_PAGE},
    }
    return PAGES.page("barrier.html", language, status=status, **values)


def _page_id(fields: Fields) -> UUID:
    """The id the page was born with; a page without one gets one now."""
    try:
        return UUID(first(fields, "id"))
    except ValueError:
        return random_id()


def _language(request: Request[Any, Any, State], wanted: str) -> str:
    if wanted in WRITTEN:
        return wanted
    return nearest_language(request.headers.get("accept-language", ""), tuple(LANGUAGES))
