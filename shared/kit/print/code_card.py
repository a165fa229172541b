"""A code as it is handed to somebody: to be read, scanned, printed, heard and said on the telephone."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from shared.kit.ids import grouped, spelled, telephoned
from shared.kit.print.qr import inline_svg


class CodeCard(NamedTuple):
    """`qr`: an element for a page. `where`: what people type into a browser that cannot scan."""

    shown: str
    spelled: str
    telephoned: str
    qr: Markup
    where: str


def draw_card(ahead: str, code: str, label: str) -> CodeCard:
    """`ahead`: the address that opens what the code is for, up to where the code stands; `label`: names its QR code."""
    return CodeCard(
        grouped(code), spelled(code), telephoned(code), inline_svg(ahead, code, label), typed_address(ahead)
    )


def typed_address(ahead: str) -> str:
    """The address as people type it: without what is only there for machines."""
    return ahead.partition("://")[2].partition("?")[0]
