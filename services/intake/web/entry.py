"""Typing in sheets of paper, one after the other, and counting the dots of a workshop.

The same pages for staff (/staff/entry/CODE) and for facilitators with the channel's PIN (/entry/CODE).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

import structlog
from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.domain.answers import PREFIX, Fault, read_answers
from services.intake.domain.entry import (
    SOURCES,
    EnteredAs,
    dot_choices,
    dot_field,
    dotted,
    forgiving,
    is_pin,
    read_dots,
)
from services.intake.domain.passes import PassOverError, is_pass
from services.intake.domain.questionnaire import Question, say
from services.intake.domain.tokens import TokenError, read_response_id, sign_response_id
from services.intake.operations.check_pin import check_pin, find_pin, set_pin
from services.intake.operations.count_dots import count_dots, take_back_dots
from services.intake.operations.enter_sheet import WrongPassError, enter_sheet, is_double
from services.intake.operations.receive_response import Sent, receipt_of
from services.intake.operations.release_held import take_back
from services.intake.storage.forms import Form
from services.intake.storage.held import count_entered, find_entered
from services.intake.storage.tallies import list_tallies
from services.intake.web.facilitators import admitting, is_facilitator, typed_pin
from services.intake.web.form import GRACE
from services.intake.web.layout import WHOLE, Where, lay_out, typed_values
from services.intake.web.pages import PAGES
from services.intake.web.shown import MOST_LISTED, MOUTHS, Forms
from shared.kit.clock import now
from shared.kit.ids import random_id, read_code
from shared.kit.texts import FIRST
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import Fields, first, read_fields
from shared.kit.web.pages import html
from shared.staff.access import SignedIn, require, staff

log = structlog.get_logger()
EDITOR: Final = staff("editor")
STAFF: Final = "/staff/entry/{code:str}"
FACILITATOR: Final = "/entry/{code:str}"
UNREADABLE: Final = 422
#: Page tokens of sheets open no form, and those of forms no sheet.
PURPOSE: Final = "sheet "
DONE: Final = frozenset({"taken-back", "too-late", "pin", "tally", "tally-back"})


class Desk(NamedTuple):
    """Where somebody types. `base`: address of its pages; `by`: None for a facilitator."""

    form: Form
    base: str
    by: SignedIn | None

    @property
    def account_id(self) -> UUID | None:
        return self.by.account_id if self.by else None


class Sheet(NamedTuple):
    """What stays from sheet to sheet: the language and how it was said."""

    language: str
    source: EnteredAs


@get(STAFF, opt=EDITOR)
async def show_entry(request: Request[Any, Any, Any], code: str, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    return await _show(request, forms, await _staff_desk(forms, code, signed_in))


@post(STAFF, opt=EDITOR, status_code=303)
async def enter(request: Request[Any, Any, Any], code: str, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    return await _enter(request, forms, await _staff_desk(forms, code, signed_in))


@post(STAFF + "/back", opt=EDITOR, status_code=303)
async def undo(request: Request[Any, Any, Any], code: str, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    return await _undo(request, forms, await _staff_desk(forms, code, signed_in))


@get(STAFF + "/tally", opt=EDITOR)
async def show_tally(request: Request[Any, Any, Any], code: str, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    return await _show_tally(request, forms, await _staff_desk(forms, code, signed_in))


@post(STAFF + "/tally", opt=EDITOR, status_code=303)
async def count(request: Request[Any, Any, Any], code: str, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    return await _count(request, forms, await _staff_desk(forms, code, signed_in))


@post(STAFF + "/pin", opt=EDITOR, status_code=303)
async def choose_pin(request: Request[Any, Any, Any], code: str, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    """`pin`: six to ten digits, for facilitators and for leaving a kiosk."""
    desk, pin = await _staff_desk(forms, code, signed_in), await typed_pin(request)
    if not is_pin(pin):
        return await _entry_page(forms, desk, Sheet(desk.form.questionnaire.languages[0], "paper"), fault="pin")
    at = now()
    await forms.database.run(lambda session: set_pin(session, forms.settings, desk.form.channel_id, pin, signed_in, at))
    return _on(desk, done="pin")


@get(FACILITATOR, opt=PUBLIC)
async def show_desk(request: Request[Any, Any, Any], code: str, forms: Forms) -> Response[Any]:
    desk = await _facilitator_desk(request, forms, code)
    return await _show(request, forms, desk) if desk else _ask_pin(code)


@post(FACILITATOR + "/pin", opt=PUBLIC, status_code=303)
async def let_in(request: Request[Any, Any, Any], code: str, forms: Forms) -> Response[Any]:
    form, pin, at = await _form(forms, code), await typed_pin(request), now()
    checked = await forms.database.run(lambda session: check_pin(session, forms.settings, form.channel_id, pin, at))
    if checked != "right":
        log.info("pin.refused", channel_id=str(form.channel_id), reason=checked)
        return _ask_pin(code, checked)
    answer = Redirect(f"/entry/{form.code}", status_code=303)
    answer.cookies.append(await admitting(forms, form, at))
    return answer


@post(FACILITATOR, opt=PUBLIC, status_code=303)
async def enter_at_desk(request: Request[Any, Any, Any], code: str, forms: Forms) -> Response[Any]:
    desk = await _facilitator_desk(request, forms, code)
    return await _enter(request, forms, desk) if desk else _ask_pin(code)


@post(FACILITATOR + "/back", opt=PUBLIC, status_code=303)
async def undo_at_desk(request: Request[Any, Any, Any], code: str, forms: Forms) -> Response[Any]:
    desk = await _facilitator_desk(request, forms, code)
    return await _undo(request, forms, desk) if desk else _ask_pin(code)


@get(FACILITATOR + "/tally", opt=PUBLIC)
async def show_tally_at_desk(request: Request[Any, Any, Any], code: str, forms: Forms) -> Response[Any]:
    desk = await _facilitator_desk(request, forms, code)
    return await _show_tally(request, forms, desk) if desk else _ask_pin(code)


@post(FACILITATOR + "/tally", opt=PUBLIC, status_code=303)
async def count_at_desk(request: Request[Any, Any, Any], code: str, forms: Forms) -> Response[Any]:
    desk = await _facilitator_desk(request, forms, code)
    return await _count(request, forms, desk) if desk else _ask_pin(code)


async def _show(request: Request[Any, Any, Any], forms: Forms, desk: Desk) -> Response[Any]:
    """`last`: the sheet before, as long as it can be taken back."""
    asked = request.query_params
    sheet = _sheet({"lang": [asked.get("lang", "")], "source": [asked.get("source", "")]}, desk.form)
    last = await _last(forms, desk, asked.get("last", ""), now())
    return await _entry_page(forms, desk, sheet, last=last, done=asked.get("done", ""))


async def _enter(request: Request[Any, Any, Any], forms: Forms, desk: Desk) -> Response[Any]:
    """One sheet. What cannot be read comes back with all that was typed; the same sheet twice is asked about."""
    fields, at = await read_fields(request), now()
    form, sheet = await forms.as_shown(desk.form, first(fields, "questionnaire")), _sheet(fields, desk.form)
    desk = desk._replace(form=form)
    try:
        sheet_id = read_response_id(forms.settings.token_key, first(fields, "token"), PURPOSE + form.code)
    except TokenError:
        return await _entry_page(forms, desk, sheet, fields, fault="old")
    if not form.opens_at <= at < form.closes_at + GRACE:
        return await _entry_page(forms, desk, sheet, fields, fault="closed")
    reading = read_answers(forgiving(form.questionnaire), fields)
    code = read_code(first(fields, "pass"))
    if reading.faults or not reading.answers or (form.by_pass and not code):
        fault = "" if reading.faults else "empty" if not reading.answers else "pass-missing"
        return await _entry_page(forms, desk, sheet, fields, faults=reading.faults, fault=fault)
    sent = Sent(sheet_id, sheet.language, reading.answers, at, source=sheet.source)
    return await _store(forms, desk, sheet, fields, code, sent)


async def _store(forms: Forms, desk: Desk, sheet: Sheet, fields: Fields, code: str, sent: Sent) -> Response[Any]:
    try:
        asked = first(fields, "go") == "anyway"
        entered = await forms.database.run(lambda session: _take(session, forms, desk, code, sent, sure=asked))
    except PassOverError as over:
        return await _entry_page(forms, desk, sheet, fields, fault=f"pass-{over.state}")
    except WrongPassError:
        return await _entry_page(forms, desk, sheet, fields, fault="pass-wrong")
    if entered is None:
        return await _entry_page(forms, desk, sheet, fields, fault="double")
    log.info("sheet.entered", channel_id=str(desk.form.channel_id), source=sheet.source)
    return _on(desk, lang=sheet.language, source=sheet.source, last=str(entered))


async def _take(session: AsyncSession, forms: Forms, desk: Desk, code: str, sent: Sent, *, sure: bool) -> UUID | None:
    """None for a sheet that looks like one typed in before, unless somebody is sure that it is another."""
    if not sure and await is_double(session, desk.form, sent):
        return None
    return await enter_sheet(session, forms.settings, desk.form, code, sent)


async def _undo(request: Request[Any, Any, Any], forms: Forms, desk: Desk) -> Response[Any]:
    fields, at = await read_fields(request), now()
    sheet = _sheet(fields, desk.form)
    last = _uuid(first(fields, "last"))
    taken = last is not None and await forms.database.run(
        lambda session: take_back(session, desk.form.channel_id, last, at)
    )
    return _on(desk, lang=sheet.language, source=sheet.source, done="taken-back" if taken else "too-late")


async def _show_tally(request: Request[Any, Any, Any], forms: Forms, desk: Desk) -> Response[Any]:
    return await _tally_page(forms, desk, done=request.query_params.get("done", ""))


async def _count(request: Request[Any, Any, Any], forms: Forms, desk: Desk) -> Response[Any]:
    """Numbers of dots, or with `go=back` the last count taken back."""
    fields, at, form = await read_fields(request), now(), desk.form
    if first(fields, "go") == "back":
        taken = await forms.database.run(lambda session: take_back_dots(session, form, at))
        return _on(desk, "/tally", done="tally-back" if taken else "")
    dots, faults = read_dots(form.questionnaire, fields)
    try:
        count_id = read_response_id(forms.settings.token_key, first(fields, "token"), PURPOSE + form.code)
    except TokenError:
        return await _tally_page(forms, desk, fields, fault="old")
    if faults or not dots:
        return await _tally_page(forms, desk, fields, faults=faults, fault="" if faults else "empty")
    await forms.database.run(lambda session: count_dots(session, form, dots, count_id, desk.account_id, at))
    log.info("tally.counted", channel_id=str(form.channel_id), answers=len(dots))
    return _on(desk, "/tally", done="tally")


async def _entry_page(
    forms: Forms,
    desk: Desk,
    sheet: Sheet,
    fields: Fields | None = None,
    *,
    faults: tuple[Fault, ...] = (),
    fault: str = "",
    last: Mapping[str, Any] | None = None,
    done: str = "",
) -> Response[str]:
    """In the language of the sheet, so that both can be compared; what is about typing it in is in German."""
    form, typed = desk.form, fields or {}
    layout = lay_out(form.questionnaire, typed, Where(WHOLE))
    by_key = {one.question: one for one in faults}
    values = {
        "desk": desk,
        "form": form,
        "sheet": sheet,
        "sources": SOURCES,
        "token": _token(forms, form, typed, fault),
        "layout": layout,
        "prefix": PREFIX,
        "typed": typed_values(layout.questions, typed),
        "passed": first(typed, "pass"),
        "fault_of": by_key,
        "faults": [(one, by_key[one.key]) for one in layout.questions if one.key in by_key],
        "fault": fault,
        "last": last,
        "done": done if done in DONE else "",
        "has_pin": await forms.database.run(lambda session: find_pin(session, form.channel_id)) is not None,
        "entered": await forms.database.run(lambda session: count_entered(session, form)),
        "mouths": MOUTHS,
        "most_listed": MOST_LISTED,
        "forgotten": "",
    }
    page = html(PAGES.render("entry.html", sheet.language, **values), sheet.language)
    page.status_code = UNREADABLE if fault or faults else 200
    return page


async def _tally_page(
    forms: Forms,
    desk: Desk,
    fields: Fields | None = None,
    *,
    faults: Mapping[str, str] | None = None,
    fault: str = "",
    done: str = "",
) -> Response[str]:
    form, typed = desk.form, fields or {}
    counted = await forms.database.run(lambda session: list_tallies(session, form.campaign_id))
    here = {(one.question, one.choice): one.dots for one in counted if one.channel_id == form.channel_id}
    return PAGES.page(
        "tally.html",
        FIRST,
        status=UNREADABLE if fault or faults else 200,
        desk=desk,
        form=form,
        token=_token(forms, form, typed, fault),
        questions=[(one, [(choice, dot_name(one, choice)) for choice in dot_choices(one)]) for one in _dotted(form)],
        dot_field=dot_field,
        typed=typed,
        counted=here,
        faults=faults or {},
        fault=fault,
        done=done if done in DONE else "",
    )


def dot_name(question: Question, choice: str) -> str:
    """What stands beside the dots, in German."""
    if question.kind in ("scale", "smiley"):
        ends = {"1": question.low, str(question.numbers[-1]): question.high}
        return f"{choice} – {say(ends[choice], FIRST)}" if ends.get(choice) else choice
    return say(next(one for one in question.choices if one.key == choice).label, FIRST)


def _dotted(form: Form) -> tuple[Question, ...]:
    return dotted(form.questionnaire)


def _token(forms: Forms, form: Form, typed: Fields, fault: str) -> str:
    """A sheet that comes back to be mended stays the same sheet."""
    kept = first(typed, "token") if fault != "old" else ""
    return kept or sign_response_id(forms.settings.token_key, random_id(), PURPOSE + form.code)


async def _last(forms: Forms, desk: Desk, typed: str, at: datetime) -> dict[str, Any] | None:
    response_id = _uuid(typed)
    if response_id is None:
        return None
    found = await forms.database.run(lambda session: find_entered(session, desk.form.channel_id, response_id, at))
    if found is None:
        return None
    receipt = receipt_of(forms.settings, found.id, found.receipt_attempt)
    return {"id": found.id, "receipt": "" if found.source == "paper" else receipt}


def _sheet(fields: Fields, form: Form) -> Sheet:
    language, source = first(fields, "lang"), first(fields, "source")
    spoken = language if language in form.questionnaire.languages else form.questionnaire.languages[0]
    return Sheet(spoken, source if source in SOURCES else "paper")


def _uuid(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None


def _on(desk: Desk, path: str = "", **asked: str) -> Redirect:
    query = "&".join(f"{name}={value}" for name, value in asked.items() if value)
    return Redirect(f"{desk.base}{path}" + (f"?{query}" if query else ""), status_code=303)


def _ask_pin(code: str, checked: str = "") -> Response[str]:
    status = {"": 200, "locked": 429}.get(checked, 403)
    return PAGES.page("entry_pin.html", FIRST, status=status, code=read_code(code), checked=checked)


async def _staff_desk(forms: Forms, code: str, signed_in: SignedIn) -> Desk:
    form = await _form(forms, code)
    require(signed_in, "editor", form.district)
    return Desk(form, f"/staff/entry/{form.code}", signed_in)


async def _facilitator_desk(request: Request[Any, Any, Any], forms: Forms, code: str) -> Desk | None:
    """None for somebody who has not typed the PIN, or whose day is over."""
    form = await _form(forms, code)
    admitted = await is_facilitator(request, forms, form, now())
    return Desk(form, f"/entry/{form.code}", None) if admitted else None


async def _form(forms: Forms, code: str) -> Form:
    form = await forms.find(read_code(code), now())
    if form is None or is_pass(form.code):
        raise NotFoundException
    return form
