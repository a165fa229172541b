"""QR codes and printed pages of one channel: what it needs to hang somewhere."""

from __future__ import annotations

import asyncio
from typing import Any, NamedTuple

from babel.dates import format_date
from litestar import Request, Response, get
from litestar.exceptions import NotFoundException

from services.intake.domain.campaign import slug_of
from services.intake.domain.questionnaire import say
from services.intake.operations.draw_kit import FORMATS, Format, Piece, draw_piece
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


class Choice(NamedTuple):
    """How one channel is to be printed. `large`: in large print."""

    format: Format
    language: str
    large: bool = False


@get("/staff/channels/{code:str}", opt=READER)
async def show_channel(code: str, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    """The channel's code, its QR as a picture, and what to download."""
    form = await _form(forms, code, signed_in)
    address = address_of(forms.settings, form)
    return STAFF_PAGES.page("channel.html", FIRST, form=form, address=address, formats=FORMATS, signed_in=signed_in)


@get("/staff/channels/{code:str}/qr.svg", opt=READER)
async def download_svg(code: str, forms: Forms, signed_in: SignedIn) -> Response[bytes]:
    form = await _form(forms, code, signed_in)
    return _file(draw_svg(address_of(forms.settings, form)), "image/svg+xml", f"qr-{form.code}.svg")


@get("/staff/channels/{code:str}/qr.png", opt=READER)
async def download_png(code: str, forms: Forms, signed_in: SignedIn) -> Response[bytes]:
    form = await _form(forms, code, signed_in)
    return _file(draw_png(address_of(forms.settings, form)), "image/png", f"qr-{form.code}.png")


@get("/staff/channels/{code:str}/print/{name:str}", opt=READER)
async def download_piece(
    request: Request[Any, Any, Any], code: str, name: str, forms: Forms, signed_in: SignedIn
) -> Response[bytes]:
    """`a5.pdf`, or another format, in the language that `?lang=` names; with `&large=yes` in large print."""
    form = await _form(forms, code, signed_in)
    picked = next((one for one in FORMATS if name == f"{one}.pdf"), None)
    if picked is None:
        raise NotFoundException
    wanted, large = request.query_params.get("lang", ""), request.query_params.get("large") == "yes"
    language = wanted if wanted in form.questionnaire.languages else form.questionnaire.languages[0]
    piece = piece_of(forms.settings, form, Choice(picked, language, large))
    pdf = await asyncio.to_thread(draw_piece, piece)
    return _file(pdf, "application/pdf", f"{piece.name.replace('/', '-')}.pdf")


def address_of(settings: Settings, form: Form) -> str:
    return f"{settings.address}/q/{form.code}"


def typed_at(settings: Settings) -> str:
    """Where the code can be typed in, as it is printed."""
    return f"{settings.address.split('://')[-1]}/q"


def piece_of(settings: Settings, form: Form, choice: Choice) -> Piece:
    language = choice.language

    def t(key: str, **values: str) -> str:
        return PAGES.texts.say(language, key, **values)

    return Piece(
        name=f"{choice.format}/{slug_of(form.place) or 'ort'}-{form.code}-{language}{'-gross' if choice.large else ''}",
        format=choice.format,
        large=choice.large,
        language=WRITTEN[language].tag,
        direction=WRITTEN[language].direction,
        title=say(form.title, language),
        intro=say(form.intro, language),
        scan=t("flyer-scan"),
        type_in=t("flyer-type", address=typed_at(settings)),
        code=grouped(form.code),
        promise=t("promise", date=format_date(form.promise_on, "long", locale=WRITTEN[language].locale)),
        private=t("private"),
        place=form.place,
        group=form.group,
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
