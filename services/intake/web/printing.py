"""QR codes and printed pages of one channel: what it needs to hang somewhere."""

from __future__ import annotations

import asyncio
from typing import Any

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException

from services.intake.domain.kits import FORMATS, Choice
from services.intake.operations.compose_piece import address_of, compose_piece
from services.intake.operations.draw_kit import draw_piece
from services.intake.storage.forms import Form
from services.intake.web.pages import STAFF_PAGES
from services.intake.web.shown import Forms
from shared.kit.clock import now
from shared.kit.ids import read_code
from shared.kit.print.qr import draw_png, draw_svg
from shared.kit.texts import FIRST
from shared.staff.access import SignedIn, staff

READER = staff("reader")


@get("/staff/channels/{code:str}", opt=READER)
async def show_channel(code: str, forms: Forms, signed_in: SignedIn) -> Response[Any]:
    """The channel's code, its QR as a picture, and what to download."""
    form = await _form(forms, code, signed_in)
    address = address_of(forms.settings, form.code)
    return STAFF_PAGES.page("channel.html", FIRST, form=form, address=address, formats=FORMATS, signed_in=signed_in)


@get("/staff/channels/{code:str}/qr.svg", opt=READER)
async def download_svg(code: str, forms: Forms, signed_in: SignedIn) -> Response[bytes]:
    form = await _form(forms, code, signed_in)
    return _file(draw_svg(address_of(forms.settings, form.code)), "image/svg+xml", f"qr-{form.code}.svg")


@get("/staff/channels/{code:str}/qr.png", opt=READER)
async def download_png(code: str, forms: Forms, signed_in: SignedIn) -> Response[bytes]:
    form = await _form(forms, code, signed_in)
    return _file(draw_png(address_of(forms.settings, form.code)), "image/png", f"qr-{form.code}.png")


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
    piece = compose_piece(forms.settings, form, Choice(picked, language, large))
    pdf = await asyncio.to_thread(draw_piece, piece)
    return _file(pdf, "application/pdf", f"{piece.name.replace('/', '-')}.pdf")


async def _form(forms: Forms, code: str, signed_in: SignedIn) -> Form:
    form = await forms.find(read_code(code), now())
    if form is None or not signed_in.may("reader", form.district):
        raise NotFoundException
    return form


def _file(content: bytes, media_type: str, name: str) -> Response[bytes]:
    headers = {"Content-Disposition": f'inline; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type=media_type, headers=headers)
