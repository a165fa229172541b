"""QR codes that scan from print: error correction Q, four modules of quiet zone (ISO/IEC 18004)."""

from __future__ import annotations

import io
import re
from functools import lru_cache, reduce
from operator import xor
from typing import Any, Final

import qrcode
from markupsafe import Markup
from qrcode.image.pil import PilImage
from qrcode.image.svg import SvgPathImage
from qrcode.util import QRData

from shared.kit.ids import DIGITS

QUIET_MODULES = 4
#: The mode of a QR code that holds bytes as they are (ISO/IEC 18004, 7.3).
BYTES: Final = 4
#: From which signs letters and digits of a code differ by their lowest bits only, and how many bits those are.
_GROUND: Final = {False: ("@", 5), True: ("0", 4)}
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


def inline_svg(ahead: str, code: str, label: str) -> Markup:
    """The QR code of `ahead` + `code` (of the house's alphabet) as an element that stands in a page and prints well.

    A page for everybody who answers must not wait for a QR code to be worked out (5 ms and more). Of two addresses that
    differ in their last signs only, the modules differ by what depends on these signs' bits, since Reed-Solomon codes
    are linear and the mask is the same: so each bit's share is worked out once, and codes are put together from them.
    """
    size, ground, shares = _mould(ahead, "".join("0" if sign in DIGITS else "@" for sign in code))
    modules = reduce(xor, (shares[place, bit] for place, sign in enumerate(code) for bit in _bits(sign)), ground)
    width = -(-size // 8)
    packed = modules.to_bytes(width * size, "big")
    rows = (packed[start : start + width] for start in range(0, len(packed), width))
    path = "".join(
        f"M{QUIET_MODULES} {y}.5" + "".join([_STROKES[byte] for byte in row])
        for y, row in enumerate(rows, QUIET_MODULES)
    )
    return _ELEMENT.format(size + 2 * QUIET_MODULES, (size + 2 * QUIET_MODULES) * PIXELS_ON_SCREEN, label, Markup(path))  # noqa: S704 - numbers and our own letters


#: At 5 pixels a module, a code of 33 modules is 205 pixels wide and prints in about 5 cm.
PIXELS_ON_SCREEN: Final = 5


_ELEMENT: Final = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" width="{1}" height="{1}" viewBox="0 0 {0} {0}" role="img" '
    'aria-label="{2}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{0}v{0}H0z"/>'
    '<path stroke="#000" d="{3}"/></svg>'
)
#: Eight modules of a row as a stroke: drawn where they are dark, skipped where they are light.
_STROKES: Final = [
    "".join(
        f"h{len(run[0])}" if run[0][0] == "1" else f"m{len(run[0])} 0" for run in re.finditer("1+|0+", f"{byte:08b}")
    )
    for byte in range(256)
]


@lru_cache(maxsize=64)
def _mould(ahead: str, ground: str) -> tuple[int, int, dict[tuple[int, int], int]]:
    """As `_modules` of the address with `ground` at its end, and what each bit of each sign turns over."""
    size, modules = _modules(ahead + ground)
    shares = {}
    for place, sign in enumerate(ground):
        for bit in range(_GROUND[sign == "0"][1]):
            turned = chr(ord(sign) ^ 1 << bit)
            shares[place, bit] = modules ^ _modules(ahead + ground[:place] + turned + ground[place + 1 :])[1]
    return size, modules, shares


def _modules(address: str) -> tuple[int, int]:
    """Modules per side, and all of them as the bits of one number, each row filled up to whole bytes.

    The mask is always the same: which one is best costs more to find out than it is worth.
    """
    code: qrcode.QRCode[Any] = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0, mask_pattern=3)
    code.add_data(QRData(address.encode(), mode=BYTES), optimize=0)
    code.make(fit=True)
    rows = ["".join("1" if module else "0" for module in row) for row in code.get_matrix()]
    padded = "".join(row + "0" * (-len(row) % 8) for row in rows)
    return len(rows), int(padded, 2)


def _bits(sign: str) -> list[int]:
    ground, count = _GROUND[sign in DIGITS]
    return [bit for bit in range(count) if (ord(sign) ^ ord(ground)) >> bit & 1]


class _OnWhite(SvgPathImage):
    background = "white"


def _code(address: str) -> qrcode.QRCode[Any]:
    code: qrcode.QRCode[Any] = qrcode.QRCode(
        error_correction=qrcode.ERROR_CORRECT_Q, border=QUIET_MODULES, box_size=PIXELS_PER_MODULE
    )
    code.add_data(address)
    code.make(fit=True)
    return code
