"""QR codes that scan from print: error correction Q, four modules of quiet zone (ISO/IEC 18004)."""

from __future__ import annotations

import io
from typing import Any

import qrcode
from qrcode.image.pil import PilImage
from qrcode.image.svg import SvgPathImage

QUIET_MODULES = 4
#: At 12 pixels a module, a code of 33 modules prints at 300 dpi in about 4 cm.
PIXELS_PER_MODULE = 12


def draw_svg(address: str) -> bytes:
    """An SVG with a white ground, so that it also scans on a coloured or dark page."""
    image = _code(address).make_image(image_factory=_OnWhite)
    drawn = io.BytesIO()
    image.save(drawn)
    return drawn.getvalue()


def draw_png(address: str) -> bytes:
    image = _code(address).make_image(image_factory=PilImage)
    drawn = io.BytesIO()
    image.save(drawn, "PNG")
    return drawn.getvalue()


class _OnWhite(SvgPathImage):
    background = "white"


def _code(address: str) -> qrcode.QRCode[Any]:
    code: qrcode.QRCode[Any] = qrcode.QRCode(
        error_correction=qrcode.ERROR_CORRECT_Q, border=QUIET_MODULES, box_size=PIXELS_PER_MODULE
    )
    code.add_data(address)
    code.make(fit=True)
    return code
