"""QR codes and the flyer: what a channel needs to hang somewhere."""

from __future__ import annotations

import asyncio
from typing import Any

from babel.dates import format_date
from litestar import Request, Response, get
from litestar.exceptions import NotFoundException

from services.intake.domain.questionnaire import say
from services.intake.operations.draw_flyer import Flyer, draw_flyer
from services.intake.settings import Settings
from services.intake.storage.forms import Form
from services.intake.web.pages import PAGES, STAFF_PAGES
from services.intake.web.shown import Forms
from shared.kit.clock import now
from shared.kit.ids import grouped, read_code
from shared.kit.print.qr import draw_png, draw_svg
from shared.kit.texts import FIRST, WRITTEN
from shared.staff.access import SignedIn, staff

READER = staff("reader")


@get("/staff/channels/{code:str}", opt=READER)
async def show_channel(code: str, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    """The channel's code, its QR as a picture, and what to download."""
    form = await _form(forms, code, signed_in)
    address = address_of(forms.settings, form)
    return STAFF_PAGES.page("channel.html", FIRST, form=form, address=address, signed_in=signed_in)


@get("/staff/channels/{code:str}/qr.svg", opt=READER)
async def download_svg(code: str, forms: Forms, signed_in: SignedIn) -> Response[bytes]:
    form = await _form(forms, code, signed_in)
    return _file(draw_svg(address_of(forms.settings, form)), "image/svg+xml", f"qr-{form.code}.svg")


@get("/staff/channels/{code:str}/qr.png", opt=READER)
async def download_png(code: str, forms: Forms, signed_in: SignedIn) -> Response[bytes]:
    form = await _form(forms, code, signed_in)
    return _file(draw_png(address_of(forms.settings, form)), "image/png", f"qr-{form.code}.png")


@get("/staff/channels/{code:str}/flyer.pdf", opt=READER)
async def download_flyer(
    request: Request[Any, Any, Any], code: str, forms: Forms, signed_in: SignedIn
) -> Response[bytes]:
    """One A5 page in the language that `?lang=` names."""
    form = await _form(forms, code, signed_in)
    wanted = request.query_params.get("lang", "")
    language = wanted if wanted in form.questionnaire.languages else form.questionnaire.languages[0]
    pdf = await asyncio.to_thread(draw_flyer, flyer_of(forms.settings, form, language))
    return _file(pdf, "application/pdf", f"flyer-{form.code}-{language}.pdf")


def address_of(settings: Settings, form: Form) -> str:
    return f"{settings.address}/q/{form.code}"


def flyer_of(settings: Settings, form: Form, language: str) -> Flyer:
    def t(key: str, **values: str) -> str:
        return PAGES.texts.say(language, key, **values)

    return Flyer(
        language=WRITTEN[language].tag,
        direction=WRITTEN[language].direction,
        title=say(form.title, language),
        intro=say(form.intro, language),
        scan=t("flyer-scan"),
        type_in=t("flyer-type", address=f"{settings.address.split('://')[-1]}/q"),
        code=grouped(form.code),
        promise=t("promise", date=format_date(form.promise_on, "long", locale=WRITTEN[language].locale)),
        private=t("private"),
        place=form.place,
        office=t("footer", office=form.office),
        address=address_of(settings, form),
        spoken=t("flyer-spoken", address=address_of(settings, form)),
    )


async def _form(forms: Forms, code: str, signed_in: SignedIn) -> Form:
    form = await forms.find(read_code(code), now())
    if form is None or not signed_in.may("reader", form.district):
        raise NotFoundException
    return form


def _file(content: bytes, media_type: str, name: str) -> Response[bytes]:
    headers = {"Content-Disposition": f'inline; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type=media_type, headers=headers)
