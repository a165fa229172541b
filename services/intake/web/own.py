"""One's own response, behind the receipt: to look at, correct, add to, take back.

Receipt and proof come in form bodies, from the page behind the receipt. Nothing is looked up before the proof is right,
so that these pages say nothing about receipts that somebody makes up. What is to be done is asked first, then done.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec
from litestar import Request, Response, post
from litestar.datastructures import State
from litestar.response import Redirect

from services.intake.domain.answers import read_answers
from services.intake.domain.corrections import MOST_SIGNS, fields_of, is_correctable, read_remark
from services.intake.domain.questionnaire import say
from services.intake.operations.add_remark import add_remark
from services.intake.operations.correct_response import correct_response
from services.intake.operations.withdraw_response import withdraw_response
from services.intake.storage.forms import Form
from services.intake.storage.own import Own, find_own
from services.intake.web.form import GRACE
from services.intake.web.pages import PAGES
from services.intake.web.shown import Forms, Typed, answers_in_words, correction_page
from shared.contracts.receipts import is_proven, receipt_digest
from shared.kit.clock import now
from shared.kit.ids import random_id, read_code
from shared.kit.storage import is_disconnect
from shared.kit.texts import WRITTEN
from shared.kit.web.access import PUBLIC
from shared.kit.web.bodies import Fields, first, read_fields
from shared.kit.web.pages import html
from shared.kit.web.reading import reading

Page = Response[Any]


class Mine(msgspec.Struct, frozen=True):
    """A response and the form it was given in, as its participant has proved to be theirs."""

    receipt: str
    proof: str
    own: Own
    form: Form
    language: str

    @property
    def spoken_in(self) -> str:
        """The form has fewer languages than the pages around it."""
        offered = self.form.questionnaire.languages
        return next(one for one in (self.language, self.own.language, offered[0]) if one in offered)

    @property
    def carried(self) -> dict[str, Any]:
        return {"receipt": self.receipt, "proof": self.proof}


@post("/receipt/answers", opt=PUBLIC, status_code=200)
async def show_answers(request: Request[Any, Any, State], forms: Forms) -> Page:
    """To be corrected as long as the campaign takes responses, to be looked at afterwards."""
    fields = await read_fields(request)
    mine = await _mine(forms, fields)
    if not isinstance(mine, Mine):
        return mine
    if not is_correctable(mine.form.opens_at, mine.form.closes_at, now(), GRACE):
        words = answers_in_words(mine.form, mine.spoken_in, mine.own.answers)
        return PAGES.page("own_answers.html", mine.language, own=mine.own, **mine.carried, **words)
    if first(fields, "go") == "save":
        return await _correct(forms, mine, fields)
    sent_before = "questionnaire" in fields
    return _form(mine, fields if sent_before else fields_of(mine.form.questionnaire, mine.own.answers), fields)


@post("/receipt/remark", opt=PUBLIC, status_code=200)
async def write_remark(request: Request[Any, Any, State], forms: Forms) -> Page:
    fields = await read_fields(request)
    mine = await _mine(forms, fields)
    if not isinstance(mine, Mine):
        return mine
    text = read_remark(first(fields, "text"))
    if first(fields, "go") != "send":
        return _remark(mine, fields)
    if not text:
        return _remark(mine, fields, PAGES.texts.say(mine.language, "own-remark-empty"))
    if len(text) > MOST_SIGNS:
        said = PAGES.texts.say(mine.language, "fault-too_long", limit=MOST_SIGNS, length=len(text))
        return _remark(mine, fields, said)
    return await _add(forms, mine, fields, text)


@post("/receipt/withdraw", opt=PUBLIC, status_code=200)
async def withdraw(request: Request[Any, Any, State], forms: Forms) -> Page:
    fields = await read_fields(request)
    mine = await _mine(forms, fields, also_held=True)
    if not isinstance(mine, Mine):
        return mine
    if first(fields, "go") != "withdraw":
        return _ask_withdrawal(mine)
    try:
        await forms.database.run(lambda session: withdraw_response(session, mine.own.response_id, now()))
    except Exception as error:
        if not is_disconnect(error):
            raise
        return _ask_withdrawal(mine, "own-away")
    return _done(mine, "withdrawn")


async def _mine(forms: Forms, fields: Fields, *, also_held: bool = False) -> Mine | Page:
    """Without a proof the way leads to where receipts are typed in; of a withdrawn response nothing is left to show."""
    language = first(fields, "switch") or first(fields, "language")
    language = language if language in WRITTEN else "de"
    receipt, proof = read_code(first(fields, "receipt")), first(fields, "proof")
    if not is_proven(forms.settings.secret, receipt, proof):
        return Redirect(f"/receipt?lang={language}{reading().query}", status_code=303)
    digest = receipt_digest(forms.settings.secret, receipt)
    own = await forms.database.run(lambda session: find_own(session, digest, also_held=also_held))
    form = await forms.find(own.code, now()) if own else None
    if own is None or form is None:
        return Redirect(f"/receipt?lang={language}{reading().query}", status_code=303)
    mine = Mine(receipt, proof, own, await forms.as_shown(form, str(own.questionnaire_id)), language)
    return _done(mine, "withdrawn") if own.withdrawn_at else mine


def _form(mine: Mine, typed: Fields, fields: Fields, **more: Any) -> Page:
    live = first(fields, "live") == "1"
    body = correction_page(mine.form, mine.spoken_in, Typed(typed, **more), live, mine.carried)
    return html(body, mine.spoken_in, 422 if more else 200)


async def _correct(forms: Forms, mine: Mine, fields: Fields) -> Page:
    read = read_answers(mine.form.questionnaire, fields)
    if read.faults or not read.answers:
        return _form(mine, fields, fields, faults=read.faults, notice="" if read.faults else "own-empty")
    own_id = mine.own.response_id
    try:
        changed = await forms.database.run(lambda session: correct_response(session, own_id, read.answers, now()))
    except Exception as error:
        if not is_disconnect(error):
            raise
        return _form(mine, fields, fields, notice="own-away")
    return _done(mine, "saved" if changed else "same")


def _remark(mine: Mine, fields: Fields, fault: str = "", notice: str = "") -> Page:
    return PAGES.page(
        "own_remark.html",
        mine.language,
        status=422 if fault or notice else 200,
        own=mine.own,
        form=mine.form,
        remark_id=_remark_id(fields),
        typed=first(fields, "text"),
        fault=fault,
        notice=notice,
        **mine.carried,
    )


async def _add(forms: Forms, mine: Mine, fields: Fields, text: str) -> Page:
    own_id, remark_id = mine.own.response_id, _remark_id(fields)
    try:
        added = await forms.database.run(lambda session: add_remark(session, own_id, remark_id, text, now()))
    except Exception as error:
        if not is_disconnect(error):
            raise
        return _remark(mine, fields, notice="own-away")
    return _done(mine, "remarked") if added else _remark(mine, fields, notice="own-remark-many")


def _remark_id(fields: Fields) -> UUID:
    """Of the form, so that a second tap adds nothing."""
    try:
        return UUID(first(fields, "remark"))
    except ValueError:
        return random_id()


def _ask_withdrawal(mine: Mine, notice: str = "") -> Page:
    values: dict[str, Any] = {"form": mine.form, "title": say(mine.form.title, mine.language), "notice": notice}
    status = 503 if notice else 200
    return PAGES.page("own_withdraw.html", mine.language, status=status, **values, **mine.carried)


def _done(mine: Mine, done: str) -> Page:
    """The same page however often it is sent."""
    return PAGES.page("own_done.html", mine.language, done=done, **mine.carried)
