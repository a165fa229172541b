"""A device that many people use one after the other: the page between two of them, and the way out, by PIN."""

from __future__ import annotations

from typing import Any

import structlog
from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.exceptions import NotFoundException
from litestar.response import Redirect

from services.intake.operations.check_pin import check_pin
from services.intake.storage.forms import Form
from services.intake.web.pages import PAGES
from services.intake.web.shown import Forms, kiosk_thanks_page
from services.intake.web.steps import Page
from shared.kit.clock import now
from shared.kit.ids import read_code
from shared.kit.texts import nearest_language
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import first, read_fields
from shared.kit.web.pages import html

log = structlog.get_logger()


@get("/q/{code:str}/kiosk", opt=PUBLIC)
async def show_between(request: Request[Any, Any, State], code: str, forms: Forms) -> Page:
    """After a response that waits on the device: with nothing of it."""
    form = await _kiosk(forms, code)
    language = _language(request.query_params.get("lang", ""), request, form)
    return html(kiosk_thanks_page(form, forms.settings, language, ""), language)


@get("/q/{code:str}/kiosk/start", opt=PUBLIC)
async def ask_start(request: Request[Any, Any, State], code: str, forms: Forms) -> Page:
    """Where a facilitator makes the device ready for the day."""
    return await _ask(request, forms, code, "kiosk_start.html")


@post("/q/{code:str}/kiosk/start", opt=PUBLIC, status_code=303)
async def start(request: Request[Any, Any, State], code: str, forms: Forms) -> Response[Any]:
    form = await _kiosk(forms, code)
    return await _check(request, forms, form, "kiosk_start.html", f"/q/{form.code}?kiosk=1")


@get("/q/{code:str}/kiosk/leave", opt=PUBLIC)
async def ask_pin(request: Request[Any, Any, State], code: str, forms: Forms) -> Page:
    return await _ask(request, forms, code, "kiosk_leave.html")


@post("/q/{code:str}/kiosk/leave", opt=PUBLIC, status_code=303)
async def leave(request: Request[Any, Any, State], code: str, forms: Forms) -> Response[Any]:
    """Leads to what waits on the device, where all ways are open again."""
    return await _check(request, forms, await _kiosk(forms, code), "kiosk_leave.html", "/offline")


async def _ask(request: Request[Any, Any, State], forms: Forms, code: str, template: str) -> Page:
    form = await _kiosk(forms, code)
    language = _language(request.query_params.get("lang", ""), request, form)
    return PAGES.page(template, language, form=form, checked="")


async def _check(
    request: Request[Any, Any, State], forms: Forms, form: Form, template: str, goes: str
) -> Response[Any]:
    """`pin`: leads on if it is right. A script (static/pin.js) asks for JSON and goes on by itself."""
    fields, at = await read_fields(request), now()
    pin, language = "".join(first(fields, "pin").split()), _language(first(fields, "lang"), request, form)
    checked = await forms.database.run(lambda session: check_pin(session, forms.settings, form.channel_id, pin, at))
    status = 200 if checked == "right" else 429 if checked == "locked" else 403
    if checked != "right":
        log.info("pin.refused", channel_id=str(form.channel_id), reason=checked)
    if request.headers.get("accept") == "application/json":
        return Response({"checked": checked}, status_code=status, headers={"Cache-Control": "no-store"})
    if checked == "right":
        joint = "&" if "?" in goes else "?"
        return Redirect(f"{goes}{joint}lang={language}", status_code=303)
    return PAGES.page(template, language, status=status, form=form, checked=checked)


async def _kiosk(forms: Forms, code: str) -> Form:
    form = await forms.find(read_code(code), now())
    if form is None or form.channel_kind != "kiosk":
        raise NotFoundException
    return form


def _language(wanted: str, request: Request[Any, Any, State], form: Form) -> str:
    offered = form.questionnaire.languages
    return wanted if wanted in offered else nearest_language(request.headers.get("accept-language", ""), offered)
