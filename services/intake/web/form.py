"""The form: GET shows it, POST takes it in. No cookie, no script needed, one request."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.response import Redirect
from msgspec.structs import replace

from services.intake.domain.answers import Reading, read_answers
from services.intake.domain.begun import CODE_LENGTH, carry_over, expiry
from services.intake.domain.flow import is_plain
from services.intake.domain.passes import PassOverError
from services.intake.domain.tokens import TokenError, read_response_id, sign_response_id
from services.intake.operations.hold_response import Holding, hold_response
from services.intake.operations.receive_response import Received, Sent, receive_response
from services.intake.operations.save_begun import Unfinished, digest_of, open_pass, save_begun
from services.intake.operations.use_pass import receive_by_pass
from services.intake.settings import Settings
from services.intake.storage.begun import Begun, find_begun
from services.intake.storage.channels import Successor, find_successor
from services.intake.storage.forms import Form
from services.intake.web.layout import CHECK, WHOLE, Where
from services.intake.web.pages import PAGES
from services.intake.web.passes import pass_over, turned_away, wants_pass
from services.intake.web.shown import FLAGS, Forms, Saved, Typed, empty_page, kiosk_thanks_page, saved_page, thanks_page
from services.intake.web.steps import Page, Visit, go_back, go_on, go_to, go_to_check, kept_for_back, show
from services.intake.web.suspicion import ask_for_a_moment, host_of, weigh
from shared.kit.clock import now
from shared.kit.ids import random_id, read_code
from shared.kit.storage import is_disconnect
from shared.kit.texts import LANGUAGES, nearest_language
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import Fields, first, read_fields
from shared.kit.web.pages import html
from shared.kit.web.reading import reading

#: A form that was opened in time may arrive this much later: the network was bad, not the person.
GRACE: Final = timedelta(days=1)


@get("/q", opt=PUBLIC)
async def enter_code(request: Request[Any, Any, State], code: str = "") -> Response[Any]:
    """Where somebody without a camera types the code from the poster."""
    language = _interface_language(request, tuple(LANGUAGES))
    typed = read_code(code)
    return _to_form(typed, language) if typed else _ask_code(language, code, "code-missing" if code else "")


@post("/q", opt=PUBLIC, status_code=200)
async def take_code(request: Request[Any, Any, State], forms: Forms) -> Response[Any]:
    """The code of a poster leads to its form, the code of a response to where it was left: that one into no address."""
    fields = await read_fields(request)
    language = first(fields, "lang") if first(fields, "lang") in LANGUAGES else next(iter(LANGUAGES))
    code = read_code(first(fields, "code"))
    if len(code) == CODE_LENGTH:
        return await _resume(request, forms, code, language)
    return _to_form(code, language) if code else _ask_code(language, first(fields, "code"), "code-missing")


@get("/q/{code:str}", opt=PUBLIC)
async def show_form(
    request: Request[Any, Any, State], code: str, forms: Forms, whole: bool = False, kiosk: bool = False
) -> Page:
    """`whole`: all pages in one document, for a browser that will have no network. `kiosk`: for many people in turn.

    What a device keeps of a kiosk's form is always for many people.
    """
    at, typed = now(), read_code(code)
    if len(typed) == CODE_LENGTH:
        return await _resume(request, forms, typed, _interface_language(request, tuple(LANGUAGES)))
    form = await forms.find(typed, at)
    if form is None:
        return _unknown_code(request, code)
    language = _interface_language(request, form.questionnaire.languages)
    if not form.opens_at <= at < form.closes_at:
        return await _not_open(forms, form, language, at)
    if refused := await turned_away(forms, form, language):
        return refused
    if not whole:
        forms.visits.note_opened(request, form, at)
    token = sign_response_id(forms.settings.token_key, random_id(), form.code, at)
    where = Where(WHOLE if whole else "", kiosk=form.channel_kind == "kiosk" and (kiosk or whole))
    return kept_for_back(form, html(empty_page(form, language, token, where), language))


@post("/q/{code:str}", opt=PUBLIC, status_code=200)
async def send_form(request: Request[Any, Any, State], code: str, forms: Forms) -> Page:
    at, settings = now(), forms.settings
    form = await forms.find(read_code(code), at)
    if form is None:
        return _unknown_code(request, code)
    fields = await read_fields(request)
    form = await forms.as_shown(form, first(fields, "questionnaire"))
    language = _spoken(fields, form)
    if not form.opens_at <= at < form.closes_at + GRACE:
        return await _not_open(forms, form, language, at)
    if wants_pass(form):
        return await turned_away(forms, form, language) or _unknown_code(request, code)
    token, where = first(fields, "token"), _where(fields)
    try:
        response_id = read_response_id(settings.token_key, token, form.code)
        visit = Visit(form, response_id, token, language, fields, where, at, host_of(request))
    except TokenError:
        return _again(form, settings, fields, language, where)
    if switched := _switched(fields, form, language):
        return await _turned(forms, visit, switched)
    _note_started(forms, visit)
    return await _act(forms, visit, first(fields, "go"))


async def _turned(forms: Forms, visit: Visit, language: str) -> Page:
    """The same page in another language, or to be read in another way: also the one with the code."""
    if first(visit.fields, "page") == "saved":
        return await _save(forms, replace(visit, language=language))
    return show(visit, visit.where, language=language)


async def _act(forms: Forms, visit: Visit, go: str) -> Page:
    """What the button that was pressed asks for. A form that came whole, from a page or a machine, names none."""
    if go == "save":
        return await _save(forms, visit)
    if go == "back":
        return go_back(visit)
    if go == "on":
        return show(visit, visit.where)
    if go.startswith("to:"):
        return go_to(visit, go.removeprefix("to:"))
    if go == "send" or visit.where.step in ("", WHOLE) or is_plain(visit.questionnaire):
        return await _send(forms, visit)
    return go_on(visit)


async def _send(forms: Forms, visit: Visit) -> Page:
    reading = read_answers(visit.questionnaire, visit.fields)
    if reading.faults or not reading.answers:
        return _mend(visit, reading)
    sent = Sent(visit.response_id, visit.language, reading.answers, visit.at, visit.where.saved)
    judgement, signs = await weigh(forms, visit, len(reading.answers))
    if judgement == "ask":
        return ask_for_a_moment(forms, visit)
    try:
        received = await _store(forms, visit.form, sent, signs if judgement == "hold" else ())
    except PassOverError as over:
        return pass_over(visit.form, visit.language, over.state)
    except Exception as error:
        if not is_disconnect(error):
            raise
        return show(visit, visit.where, notice="notice-away", status=503)
    if visit.where.kiosk and visit.form.channel_kind == "kiosk":
        return html(kiosk_thanks_page(visit.form, forms.settings, visit.language, received.receipt), visit.language)
    return _thanks(visit.form, forms.settings, visit.language, received)


async def _store(forms: Forms, form: Form, sent: Sent, signs: Sequence[str] = ()) -> Received:
    """`signs`: why a person is to read it first."""
    if signs:
        holding = Holding(signs)
        return await forms.database.run(lambda session: hold_response(session, forms.settings, form, sent, holding))
    if form.by_pass:
        return await forms.database.run(lambda session: receive_by_pass(session, forms.settings, form, form.code, sent))
    run = forms.database.run if sent.saved else forms.database.run_statement
    return await run(lambda session: receive_response(session, forms.settings, form, sent))


def _mend(visit: Visit, reading: Reading) -> Page:
    """The page with what is wrong, or the first of the pages; nothing at all to send is wrong everywhere."""
    if visit.where.step == CHECK and reading.faults:
        return go_to_check(visit)
    where = (
        Where(live=visit.where.live, saved=visit.where.saved, kiosk=visit.where.kiosk)
        if visit.where.step == CHECK
        else visit.where
    )
    return show(visit, where, faults=reading.faults, notice="" if reading.faults else "notice-empty", status=422)


async def _save(forms: Forms, visit: Visit) -> Page:
    """Keeps what was typed and shows the code, or everything again if the database is away."""
    form, typed = visit.form, carry_over(visit.questionnaire, visit.fields)
    until = expiry(visit.at, form.closes_at + GRACE)
    unfinished = Unfinished(visit.response_id, visit.language, visit.where.step, typed, until)
    try:
        code = await forms.database.run(lambda session: save_begun(session, forms.settings, form, unfinished, visit.at))
    except Exception as error:
        if not is_disconnect(error):
            raise
        return show(visit, visit.where, notice="notice-save-away", status=503)
    saved = Saved(code, f"{forms.settings.address.split('://')[-1]}/q", until)
    return html(saved_page(form, visit.language, visit.token, Typed(visit.fields), visit.where, saved), visit.language)


async def _resume(request: Request[Any, Any, State], forms: Forms, code: str, language: str) -> Page:
    """The page where a response was left. Wrong codes make every look-up slower."""
    at, host = now(), request.client.host if request.client else ""
    admission = await forms.database.run_statement(lambda session: forms.guesses.begin(session, host, at))
    if admission.refused:
        return PAGES.page("code.html", language, status=429, typed="", unknown="saved-slow")
    await asyncio.sleep(admission.pause_s)
    begun = await forms.database.run(lambda session: find_begun(session, digest_of(forms.settings, code), at))
    form = await forms.find(_code_of(forms, begun, code), at) if begun else None
    if begun is None or form is None:
        return PAGES.page("code.html", language, status=404, typed="", unknown="saved-unknown")
    await forms.database.run_statement(lambda session: forms.guesses.found(session, host, at))
    return await _continue(forms, form, begun)


def _code_of(forms: Forms, begun: Begun, code: str) -> str:
    """Of the channel it was begun at, or of the pass that opened it there."""
    return open_pass(forms.settings, code, begun.sealed_pass) if begun.sealed_pass else begun.code


async def _continue(forms: Forms, form: Form, begun: Begun) -> Page:
    at = now()
    language = begun.language if begun.language in form.questionnaire.languages else form.questionnaire.languages[0]
    if not form.opens_at <= at < form.closes_at + GRACE:
        return await _not_open(forms, form, language, at)
    if refused := await turned_away(forms, form, language):
        return refused
    token = sign_response_id(forms.settings.token_key, begun.response_id, form.code)
    fields = carry_over(form.questionnaire, begun.fields)
    visit = Visit(form, begun.response_id, token, language, fields, Where(begun.step, saved=True), at)
    if begun.step == CHECK:
        return go_to_check(visit)
    return show(visit, visit.where, notice="" if form.questionnaire_id == begun.questionnaire_id else "saved-changed")


def _thanks(form: Form, settings: Settings, language: str, received: Received) -> Page:
    return html(thanks_page(form, settings, language, received.receipt, changed=received.changed), language)


def _again(form: Form, settings: Settings, fields: Fields, language: str, where: Where) -> Page:
    """The page with all that was typed and a new response id: the one that came was not made for this channel."""
    response_id = random_id()
    token = sign_response_id(settings.token_key, response_id, form.code)
    visit = Visit(form, response_id, token, language, fields, where._replace(saved=False), now())
    return show(visit, visit.where, notice="notice-send-again", status=422)


def _where(fields: Fields) -> Where:
    """The place in the form that a page says it was."""
    return Where(first(fields, "step"), *(first(fields, name) == "1" for name in FLAGS))


def _to_form(code: str, language: str) -> Redirect:
    return Redirect(f"/q/{code}?lang={language}{reading().query}", status_code=303)


def _ask_code(language: str, typed: str, fault: str = "") -> Page:
    return PAGES.page("code.html", language, status=422 if fault else 200, typed=typed, unknown=fault)


def _unknown_code(request: Request[Any, Any, State], code: str) -> Page:
    language = _interface_language(request, tuple(LANGUAGES))
    return PAGES.page("code.html", language, status=404, typed=code, unknown="code-unknown")


async def _not_open(forms: Forms, form: Form, language: str, at: datetime) -> Page:
    """Too early, or over: then it leads to the results, on to where somebody may take part now, and to what there is
    in the district.
    """
    if at < form.opens_at:
        return PAGES.page("not_open.html", language, form=form, early=True)
    values = {"successor": await _successor(forms, form, at), "offers": await forms.has_offers(form.district)}
    return PAGES.page("not_open.html", language, status=410, form=form, early=False, **values)


async def _successor(forms: Forms, form: Form, at: datetime) -> Successor | None:
    """None as well while the database is away: the way to the results needs none."""
    try:
        return await forms.database.run(lambda session: find_successor(session, form.channel_id, at), patience_s=0)
    except Exception as error:
        if not is_disconnect(error):
            raise
        return None


def _note_started(forms: Forms, visit: Visit) -> None:
    """Whoever sends the first of several pages has begun."""
    if is_plain(visit.questionnaire) or visit.where.step in (CHECK, WHOLE):
        return
    if visit.number in visit.ways[:1]:
        forms.visits.note_started(visit.form, visit.response_id, visit.at)


def _interface_language(request: Request[Any, Any, State], offered: tuple[str, ...]) -> str:
    """What the address asks for, else what the browser prefers."""
    wanted = request.query_params.get("lang", "")
    return wanted if wanted in offered else nearest_language(request.headers.get("accept-language", ""), offered)


def _spoken(fields: Fields, form: Form) -> str:
    language = first(fields, "language")
    return language if language in form.questionnaire.languages else form.questionnaire.languages[0]


def _switched(fields: Fields, form: Form, language: str) -> str:
    """The language to go on in, if a button for the language or for how to read was pressed."""
    if "look" in fields:
        return language
    wanted = first(fields, "switch")
    return wanted if wanted in form.questionnaire.languages else ""
