"""The form: GET shows it, POST takes it in. No cookie, no script needed, one request."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.response import Redirect

from services.intake.domain.answers import read_answers
from services.intake.domain.tokens import TokenError, read_response_id, sign_response_id
from services.intake.operations.receive_response import Received, Sent, receive_response
from services.intake.settings import Settings
from services.intake.storage.forms import Form
from services.intake.web.pages import PAGES
from services.intake.web.shown import Forms, Typed, empty_page, thanks_page, typed_page
from shared.contracts.receipts import receipt_proof
from shared.kit.clock import now
from shared.kit.ids import random_id, read_code
from shared.kit.storage import is_disconnect
from shared.kit.texts import LANGUAGES, nearest_language
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import Fields, first, read_fields
from shared.kit.web.pages import html

#: A form that was opened in time may arrive this much later: the network was bad, not the person.
GRACE: Final = timedelta(days=1)
Page = Response[str]


@get("/q", opt=PUBLIC)
async def enter_code(request: Request[Any, Any, State], code: str = "") -> Response[Any]:
    """Where somebody without a camera types the code from the poster."""
    if typed := read_code(code):
        return Redirect(f"/q/{typed}?lang={_interface_language(request, tuple(LANGUAGES))}", status_code=303)
    return PAGES.page("code.html", _interface_language(request, tuple(LANGUAGES)), typed=code, unknown=False)


@get("/q/{code:str}", opt=PUBLIC)
async def show_form(request: Request[Any, Any, State], code: str, forms: Forms) -> Page:
    at = now()
    form = await forms.find(read_code(code), at)
    if form is None:
        return _unknown_code(request, code)
    language = _interface_language(request, form.questionnaire.languages)
    if not form.opens_at <= at < form.closes_at:
        return _not_open(form, language, early=at < form.opens_at)
    token = sign_response_id(forms.settings.token_key, random_id(), form.code)
    return html(empty_page(form, language, token), language)


@post("/q/{code:str}", opt=PUBLIC, status_code=200)
async def send_form(request: Request[Any, Any, State], code: str, forms: Forms) -> Page:
    at, settings = now(), forms.settings
    form = await forms.find(read_code(code), at)
    if form is None:
        return _unknown_code(request, code)
    fields = await read_fields(request)
    language = _spoken(fields, form)
    if not form.opens_at <= at < form.closes_at + GRACE:
        return _not_open(form, language, early=at < form.opens_at)
    try:
        response_id = read_response_id(settings.token_key, first(fields, "token"), form.code)
    except TokenError:
        return _again(form, settings, fields, language, "notice-send-again", 422)
    if switched := _switched(fields, form):
        return html(typed_page(form, switched, first(fields, "token"), Typed(fields)), switched)
    reading = read_answers(form.questionnaire, fields)
    typed = Typed(fields, reading.faults, "" if reading.answers or reading.faults else "notice-empty")
    if reading.faults or not reading.answers:
        return html(typed_page(form, language, first(fields, "token"), typed), language, 422)
    sent = Sent(response_id, language, reading.answers, at)
    try:
        received = await forms.database.run_statement(lambda session: receive_response(session, settings, form, sent))
    except Exception as error:
        if not is_disconnect(error):
            raise
        return html(typed_page(form, language, first(fields, "token"), Typed(fields, (), "notice-away")), language, 503)
    return _thanks(form, settings, language, received)


def _thanks(form: Form, settings: Settings, language: str, received: Received) -> Page:
    proof = receipt_proof(settings.secret, received.receipt)
    return html(thanks_page(form, language, received.receipt, proof, changed=received.changed), language)


def _again(form: Form, settings: Settings, fields: Fields, language: str, notice: str, status: int) -> Page:
    """The form with all that was typed and a new response id: the one that came was not made for this channel."""
    token = sign_response_id(settings.token_key, random_id(), form.code)
    return html(typed_page(form, language, token, Typed(fields, (), notice)), language, status)


def _unknown_code(request: Request[Any, Any, State], code: str) -> Page:
    language = _interface_language(request, tuple(LANGUAGES))
    return PAGES.page("code.html", language, status=404, typed=code, unknown=True)


def _not_open(form: Form, language: str, *, early: bool) -> Page:
    return PAGES.page("not_open.html", language, status=200 if early else 410, form=form, early=early)


def _interface_language(request: Request[Any, Any, State], offered: tuple[str, ...]) -> str:
    """What the address asks for, else what the browser prefers."""
    wanted = request.query_params.get("lang", "")
    return wanted if wanted in offered else nearest_language(request.headers.get("accept-language", ""), offered)


def _spoken(fields: Fields, form: Form) -> str:
    language = first(fields, "language")
    return language if language in form.questionnaire.languages else form.questionnaire.languages[0]


def _switched(fields: Fields, form: Form) -> str:
    """The language of the button that was pressed, if it was one."""
    wanted = first(fields, "switch")
    return wanted if wanted in form.questionnaire.languages else ""
