"""The A5 flyer as an accessible PDF (PDF/UA-1), set by Typst."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from shared.kit.print.qr import draw_svg
from shared.kit.print.typeset import typeset

TEMPLATE: Final = Path(__file__).parent.parent / "templates" / "flyer.typ"


class Flyer(msgspec.Struct, frozen=True):
    """The texts of one flyer, in one language. `spoken` describes the QR code to people who cannot see it."""

    language: str
    direction: str
    title: str
    intro: str
    scan: str
    type_in: str
    code: str
    promise: str
    private: str
    place: str
    office: str
    address: str
    spoken: str


def draw_flyer(flyer: Flyer) -> bytes:
    """One A5 page. Raises typst.TypstError if the texts cannot be set."""
    values = {"flyer": msgspec.json.encode(flyer).decode(), "qr": draw_svg(flyer.address).decode()}
    return typeset(TEMPLATE, values)
